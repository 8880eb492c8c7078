using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

/// <summary>Each mistake with readings.</summary>
public class ReadingResolverMessages
{
    public static TheoryData<string, string, string, string> Cases => new()
    {
        {
            "readings: 甲\n",
            "",
            """
            a.yaml:1:11: 错误 INC1201: “readings:”下面应逐个写出口径
              应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
              怎么办：每个口径缩进两格，写代号和冒号
            """,
            """
            a.yaml:1:11: error INC1201: "readings:" should be followed by one entry for each reading
              expected: readings: {name: {question: text, default: option, decided-by: who}}
              next step: write each reading's name and a colon, two spaces in
            """
        },
        {
            "readings:\n  edge: upper\n",
            "",
            """
            a.yaml:2:3: 错误 INC1202: 口径“edge”下面应写明问题和默认选项
              应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
              怎么办：补上 question、default，以及由谁决定（decided-by）
            """,
            """
            a.yaml:2:3: error INC1202: the reading "edge" should state its question and its default
              expected: readings: {name: {question: text, default: option, decided-by: who}}
              next step: add question, default, and who decided (decided-by)
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, defualt: upper, default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:27: 错误 INC1203: 口径里没有“defualt”这一项
              应为：question、default、decided-by、note、options
              怎么办：是不是“default”？
            """,
            """
            a.yaml:2:27: error INC1203: a reading has no field "defualt"
              expected: question, default, decided-by, note, options
              next step: did you mean "default"?
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, colour: red, default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:27: 错误 INC1203: 口径里没有“colour”这一项
              应为：question、default、decided-by、note、options
              怎么办：删去它；选项写在用到口径的地方
            """,
            """
            a.yaml:2:27: error INC1203: a reading has no field "colour"
              expected: question, default, decided-by, note, options
              next step: delete it; options are written where the reading is used
            """
        },
        {
            "readings:\n  edge: {question: [甲], default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:20: 错误 INC1204: “question”应是一段文字，这里却是列表或一组内容
              怎么办：写成一行文字；文字里有括号或冒号时加引号
            """,
            """
            a.yaml:2:20: error INC1204: "question" should be a text, and this is a list or a mapping
              next step: write it as one line of text; quote it if it holds brackets or colons
            """
        },
        {
            "readings:\n  edge: {default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:3: 错误 INC1205: 口径“edge”没有写明问题（question）
              应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
              怎么办：用一句话写出政策原文哪里有两种理解
            """,
            """
            a.yaml:2:3: error INC1205: the reading "edge" has no question
              expected: readings: {name: {question: text, default: option, decided-by: who}}
              next step: say in one sentence what the policy's text leaves open
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:3: 错误 INC1206: 口径“edge”没有默认选项（default）
              应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
              怎么办：写明没有人另作选择时用哪个选项
            """,
            """
            a.yaml:2:3: error INC1206: the reading "edge" has no default
              expected: readings: {name: {question: text, default: option, decided-by: who}}
              next step: say which option holds where nobody chooses another
            """
        },
        {
            "a: {reading: [x], upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:1:14: 错误 INC1207: “reading:”后面应是一个口径的代号
              怎么办：写 readings 里声明过的代号
            """,
            """
            a.yaml:1:14: error INC1207: "reading:" should be followed by the name of a reading
              next step: write a name that is declared under readings
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1, lower: 2}\nb: {reading: egde, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:4:14: 错误 INC1208: 口径“egde”没有声明
              应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
              怎么办：是不是“edge”？
            """,
            """
            a.yaml:4:14: error INC1208: the reading "egde" is not declared
              expected: readings: {name: {question: text, default: option, decided-by: who}}
              next step: did you mean "edge"?
            """
        },
        {
            "b: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:1:14: 错误 INC1208: 口径“edge”没有声明
              应为：readings: {代号: {question: 问题, default: 选项, decided-by: 决定者}}
              怎么办：在文件的“readings:”下面声明“edge”
            """,
            """
            a.yaml:1:14: error INC1208: the reading "edge" is not declared
              expected: readings: {name: {question: text, default: option, decided-by: who}}
              next step: declare "edge" under "readings:" in the file
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1, lower: 2}\nb: {reading: edge}\n",
            "",
            """
            a.yaml:4:5: 错误 INC1209: 这里用了口径“edge”，却没有写各个选项
              怎么办：在 reading 旁边逐个写“选项: 内容”；某个选项下没有内容时写 none
            """,
            """
            a.yaml:4:5: error INC1209: the reading "edge" is used here without any options
              next step: write "option: content" for each option beside reading, and none where an option means nothing
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1}\n",
            "",
            """
            a.yaml:3:5: 警告 INC1210: 口径“edge”在这里只有一个选项“upper”，无从选择
              怎么办：补上其他选项；某个选项下没有内容时写 none
            """,
            """
            a.yaml:3:5: warning INC1210: the reading "edge" has only the option "upper" here, which leaves no choice
              next step: add the other options, and write none where an option means nothing
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1, lower: 2}\nb: {reading: edge, upper: 1, middle: 2}\n",
            "",
            """
            a.yaml:4:5: 错误 INC1211: 口径“edge”在这里的选项是 upper、middle，而在第 3 行第 5 列是 upper、lower
              应为：upper、lower
              怎么办：两处写同样的选项；某处没有内容的选项写 none
            """,
            """
            a.yaml:4:5: error INC1211: the reading "edge" has the options upper, middle here and upper, lower at line 3, column 5
              expected: upper, lower
              next step: write the same options in both places, and none where an option means nothing
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: uper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:36: 错误 INC1212: 口径“edge”的默认选项“uper”不在各选项之中
              应为：upper、lower
              怎么办：是不是“upper”？
            """,
            """
            a.yaml:2:36: error INC1212: the default "uper" of the reading "edge" is none of its options
              expected: upper, lower
              next step: did you mean "upper"?
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: 中档}\na: {reading: edge, upper: 1, lower: 2}\n",
            "",
            """
            a.yaml:2:36: 错误 INC1212: 口径“edge”的默认选项“中档”不在各选项之中
              应为：upper、lower
              怎么办：改成其中一个选项
            """,
            """
            a.yaml:2:36: error INC1212: the default "中档" of the reading "edge" is none of its options
              expected: upper, lower
              next step: choose one of the options
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "edgy=upper",
            """
            a.yaml: 错误 INC1213: 选定了口径“edgy”，但办法里没有这个口径
              应为：edge
              怎么办：是不是“edge”？
            """,
            """
            a.yaml: error INC1213: the reading "edgy" was chosen, and the scheme has no such reading
              expected: edge
              next step: did you mean "edge"?
            """
        },
        {
            "a: 1\n",
            "edge=upper",
            """
            a.yaml: 错误 INC1213: 选定了口径“edge”，但办法里没有这个口径
              怎么办：检查 --reading edge=… 的写法，或去掉它
            """,
            """
            a.yaml: error INC1213: the reading "edge" was chosen, and the scheme has no such reading
              next step: check --reading edge=…, or leave it out
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "edge=lowr",
            """
            a.yaml:2:3: 错误 INC1214: 口径“edge”没有选定的“lowr”这个选项
              应为：upper、lower
              怎么办：是不是“lower”？
            """,
            """
            a.yaml:2:3: error INC1214: the reading "edge" has no option "lowr", which was chosen
              expected: upper, lower
              next step: did you mean "lower"?
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\na: {reading: edge, upper: 1, lower: 2}\n",
            "edge=中档",
            """
            a.yaml:2:3: 错误 INC1214: 口径“edge”没有选定的“中档”这个选项
              应为：upper、lower
              怎么办：检查 --reading edge=中档 的写法
            """,
            """
            a.yaml:2:3: error INC1214: the reading "edge" has no option "中档", which was chosen
              expected: upper, lower
              next step: check --reading edge=中档
            """
        },
        {
            "readings:\n  edge: {question: 归哪一档？, default: upper}\n",
            "",
            """
            a.yaml:2:3: 警告 INC1215: 口径“edge”声明了，却没有一处用到
              怎么办：在有两种理解的地方写 reading: edge，或删去这个声明
            """,
            """
            a.yaml:2:3: warning INC1215: the reading "edge" is declared and never used
              next step: write reading: edge where the text can be understood in two ways, or delete the declaration
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says(string yaml, string choice, string chinese, string english)
    {
        DiagnosticBag bag = new();
        (_, IReadOnlyList<ReadingInForce> readings) = ReadingResolver.Resolve(Yaml.Map(yaml), Yaml.Choices(choice), bag);
        ReadingResolver.ReportUnused(readings, bag);
        bag.Texts(Language.Chinese).Should().Be(chinese);
        bag.Texts(Language.English).Should().Be(english);
    }
}
