using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

/// <summary>Why a text is no range.</summary>
public class RangeTextMessages
{
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            ">= 3",
            """
            a.yaml:3:5: 错误 INC1024: 这里不能用“>=”开头
              应为：3.. 或 3以上
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:3:5: error INC1024: a value cannot begin with ">="
              expected: 3.. or 3以上
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "小于5000万元(含)",
            """
            a.yaml:3:5: 错误 INC1110: “小于5000万元(含)”用括号说明是否含端点，程序不替人判断
              应为：1000万元以上不满3000万元，或 1000万元..<3000万元
              怎么办：含端点用“以上、以下、不超过”，不含用“超过、不满”；原文自相矛盾时写成 readings 里的一个口径
            """,
            """
            a.yaml:3:5: error INC1110: "小于5000万元(含)" says in brackets whether the end is included, which is not guessed
              expected: 1000万元以上不满3000万元, or 1000万元..<3000万元
              next step: use 以上, 以下 or 不超过 where the end is included, 超过 or 不满 where it is not; where the text contradicts itself, declare a reading
            """
        },
        {
            "小于5000万元（不含）",
            """
            a.yaml:3:5: 错误 INC1110: “小于5000万元（不含）”用括号说明是否含端点，程序不替人判断
              应为：1000万元以上不满3000万元，或 1000万元..<3000万元
              怎么办：含端点用“以上、以下、不超过”，不含用“超过、不满”；原文自相矛盾时写成 readings 里的一个口径
            """,
            """
            a.yaml:3:5: error INC1110: "小于5000万元（不含）" says in brackets whether the end is included, which is not guessed
              expected: 1000万元以上不满3000万元, or 1000万元..<3000万元
              next step: use 以上, 以下 or 不超过 where the end is included, 超过 or 不满 where it is not; where the text contradicts itself, declare a reading
            """
        },
        {
            "1-3",
            """
            a.yaml:3:5: 错误 INC1111: 范围“1-3”的写法读不懂
              应为：1..3
              怎么办：两端都包含时写 1..3；不含上限写“..<”
            """,
            """
            a.yaml:3:5: error INC1111: the range "1-3" is not written in a known way
              expected: 1..3
              next step: write 1..3 where both ends are included, and "..<" where the upper one is not
            """
        },
        {
            "300万元至500万元",
            """
            a.yaml:3:5: 错误 INC1111: 范围“300万元至500万元”的写法读不懂
              应为：300万元..500万元
              怎么办：两端都包含时写 300万元..500万元；不含上限写“..<”
            """,
            """
            a.yaml:3:5: error INC1111: the range "300万元至500万元" is not written in a known way
              expected: 300万元..500万元
              next step: write 300万元..500万元 where both ends are included, and "..<" where the upper one is not
            """
        },
        {
            "若干",
            """
            a.yaml:3:5: 错误 INC1112: “若干”不是范围
              应为：1..3、2000万元..、..<300万元，或 2000万元以上、不满300万元
              怎么办：两端之间写两个点，不含的一端加“<”
            """,
            """
            a.yaml:3:5: error INC1112: "若干" is not a range
              expected: 1..3, 2000万元.., ..<300万元, or 2000万元以上, 不满300万元
              next step: put two points between the ends, and "<" beside an end that is not included
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says(string text, string chinese, string english)
    {
        Diagnostic explained = RangeText.Explain(text, new Place("a.yaml", 3, 5));
        explained.ToText(Language.Chinese).Should().Be(chinese);
        explained.ToText(Language.English).Should().Be(english);
        RangeText.IsRange(text).Should().BeFalse();
    }
}
