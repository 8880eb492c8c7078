using Incentives.Tests.Commands;
using Microsoft.Data.Sqlite;

namespace Incentives.Tests.Ledger;

/// <summary>Propose, approve, post, reverse, and the history that comes of it.</summary>
public sealed class LedgerFlowTests
{
    private const string Two = "甲公司,,示例奖,,2024-03-01,3,\n乙公司,,封顶奖,,2024-04-01,,20000\n";

    [Fact]
    public void A_batch_is_history_only_when_it_is_posted()
    {
        using LedgerDesk desk = new();
        desk.Propose(desk.Run("run", Two)).Output.Should().StartWith("batch 1 proposed: 2 rows, 50,000 yuan\n");
        desk.History().Should().BeEmpty();
        desk.Approve(1).Output.Should().StartWith("batch 1 approved: 2 rows, 50,000 yuan\n");
        desk.History().Should().BeEmpty();
        desk.Post(1).Output.Should().StartWith("batch 1 posted: 2 rows, 50,000 yuan\n");
        desk.History().Should().Equal("甲公司,,示例奖,,2024-03-01,30000.00,probe,prize,3", "乙公司,,封顶奖,,2024-04-01,20000.00,probe,top,");
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void Only_paid_lines_are_proposed()
    {
        using LedgerDesk desk = new();
        // The second is decided at nothing, the third falls under no clause.
        desk.Propose(desk.Run("run", "甲公司,,示例奖,,2024-03-01,1,\n乙公司,,封顶奖,,2024-04-01,,0\n丙公司,,别的奖,,2024-04-01,,\n")).Output.Should().StartWith("batch 1 proposed: 1 rows, 10,000 yuan\n");
    }

    [Fact]
    public void Clawbacks_are_rows_of_their_own_and_corrections_are_taken_off()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, Two + "丙公司,,示例奖,,2024-05-01,1,\n");
        desk.Reverse(1, "clawback", "--row", "1", "--amount", "0.5万元").Output.Should().StartWith("batch 2 reversed: 1 rows, -5,000 yuan\n");
        desk.Reverse(1, "correction", "--row", "2", "--amount", "5000").Output.Should().StartWith("batch 3 reversed: 1 rows, -5,000 yuan\n");
        desk.Reverse(1, "correction", "--row", "3").Output.Should().StartWith("batch 4 reversed: 1 rows, -10,000 yuan\n");
        desk.History().Should().Equal(
            "甲公司,,示例奖,,2024-03-01,30000.00,probe,prize,3",
            "乙公司,,封顶奖,,2024-04-01,15000.00,probe,top,",
            "甲公司,,示例奖,,2024-03-01,-5000.00,probe,prize,3");
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void A_whole_batch_is_reversed_by_what_is_left_of_it()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, Two);
        desk.Reverse(1, "clawback", "--row", "1", "--amount", "1万元");
        desk.Reverse(1, "clawback").Output.Should().StartWith("batch 3 reversed: 2 rows, -40,000 yuan\n");
        LedgerDesk.Number(desk.Ledger, "SELECT sum(fen) FROM items WHERE posted > 0").Should().Be(0);
        desk.History().Should().HaveCount(5);
        // The events are still there, until a correction removes them too.
        desk.Reverse(1, "correction").Output.Should().StartWith("batch 4 reversed: 2 rows, 0 yuan\n");
        desk.History().Should().BeEmpty();
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void An_award_that_a_correction_removed_can_be_paid_again()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,1,\n");
        desk.Reverse(1, "correction");
        desk.Pay(3, "甲公司,,示例奖,,2024-03-01,2,\n");
        desk.History().Should().Equal("甲公司,,示例奖,,2024-03-01,20000.00,probe,prize,2");
        desk.Reverse(3, "correction");
        desk.Propose(desk["run3"]);
        desk.Approve(5);
        desk.Post(5);
        desk.History().Should().HaveCount(1);
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void Rows_that_repeat_within_a_run_are_all_paid()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,1,\n甲公司,,示例奖,,2024-03-01,1,\n");
        desk.History().Should().HaveCount(2);
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void A_correction_batch_pays_the_difference_only()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,3,\n乙公司,,封顶奖,,2024-04-01,,20000\n丙公司,,示例奖,,2024-05-01,1,\n");
        // 甲 had 5 items and not 3: 20,000 more. 乙 stays. 丙 was no winner: 10,000 back. 丁 was left out: 10,000.
        desk.Propose(desk.Run("again", "甲公司,,示例奖,,2024-03-01,5,\n乙公司,,封顶奖,,2024-04-01,,20000\n丁公司,,示例奖,,2024-06-01,1,\n"), "--corrects", "1")
            .Output.Should().StartWith("batch 2 proposed: 3 rows, 20,000 yuan\n");
        desk.Approve(2);
        desk.Post(2);
        desk.History().Should().Equal(
            "甲公司,,示例奖,,2024-03-01,50000.00,probe,prize,5",
            "乙公司,,封顶奖,,2024-04-01,20000.00,probe,top,",
            "丁公司,,示例奖,,2024-06-01,10000.00,probe,prize,1");
        desk.Verify().Exit.Should().Be(0);
        // The same once more: what 甲 got is no difference now, and what 丁 got belongs to batch 2.
        CommandResult again = CommandLine.English(desk.Args("propose", desk["again"], "--corrects", "1", "--by", "甲"));
        again.Exit.Should().Be(2);
        again.Error.Should().StartWith("again.csv:4: error INC9109: '示例奖' of '丁公司' is already in batch 2, row 2, and cannot be paid again\n");
    }

    private static string[] Payables(string run) => [.. File.ReadLines(Path.Combine(run, "payouts.csv")).Skip(1).Select(l => l.Split(',')[10])];

    [Fact]
    public void Calculate_reads_its_history_from_the_ledger()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,1,\n乙公司,,示例奖,,2024-03-01,1,\n丙公司,,示例奖,,2024-03-01,1,\n");
        desk.Reverse(1, "correction", "--row", "2");
        desk.Reverse(1, "clawback", "--row", "3");
        desk.Use(
            """
            scheme: probe
            title: 示例办法
            issuer: 示例市
            status: in-force
            effective: 2024-01-01..2025-12-31
            clauses:
              - id: prize
                cite: 第一条
                department: 市局
                when: {award: 示例奖}
                pay: {per: item, fixed: 1万元}
                recur: {by: recipient}

            """);
        // 甲 was paid; 乙's payment was a mistake; 丙 had to give it back, but won.
        string run = desk.Run("next", "甲公司,,示例奖,,2025-03-01,1,\n乙公司,,示例奖,,2025-03-01,1,\n丙公司,,示例奖,,2025-03-01,1,\n", "--ledger", desk.Ledger);
        Payables(run).Should().Equal("0.00", "10000.00", "0.00");
        File.Exists(Path.Combine(run, "inputs/history/ledger.csv")).Should().BeTrue();
        CommandLine.English("verify", run).Exit.Should().Be(0);
        // To correct a batch, its own payments are no history.
        Payables(desk.Run("anew", "甲公司,,示例奖,,2024-03-01,1,\n", "--ledger", desk.Ledger, "--ledger-except", "1")).Should().Equal("10000.00");
    }

    [Fact]
    public void History_keeps_the_other_columns_of_the_roster()
    {
        using LedgerDesk desk = new();
        string roster = desk.Write("wide.csv", "企业名称,奖项,级别,区县,认定日期,申报金额(万元)\n甲公司,示例奖,省级,天元区,2024-03-01,3\n");
        CommandLine.English("calculate", roster, "--rules", desk.Rules, "--out", desk["wide"], "--quiet").Exit.Should().Be(0);
        desk.Propose(desk["wide"]);
        desk.Approve(1);
        desk.Post(1);
        desk.History().Should().Equal("甲公司,,示例奖,,2024-03-01,10000.00,probe,prize,,天元区,省级");
        File.ReadLines(desk["history.csv"]).First().TrimStart('\uFEFF').Should().Be("名称,统一社会信用代码,奖项,主体,日期,已获奖励(元),政策,条款,数量,district,level");
    }

    [Fact]
    public void Export_and_import_round_trip_to_the_same_hashes()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, Two + "\"'=甲,\"\"引号\"\"\",,示例奖,\"=1+1\",2024-05-01,1,\n");
        desk.Reverse(1, "clawback", "--row", "3", "--amount", "12.34");
        CommandLine.English(desk.Args("export", "--out", desk["copy"])).Exit.Should().Be(0);
        string[] items = File.ReadAllLines(desk["copy/items.csv"]);
        items[3].Should().Contain("'=1+1").And.NotContain(",=1+1");
        CommandResult imported = CommandLine.English("ledger", "import", desk["copy"], "--ledger", desk["other.db"]);
        imported.Exit.Should().Be(0, imported.Error);
        desk.Verify(desk["other.db"]).Should().Be(desk.Verify());
        CommandLine.English("ledger", "export", "--out", desk["again"], "--ledger", desk["other.db"]).Exit.Should().Be(0);
        foreach (string name in new[] { "batches.csv", "items.csv", "actions.csv" }) File.ReadAllBytes(desk[$"again/{name}"]).Should().Equal(File.ReadAllBytes(desk[$"copy/{name}"]));
    }

    [Fact]
    public void A_copy_of_the_file_is_a_backup()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, Two);
        File.Copy(desk.Ledger, desk["backup.db"]);
        desk.Verify(desk["backup.db"]).Should().Be(desk.Verify());
    }

    // Whoever goes around the program is refused by the database itself.
    [Theory]
    [InlineData("INSERT INTO items SELECT 9, row, kind, award_key, generation, seq, claim, closes, of_batch, of_row, code, name, name_key, award, award_name, subject, subject_key, day, date, scheme, clause, occurrence, quantity, fen, roster, line, details, 3, hash FROM items", "*award already paid*")]
    [InlineData("INSERT INTO items SELECT 9, row, 'adjust', award_key, generation, seq, claim, closes, of_batch, of_row, code, name, name_key, award, award_name, subject, subject_key, day, date, scheme, clause, occurrence, quantity, fen, roster, line, details, 3, hash FROM items", "*UNIQUE*")]
    [InlineData("INSERT INTO items SELECT 9, row, 'clawback', award_key, generation, 1, claim, closes, of_batch, of_row, code, name, name_key, award, award_name, subject, subject_key, day, date, scheme, clause, occurrence, quantity, -fen - 1, roster, line, details, 3, hash FROM items", "*more than was paid*")]
    [InlineData("INSERT INTO batches SELECT 9, kind, run, corrects, rows, 0 FROM batches; UPDATE batches SET posted = 9 WHERE number = 9", "*run already posted*")]
    [InlineData("INSERT INTO actions SELECT 9, action, 9, person, person_key, at, reason, content, previous, hash FROM actions WHERE action = 'post'", "*posting needs an approval by somebody else*")]
    public void The_database_refuses(string sql, string words)
    {
        using LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,1,\n");
        Action act = () => desk.Sql(sql);
        act.Should().Throw<SqliteException>().WithMessage(words);
    }

    // 91430200000001011G is a code whose check character is right.
    [Theory]
    [InlineData("甲公司,91430200000001011G,", "甲公司,,", true)]
    [InlineData("甲公司,,", "甲公司,91430200000001011G,", true)]
    [InlineData("甲公司,91430200000001011G,", "甲（集团）公司,91430200000001011G,", true)]
    [InlineData("甲公司,,", "甲　公司,,", true)]
    [InlineData("甲公司,91430200000001011G,", "甲公司,9143020000000102X8,", false)]
    public void The_same_recipient_is_known_with_and_without_its_code(string first, string second, bool isSame)
    {
        using LedgerDesk desk = new();
        desk.Pay(1, first + "示例奖,,2024-03-01,1,\n");
        string run = desk.Run("second", second + "示例奖,,2024-03-01,1,\n");
        CommandResult result = CommandLine.English(desk.Args("propose", run, "--by", "甲"));
        result.Exit.Should().Be(isSame ? 2 : 0, result.Error);
        if (isSame) result.Error.Should().Contain("INC9109");
    }

    [Fact]
    public void Two_proposals_of_one_award_cannot_both_be_posted()
    {
        using LedgerDesk desk = new();
        desk.Propose(desk.Run("first", "甲公司,,示例奖,,2024-03-01,1,\n乙公司,,示例奖,,2024-03-01,1,\n"));
        desk.Propose(desk.Run("second", "丙公司,,示例奖,,2024-03-01,1,\n甲公司,,示例奖,,2024-03-01,1,\n"));
        desk.Approve(1);
        desk.Approve(2);
        desk.Post(2);
        CommandResult refused = CommandLine.English(desk.Args("post", "1", "--by", "丙"));
        refused.Exit.Should().Be(2);
        refused.Error.Should().StartWith("first.csv:2: error INC9109: '示例奖' of '甲公司' is already in batch 2, row 2, and cannot be paid again\n");
        desk.History().Should().HaveCount(2);
        desk.Verify().Exit.Should().Be(0);
    }

    [Fact]
    public void The_list_names_who_did_what()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, Two);
        desk.Reverse(1, "clawback", "--row", "1", "--amount", "1万元");
        CommandLine.English(desk.Args("list")).Output.Should().Contain("proposed 甲").And.Contain("approved 乙").And.Contain("posted 丙").And.Contain("reversed 丁").And.Contain("(抽查)");
        CommandLine.Chinese(desk.Args("list")).Output.Should().Contain("提出 甲").And.Contain("入账 丙").And.Contain("追回");
        CommandLine.English(desk.Args("list", "1")).Output.Should().MatchRegex("甲公司 .*30,000 +20,000").And.MatchRegex("乙公司 .*20,000 +20,000");
    }
}
