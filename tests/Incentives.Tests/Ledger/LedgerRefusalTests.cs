using Incentives.Tests.Commands;
using Microsoft.Data.Sqlite;

namespace Incentives.Tests.Ledger;

/// <summary>Each refusal of the ledger, whole, in both languages.</summary>
public sealed class LedgerRefusalTests : IDisposable
{
    private const string Row = "甲公司,,示例奖,,2024-03-01,1,\n";

    private readonly LedgerDesk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public void A_ledger_that_is_not_there() => CommandLine.Refuses(
        _desk.Args("post", "1", "--by", "丙"),
        $"{_desk.Ledger}: 错误 INC9101: 台账文件不存在\n  怎么办：检查路径；新台账由 ledger propose 或 ledger import 建立",
        $"{_desk.Ledger}: error INC9101: the ledger does not exist\n  next step: check the path; a new ledger is made by ledger propose or ledger import");

    [Theory]
    [InlineData("这不是数据库，只是一段比一百字节长的文字，好让人看得出它不是。这不是数据库，只是一段比一百字节长的文字。")]
    [InlineData("")]
    public void A_file_that_is_no_ledger(string text)
    {
        _desk.Write("ledger.db", text);
        CommandLine.Refuses(
            _desk.Args("list"),
            $"{_desk.Ledger}: 错误 INC9102: 这个文件不是台账\n  应为：ledger propose 建立的 SQLite 文件\n  怎么办：换一个文件名",
            $"{_desk.Ledger}: error INC9102: this file is not a ledger\n  expected: an SQLite file made by ledger propose\n  next step: choose another file name");
    }

    [Fact]
    public void Another_database_is_no_ledger()
    {
        _desk.Sql("CREATE TABLE t (x)");
        string run = _desk.Run("run", Row);
        CommandLine.English(_desk.Args("propose", run, "--by", "甲")).Error.Should().Contain("INC9102");
    }

    [Fact]
    public void A_ledger_that_somebody_holds()
    {
        Pay();
        using SqliteConnection holder = new($"Data Source={_desk.Ledger};Pooling=False");
        holder.Open();
        using SqliteTransaction held = holder.BeginTransaction();
        CommandResult refused = CommandLine.English(_desk.Args("reverse", "1", "--kind", "clawback", "--reason", "抽查", "--by", "丁"));
        refused.Exit.Should().Be(2);
        refused.Error.Should().Be($"{_desk.Ledger}: error INC9103: another program is writing to the ledger and waiting took too long; nothing was written\n  next step: try again later\n");
        Core.Ledger.LedgerMessages.Busy("台账").ToText(Core.Diagnostics.Language.Chinese).Should().Be("台账: 错误 INC9103: 别的程序正在写这个台账，等候已超时；什么也没有写入\n  怎么办：稍后再试");
    }

    [Fact]
    public void A_ledger_in_no_folder()
    {
        string run = _desk.Run("run", Row), path = _desk["no/such/folder/x.db"];
        CommandLine.Refuses(
            ["ledger", "propose", run, "--by", "甲", "--ledger", path],
            $"{path}: 错误 INC9104: 台账不能使用：SQLite Error 14: 'unable to open database file'.\n  怎么办：检查权限和磁盘空间；必要时取回备份",
            $"{path}: error INC9104: the ledger cannot be used: SQLite Error 14: 'unable to open database file'.\n  next step: check permissions and free space; restore a copy if need be");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("post")]
    [InlineData("propose")]
    public void Nobody_by_name(string verb) => CommandLine.Refuses(
        _desk.Args(verb, "1", "--by", "  "),
        "错误 INC9105: --by 是空的\n  怎么办：写明经办人或理由",
        "error INC9105: --by is empty\n  next step: say who, or why");

    [Fact]
    public void No_reason() => CommandLine.Refuses(
        _desk.Args("reverse", "1", "--by", "丁", "--kind", "clawback", "--reason", " "),
        "错误 INC9105: --reason 是空的\n  怎么办：写明经办人或理由",
        "error INC9105: --reason is empty\n  next step: say who, or why");

