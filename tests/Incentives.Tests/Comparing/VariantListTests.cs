using Incentives.Core.Comparing;
using Incentives.Core.Diagnostics;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Comparing;

/// <summary>How the options of <c>compare</c> make a base and its variants.</summary>
public sealed class VariantListTests
{
    private static string[] Of(VariantChoices choices)
    {
        DiagnosticBag bag = new();
        VariantList list = VariantList.Of(choices, bag);
        bag.Sorted().Should().BeEmpty();
        return [$"{VariantChange.ShortName(list.BaseRules)} [{string.Join(", ", list.BaseChoices.Select(c => c.Text))}]", .. list.Variants.Select(v => $"{v.Name}: {string.Join(", ", v.Changes.Select(c => c.Words.En))}")];
    }

    private static VariantChoices Choices(string[]? rules = null, string[]? readings = null, string[]? settings = null, string[]? sweeps = null, string[]? named = null) =>
        new(rules ?? ["rules/a"], readings ?? [], settings ?? [], sweeps ?? [], named ?? []);

    [Fact]
    public void Rules_given_again() => Of(Choices(["rules/a", "rules/b.yaml", "c/"])).Should().Equal("a []", "b.yaml: rules b.yaml", "c: rules c");

    [Fact]
    public void A_reading_given_again() => Of(Choices(readings: ["x=a", "x=b", "x=c"])).Should().Equal("a [x=a]", "x=b: reading x=b", "x=c: reading x=c");

    [Fact]
    public void Once_for_all_beside_what_is_compared() => Of(Choices(["rules/a", "rules/b"], ["x=a"], ["金额=3万元"])).Should().Equal("a [x=a, 金额=3万元]", "b: rules b");

    [Fact]
    public void Two_things_given_again_are_changed_one_at_a_time() =>
        Of(Choices(readings: ["x=a", "x=b"], settings: ["金额=3万元", "金额=4万元"])).Should().Equal("a [x=a, 金额=3万元]", "x=b: reading x=b", "金额=4万元: setting 金额=4万元");

    [Fact]
    public void Only_once_is_against_the_rules_as_they_stand() => Of(Choices(readings: ["x=b", "y=c"], settings: ["金额=3万元"])).Should().Equal("a []", "x=b, y=c, 金额=3万元: reading x=b, reading y=c, setting 金额=3万元");

    [Fact]
    public void A_sweep() => Of(Choices(settings: ["n=35万元"], sweeps: ["n=30万元..50万元/10万元"])).Should().Equal("a [n=35万元]", "n=30万元: setting n=30万元", "n=40万元: setting n=40万元", "n=50万元: setting n=50万元");

    [Fact]
    public void A_named_variant_has_its_rules_first_and_values_with_blanks() =>
        Of(Choices(named: ["甲方案： --reading x=b --set 金额=1.5 * 基数 --rules rules/b --rules o.yaml"])).Should().Equal("a []", "甲方案: rules b + o.yaml, reading x=b, setting 金额=1.5 * 基数");

    [Fact]
    public void Names_are_unique() => Of(Choices(readings: ["x=a", "x=b", "x=b"])).Should().Equal("a [x=a]", "x=b: reading x=b", "x=b (2): reading x=b");

    [Theory]
    [InlineData("n=0..1万元/2500元", "0元 2500元 5000元 7500元 1万元")]
    [InlineData("n=1.25亿元..1.5亿元/0.125亿元", "12500万元 13750万元 15000万元")]
    [InlineData("n=10%..12.5%/1.25%", "10% 11.25% 12.5%")]
    [InlineData("n=2件..6件/2件", "2件 4件 6件")]
    [InlineData("n=2..6件/2", "2件 4件 6件")]
    [InlineData("n=0.5..1.5/0.25", "0.5 0.75 1 1.25 1.5")]
    [InlineData("n=5万元..5万元/1元", "5万元")]
    [InlineData("n=0.01元..0.03元/0.01元", "0.01元 0.02元 0.03元")]
    public void Sweeps(string text, string values)
    {
        DiagnosticBag bag = new();
        SweepText.Read(text, bag)!.Values.Should().Equal(values.Split(' '));
        bag.Sorted().Should().BeEmpty();
    }

    [Fact]
    public void Nothing_to_compare() => Refuses([],
        """
        错误 INC9301: 只有一个方案，没有可以比较的
          怎么办：把要比的写两次，如 --reading 口径=甲 --reading 口径=乙，或 --rules 现行 --rules 草案，或 --sweep 设定=30万元..80万元/10万元
        """,
        """
        error INC9301: there is only one variant and nothing to compare it with
          next step: give twice what is to be compared, such as --reading ID=a --reading ID=b, or --rules now --rules draft, or --sweep NAME=30万元..80万元/10万元
        """);

