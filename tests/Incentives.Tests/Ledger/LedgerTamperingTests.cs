using Incentives.Tests.Commands;

namespace Incentives.Tests.Ledger;

/// <summary>What somebody changes in the file by hand is found, and named.</summary>
public sealed class LedgerTamperingTests
{
    // Each change, and the message that must be among the findings.
    [Theory]
    [InlineData("UPDATE items SET fen = fen + 1 WHERE batch = 1 AND row = 2", "error INC9117: batch 1, row 2 was altered")]
    [InlineData("UPDATE items SET name = '别的公司' WHERE batch = 1 AND row = 1", "error INC9117: batch 1, row 1 was altered")]
    [InlineData("UPDATE items SET details = '{}' , hash = '00' WHERE batch = 1 AND row = 1", "error INC9116: batch 1 does not match its recorded hash")]
    [InlineData("DELETE FROM items WHERE batch = 1 AND row = 2", "error INC9116: batch 1 does not match its recorded hash")]
    [InlineData("DELETE FROM batches WHERE number = 2", "error INC9116: batch 2 does not match its recorded hash")]
    [InlineData("UPDATE batches SET run = 'x' WHERE number = 1", "error INC9116: batch 1 does not match its recorded hash")]
    [InlineData("UPDATE actions SET person = '戊' WHERE number = 2", "error INC9118: action 2 breaks the chain of hashes")]
    [InlineData("UPDATE actions SET reason = '别的' WHERE action = 'reverse'", "error INC9118: action 4 breaks the chain of hashes")]
    [InlineData("DELETE FROM actions WHERE number = 2", "error INC9118: action 3 breaks the chain of hashes")]
    [InlineData("UPDATE items SET posted = 0 WHERE batch = 1 AND row = 1", "error INC9119: whether batch 1 is posted does not agree with the actions")]
    [InlineData("UPDATE batches SET posted = 0 WHERE number = 1", "error INC9119: whether batch 1 is posted does not agree with the actions")]
    [InlineData("DROP INDEX award_once", "error INC9120: the structure of the ledger file was altered: award_once")]
    [InlineData("DROP TRIGGER two_persons", "error INC9120: the structure of the ledger file was altered: two_persons")]
    [InlineData("CREATE TRIGGER extra AFTER INSERT ON items BEGIN DELETE FROM items; END", "error INC9120: the structure of the ledger file was altered: extra")]
    public void A_change_by_hand_is_found(string sql, string words)
    {
        using LedgerDesk desk = Desk();
        desk.Verify().Exit.Should().Be(0);
        desk.Sql(sql);
        CommandResult verified = desk.Verify();
        verified.Exit.Should().Be(1);
        verified.Output.Should().Contain(words);
        // Nor is it used.
        CommandResult history = CommandLine.English(desk.Args("history", "--out", desk["h.csv"]));
        history.Exit.Should().Be(2);
        history.Error.Should().Contain("INC9131");
        File.Exists(desk["h.csv"]).Should().BeFalse();
    }

    // Every text and number of every row, one at a time.
    [Fact]
    public void No_field_can_be_changed_unseen()
    {
        using LedgerDesk desk = Desk();
        byte[] clean = File.ReadAllBytes(desk.Ledger);
        Dictionary<string, string[]> tables = new()
        {
            ["items"] = [.. Core.Ledger.LedgerItem.Columns, "posted", "hash"],
            ["batches"] = ["number", "kind", "run", "corrects", "rows", "posted"],
            ["actions"] = ["number", "action", "batch", "person", "person_key", "at", "reason", "content", "previous", "hash"],
        };
        int tried = 0;
        foreach ((string table, string[] columns) in tables)
        {
            foreach (string column in columns)
            {
                File.WriteAllBytes(desk.Ledger, clean);
                desk.Sql($"UPDATE {table} SET {column} = CASE typeof({column}) WHEN 'integer' THEN {column} + 7 ELSE {column} || 'x' END WHERE rowid = (SELECT min(rowid) FROM {table})");
                desk.Verify().Exit.Should().Be(1, $"{table}.{column}");
                tried++;
            }
        }

        tried.Should().Be(29 + 6 + 10);
    }

    [Fact]
    public void A_batch_altered_between_approval_and_posting_is_not_posted()
    {
        using LedgerDesk desk = new();
        desk.Propose(desk.Run("run", "甲公司,,示例奖,,2024-03-01,1,\n"));
        desk.Approve(1);
        desk.Sql("UPDATE items SET fen = 99999999");
        CommandResult refused = CommandLine.English(desk.Args("post", "1", "--by", "丙"));
        refused.Exit.Should().Be(2);
        refused.Error.Should().Contain("error INC9117: batch 1, row 1 was altered");
        LedgerDesk.Number(desk.Ledger, "SELECT count(*) FROM items WHERE posted > 0").Should().Be(0);
    }

    // The chain cannot see what is cut off its end; who noted a hash can.
    [Fact]
    public void A_ledger_put_back_to_an_earlier_state_is_found_by_a_noted_hash()
    {
        using LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,1,\n");
        byte[] earlier = File.ReadAllBytes(desk.Ledger);
        string head = desk.Reverse(1, "clawback").Output.Split('\n')[1].Split(' ')[2];
        CommandLine.English(desk.Args("verify", "--head", head)).Exit.Should().Be(0);
        File.WriteAllBytes(desk.Ledger, earlier);
        CommandLine.English(desk.Args("verify")).Exit.Should().Be(0);
        CommandResult found = CommandLine.English(desk.Args("verify", "--head", head));
        found.Exit.Should().Be(1);
        found.Output.Should().StartWith($"error INC9121: the ledger does not hold the hash {head}: it was cut short or replaced\n");
    }

    [Fact]
    public void An_export_that_was_changed_is_not_imported()
    {
        using LedgerDesk desk = Desk();
        CommandLine.English(desk.Args("export", "--out", desk["copy"])).Exit.Should().Be(0);
        string items = File.ReadAllText(desk["copy/items.csv"]);
        File.WriteAllText(desk["copy/items.csv"], items.Replace(",2000000,", ",2000001,", StringComparison.Ordinal));
        CommandResult refused = CommandLine.English("ledger", "import", desk["copy"], "--ledger", desk["other.db"]);
        refused.Exit.Should().Be(2);
        refused.Error.Should().Contain("error INC9117: batch 1, row 2 was altered").And.Contain("INC9131");
        CommandLine.English("ledger", "list", "--ledger", desk["other.db"]).Error.Should().Contain("INC910");
    }

    private static LedgerDesk Desk()
    {
        LedgerDesk desk = new();
        desk.Pay(1, "甲公司,,示例奖,,2024-03-01,3,\n乙公司,,封顶奖,,2024-04-01,,20000\n");
        desk.Reverse(1, "clawback", "--row", "1", "--amount", "1万元");
        return desk;
    }
}