    [Fact]
    public void A_run_that_was_altered()
    {
        string run = _desk.Run("run", Row), payouts = Path.Combine(run, "payouts.csv");
        File.WriteAllText(payouts, File.ReadAllText(payouts).Replace("10000.00", "90000.00", StringComparison.Ordinal));
        CommandResult zh = CommandLine.Chinese(_desk.Args("propose", run, "--by", "甲")), en = CommandLine.English(_desk.Args("propose", run, "--by", "甲"));
        zh.Exit.Should().Be(2);
        en.Exit.Should().Be(2);
        zh.Error.Should().MatchRegex(@"payouts\.csv:2: 错误 INC6009").And.MatchRegex($@"{run}: 错误 INC9106: 运行文件夹有 \d 处与重新计算的结果不符，没有提出\n  怎么办：用 verify 查看，重新 calculate\n");
        en.Error.Should().MatchRegex($@"{run}: error INC9106: the run folder differs from what is recomputed in \d places; nothing was proposed\n  next step: look with verify, and calculate again\n");
        File.Exists(_desk.Ledger).Should().BeFalse();
    }

    [Fact]
    public void A_run_posted_before()
    {
        Pay();
        CommandLine.Refuses(
            _desk.Args("propose", _desk["run1"], "--by", "甲"),
            $"{_desk["run1"]}: 错误 INC9107: 这次运行已经作为第 1 批入账\n  怎么办：不要重复入账；若有更正，用新的名册重新计算",
            $"{_desk["run1"]}: error INC9107: this run was already posted as batch 1\n  next step: do not post it again; for a correction calculate with a new roster");
    }

    [Fact]
    public void A_run_that_pays_nothing()
    {
        string run = _desk.Run("run", "甲公司,,封顶奖,,2024-03-01,1,0\n");
        CommandLine.Refuses(
            _desk.Args("propose", run, "--by", "甲"),
            $"{run}: 错误 INC9108: 没有可以入账的行（应付大于0的支付行）\n  怎么办：查看 payouts.csv",
            $"{run}: error INC9108: no line can be posted (a paid line with a payable amount above 0)\n  next step: look at payouts.csv");
        File.Exists(_desk.Ledger).Should().BeFalse();
    }

    [Fact]
    public void An_award_paid_before()
    {
        Pay();
        CommandLine.Refuses(
            _desk.Args("propose", _desk.Run("next", "乙公司,,示例奖,,2024-03-01,1,\n" + Row), "--by", "甲"),
            "next.csv:3: 错误 INC9109: “甲公司”的“示例奖”已在第 1 批第 1 行，不能再付\n  怎么办：从名册中去掉；若确是另一项，用主体或日期区分；若要补差额，用 propose --corrects",
            "next.csv:3: error INC9109: '示例奖' of '甲公司' is already in batch 1, row 1, and cannot be paid again\n  next step: take it off the roster; if it is another award, tell them apart by subject or date; to pay a difference, propose with --corrects");
    }

    [Theory]
    [InlineData("approve", "--by", "乙")]
    [InlineData("post", "--by", "乙")]
    [InlineData("list")]
    [InlineData("reverse", "--by", "丁", "--kind", "clawback", "--reason", "抽查")]
    public void A_batch_that_is_not_there(string verb, params string[] more)
    {
        Pay();
        CommandLine.Refuses(
            _desk.Args(verb, ["7", .. more]),
            "错误 INC9110: 没有第 7 批（共 1 批）\n  怎么办：用 ledger list 查看",
            "error INC9110: there is no batch 7 (1 in all)\n  next step: look with ledger list");
    }

    [Fact]
    public void A_batch_approved_already()
    {
        Propose();
        _desk.Approve(1);
        CommandLine.Refuses(_desk.Args("approve", "1", "--by", "戊"), "错误 INC9111: 第 1 批已由“乙”批准", "error INC9111: batch 1 was already approved by '乙'");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("post")]
    public void A_batch_posted_already(string verb)
    {
        Pay();
        CommandLine.Refuses(_desk.Args(verb, "1", "--by", "戊"), "错误 INC9112: 第 1 批已由“丙”入账", "error INC9112: batch 1 was already posted by '丙'");
    }

    [Fact]
    public void A_batch_not_approved()
    {
        Propose();
        CommandLine.Refuses(
            _desk.Args("post", "1", "--by", "丙"),
            "错误 INC9113: 第 1 批尚未批准\n  怎么办：先由另一人 ledger approve",
            "error INC9113: batch 1 is not approved yet\n  next step: let somebody else approve it first");
    }

