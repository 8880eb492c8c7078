using Incentives.Tests.Runs;

namespace Incentives.Tests.Commands;

/// <summary>What <c>check</c> finds in rule files that can be read.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_shipped_rules_have_no_error()
    {
        CommandResult result = CommandLine.English("check", Repository.Path("rules"), "--on", "2024-06-30");
        result.Error.Should().NotContain(" error ");
        result.Output.Should().MatchRegex("^[0-9]+ schemes, [0-9]+ clauses checked: 0 errors, [0-9]+ warnings\\.\n$");
        result.Exit.Should().Be(0);
    }

    [Theory]
    [InlineData("rules/hunan/zhuzhou/brand-2023.yaml")]
    [InlineData("rules/hunan/province/quality.yaml")]
    [InlineData("rules/shandong/jinan/brand-2020.yaml")]
    [InlineData("rules/shandong/qingdao/quality.yaml")]
    [InlineData("rules/shandong/liaocheng/brand.yaml")]
    public void The_rules_of_the_source_documents_are_clean(string rules)
    {
        CommandResult result = CommandLine.English("check", Repository.Path(rules), "--on", "2021-06-30");
        result.Error.Should().BeEmpty();
        result.Output.Should().Contain(" 0 errors, 0 warnings.");
        result.Exit.Should().Be(0);
    }

    // 二(九) itself lists 湖南老字号 at 300,000 and at 50,000; only the reading keeps the two apart.
    [Fact]
    public void Hunan_laozihao_in_two_tiers_is_found_when_the_reading_is_removed()
    {
        string rules = _folder.Write("rules/zhuzhou/brand-2023.yaml", WithoutReading());
        foreach (string vocabulary in (string[])["hunan", "national"])
            _folder.Write($"rules/vocabulary/{vocabulary}.yaml", File.ReadAllBytes(Repository.Path($"rules/vocabulary/{vocabulary}.yaml")));
        (int first, int second) = (ClauseLine(rules, "honours-30"), ClauseLine(rules, "honours-5"));
        CommandResult chinese = CommandLine.Chinese("check", rules, "--on", "2024-06-30");
        chinese.Exit.Should().Be(1);
        chinese.Error.Should().Be(
            $"""
            brand-2023.yaml:{second}:9: 错误 INC3005: 条款“honours-5”与“honours-30”（brand-2023.yaml:{first}:9）都给予同一行奖补：奖项=湖南老字号，对象类型=组织
              应为：一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠
              怎么办：核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading

            """);
        CommandResult english = CommandLine.English("check", rules, "--on", "2024-06-30");
        english.Exit.Should().Be(1);
        english.Error.Should().Be(
            $"""
            brand-2023.yaml:{second}:9: error INC3005: clauses 'honours-5' and 'honours-30' (brand-2023.yaml:{first}:9) both grant the same row: award=湖南老字号, recipient-kind=组织
              expected: an overlap that relates the two (keep: all, highest or one), or disjoint conditions
              next step: see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading

            """);
        english.Output.Should().Be("1 schemes, 6 clauses checked: 1 errors, 0 warnings.\n");
    }

    // What check reports, calculate does not pay.
    [Fact]
    public void A_row_under_both_tiers_is_held()
    {
        string rules = _folder.Write("rules/zhuzhou/brand-2023.yaml", WithoutReading());
        foreach (string vocabulary in (string[])["hunan", "national"])
            _folder.Write($"rules/vocabulary/{vocabulary}.yaml", File.ReadAllBytes(Repository.Path($"rules/vocabulary/{vocabulary}.yaml")));
        string roster = _folder.Write("roster.csv", "编号,名称,对象类型,奖项,认定日期,数量\nA,示例公司,组织,湖南老字号,2024-05-30,1\nB,示例公司,组织,湖南名品,2024-05-30,1\n");
        CommandResult result = CommandLine.English("calculate", roster, "--rules", rules, "--out", _folder["out"], "--quiet");
        result.Exit.Should().Be(0);
        new RunView(_folder["out"]).Payouts.Select(p => p.Short).Should().Equal(
            "A held clauses-conflict honours-30 0", "A held clauses-conflict honours-5 0", "B pay-up-to ceiling-open honours-5 50000");
    }

    [Fact]
    public void Two_tiers_that_are_related_are_no_finding()
    {
        string both = ProbeScheme.Text + "  - {id: second, cite: 第二条, department: 市局, when: {award: 示例奖}, pay: {fixed: 1万元}}\n";
        Finds(both + "overlap: {among: [prize, second], keep: highest}\n").Should().BeEmpty();
        Finds(both).Should().ContainSingle().Which.Should().Contain("INC3005");
    }

    [Theory]
    [InlineData("rank: 1..3", "rnk: 1..3", "INC2005: there is no column 'rnk'", "did you mean 'rank'?")]
    [InlineData("$listed", "$lisetd", "INC2006: there is no list, ladder or setting 'lisetd'", "did you mean '$listed'?")]
    [InlineData("$封顶", "$封定", "INC2006: there is no list, ladder or setting '封定'", "did you mean '$封顶'?")]
    [InlineData("reading: tier", "reading: teir", "INC1208: the reading \"teir\" is not declared", "did you mean \"tier\"?")]
    [InlineData("default: high", "default: hihg", "INC1212: the default \"hihg\" of the reading \"tier\" is none of its options", "did you mean \"high\"?")]
    [InlineData("status: in-force", "status: in-froce", "INC2004: 'status' cannot be 'in-froce'", "did you mean 'in-force'?")]
    [InlineData("    department", "    departmnet", "INC2001: 'departmnet' is not a key of clause", "did you mean 'department'?")]
    [InlineData("issuer: 示例市", "uses: [natoinal]", "INC2008: vocabulary 'natoinal' was not found", "vocabularies are in the folder rules/vocabulary")]
    public void Unknown_names(string old, string text, string what, string next)
    {
        string said = Finds(ProbeScheme.With(old, text), 1).Should().Contain(d => d.Contains(what)).Subject;
        said.Should().Contain(next);
    }

    // An award that no list of awards knows makes a clause that no row can ever reach.
    [Theory]
    [InlineData("listed: [示例奖]", "listed: [示列奖]")]
    [InlineData("award: $listed", "award: 示列奖")]
    public void Unknown_award(string old, string text)
    {
        CommandResult result = CommandLine.Chinese("check", _folder.Write("probe.yaml", ProbeScheme.With(old, text)));
        result.Error.Should().Contain("“示列奖”").And.Contain("是不是“示例奖”？");
    }

    [Fact]
    public void Missing_cite() => Finds(ProbeScheme.With("    cite: 第一条\n", "")).Should().Equal(
        """
        probe.yaml:18:9: warning INC3001: clause 'prize' does not cite its article
          next step: add cite, such as cite: 二(八)
        """);

    [Fact]
    public void Missing_department() => Finds(ProbeScheme.With("    department: 市局\n", "")).Should().Equal(
        "probe.yaml:18:9: note INC3002: clause 'prize' names no department");

    [Fact]
    public void Missing_effective_period()
    {
        string said = Finds(ProbeScheme.With("effective: 2024-01-01..2024-12-31\n", ""), 1).Should().ContainSingle().Subject;
        said.Should().Be(
            """
            probe.yaml:1:1: error INC2002: scheme has no 'effective' (when it is in force, such as 2023-03-08..2025-12-31)
              next step: add a line 'effective: ...'
            """);
    }

    [Fact]
    public void Unused_list() => Finds(ProbeScheme.With("award: $listed", "award: 示例奖")).Should().Equal(
        """
        probe.yaml:9:3: warning INC3004: 'listed' is not used
          next step: remove it, or check whether a reference is misspelt
        """);

    [Fact]
    public void Unused_reading() => Finds(ProbeScheme.With("{reading: tier, high: 50万元, low: 5万元}", "50万元")).Should().Equal(
        """
        probe.yaml:11:3: warning INC1215: the reading "tier" is declared and never used
          next step: write reading: tier where the text can be understood in two ways, or delete the declaration
        """);

    [Fact]
    public void Unused_setting() => Finds(ProbeScheme.With("      at-most: $封顶\n", "")).Should().Equal(
        """
        probe.yaml:16:3: warning INC3004: '封顶' is not used
          next step: remove it, or check whether a reference is misspelt
        """);

    // The other option uses the setting, so it is used.
    [Fact]
    public void What_only_another_option_uses_is_used() => Finds(OtherOptionUses("$封顶")).Should().BeEmpty();

    // Whoever chooses the other option meets the mistake, so it is one now.
    [Fact]
    public void A_mistake_in_another_option_is_found() => Finds(OtherOptionUses("$封定")).Should().Contain(d => d.Contains("INC2006"));

    private static string OtherOptionUses(string name) =>
        ProbeScheme.With("      at-most: $封顶\n", "").Replace("low: 5万元", $"low: {name}", StringComparison.Ordinal);

    private List<string> Finds(string scheme, int exit = -1)
    {
        CommandResult result = CommandLine.English("check", _folder.Write("probe.yaml", scheme), "--on", "2024-06-30");
        result.Exit.Should().Be(exit >= 0 ? exit : result.Error.Contains(" error ", StringComparison.Ordinal) ? 1 : 0);
        List<string> said = [];
        foreach (string line in result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(' ')) said[^1] += "\n" + line;
            else said.Add(line);
        }

        return said;
    }

    private static string WithoutReading()
    {
        string text = File.ReadAllText(Repository.Path("rules/hunan/zhuzhou/brand-2023.yaml"));
        int from = text.IndexOf("  list-30:", StringComparison.Ordinal), to = text.IndexOf("\nreadings:", StringComparison.Ordinal);
        text = text[..from]
            + "  list-30: [中国质量奖提名奖, 湖南省省长质量奖, 中华老字号, 湖南老字号, 国家4A级景区]\n  list-5: [农产品两品一标, 湖南名品, 湖南老字号]\n"
            + text[to..];
        int reading = text.IndexOf("  hunan-laozihao:", StringComparison.Ordinal), clauses = text.IndexOf("\nclauses:", StringComparison.Ordinal);
        return text[..reading] + text[clauses..];
    }

    private static int ClauseLine(string file, string clause) => Array.FindIndex(File.ReadAllLines(file), l => l.Trim() == $"- id: {clause}") + 1;
}
