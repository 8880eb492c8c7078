using CsvHelper;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Sampling;

/// <summary>What stands in the cells, for schemes small enough to say it by hand.</summary>
public sealed class SampleContentTests
{
    private const string Head = "scheme: s\ntitle: 试\nstatus: in-force\neffective: 2024-03-15..2024-12-31\n";

    // From 10 million included to 30 million excluded: both ends and one fen to either side of each.
    [Fact]
    public void Ranges_are_met_at_their_ends()
    {
        Cells(Head + "awards: {甲: {}}\ncolumns: {年产值: money}\nclauses:\n  - {id: a, when: {award: 甲, 年产值: 1000万元..<3000万元}, pay: {per: item, fixed: 1万元}}\n", "年产值")
            .Should().Contain(["10000000", "9999999.99", "10000000.01", "30000000", "29999999.99", "30000000.01", ""]);
    }

    // Growth of 10% exactly, a step less and a step more: the product of 1.1, 1.0999 and 1.1001 with the year before.
    [Fact]
    public void A_derived_column_is_brought_to_its_edge()
    {
        using TempFolder folder = new();
        string rules = folder.Write("s.yaml", Head + "awards: {甲: {}}\ncolumns:\n  产值: money\n  上年产值: money\n  增幅: {is: (产值 - 上年产值) / 上年产值}\nclauses:\n  - {id: a, when: {award: 甲, 增幅: 10%..}, pay: {per: item, fixed: 1万元}}\n");
        List<string> growth = [];
        foreach (string[] row in Rows(folder, rules, "产值", "上年产值"))
        {
            if (row[0].Length > 0 && row[1].Length > 0 && decimal.Parse(row[1], null) is > 0 and var before) growth.Add((decimal.Parse(row[0], null) / before).ToString("0.########", null));
        }

        growth.Should().Contain("1.1");
        growth.Should().Contain(g => decimal.Parse(g, null) < 1.1m).And.Contain(g => decimal.Parse(g, null) > 1.1m);
    }

    [Fact]
    public void Every_cell_of_a_table_is_met()
    {
        using TempFolder folder = new();
        string rules = folder.Write("s.yaml", Head + "awards: {标准: {}}\nclauses:\n  - id: a\n    when: {award: 标准}\n    pay:\n      per: item\n      fixed: {by: [level, role], 国际: {主导: 60万元, 参与: 10万元}, 国家: {主导: 30万元, 参与: 5万元}}\n");
        Rows(folder, rules, "级别", "角色").Select(r => $"{r[0]}{r[1]}").Distinct().Should().Contain(["国际主导", "国际参与", "国家主导", "国家参与"]);
    }

    // Three winners at 50%, 30% and 20% of one million, with one patent between them.
    [Fact]
    public void Joint_winners_share_a_subject()
    {
        using TempFolder folder = new();
        string rules = folder.Write("s.yaml", Head + "awards: {甲: {}}\nclauses:\n  - id: a\n    when: {award: 甲}\n    pay: {per: item, fixed: 100万元}\n    share: {by: subject, weight: {by: rank, 1: 50%, 2: 30%, 3: 20%}}\n");
        SampleRun.Write(folder, rules, 300, tidy: true);
        RunView run = SampleRun.Calculate(folder, rules);
        run.Payouts.Where(p => p.Status == "pay").Select(p => p.PayableFen / 1_000_000).Should().Contain([50, 30, 20]);
        run.Payouts.Where(p => p.Reason == "share-missing").Should().NotBeEmpty();
    }

    [Fact]
    public void The_day_before_and_the_day_after_are_met()
    {
        Cells(Head + "awards: {甲: {}}\nclauses:\n  - {id: a, when: {award: 甲}, pay: {per: item, fixed: 1万元}}\n", "认定日期")
            .Should().Contain(["2024-03-14", "2024-03-15", "2024-12-31", "2025-01-01", "2024", ""]);
    }

    [Fact]
    public void Exclusions_are_met_and_passed()
    {
        using TempFolder folder = new();
        string rules = folder.Write("s.yaml", Head + "awards: {甲: {}}\ncolumns: {经营年限: count}\nexclude:\n  - {unless: {经营年限: 5..}, outcome: rejected}\nclauses:\n  - {id: a, when: {award: 甲}, pay: {per: item, fixed: 1万元}}\n");
        SampleRun.Write(folder, rules, 200, tidy: true);
        SampleRun.Calculate(folder, rules).Payouts.Select(p => $"{p.Status} {p.Reason}").Distinct().Should().Contain(["pay full", "zero excluded", "held missing-evidence", "unmatched no-clause", "unmatched outside-period"]);
    }

    [Fact]
    public void A_clause_that_an_exclusion_covers_is_named()
    {
        using TempFolder folder = new();
        string rules = folder.Write("s.yaml", Head + "awards: {甲: {}}\nexclude:\n  - {when: {award: 甲}, outcome: zero}\nclauses:\n  - {id: a, when: {award: 甲}, pay: {per: item, fixed: 1万元}}\n");
        CommandResult result = CommandLine.English("sample", "--rules", rules, "--rows", "10", "--out", folder["r.csv"]);
        result.Error.TrimEnd('\n').Should().Be("s.yaml:9:10: warning INC8104: no row was found that clause 'a' pays\n  next step: see whether its conditions contradict each other, or an exclusion covers it whole");
        result.Output.Should().Be("10 roster rows and 0 history rows written; 0 of 1 clauses have rows that they pay.\n");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_said()
    {
        using TempFolder folder = new();
        CommandResult result = CommandLine.English("sample", "--rules", Repository.Path("rules/hunan/zhuzhou"), "--rows", "10", "--out", folder["none/r.csv"]);
        result.Exit.Should().Be(2);
        result.Error.Should().StartWith($"{folder["none/r.csv"]}: error INC8102: cannot be written: ").And.EndWith("  next step: check the folder, permissions and free space\n");
        folder.Names().Should().BeEmpty();
    }

    private static HashSet<string> Cells(string scheme, string header)
    {
        using TempFolder folder = new();
        return [.. Rows(folder, folder.Write("s.yaml", scheme), header).Select(r => r[0])];
    }

    private static List<string[]> Rows(TempFolder folder, string rules, params string[] headers)
    {
        SampleRun.Write(folder, rules, 400);
        using CsvReader reader = CsvReader.Create(File.OpenRead(folder["roster.csv"]));
        List<string[]> rows = [];
        string[]? names = null;
        while (reader.Read())
        {
            names ??= [.. reader.Headers!];
            rows.Add([.. headers.Select(h => reader.GetString(Array.IndexOf(names, h)))]);
        }

        return rows;
    }
}