    [Theory]
    [InlineData("--reading", "by-level")]
    [InlineData("--set", "金额=")]
    public void Not_a_pair(string option, string text) => Refuses([option, text],
        $"""
        错误 INC9302: {option} “{text}”的写法不对
          应为：名称=值
        """,
        $"""
        error INC9302: {option} '{text}' has the wrong form
          expected: NAME=VALUE
        """);

    [Theory]
    [InlineData("金额")]
    [InlineData("金额=30万元..80万元")]
    [InlineData("金额=30万元/10万元")]
    [InlineData("金额=30万元..80%/10万元")]
    [InlineData("金额=80万元..30万元/10万元")]
    [InlineData("金额=30万元..80万元/0元")]
    [InlineData("金额=2件..6家/2件")]
    [InlineData("金额=..6/2")]
    public void Unreadable_sweeps(string text) => Refuses(["--sweep", text],
        $"""
        错误 INC9303: --sweep “{text}”的写法不对
          应为：设定=起..止/步长，起不大于止，三者都是金额、都是百分比或都是数，如 首次金额=30万元..80万元/10万元
        """,
        $"""
        error INC9303: --sweep '{text}' has the wrong form
          expected: NAME=LOW..HIGH/STEP with LOW not above HIGH, all three money, percentages or numbers, such as 首次金额=30万元..80万元/10万元
        """);

    [Fact]
    public void A_sweep_that_misses_its_end() => Refuses(["--sweep", "金额=30万元..80万元/15万元"],
        """
        错误 INC9304: --sweep “金额=30万元..80万元/15万元”走不到 80万元：最后一步是 75万元
          怎么办：把止写成 75万元，或改步长
        """,
        """
        error INC9304: --sweep '金额=30万元..80万元/15万元' does not arrive at 80万元: the last step is 75万元
          next step: write 75万元 as the end, or change the step
        """);

    [Theory]
    [InlineData("--reading x=a")]
    [InlineData("甲: x=a")]
    [InlineData("甲: --reading")]
    [InlineData("甲: --period 2024")]
    [InlineData(": --reading x=a")]
    public void Unreadable_variants(string text) => Refuses(["--variant", text],
        $"""
        错误 INC9305: --variant “{text}”的写法不对
          应为：名称: --reading 口径=选项 --set 设定=值 --rules 规则，冒号后至少一项
        """,
        $"""
        error INC9305: --variant '{text}' has the wrong form
          expected: NAME: --reading ID=OPTION --set NAME=VALUE --rules PATH, at least one behind the colon
        """);

    [Fact]
    public void Too_many_steps() => Refuses(["--sweep", "金额=1元..1000元/1元"],
        """
        错误 INC9306: 1000 个方案太多，一次最多比较 100 个
          怎么办：加大步长，或分几次比较
        """,
        """
        error INC9306: 1000 variants are too many; at most 100 are compared at once
          next step: take a larger step, or compare in several goes
        """);

    [Fact]
    public void A_variant_that_cannot_be_calculated() => Refuses(["--reading", "standards-30-10-5=by-rank", "--reading", "standards-30-10-5=by-levle"],
        """
        错误 INC9307: 方案“standards-30-10-5=by-levle”不能计算，原因见其他信息
          怎么办：改正后再比较；什么也没有写入
        brand-2023.yaml:35:3: 错误 INC1214: 口径“standards-30-10-5”没有选定的“by-levle”这个选项
          应为：by-rank、by-level
          怎么办：是不是“by-level”？
        """,
        """
        error INC9307: variant 'standards-30-10-5=by-levle' cannot be calculated; the other messages say why
          next step: correct it and compare again; nothing was written
        brand-2023.yaml:35:3: error INC1214: the reading "standards-30-10-5" has no option "by-levle", which was chosen
          expected: by-rank, by-level
          next step: did you mean "by-level"?
        """);

    [Fact]
    public void A_folder_that_is_no_comparison_is_refused_and_untouched()
    {
        using TempFolder folder = new();
        folder.Write("out/重要.docx", "四月的会议纪要");
        string output = folder["out"];
        Refuses(["--reading", "standards-30-10-5=by-level", "--out", output],
            $"""
            {output}: 错误 INC9308: --out 已经存在，而且不是以前的比较文件夹，不会覆盖它
              应为：一个新文件夹，或以前 compare 的输出
              怎么办：换一个文件夹名
            """,
            $"""
            {output}: error INC9308: --out exists and is not an earlier folder of compare; it will not be overwritten
              expected: a new folder, or an earlier output of compare
              next step: choose another folder name
            """);
        Directory.EnumerateFileSystemEntries(output).Should().Equal(folder["out/重要.docx"]);
        folder.Names().Should().Equal("out");
    }

    private static void Refuses(string[] more, string chinese, string english) =>
        CommandLine.Refuses(["compare", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), .. more], chinese, english);
}
