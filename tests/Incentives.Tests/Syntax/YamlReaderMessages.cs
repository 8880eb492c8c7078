using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

/// <summary>Each mistake the reader knows, with the whole of what it says.</summary>
public class YamlReaderMessages
{
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "a: 1\u200B0万元\n",
            """
            a.yaml:1:5: 错误 INC1002: 这里有一个看不见的字符（U+200B），多半是从网页或 Word 里带来的
              怎么办：删掉它，或把这一行重新手工输入一遍
            """,
            """
            a.yaml:1:5: error INC1002: there is an invisible character here (U+200B), probably pasted from a web page or a word processor
              next step: delete it, or type the line again by hand
            """
        },
        {
            "a: 甲\u2028乙\n",
            """
            a.yaml:1:5: 错误 INC1002: 这里有一个看不见的字符（U+2028），多半是从网页或 Word 里带来的
              怎么办：删掉它，或把这一行重新手工输入一遍
            """,
            """
            a.yaml:1:5: error INC1002: there is an invisible character here (U+2028), probably pasted from a web page or a word processor
              next step: delete it, or type the line again by hand
            """
        },
        {
            "# 只有注释\n",
            """
            a.yaml: 错误 INC1003: 文件是空的
              怎么办：第一行写“scheme: 办法的代号”，下面逐条写条款
            """,
            """
            a.yaml: error INC1003: the file is empty
              next step: begin with "scheme: the-scheme's-id" and write the clauses below it
            """
        },
        {
            "- 甲\n",
            """
            a.yaml:1:1: 错误 INC1004: 整个文件应由“名称: 内容”组成，这里却是一个列表
              应为：“scheme: 办法的代号”这样的行
              怎么办：条款的列表写在“clauses:”下面，并缩进两格
            """,
            """
            a.yaml:1:1: error INC1004: the whole file should consist of "name: content", but this is a list
              expected: lines such as "scheme: the-scheme's-id"
              next step: write the list of clauses under "clauses:", two spaces in
            """
        },
        {
            "只有文字\n",
            """
            a.yaml:1:1: 错误 INC1004: 整个文件应由“名称: 内容”组成，这里却是一段文字
              应为：“scheme: 办法的代号”这样的行
              怎么办：检查冒号：要用英文冒号，后面空一格
            """,
            """
            a.yaml:1:1: error INC1004: the whole file should consist of "name: content", but this is a text
              expected: lines such as "scheme: the-scheme's-id"
              next step: check the colons: an ordinary colon with a space behind it
            """
        },
        {
            "award：中国质量奖\n",
            """
            a.yaml:1:1: 错误 INC1012: “award”后面是全角冒号，程序看不出这是“名称: 内容”
              应为：award: 中国质量奖
              怎么办：换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:1: error INC1012: "award" is followed by a full-width colon, which does not separate a name from its value
              expected: award: 中国质量奖
              next step: use an ordinary colon and a space; if the colon belongs to the text, quote the whole
            """
        },
        {
            "a: 1\n---\nb: 2\n",
            """
            a.yaml:2:1: 错误 INC1005: 一个文件里只能写一个办法，这里又开始了第二个
              怎么办：删去这一行“---”或“...”；若确是另一个办法，另存为一个文件
            """,
            """
            a.yaml:2:1: error INC1005: a file holds one scheme, and a second one begins here
              next step: delete the line "---" or "..."; if it is another scheme, put it into a file of its own
            """
        },
        {
            "a:\n\tb: c\n",
            """
            a.yaml:2:1: 错误 INC1006: 行首用了制表符（Tab 键），规则文件只能用空格缩进
              怎么办：把它换成空格，每一层两个空格
            """,
            """
            a.yaml:2:1: error INC1006: the line begins with a tab; a rule file is indented with spaces only
              next step: replace it by spaces, two for each level
            """
        },
        {
            "a:\n\u3000\u3000b: c\n",
            """
            a.yaml:2:1: 错误 INC1007: 行首的空格不是普通空格（可能是全角空格）
              怎么办：切换到英文输入法，换成普通空格，每一层两个
            """,
            """
            a.yaml:2:1: error INC1007: the space at the beginning of the line is not an ordinary one (perhaps a full-width space)
              next step: replace it by ordinary spaces, two for each level
            """
        },
        {
            "a:\nb: c\n",
            """
            a.yaml:1:1: 错误 INC1008: “a”后面没有内容
              怎么办：写上内容，或删去这一行；没有上限时写 none
            """,
            """
            a.yaml:1:1: error INC1008: "a" has no value
              next step: write a value, or delete the key; where no cap is meant write none
            """
        },
        {
            "a: \"\"\n",
            """
            a.yaml:1:1: 错误 INC1008: “a”后面没有内容
              怎么办：写上内容，或删去这一行；没有上限时写 none
            """,
            """
            a.yaml:1:1: error INC1008: "a" has no value
              next step: write a value, or delete the key; where no cap is meant write none
            """
        },
        {
            "a: [甲, \"\"]\n",
            """
            a.yaml:1:8: 错误 INC1008: 这一项是空的
              怎么办：写上内容，或删去这一项
            """,
            """
            a.yaml:1:8: error INC1008: this item is empty
              next step: write a value, or delete the item
            """
        },
        {
            "a: #1\nb: c\n",
            """
            a.yaml:1:1: 错误 INC1009: “a”后面没有内容：“#”及其后的文字“#1”被当作注释
              怎么办：若“#”是内容的一部分，加引号："#1"
            """,
            """
            a.yaml:1:1: error INC1009: "a" has no value: "#" and what follows, "#1", is taken for a comment
              next step: if "#" belongs to the value, quote it: "#1"
            """
        },
        {
            "a:\n  - #1\n",
            """
            a.yaml:2:4: 错误 INC1009: 这一项是空的：“#”及其后的文字“#1”被当作注释
              怎么办：若“#”是内容的一部分，加引号："#1"
            """,
            """
            a.yaml:2:4: error INC1009: this item is empty: "#" and what follows, "#1", is taken for a comment
              next step: if "#" belongs to the value, quote it: "#1"
            """
        },
        {
            "{a: 1,000万元}\n",
            """
            a.yaml:1:5: 错误 INC1010: 数字“1,000万元”里有逗号，读不成一个数
              应为：1000万元
              怎么办：金额和数量里不写千分位逗号
            """,
            """
            a.yaml:1:5: error INC1010: "1,000万元" holds a comma and cannot be read as one number
              expected: 1000万元
              next step: write amounts and counts without thousands separators
            """
        },
        {
            "a: [1,000万元, 2元]\n",
            """
            a.yaml:1:5: 错误 INC1010: 数字“1,000万元”里有逗号，读不成一个数
              应为：1000万元
              怎么办：金额和数量里不写千分位逗号
            """,
            """
            a.yaml:1:5: error INC1010: "1,000万元" holds a comma and cannot be read as one number
              expected: 1000万元
              next step: write amounts and counts without thousands separators
            """
        },
        {
            "a: {question: 给差额,还是全额, default: x}\n",
            """
            a.yaml:1:19: 错误 INC1011: “还是全额”没有内容：花括号里的英文逗号把“question”的文字从“给差额”后面截断了
              怎么办：改用中文逗号，或给整段文字加引号：question: "给差额,还是全额"；若本来就是另一项，补上它的内容
            """,
            """
            a.yaml:1:19: error INC1011: "还是全额" has no value: inside braces the comma ends the text of "question" after "给差额"
              next step: use a Chinese comma, or quote the whole text: question: "给差额,还是全额"; if it is meant as a key of its own, give it a value
            """
        },
        {
            "title: 甲\naward：中国质量奖\n",
            """
            a.yaml:2:1: 错误 INC1012: “award”后面是全角冒号，程序看不出这是“名称: 内容”
              应为：award: 中国质量奖
              怎么办：换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:2:1: error INC1012: "award" is followed by a full-width colon, which does not separate a name from its value
              expected: award: 中国质量奖
              next step: use an ordinary colon and a space; if the colon belongs to the text, quote the whole
            """
        },
        {
            "award：中国质量奖\ntitle: 甲\n",
            """
            a.yaml:1:1: 错误 INC1012: “award”后面是全角冒号，程序看不出这是“名称: 内容”
              应为：award: 中国质量奖
              怎么办：换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:1: error INC1012: "award" is followed by a full-width colon, which does not separate a name from its value
              expected: award: 中国质量奖
              next step: use an ordinary colon and a space; if the colon belongs to the text, quote the whole
            """
        },
        {
            "when: {award：中国质量奖, level: 国家}\n",
            """
            a.yaml:1:8: 错误 INC1012: “award”后面是全角冒号，程序看不出这是“名称: 内容”
              应为：award: 中国质量奖
              怎么办：换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:8: error INC1012: "award" is followed by a full-width colon, which does not separate a name from its value
              expected: award: 中国质量奖
              next step: use an ordinary colon and a space; if the colon belongs to the text, quote the whole
            """
        },
        {
            "when: award：中国质量奖\n",
            """
            a.yaml:1:7: 错误 INC1012: “award”后面是全角冒号，程序看不出这是“名称: 内容”
              应为：award: 中国质量奖
              怎么办：换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:7: error INC1012: "award" is followed by a full-width colon, which does not separate a name from its value
              expected: award: 中国质量奖
              next step: use an ordinary colon and a space; if the colon belongs to the text, quote the whole
            """
        },
        {
            "a:\n  - 奖项：中国质量奖\n",
            """
            a.yaml:2:5: 错误 INC1012: “奖项”后面是全角冒号，程序看不出这是“名称: 内容”
              应为：奖项: 中国质量奖
              怎么办：换成英文冒号并在后面空一格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:2:5: error INC1012: "奖项" is followed by a full-width colon, which does not separate a name from its value
              expected: 奖项: 中国质量奖
              next step: use an ordinary colon and a space; if the colon belongs to the text, quote the whole
            """
        },
        {
            "title: 甲\naward:中国质量奖\n",
            """
            a.yaml:2:1: 错误 INC1013: “award:”的冒号后面缺一个普通空格
              应为：award: 中国质量奖
              怎么办：在冒号后面加一个空格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:2:1: error INC1013: the colon of "award:" is not followed by an ordinary space
              expected: award: 中国质量奖
              next step: put a space behind the colon; if the colon belongs to the text, quote the whole
            """
        },
        {
            "when: {award:中国质量奖}\n",
            """
            a.yaml:1:8: 错误 INC1013: “award:”的冒号后面缺一个普通空格
              应为：award: 中国质量奖
              怎么办：在冒号后面加一个空格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:8: error INC1013: the colon of "award:" is not followed by an ordinary space
              expected: award: 中国质量奖
              next step: put a space behind the colon; if the colon belongs to the text, quote the whole
            """
        },
        {
            "a:\u3000b\nc: d\n",
            """
            a.yaml:1:1: 错误 INC1013: “a:”的冒号后面缺一个普通空格
              应为：a: b
              怎么办：在冒号后面加一个空格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:1: error INC1013: the colon of "a:" is not followed by an ordinary space
              expected: a: b
              next step: put a space behind the colon; if the colon belongs to the text, quote the whole
            """
        },
        {
            "when: award:中国质量奖\n",
            """
            a.yaml:1:7: 错误 INC1013: “award:”的冒号后面缺一个普通空格
              应为：award: 中国质量奖
              怎么办：在冒号后面加一个空格；若冒号确是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:7: error INC1013: the colon of "award:" is not followed by an ordinary space
              expected: award: 中国质量奖
              next step: put a space behind the colon; if the colon belongs to the text, quote the whole
            """
        },
        {
            "a: [中国质量奖，大禹奖]\n",
            """
            a.yaml:1:5: 错误 INC1014: “中国质量奖，大禹奖”会被当作一项，因为“，”不能分隔列表
              应为：中国质量奖, 大禹奖
              怎么办：各项之间用英文逗号；若本来就是一个名称，加引号："中国质量奖，大禹奖"
            """,
            """
            a.yaml:1:5: error INC1014: "中国质量奖，大禹奖" is read as one item, since "，" does not separate items
              expected: 中国质量奖, 大禹奖
              next step: put ordinary commas between items; if it is one name, quote it: "中国质量奖，大禹奖"
            """
        },
        {
            "a:\n  - 中国质量奖、大禹奖\n",
            """
            a.yaml:2:5: 错误 INC1014: “中国质量奖、大禹奖”会被当作一项，因为“、”不能分隔列表
              应为：中国质量奖, 大禹奖
              怎么办：各项之间用英文逗号；若本来就是一个名称，加引号："中国质量奖、大禹奖"
            """,
            """
            a.yaml:2:5: error INC1014: "中国质量奖、大禹奖" is read as one item, since "、" does not separate items
              expected: 中国质量奖, 大禹奖
              next step: put ordinary commas between items; if it is one name, quote it: "中国质量奖、大禹奖"
            """
        },
        {
            "a: {b: 甲，c: 乙}\n",
            """
            a.yaml:1:9: 错误 INC1015: 花括号里的各项用英文逗号分隔，这里是“，”
              怎么办：换成英文逗号，后面空一格
            """,
            """
            a.yaml:1:9: error INC1015: entries in braces are separated by ordinary commas, and this is "，"
              next step: replace it by an ordinary comma and a space
            """
        },
        {
            "a: 3 #楼\n",
            """
            a.yaml:1:6: 警告 INC1016: 只读到“3”：后面的“#楼”被当作注释
              怎么办：若“#”是内容的一部分，加引号："3 #楼"；若确是注释，在“#”前空两格
            """,
            """
            a.yaml:1:6: warning INC1016: only "3" is read: "#楼" behind it is taken for a comment
              next step: if "#" belongs to the value, quote it: "3 #楼"; if it is a comment, put two spaces before "#"
            """
        },
        {
            "a: [3 #楼\n  ]\n",
            """
            a.yaml:1:7: 警告 INC1016: 只读到“3”：后面的“#楼”被当作注释
              怎么办：若“#”是内容的一部分，加引号："3 #楼"；若确是注释，在“#”前空两格
            """,
            """
            a.yaml:1:7: warning INC1016: only "3" is read: "#楼" behind it is taken for a comment
              next step: if "#" belongs to the value, quote it: "3 #楼"; if it is a comment, put two spaces before "#"
            """
        },
        {
            "a: !x y\n",
            """
            a.yaml:1:4: 错误 INC1017: 开头的“!x”会被吞掉：规则文件里不用“!”标记
              怎么办：删去它；若“!”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1017: "!x" at the beginning would be swallowed: rule files use no "!" tags
              next step: delete it; if "!" belongs to the value, quote the whole
            """
        },
        {
            "a: !!str y\n",
            """
            a.yaml:1:4: 错误 INC1017: 开头的“!!str”会被吞掉：规则文件里不用“!”标记
              怎么办：删去它；若“!”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1017: "!!str" at the beginning would be swallowed: rule files use no "!" tags
              next step: delete it; if "!" belongs to the value, quote the whole
            """
        },
        {
            "a: &x y\n",
            """
            a.yaml:1:4: 错误 INC1018: 开头的“&x”会被吞掉：规则文件里不用“&”锚点
              怎么办：要重复使用的内容写进 lists 或 settings，用 $名称 引用；若“&”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1018: "&x" at the beginning would be swallowed: rule files use no "&" anchors
              next step: put what is used twice under lists or settings and refer to it as $name; if "&" belongs to the value, quote the whole
            """
        },
        {
            "a: & y\n",
            """
            a.yaml:1:4: 错误 INC1018: 开头的“&”会被吞掉：规则文件里不用“&”锚点
              怎么办：要重复使用的内容写进 lists 或 settings，用 $名称 引用；若“&”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1018: "&" at the beginning would be swallowed: rule files use no "&" anchors
              next step: put what is used twice under lists or settings and refer to it as $name; if "&" belongs to the value, quote the whole
            """
        },
        {
            "a: *x\n",
            """
            a.yaml:1:4: 错误 INC1019: “*x”是 YAML 的引用写法，规则文件里不用
              怎么办：引用列表或设置写 $名称；若“*”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1019: "*x" is a YAML alias, which rule files do not use
              next step: refer to a list or a setting as $name; if "*" belongs to the value, quote the whole
            """
        },
        {
            "a: * x\n",
            """
            a.yaml:1:4: 错误 INC1019: “*”是 YAML 的引用写法，规则文件里不用
              怎么办：引用列表或设置写 $名称；若“*”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1019: "*" is a YAML alias, which rule files do not use
              next step: refer to a list or a setting as $name; if "*" belongs to the value, quote the whole
            """
        },
        {
            "a: {<<: {b: c}}\n",
            """
            a.yaml:1:5: 错误 INC1020: 规则文件里不用“<<”合并内容
              怎么办：把要用的内容逐项写出来
            """,
            """
            a.yaml:1:5: error INC1020: rule files do not use "<<" to merge content
              next step: write out what is meant, entry by entry
            """
        },
        {
            "a: 1\nb: 2\na: 3\n",
            """
            a.yaml:3:1: 错误 INC1021: “a”写了两次，前一次在第 1 行第 1 列
              怎么办：只留一处；若两处都要，合并成一处
            """,
            """
            a.yaml:3:1: error INC1021: "a" is written twice, the first time at line 1, column 1
              next step: keep one of them; if both are meant, merge them
            """
        },
        {
            "[a]: b\n",
            """
            a.yaml:1:1: 错误 INC1022: 冒号前面的名称应是文字，这里却是一个列表或一组内容
              怎么办：表格里几个值共用一行时写成 甲|乙
            """,
            """
            a.yaml:1:1: error INC1022: what stands before the colon should be a name, and this is a list or a mapping
              next step: where several values share a line of a table, write A|B
            """
        },
        {
            ": b\n",
            """
            a.yaml:1:1: 错误 INC1023: 冒号前面没有名称
              怎么办：补上名称，或删去冒号
            """,
            """
            a.yaml:1:1: error INC1023: there is no name before the colon
              next step: write the name, or delete the colon
            """
        },
        {
            "a: >= 2000万元\nb: c\n",
            """
            a.yaml:1:4: 错误 INC1024: 这里不能用“>=”开头
              应为：2000万元.. 或 2000万元以上
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:4: error INC1024: a value cannot begin with ">="
              expected: 2000万元.. or 2000万元以上
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: > 3\n",
            """
            a.yaml:1:4: 错误 INC1024: 这里不能用“>”开头
              应为：3<.. 或 超过3
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:4: error INC1024: a value cannot begin with ">"
              expected: 3<.. or 超过3
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: <= 3\n",
            """
            a.yaml:1:4: 错误 INC1024: 这里不能用“<=”开头
              应为：..3 或 3以下
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:4: error INC1024: a value cannot begin with "<="
              expected: ..3 or 3以下
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: < 3万元\n",
            """
            a.yaml:1:4: 错误 INC1024: 这里不能用“<”开头
              应为：..<3万元 或 不满3万元
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:4: error INC1024: a value cannot begin with "<"
              expected: ..<3万元 or 不满3万元
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: ≥3\n",
            """
            a.yaml:1:4: 错误 INC1024: 这里不能用“≥”开头
              应为：3.. 或 3以上
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:4: error INC1024: a value cannot begin with "≥"
              expected: 3.. or 3以上
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: =3\n",
            """
            a.yaml:1:4: 错误 INC1024: 这里不能用“=”开头
              应为：3
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:4: error INC1024: a value cannot begin with "="
              expected: 3
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: {by: rank, >= 3: 1万元}\n",
            """
            a.yaml:1:15: 错误 INC1024: 这里不能用“>=”开头
              应为：3.. 或 3以上
              怎么办：范围写成“下限..上限”，或照政策原文写“以上”“不满”等
            """,
            """
            a.yaml:1:15: error INC1024: a value cannot begin with ">="
              expected: 3.. or 3以上
              next step: write a range as "low..high", or in the law's words such as 以上 and 不满
            """
        },
        {
            "a: ［甲, 乙］\n",
            """
            a.yaml:1:4: 错误 INC1025: “［”是全角括号，程序看不出这是列表
              怎么办：换成英文括号 [ ] 或 { }；若是文字的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1025: "［" is a full-width bracket, which does not begin a list
              next step: use [ ] or { }; if it belongs to the text, quote the whole
            """
        },
        {
            "a: %30\n",
            """
            a.yaml:1:4: 错误 INC1026: 百分号应写在数字后面
              应为：30%
              怎么办：改写成 30%
            """,
            """
            a.yaml:1:4: error INC1026: the percent sign belongs behind the number
              expected: 30%
              next step: write 30%
            """
        },
        {
            "a: @x\n",
            """
            a.yaml:1:4: 错误 INC1027: 内容不能以“@”开头
              怎么办：若它是内容的一部分，加引号："@x"
            """,
            """
            a.yaml:1:4: error INC1027: a value cannot begin with "@"
              next step: if it belongs to the value, quote it: "@x"
            """
        },
        {
            "a: ,x\n",
            """
            a.yaml:1:4: 错误 INC1027: 内容不能以“,”开头
              怎么办：若它是内容的一部分，加引号：",x"
            """,
            """
            a.yaml:1:4: error INC1027: a value cannot begin with ","
              next step: if it belongs to the value, quote it: ",x"
            """
        },
        {
            "a: - y\n",
            """
            a.yaml:1:4: 错误 INC1028: 冒号后面不能紧接着写“-”开头的列表
              应为：[y]
              怎么办：写成方括号里的列表，或另起一行、缩进两格再写“- ”
            """,
            """
            a.yaml:1:4: error INC1028: a list with "-" cannot begin on the line of its key
              expected: [y]
              next step: write the list in brackets, or begin a new line, two spaces in, with "- "
            """
        },
        {
            "a: ? b\n",
            """
            a.yaml:1:4: 错误 INC1029: 内容不能以“? ”开头
              怎么办：删去它；若问号是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1029: a value cannot begin with "? "
              next step: delete it; if the question mark belongs to the value, quote the whole
            """
        },
        {
            "a: \"abc\nb: c\n",
            """
            a.yaml:1:4: 错误 INC1030: 从这里开始的引号 " 没有收尾
              怎么办：在内容末尾补上 "
            """,
            """
            a.yaml:1:4: error INC1030: the quotation mark " that opens here is never closed
              next step: put " at the end of the text
            """
        },
        {
            "a: 'abc\n",
            """
            a.yaml:1:4: 错误 INC1030: 从这里开始的引号 ' 没有收尾
              怎么办：在内容末尾补上 '
            """,
            """
            a.yaml:1:4: error INC1030: the quotation mark ' that opens here is never closed
              next step: put ' at the end of the text
            """
        },
        {
            "a: \"C:\\q\"\n",
            """
            a.yaml:1:4: 错误 INC1031: 双引号里的“\”有特殊含义，这里读不懂
              怎么办：改用单引号，或删去“\”
            """,
            """
            a.yaml:1:4: error INC1031: inside double quotes "\" has a special meaning, and this one is not understood
              next step: use single quotes, or delete "\"
            """
        },
        {
            "a: [b, c\nd: e\n",
            """
            a.yaml:1:4: 错误 INC1032: 从这里开始的“[”没有收尾
              怎么办：在内容末尾补上“]”；文字里的括号要加引号
            """,
            """
            a.yaml:1:4: error INC1032: "[" opens here and is never closed
              next step: put "]" where it ends; quote a text that holds brackets
            """
        },
        {
            "a: {b: c\n",
            """
            a.yaml:1:4: 错误 INC1032: 从这里开始的“{”没有收尾
              怎么办：在内容末尾补上“}”；文字里的括号要加引号
            """,
            """
            a.yaml:1:4: error INC1032: "{" opens here and is never closed
              next step: put "}" where it ends; quote a text that holds brackets
            """
        },
        {
            "a: {b: c]\n",
            """
            a.yaml:1:9: 错误 INC1033: 这里的“]”与第 1 行第 4 列的“{”不成对
              应为：}
              怎么办：把两头的括号改成一对
            """,
            """
            a.yaml:1:9: error INC1033: "]" does not close the "{" at line 1, column 4
              expected: }
              next step: make the two brackets a pair
            """
        },
        {
            "a: [b]]\n",
            """
            a.yaml:1:7: 错误 INC1034: 多了一个“]”
              怎么办：删去它，或在前面补上开头的括号
            """,
            """
            a.yaml:1:7: error INC1034: there is one "]" too many
              next step: delete it, or put the opening bracket before it
            """
        },
        {
            "a: }\n",
            """
            a.yaml:1:4: 错误 INC1034: 多了一个“}”
              怎么办：删去它，或在前面补上开头的括号
            """,
            """
            a.yaml:1:4: error INC1034: there is one "}" too many
              next step: delete it, or put the opening bracket before it
            """
        },
        {
            "a: {document: 沪农委[2011]306号}\n",
            """
            a.yaml:1:18: 错误 INC1035: 花括号或方括号里的文字不能直接含有“[”
              怎么办：给整段文字加引号，或单独占一行写“名称: 内容”
            """,
            """
            a.yaml:1:18: error INC1035: inside brackets an unquoted text cannot hold "["
              next step: quote the whole text, or give it a line of its own, "name: value"
            """
        },
        {
            "a: b: c\n",
            """
            a.yaml:1:5: 错误 INC1036: 同一处出现了第二个冒号，程序分不清哪个是名称
              怎么办：若冒号是文字的一部分，给整段加引号；若少了逗号或换行，补上
            """,
            """
            a.yaml:1:5: error INC1036: there is a second colon here, so that it is unclear which part is the name
              next step: if the colon belongs to the text, quote the whole; if a comma or a line end is missing, add it
            """
        },
        {
            "a: [b: c: d]\n",
            """
            a.yaml:1:9: 错误 INC1036: 同一处出现了第二个冒号，程序分不清哪个是名称
              怎么办：若冒号是文字的一部分，给整段加引号；若少了逗号或换行，补上
            """,
            """
            a.yaml:1:9: error INC1036: there is a second colon here, so that it is unclear which part is the name
              next step: if the colon belongs to the text, quote the whole; if a comma or a line end is missing, add it
            """
        },
        {
            "scheme: x\n  title: y\n",
            """
            a.yaml:2:3: 错误 INC1037: 这一行的缩进与上下文对不齐
              怎么办：同一层的各行左边对齐，下一层多缩进两个空格
            """,
            """
            a.yaml:2:3: error INC1037: this line is not indented like the lines around it
              next step: lines of one level begin in the same column, the next level two spaces further in
            """
        },
        {
            "a:\n    b: c\n  d: e\n",
            """
            a.yaml:3:3: 错误 INC1037: 这一行的缩进与上下文对不齐
              怎么办：同一层的各行左边对齐，下一层多缩进两个空格
            """,
            """
            a.yaml:3:3: error INC1037: this line is not indented like the lines around it
              next step: lines of one level begin in the same column, the next level two spaces further in
            """
        },
        {
            " a: b\nc: d\n",
            """
            a.yaml:2:1: 错误 INC1037: 这一行的缩进与上下文对不齐
              怎么办：同一层的各行左边对齐，下一层多缩进两个空格
            """,
            """
            a.yaml:2:1: error INC1037: this line is not indented like the lines around it
              next step: lines of one level begin in the same column, the next level two spaces further in
            """
        },
        {
            "a:\n  - b: c\n -d: e\n",
            """
            a.yaml:3:2: 错误 INC1037: 这一行的缩进与上下文对不齐
              怎么办：同一层的各行左边对齐，下一层多缩进两个空格
            """,
            """
            a.yaml:3:2: error INC1037: this line is not indented like the lines around it
              next step: lines of one level begin in the same column, the next level two spaces further in
            """
        },
        {
            "a: \"b\" c\n",
            """
            a.yaml:1:8: 错误 INC1038: 引号或括号已经收尾，后面又有“c”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:8: error INC1038: the quotation mark or bracket is closed, and "c" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: {b: c} d\n",
            """
            a.yaml:1:11: 错误 INC1038: 引号或括号已经收尾，后面又有“d”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:11: error INC1038: the quotation mark or bracket is closed, and "d" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: b\nxyz\nc: d\n",
            """
            a.yaml:2:1: 错误 INC1039: “xyz”不是“名称: 内容”
              怎么办：补上名称和英文冒号；若是上一行的延续，多缩进两格并给全文加引号
            """,
            """
            a.yaml:2:1: error INC1039: "xyz" is not "name: value"
              next step: write the name and a colon; if it continues the line above, indent it further and quote the whole
            """
        },
        {
            "xyz\nc: d\n",
            """
            a.yaml:1:1: 错误 INC1039: “xyz”不是“名称: 内容”
              怎么办：补上名称和英文冒号；若是上一行的延续，多缩进两格并给全文加引号
            """,
            """
            a.yaml:1:1: error INC1039: "xyz" is not "name: value"
              next step: write the name and a colon; if it continues the line above, indent it further and quote the whole
            """
        },
        {
            "a:\n  - b\n    - c\n",
            """
            a.yaml:3:5: 错误 INC1040: “- c”缩进太深，被接到了上一行文字的后面
              怎么办：与同一层的各行左边对齐
            """,
            """
            a.yaml:3:5: error INC1040: "- c" is indented too far and is joined to the text above
              next step: begin it in the same column as the other lines of its level
            """
        },
        {
            "%30: b\n",
            """
            a.yaml:1:1: 错误 INC1041: 行首的“%”读不懂
              怎么办：删去这一行；百分比写成 30%
            """,
            """
            a.yaml:1:1: error INC1041: "%" at the beginning of a line is not understood
              next step: delete the line; write a percentage as 30%
            """
        },
        {
            "%YAML 9.3\n---\na: b\n",
            """
            a.yaml:1:1: 错误 INC1041: 行首的“%”读不懂
              怎么办：删去这一行；百分比写成 30%
            """,
            """
            a.yaml:1:1: error INC1041: "%" at the beginning of a line is not understood
              next step: delete the line; write a percentage as 30%
            """
        },
        {
            "a: [b, , c]\n",
            """
            a.yaml:1:8: 错误 INC1042: 两个逗号之间没有内容
              怎么办：删去多余的逗号，或补上内容
            """,
            """
            a.yaml:1:8: error INC1042: there is nothing between two commas
              next step: delete one comma, or write what is missing
            """
        },
        {
            "a: | x\n",
            """
            a.yaml:1:4: 错误 INC1043: 内容不能以“|”开头
              怎么办：若“|”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:4: error INC1043: a value cannot begin with "|"
              next step: if "|" belongs to the value, quote the whole
            """
        },
        {
            "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[甲]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
            """
            a.yaml:1:44: 错误 INC1044: 嵌套超过 40 层
              怎么办：检查括号和缩进；条款不需要这么多层
            """,
            """
            a.yaml:1:44: error INC1044: this is nested more than 40 levels deep
              next step: check brackets and indentation; no clause needs so many levels
            """
        },
        {
            "a: [甲, {乙: 丙}, \"丁\" 戊]\n",
            """
            a.yaml:1:20: 错误 INC1038: 引号或括号已经收尾，后面又有“戊]”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:20: error INC1038: the quotation mark or bracket is closed, and "戊]" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: {b: [c] !d}\n",
            """
            a.yaml:1:12: 错误 INC1017: 开头的“!d}”会被吞掉：规则文件里不用“!”标记
              怎么办：删去它；若“!”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:12: error INC1017: "!d}" at the beginning would be swallowed: rule files use no "!" tags
              next step: delete it; if "!" belongs to the value, quote the whole
            """
        },
        {
            "a: [b]: c\n",
            """
            a.yaml:1:7: 错误 INC1038: 引号或括号已经收尾，后面又有“: c”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:7: error INC1038: the quotation mark or bracket is closed, and ": c" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: {b: \"c\": d}\n",
            """
            a.yaml:1:11: 错误 INC1038: 引号或括号已经收尾，后面又有“: d}”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:11: error INC1038: the quotation mark or bracket is closed, and ": d}" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: {\"b\" \"c\"}\n",
            """
            a.yaml:1:9: 错误 INC1038: 引号或括号已经收尾，后面又有“"c"}”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:9: error INC1038: the quotation mark or bracket is closed, and ""c"}" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: [\"b\" \"c\"]\n",
            """
            a.yaml:1:9: 错误 INC1038: 引号或括号已经收尾，后面又有“"c"]”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:9: error INC1038: the quotation mark or bracket is closed, and ""c"]" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: [b] [c]\n",
            """
            a.yaml:1:8: 错误 INC1038: 引号或括号已经收尾，后面又有“[c]”
              怎么办：把它放进引号或括号里，或删去；注释以“#”开头
            """,
            """
            a.yaml:1:8: error INC1038: the quotation mark or bracket is closed, and "[c]" follows
              next step: put it inside, or delete it; a comment begins with "#"
            """
        },
        {
            "a: [!, &]\n",
            """
            a.yaml:1:7: 错误 INC1017: 开头的“!”会被吞掉：规则文件里不用“!”标记
              怎么办：删去它；若“!”是内容的一部分，给整段加引号
            """,
            """
            a.yaml:1:7: error INC1017: "!" at the beginning would be swallowed: rule files use no "!" tags
              next step: delete it; if "!" belongs to the value, quote the whole
            """
        },
        {
            "a:\n- b\nc\n",
            """
            a.yaml:3:1: 错误 INC1039: “c”不是“名称: 内容”
              怎么办：补上名称和英文冒号；若是上一行的延续，多缩进两格并给全文加引号
            """,
            """
            a.yaml:3:1: error INC1039: "c" is not "name: value"
              next step: write the name and a colon; if it continues the line above, indent it further and quote the whole
            """
        },
        {
            "a: [b]\n, c\n",
            """
            a.yaml:2:1: 错误 INC1027: 内容不能以“,”开头
              怎么办：若它是内容的一部分，加引号：", c"
            """,
            """
            a.yaml:2:1: error INC1027: a value cannot begin with ","
              next step: if it belongs to the value, quote it: ", c"
            """
        },
        {
            "a: {b: |x}\n",
            """
            a.yaml:1:8: 错误 INC1027: 内容不能以“|”开头
              怎么办：若它是内容的一部分，加引号："|x}"
            """,
            """
            a.yaml:1:8: error INC1027: a value cannot begin with "|"
              next step: if it belongs to the value, quote it: "|x}"
            """
        },
        {
            "- - a\n b\n",
            """
            a.yaml:2:2: 错误 INC1045: 这一行读不懂：“b”
              应为：“名称: 内容”，或“- ”开头的一项
              怎么办：检查这一行和上一行的冒号、引号、括号与缩进
            """,
            """
            a.yaml:2:2: error INC1045: this line cannot be read: "b"
              expected: "name: value", or an item that begins with "- "
              next step: check the colons, quotes, brackets and indentation of this line and the one above
            """
        },
        {
            "a: {? }\n",
            """
            a.yaml:1:7: 错误 INC1023: 冒号前面没有名称
              怎么办：补上名称，或删去冒号
            """,
            """
            a.yaml:1:7: error INC1023: there is no name before the colon
              next step: write the name, or delete the colon
            """
        },
        {
            "a: b\n\"c\nd\": e\n",
            """
            a.yaml:2:1: 错误 INC1030: 从这里开始的引号 " 没有收尾
              怎么办：在内容末尾补上 "
            """,
            """
            a.yaml:2:1: error INC1030: the quotation mark " that opens here is never closed
              next step: put " at the end of the text
            """
        },
        {
            "a: [- b]\n",
            """
            a.yaml:1:5: 错误 INC1045: 这一行读不懂：“a: [- b]”
              应为：“名称: 内容”，或“- ”开头的一项
              怎么办：检查这一行和上一行的冒号、引号、括号与缩进
            """,
            """
            a.yaml:1:5: error INC1045: this line cannot be read: "a: [- b]"
              expected: "name: value", or an item that begins with "- "
              next step: check the colons, quotes, brackets and indentation of this line and the one above
            """
        },
        {
            "a: [b\nc: d\n",
            """
            a.yaml:1:4: 错误 INC1032: 从这里开始的“[”没有收尾
              怎么办：在内容末尾补上“]”；文字里的括号要加引号
            """,
            """
            a.yaml:1:4: error INC1032: "[" opens here and is never closed
              next step: put "]" where it ends; quote a text that holds brackets
            """
        },
        {
            "a: {b: c,\nd: {e: f}\n",
            """
            a.yaml:1:4: 错误 INC1032: 从这里开始的“{”没有收尾
              怎么办：在内容末尾补上“}”；文字里的括号要加引号
            """,
            """
            a.yaml:1:4: error INC1032: "{" opens here and is never closed
              next step: put "}" where it ends; quote a text that holds brackets
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says(string yaml, string chinese, string english)
    {
        DiagnosticBag bag = new();
        YamlReader.Read("a.yaml", yaml, bag);
        bag.Texts(Language.Chinese).Should().Be(chinese);
        bag.Texts(Language.English).Should().Be(english);
    }
}
