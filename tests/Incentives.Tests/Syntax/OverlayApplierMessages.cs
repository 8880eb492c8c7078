using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

/// <summary>Each mistake in an overlay.</summary>
public class OverlayApplierMessages
{
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "overlay: o\nbase: s\nremov: [x]\n",
            """
            a.yaml:3:1: 错误 INC1221: 调整方案里没有“remov”这一项
              应为：overlay、title、note、base、change、remove
              怎么办：是不是“remove”？
            """,
            """
            a.yaml:3:1: error INC1221: an overlay has no field "remov"
              expected: overlay, title, note, base, change, remove
              next step: did you mean "remove"?
            """
        },
        {
            "overlay: o\nbase: s\ncolour: red\n",
            """
            a.yaml:3:1: 错误 INC1221: 调整方案里没有“colour”这一项
              应为：overlay、title、note、base、change、remove
              怎么办：要改的内容写在“change:”下面
            """,
            """
            a.yaml:3:1: error INC1221: an overlay has no field "colour"
              expected: overlay, title, note, base, change, remove
              next step: write what is to change under "change:"
            """
        },
        {
            "overlay: o\nremove: [lists]\n",
            """
            a.yaml:1:1: 错误 INC1222: 调整方案没有写明针对哪个办法（base）
              应为：base: s
              怎么办：补上 base 和办法的代号
            """,
            """
            a.yaml:1:1: error INC1222: the overlay does not say which scheme it changes (base)
              expected: base: s
              next step: add base and the scheme's name
            """
        },
        {
            "overlay: o\nbase: t\nremove: [lists]\n",
            """
            a.yaml:2:7: 错误 INC1223: 调整方案针对的是“t”，而这个办法是“s”
              应为：base: s
              怎么办：改正 base，或换用对应的办法文件
            """,
            """
            a.yaml:2:7: error INC1223: the overlay changes "t", and this scheme is "s"
              expected: base: s
              next step: correct base, or use the scheme it was written for
            """
        },
        {
            "overlay: o\nbase: s\nchange: [a]\n",
            """
            a.yaml:3:9: 错误 INC1224: “change:”下面应逐条写“路径: 新内容”
              应为：clauses/条款代号/pay/up-to: 40万元
              怎么办：每条改动单独一行，缩进两格
            """,
            """
            a.yaml:3:9: error INC1224: "change:" should be followed by lines "path: new content"
              expected: clauses/clause-id/pay/up-to: 40万元
              next step: give each change a line of its own, two spaces in
            """
        },
        {
            "overlay: o\nbase: s\nremove: [{a: b}]\n",
            """
            a.yaml:3:10: 错误 INC1204: “remove”应是一段文字，这里却是列表或一组内容
              怎么办：写成一行文字；文字里有括号或冒号时加引号
            """,
            """
            a.yaml:3:10: error INC1204: "remove" should be a text, and this is a list or a mapping
              next step: write it as one line of text; quote it if it holds brackets or colons
            """
        },
        {
            "overlay: o\nbase: s\n",
            """
            a.yaml:1:1: 警告 INC1225: 调整方案没有作任何改动
              怎么办：在“change:”下面写要改的路径，或在“remove:”里写要删去的路径
            """,
            """
            a.yaml:1:1: warning INC1225: the overlay changes nothing
              next step: write what to change under "change:", or what to delete under "remove:"
            """
        },
        {
            "overlay: o\nbase: s\nremove: [lists//l]\n",
            """
            a.yaml:3:10: 错误 INC1226: 路径“lists//l”里有一段是空的
              应为：clauses/条款代号/pay/up-to
              怎么办：删去多余的“/”
            """,
            """
            a.yaml:3:10: error INC1226: the path "lists//l" has an empty part
              expected: clauses/clause-id/pay/up-to
              next step: delete the surplus "/"
            """
        },
        {
            "overlay: o\nbase: s\nchange:\n  clauses/honors/pay/up-to: 40万元\n",
            """
            a.yaml:4:3: 错误 INC1227: 路径“clauses/honors/pay/up-to”走不通：“clauses”下面没有“honors”
              应为：honours
              怎么办：是不是“honours”？
            """,
            """
            a.yaml:4:3: error INC1227: the path "clauses/honors/pay/up-to" leads nowhere: "clauses" has no "honors"
              expected: honours
              next step: did you mean "honours"?
            """
        },
        {
            "overlay: o\nbase: s\nchange:\n  clauze/honours: 40万元\n",
            """
            a.yaml:4:3: 错误 INC1227: 路径“clauze/honours”走不通：办法里没有“clauze”
              应为：scheme、clauses、lists
              怎么办：是不是“clauses”？
            """,
            """
            a.yaml:4:3: error INC1227: the path "clauze/honours" leads nowhere: the scheme has no "clauze"
              expected: scheme, clauses, lists
              next step: did you mean "clauses"?
            """
        },
        {
            "overlay: o\nbase: s\nremove: [clauses/honours/recur]\n",
            """
            a.yaml:3:10: 错误 INC1227: 路径“clauses/honours/recur”走不通：“clauses/honours”下面没有“recur”
              应为：id、pay
              怎么办：对照办法文件检查路径的每一段
            """,
            """
            a.yaml:3:10: error INC1227: the path "clauses/honours/recur" leads nowhere: "clauses/honours" has no "recur"
              expected: id, pay
              next step: check each part of the path against the scheme's file
            """
        },
        {
            "overlay: o\nbase: s\nremove: [lists/l/丙丁戊己]\n",
            """
            a.yaml:3:10: 错误 INC1227: 路径“lists/l/丙丁戊己”走不通：“lists/l”下面没有“丙丁戊己”
              应为：甲、乙
              怎么办：对照办法文件检查路径的每一段
            """,
            """
            a.yaml:3:10: error INC1227: the path "lists/l/丙丁戊己" leads nowhere: "lists/l" has no "丙丁戊己"
              expected: 甲, 乙
              next step: check each part of the path against the scheme's file
            """
        },
        {
            "overlay: o\nbase: s\nchange:\n  clauses/honours/pay/up-to/x: 40万元\n",
            """
            a.yaml:4:3: 错误 INC1228: 路径“clauses/honours/pay/up-to/x”走不通：“clauses/honours/pay/up-to”是“50万元”，下面没有内容
              怎么办：路径只写到“clauses/honours/pay/up-to”，把新内容整个写在后面
            """,
            """
            a.yaml:4:3: error INC1228: the path "clauses/honours/pay/up-to/x" leads nowhere: "clauses/honours/pay/up-to" is "50万元" and has no parts
              next step: end the path at "clauses/honours/pay/up-to" and write its whole new content
            """
        },
        {
            "overlay: o\nbase: s\nchange:\n  clauses/2: 40万元\n",
            """
            a.yaml:4:3: 错误 INC1227: 路径“clauses/2”走不通：“clauses”下面没有“2”
              应为：honours
              怎么办：对照办法文件检查路径的每一段
            """,
            """
            a.yaml:4:3: error INC1227: the path "clauses/2" leads nowhere: "clauses" has no "2"
              expected: honours
              next step: check each part of the path against the scheme's file
            """
        },
    };

    private const string Scheme = "scheme: s\nclauses:\n  - id: honours\n    pay: {up-to: 50万元}\nlists: {l: [甲, 乙]}\n";

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says(string overlay, string chinese, string english)
    {
        DiagnosticBag bag = new();
        MapNode scheme = Yaml.Map(Scheme);
        OverlayApplier.Apply(scheme, Yaml.Map(overlay), bag).Should().Be(scheme);
        bag.Texts(Language.Chinese).Should().Be(chinese);
        bag.Texts(Language.English).Should().Be(english);
    }
}