    // Spaces and width make no other person.
    [Theory]
    [InlineData("Wang 乙")]
    [InlineData("wang乙 ")]
    [InlineData("ＷＡＮＧ　乙")]
    public void The_one_who_approved_does_not_post(string by)
    {
        Propose();
        _desk.Approve(1, "Wang 乙");
        CommandLine.Refuses(
            _desk.Args("post", "1", "--by", by),
            "错误 INC9114: 第 1 批由“Wang 乙”批准，不能由同一人入账\n  怎么办：换一人入账",
            "error INC9114: batch 1 was approved by 'Wang 乙', who cannot post it too\n  next step: let somebody else post it");
    }

    [Fact]
    public void A_proposal_the_ledger_has_left_behind()
    {
        Pay();
        string run = _desk.Run("more", "甲公司,,示例奖,,2024-03-01,4,\n");
        _desk.Propose(run, "--corrects", "1");
        _desk.Reverse(1, "clawback", "--amount", "100", "--row", "1");
        _desk.Approve(2);
        CommandLine.Refuses(
            _desk.Args("post", "2", "--by", "丙"),
            "错误 INC9115: 第 2 批第 1 行：提出之后台账已有变动\n  怎么办：重新提出",
            "error INC9115: batch 2, row 1: the ledger has changed since it was proposed\n  next step: propose it again");
    }

    [Fact]
    public void A_row_that_is_not_there()
    {
        Pay();
        Reverse(
            ["--row", "9"],
            "错误 INC9122: 第 1 批没有第 9 行\n  怎么办：用 ledger list 1 查看",
            "error INC9122: batch 1 has no row 9\n  next step: look with ledger list 1");
    }

    [Fact]
    public void Nothing_left_to_reverse()
    {
        Pay();
        _desk.Reverse(1, "clawback");
        Reverse([], "错误 INC9123: 第 1 批第 1 行已全部追回或更正，没有可以冲回的", "error INC9123: batch 1, row 1: all of it was already taken back or corrected");
        Reverse(["--row", "1"], "错误 INC9123: 第 1 批第 1 行已全部追回或更正，没有可以冲回的", "error INC9123: batch 1, row 1: all of it was already taken back or corrected");
    }

