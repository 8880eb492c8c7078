using System.Text.RegularExpressions;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Sql;

namespace Incentives.Tests.Sql;

/// <summary>What the script of each shipped rule file may hold: whole numbers alone, and nothing that one database understands and another does not.</summary>
public sealed partial class ScriptScanTests
{
    public static TheoryData<string> Dialects() => [.. Dialect.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Dialects))]
    public void No_fraction_is_ever_rounded_by_the_database(string dialect)
    {
        int scripts = 0;
        foreach ((string file, string script) in Scripts(dialect))
        {
            scripts++;
            Doubts(script, dialect).Should().BeEmpty(file);
        }

        scripts.Should().BeGreaterThan(50);
    }

    [Theory]
    [InlineData("select a / 2 from x", "/")]
    [InlineData("select round(a) from x", "round(")]
    [InlineData("select cast(a as double precision)", "double")]
    [InlineData("select a::int", "::")]
    [InlineData("select sum(a) filter (where b)", "filter (")]
    [InlineData("select 0.5 * a", "0.5")]
    public void The_scan_sees_it(string script, string doubt) => Doubts(script, "postgresql").Should().Contain(doubt);

    [Fact]
    public void Names_and_comments_are_passed_over() => Doubts("-- a / b\nselect 'a / b, round(x), it''s' as \"a/b\"", "duckdb").Should().BeEmpty();

    private static IEnumerable<string> Doubts(string script, string dialect)
    {
        string code = Names().Replace(Comments().Replace(script, ""), "''");
        if (dialect == "duckdb") code = code.Replace(" // ", " ", StringComparison.Ordinal);
        // What is left of a number after its remainder is taken away, over the same divisor.
        if (dialect == "spark") code = code.Replace(")) / cast(", " ", StringComparison.Ordinal);
        return Doubtful().Matches(code.Replace("* 0.01 as", "as", StringComparison.Ordinal).Replace("cast(0.01 as decimal(2", "(", StringComparison.Ordinal)).Select(m => m.Value).Distinct();
    }

    private static IEnumerable<(string File, string Script)> Scripts(string dialect)
    {
        foreach (string file in Directory.EnumerateFiles(Repository.Path("rules"), "*.yaml", SearchOption.AllDirectories).Where(f => !f.EndsWith(".test.yaml", StringComparison.Ordinal) && File.ReadAllText(f).Contains("\nscheme:", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            DiagnosticBag bag = new();
            RuleSet rules = RuleSet.Read([file], bag);
            if (Batch.PlanOf(rules, new BatchRequest { Rosters = [], Period = "" }, bag, out Period? period) is not { } plan) continue;
            if (SqlExport.Write(plan, period, Dialect.All.First(d => d.Name == dialect), bag) is { } text) yield return (file, ScriptText.Write(text, "", check: true));
        }
    }

    [GeneratedRegex("--[^\n]*")]
    private static partial Regex Comments();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"|`[^`]*`")]
    private static partial Regex Names();

    [GeneratedRegex(@"/|round\(|\bdouble\b|\bfloat\w*|\breal\b|::|\bfilter \(|\bqualify\b|\blateral\b|\bdistinct on\b|\b\d+\.\d+\b|\bpow\w*\(|\*\*")]
    private static partial Regex Doubtful();
}