    [Fact]
    public void More_than_is_left()
    {
        Pay();
        _desk.Reverse(1, "clawback", "--row", "1", "--amount", "4000元");
        Reverse(
            ["--row", "1", "--amount", "6000.01"],
            "错误 INC9124: 第 1 批第 1 行只剩 6,000 元，不能冲回 6,000.01 元",
            "error INC9124: batch 1, row 1: only 6,000 yuan are left, 6,000.01 yuan cannot be reversed");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.005")]
    [InlineData("许多")]
    public void An_amount_that_is_none(string amount)
    {
        Pay();
        Reverse(
            ["--row", "1", "--amount", amount],
            $"错误 INC9125: --amount “{amount}”不是大于0、精确到分的金额\n  应为：5000元、2万元、1234.56",
            $"error INC9125: --amount '{amount}' is not an amount above 0 in whole fen\n  expected: 5000元, 2万元, 1234.56");
    }

    [Fact]
    public void A_part_of_several_rows()
    {
        Pay();
        Reverse(
            ["--amount", "5000"],
            "错误 INC9126: 冲回一部分金额时，要用一个 --row 指明一行",
            "error INC9126: part of an amount is reversed in one row: give --amount with one --row");
    }

    [Fact]
    public void A_batch_that_is_only_proposed()
    {
        Propose();
        Reverse([], "错误 INC9127: 第 1 批没有入账，不能冲回或补差额", "error INC9127: batch 1 is not posted; it cannot be reversed or corrected");
    }

    [Fact]
    public void A_ceiling_is_remarked()
    {
        string run = _desk.Run("open", "甲公司,,封顶奖,,2024-03-01,1,\n");
        CommandResult zh = CommandLine.Chinese(_desk.Args("propose", run, "--by", "甲")), en = CommandLine.English(_desk.Args("propose", run, "--by", "甲"));
        zh.Exit.Should().Be(0);
        zh.Error.Should().Be("警告 INC9128: 1 行是上限，尚未核定金额，按上限入账\n  怎么办：应先填写核定金额，重新计算\n");
        en.Error.Should().Be("warning INC9128: 1 lines are ceilings under which nobody has set an amount; they are entered at the ceiling\n  next step: fill in the approved amounts and calculate again first\n");
    }

    [Fact]
    public void A_target_that_is_there()
    {
        Pay();
        CommandLine.English(_desk.Args("export", "--out", _desk["copy"])).Exit.Should().Be(0);
        string zh = "错误 INC9129: 已经存在，不会覆盖它\n  怎么办：换一个名字", en = "error INC9129: already exists and will not be overwritten\n  next step: choose another name";
        CommandLine.Refuses(_desk.Args("export", "--out", _desk["copy"]), $"{_desk["copy"]}: {zh}", $"{_desk["copy"]}: {en}");
        CommandLine.Refuses(["ledger", "import", _desk["copy"], "--ledger", _desk.Ledger], $"{_desk.Ledger}: {zh}", $"{_desk.Ledger}: {en}");
    }

    [Fact]
    public void An_import_that_cannot_be_read()
    {
        Pay();
        CommandLine.English(_desk.Args("export", "--out", _desk["copy"])).Exit.Should().Be(0);
        string path = _desk["copy/batches.csv"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("\n1,payment", "\n一,payment", StringComparison.Ordinal));
        CommandLine.Refuses(
            ["ledger", "import", _desk["copy"], "--ledger", _desk["other.db"]],
            $"{path}:2: 错误 INC9130: 这不是 ledger export 写的内容（number）\n  怎么办：取回原来的导出文件",
            $"{path}:2: error INC9130: this is not what ledger export writes (number)\n  next step: restore the exported files");
        File.Exists(_desk["other.db"]).Should().BeFalse();
    }

    [Fact]
    public void A_ledger_that_does_not_verify_is_no_history()
    {
        Pay();
        _desk.Sql("UPDATE items SET fen = 1");
        string roster = _desk.Write("next.csv", LedgerDesk.Header + Row);
        CommandLine.Refuses(
            ["calculate", roster, "--rules", _desk.Rules, "--out", _desk["next"], "--ledger", _desk.Ledger],
            $"错误 INC9117: 第 1 批第 1 行被改动过\n  怎么办：取回备份，查明谁动过文件\n{_desk.Ledger}: 错误 INC9131: 台账没有通过核对（1 处），不使用\n  怎么办：用 ledger verify 查看",
            $"error INC9117: batch 1, row 1 was altered\n  next step: restore a copy, and find out who touched the file\n{_desk.Ledger}: error INC9131: the ledger does not verify (1 findings) and is not used\n  next step: look with ledger verify");
        Directory.Exists(_desk["next"]).Should().BeFalse();
    }

    [Fact]
    public void A_history_that_cannot_be_written()
    {
        Pay();
        Directory.CreateDirectory(_desk["taken.csv"]);
        CommandResult zh = CommandLine.Chinese(_desk.Args("history", "--out", _desk["taken.csv"])), en = CommandLine.English(_desk.Args("history", "--out", _desk["taken.csv"]));
        zh.Exit.Should().Be(2);
        zh.Error.Should().StartWith($"{_desk["taken.csv"]}: 错误 INC9132: 不能写入：").And.EndWith("\n  怎么办：检查权限和磁盘空间\n");
        en.Error.Should().StartWith($"{_desk["taken.csv"]}: error INC9132: cannot be written: ").And.EndWith("\n  next step: check permissions and free space\n");
    }

    [Fact]
    public void Money_back_is_not_reversed()
    {
        Pay();
        _desk.Reverse(1, "clawback", "--row", "1", "--amount", "1000");
        CommandLine.Refuses(
            _desk.Args("reverse", "2", "--kind", "clawback", "--reason", "抽查", "--by", "丁"),
            "错误 INC9133: 第 2 批第 1 行本身是冲回，不能再冲回",
            "error INC9133: batch 2, row 1 is itself money back and cannot be reversed");
    }

    [Fact]
    public void A_correction_without_a_difference()
    {
        Pay();
        CommandLine.Refuses(
            _desk.Args("propose", _desk["run1"], "--corrects", "1", "--by", "甲"),
            "错误 INC9137: 与第 1 批入账的金额没有差额",
            "error INC9137: nothing differs from what batch 1 posted");
    }

    [Fact]
    public void A_correction_that_counts_itself()
    {
        Pay();
        string run = _desk.Run("anew", "甲公司,,示例奖,,2024-03-01,2,\n", "--ledger", _desk.Ledger);
        CommandLine.Refuses(
            _desk.Args("propose", run, "--corrects", "1", "--by", "甲"),
            $"{run}: 错误 INC9138: 这次运行把第 1 批自己的支付当作了历史，不能用来更正它\n  怎么办：用 calculate --ledger ... --ledger-except 1 重新计算",
            $"{run}: error INC9138: the run took the payments of batch 1 itself for history; it cannot correct that batch\n  next step: calculate again with --ledger ... --ledger-except 1");
        _desk.Propose(_desk.Run("anew", "甲公司,,示例奖,,2024-03-01,2,\n", "--ledger", _desk.Ledger, "--ledger-except", "1"), "--corrects", "1").Output.Should().StartWith("batch 2 proposed: 1 rows, 10,000 yuan\n");
    }

    // What only verify says; the rows that provoke the others are in the tests of tampering.
    [Fact]
    public void Findings_of_verify_in_both_languages()
    {
        Pay();
        _desk.Pay(2, "乙公司,,示例奖,,2024-03-01,1,\n");
        Finds("UPDATE items SET fen = 1 WHERE batch = 2", "错误 INC9117: 第 2 批第 1 行被改动过", "error INC9117: batch 2, row 1 was altered");
        Finds("DELETE FROM items WHERE batch = 2", "错误 INC9116: 第 2 批与记录的哈希不符：有行被增删或改动", "error INC9116: batch 2 does not match its recorded hash: rows were added, removed or altered");
        Finds("UPDATE actions SET at = '' WHERE number = 3", "错误 INC9118: 第 3 号操作与哈希链不符：被改动、增加或删除", "error INC9118: action 3 breaks the chain of hashes: it was altered, added, or one before it removed");
        Finds("UPDATE batches SET posted = 0 WHERE number = 2", "错误 INC9119: 第 2 批的入账状态与操作记录不符", "error INC9119: whether batch 2 is posted does not agree with the actions");
        Finds("DROP INDEX claims", "错误 INC9120: 台账文件的结构被改动：claims", "error INC9120: the structure of the ledger file was altered: claims");
        Finds("DELETE FROM actions WHERE number = 5", "错误 INC9134: 第 2 批没有由另一人批准就入账", "error INC9134: batch 2 was posted without an approval by somebody else");
        Finds(
            "DROP TRIGGER paid_twice_update; UPDATE items SET (claim, code, name_key) = (SELECT claim, code, name_key FROM items WHERE batch = 1) WHERE batch = 2",
            "错误 INC9135: 第 2 批第 1 行与第 1 批第 1 行付的是同一项", "error INC9135: batch 2, row 1 and batch 1, row 1 pay the same award");
        CommandLine.Chinese(_desk.Args("verify", "--head", "abc")).Output.Should().StartWith("错误 INC9121: 台账里没有哈希 abc：它被截短或换过\n  怎么办：取回备份，查明谁动过文件\n");
    }

    [Fact]
    public void A_damaged_file()
    {
        _desk.Pay(1, string.Concat(Enumerable.Range(1, 300).Select(i => $"公司{i},,示例奖,,2024-03-01,1,\n")));
        // A page of an index is blanked.
        long page = LedgerDesk.Number(_desk.Ledger, "SELECT rootpage FROM sqlite_master WHERE name = 'claims'");
        byte[] bytes = File.ReadAllBytes(_desk.Ledger);
        Array.Clear(bytes, (int)(page - 1) * 4096, 4096);
        File.WriteAllBytes(_desk.Ledger, bytes);
        CommandResult found = CommandLine.English(_desk.Args("verify"));
        found.Exit.Should().NotBe(0);
        (found.Output + found.Error).Should().MatchRegex("INC9136: the ledger file is damaged|INC9104: the ledger cannot be used");
        Core.Ledger.LedgerMessages.Damaged("x").ToText(Core.Diagnostics.Language.Chinese).Should().Be("错误 INC9136: 台账文件损坏：x\n  怎么办：取回备份，查明谁动过文件");
    }

    private void Propose() => _desk.Propose(_desk.Run("run1", Row));

    private void Pay() => _desk.Pay(1, Row);

    private void Reverse(string[] more, string zh, string en) => CommandLine.Refuses(_desk.Args("reverse", ["1", "--kind", "clawback", "--reason", "抽查", "--by", "丁", .. more]), zh, en);

    private void Finds(string sql, string zh, string en)
    {
        byte[] clean = File.ReadAllBytes(_desk.Ledger);
        _desk.Sql(sql);
        CommandResult chinese = CommandLine.Chinese(_desk.Args("verify")), english = CommandLine.English(_desk.Args("verify"));
        chinese.Exit.Should().Be(1);
        chinese.Output.Should().Contain(zh + "\n  怎么办：取回备份，查明谁动过文件\n");
        english.Output.Should().Contain(en + "\n  next step: restore a copy, and find out who touched the file\n");
        File.WriteAllBytes(_desk.Ledger, clean);
    }
}
