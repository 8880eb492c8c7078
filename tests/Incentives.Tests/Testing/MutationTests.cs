using Incentives.Tests.Commands;

namespace Incentives.Tests.Testing;

/// <summary><c>test --mutate</c> on small schemes: every kind of change, with a case that does not notice it and one that does.</summary>
public sealed class MutationTests : IDisposable
{
    private const string Head =
        """
        scheme: small
        title: 示例
        status: in-force
        effective: 2020..
        columns: {投资额: money, 面积: number, 优先: count}

        """;

    private const string Usual = "clauses:\n  - id: c\n    cite: 一\n    when: {award: [甲奖, 乙奖]}\n    ";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>What stands behind the head, the rows that do not notice, those that do, and how the change is listed.</summary>
    public static TheoryData<string, string, string, string> Changes => new()
    {
        // figures
        { Usual + "pay: {fixed: 5万元}", Row("", "status: pay"), Row("", "payable: 5万元"), "amount: no case notices '5.5万元' in the place of '5万元'" },
        { Usual + "pay: {fixed: 10% of 投资额}", Row("投资额: 500万元", "status: pay"), Row("投资额: 500万元", "payable: 50万元"), "amount: no case notices '11% of 投资额' in the place of '10% of 投资额'" },
        { Usual + "pay: {fixed: 投资额, times: 1:0.5}", Row("投资额: 500万元", "status: pay"), Row("投资额: 500万元", "payable: 250万元"), "amount: no case notices '1:0.55' in the place of '1:0.5'" },
        { Usual + "pay: {fixed: {by: level, 国家: 5万元, else: 0}}", Row("level: 省", "clause: c"), Row("level: 省", "status: zero"), "amount: no case notices '1000元' in the place of '0'" },
        { Usual + "pay: {fixed: 10% of 投资额, at-most: 60万元}", Row("投资额: 500万元", "payable: 50万元"), Row("投资额: 700万元", "payable: 60万元"), "amount: no case notices '66万元' in the place of '60万元'" },
        { Usual + "pay: unpublished", Row(""), Row("", "reason: amount-unpublished"), "amount: no case notices 'fixed: 1000元' in the place of 'unpublished'" },
        { "settings: {最高: 60万元}\n" + Usual + "pay: {fixed: 10% of 投资额, at-most: $最高}", Row("投资额: 500万元", "payable: 50万元"), Row("投资额: 700万元", "payable: 60万元"), "amount: no case notices '66万元' in the place of '60万元'" },
        { Usual + "pay: {fixed: 5万元}\n    instalments: [{pay: 40%}, {pay: rest}]", Row("", "payable: 5万元"), Row("", "payable: 5万元, instalments: [2万元, 3万元]"), "amount: no case notices '36%' in the place of '40%'" },
        { Usual + "pay: {fixed: 5万元}\n    fund: {市: 1, 县: 1}", Row("", "payable: 5万元"), Row("", "fund: {市: 25000元}"), "amount: no case notices '1.1' in the place of '1'" },
        { Usual + "pay: {per: {of: 面积, each: 1000亩}, fixed: 1万元}", Row("面积: 2500亩", "payable: 2万元"), Row("面积: 2000亩", "payable: 2万元"), "amount: no case notices '1100亩' in the place of '1000亩'" },
        { Usual + "pay: {fixed: 5万元}\n    limit: {at-most: 2项, by: recipient, within: ever}", Row("", "status: pay"), Row("", "status: pay") + Row("award: 乙奖", "status: pay") + Row("", "status: zero"), "amount: no case notices '3项' in the place of '2项'" },
        { Usual + "pay: {fixed: 5万元}\n    limit: {at-most: 9万元, by: recipient, within: ever}", Row("", "status: pay"), Row("", "status: pay") + Row("award: 乙奖", "payable: 4万元"), "amount: no case notices '8.1万元' in the place of '9万元'" },

        // edges
        { "clauses: [{id: c, cite: 一, when: {award: 甲奖, 投资额: 100万元..}, pay: {fixed: 5万元}}]", Row("投资额: 98万元", "status: unmatched"), Row("投资额: 99.5万元", "status: unmatched"), "edge: no case notices '99万元..' in the place of '100万元..'" },
        { "clauses: [{id: c, cite: 一, when: {award: 甲奖, 投资额: 100万元..}, pay: {fixed: 5万元}}]", Row("投资额: 200万元", "status: pay"), Row("投资额: 100万元", "status: pay"), "edge: no case notices '100万元<..' in the place of '100万元..'" },
        { "clauses: [{id: c, cite: 一, when: {award: 甲奖, rank: 1..3}, pay: {fixed: 5万元}}]", Row("rank: 5", "status: unmatched"), Row("rank: 4", "status: unmatched"), "edge: no case notices '1..4' in the place of '1..3'" },
        { "clauses: [{id: c, cite: 一, when: {award: 甲奖, 投资额: 100万元以上不满300万元}, pay: {fixed: 5万元}}]", Row("投资额: 200万元", "status: pay"), Row("投资额: 300万元", "status: unmatched"), "edge: no case notices '100万元..300万元' in the place of '100万元以上不满300万元'" },
        { Usual + "pay: {fixed: {by: 投资额, ..<100万元: 1万元, 100万元..: 2万元}}", Row("投资额: 50万元", "status: pay"), Row("投资额: 99.5万元", "status: pay"), "edge: no case notices '..<99万元' in the place of '..<100万元'" },
        { "settings: {截止日: 2024-06-30}\nclauses: [{id: c, cite: 一, when: {award: 甲奖, date: ..$截止日}, pay: {fixed: 5万元}}]", Row("date: 2024-05-01", "status: pay"), Row("date: 2024-07-01", "status: unmatched"), "edge: no case notices '2024-07-01' in the place of '2024-06-30'" },

        // ranks
        { "clauses: [{id: c, cite: 一, when: {award: 甲奖, rank: 1}, pay: {fixed: 5万元}}]", Row("rank: 3", "status: unmatched"), Row("rank: 1", "status: pay"), "rank: no case notices '2' in the place of '1'" },
        { "ladders: {奖: [乙奖, 甲奖]}\n" + Usual + "pay: {fixed: 5万元}\n    recur: {by: recipient, of: same-or-higher}", Row("", "status: pay"), History("award: 甲奖, date: 2021-05-01, paid: 0") + Row("award: 乙奖", "status: zero"), "rank: no case notices '甲奖 < 乙奖' in the place of '乙奖 < 甲奖'" },

        // relations
        { Usual + "pay: {fixed: 5万元}", Row("", "payable: 5万元"), Row("", "status: pay"), "relation: no case notices 'up-to' in the place of 'fixed'" },
        { Usual + "pay: {per: item, fixed: 5万元}", Row("", "payable: 5万元"), Row("quantity: 2", "payable: 10万元"), "relation: no case notices 'per: recipient' in the place of 'per: item'" },
        { Usual + "pay: {per: {of: 面积, each: 1000亩}, fixed: 1万元}", Row("面积: 2000亩", "payable: 2万元"), Row("面积: 2500亩", "payable: 2万元"), "relation: no case notices 'part: exact' in the place of 'part: —'" },
        { Usual + "pay: {fixed: 投资额, round: {to: 100元, mode: down}}", Row("投资额: 300元", "payable: 300元"), Row("投资额: 350元", "payable: 300元"), "relation: no case notices 'mode: up' in the place of 'mode: down'" },
        { Usual + "pay: {fixed: {by: award, 甲奖: 5万元, 乙奖: 2万元}}\n    overlap: {by: recipient, keep: highest}", Row("", "payable: 5万元"), Row("", "payable: 5万元") + Row("award: 乙奖", "status: zero"), "relation: no case notices 'keep: all' in the place of 'keep: highest'" },
        { Usual + "pay: {fixed: {by: award, 甲奖: 5万元, 乙奖: 2万元}}\n    overlap: {by: recipient, keep: all}", Row("", "payable: 5万元"), Row("", "payable: 5万元") + Row("award: 乙奖", "payable: 2万元"), "relation: no case notices 'keep: highest' in the place of 'keep: all'" },
        { Usual + "pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: highest}", Row("", "payable: 5万元"), History("award: 甲奖, date: 2024-01-01, paid: 2万元") + Row("", "payable: 3万元"), "relation: no case notices 'paid: ignore' in the place of 'paid: —'" },
        { Usual + "pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: highest, paid: block}", History("award: 甲奖, date: 2024-01-01, paid: 6万元") + Row("", "status: zero"), History("award: 甲奖, date: 2024-01-01, paid: 2万元") + Row("", "status: zero"), "relation: no case notices 'paid: deduct' in the place of 'paid: block'" },
        { Usual + "pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: highest, among: [甲奖, 乙奖]}", Row("", "payable: 5万元"), Row("", "payable: 5万元") + Row("award: 乙奖", "status: zero"), "relation: no case notices 'among: [甲奖]' in the place of 'among: [甲奖, 乙奖]'" },
        { Usual + "pay: {fixed: 5万元}\n    recur: {by: [recipient, subject]}", Row("subject: 一", "status: pay"), Row("subject: 一", "status: pay") + Row("subject: 二", "status: pay"), "relation: no case notices 'by: [recipient]' in the place of 'by: [recipient, subject]'" },
        { Usual + "pay: {fixed: 5万元}\n    recur: {by: recipient}", Row("", "status: pay"), History("award: 甲奖, date: 2021-05-01, paid: 5万元") + Row("", "status: zero"), "relation: no case notices 'within: year' in the place of 'within: —'" },
        { Usual + "pay: {fixed: 5万元}\n    recur: {by: recipient, within: 3年}", Row("", "status: pay"), History("award: 甲奖, date: 2020-06-01, paid: 5万元") + Row("", "status: pay"), "relation: no case notices '4年' in the place of '3年'" },
        { Usual + "pay: {fixed: 5万元}\n    recur: {by: recipient}", History("award: 甲奖, date: 2021-05-01, paid: 5万元") + Row("", "status: zero"), History("award: 甲奖, date: 2021-05-01, paid: 0") + Row("", "status: zero"), "relation: no case notices 'counts: paid' in the place of 'counts: —'" },
        { Usual + "pay: {fixed: 5万元}\n    recur: {by: recipient}", Row("", "status: pay"), History("award: 甲奖, date: 2021-05-01, paid: 5万元") + Row("", "status: zero"), "relation: no case notices 'first: 2' in the place of 'first: —'" },
        { Usual + "pay: {fixed: 5万元}\n    recur: {by: recipient, again: rejected}", Row("", "status: pay"), History("award: 甲奖, date: 2021-05-01, paid: 5万元") + Row("", "status: rejected"), "relation: no case notices 'again: held' in the place of 'again: rejected'" },
        { Usual + "pay: {fixed: 5万元}\n    limit: {at-most: 6万元, within: year, cut: pro-rata}", Row("", "payable: 5万元"), Row("", "payable: 3万元") + Row("recipient: 乙", "payable: 3万元"), "relation: no case notices 'cut: in-order' in the place of 'cut: pro-rata'" },
        { Usual + "pay: {fixed: 5万元}\n    limit: {at-most: 1家, within: year, cut: report}", Row("", "payable: 5万元"), "    remarks: [INC5009]\n" + Row("", "payable: 5万元") + Row("recipient: 乙", "payable: 5万元"), "relation: no case notices 'cut: in-order' in the place of 'cut: report'" },
        { Usual + "pay: {fixed: 5万元}\n    limit: {at-most: 7万元, by: recipient, within: year, order: 优先}", Row("优先: 1", "payable: 5万元"), Row("优先: 2", "payable: 2万元") + Row("award: 乙奖, 优先: 1", "payable: 5万元"), "relation: no case notices 'order: —' in the place of 'order: 优先'" },
        { Usual + "pay: {fixed: 5万元}\n    limit: [{at-most: 6万元, within: year, cut: pro-rata}, {at-least: 4万元, by: recipient, after: envelope}]", Row("", "payable: 5万元"), Row("", "payable: 0") + Row("recipient: 乙", "payable: 0"), "relation: no case notices 'after: —' in the place of 'after: envelope'" },
        { Usual + "pay: {fixed: 5万元}\n    share: {by: subject, weight: {by: rank, 1: 60%, 2: 40%}, rest: unpaid}", Row("subject: 一, rank: 1", "clause: c") + Row("recipient: 乙, subject: 一, rank: 2", "clause: c"), Row("subject: 一, rank: 1", "payable: 3万元"), "relation: no case notices 'rest: —' in the place of 'rest: unpaid'" },
        { "exclude: [{when: {district: 西区}, outcome: held}]\n" + Usual + "pay: {fixed: 5万元}", Row("district: 东区", "status: pay"), Row("district: 西区", "status: held"), "relation: no case notices 'outcome: rejected' in the place of 'outcome: held'" },

        // readings
        { "readings: {r: {question: 多少？, default: x}}\n" + Usual + "pay: {fixed: {reading: r, x: 5万元, y: 3万元}}", Row("", "status: pay"), Row("", "payable: 5万元"), "reading: no case notices 'y' in the place of 'x'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Each_kind_of_change(string rules, string blind, string seeing, string change)
    {
        CommandResult unnoticed = Run(rules, blind);
        unnoticed.Error.Should().BeEmpty();
        unnoticed.Output.Should().Contain(change).And.Contain("\n1 cases passed, 0 failed.\n");
        CommandResult noticed = Run(rules, seeing);
        noticed.Error.Should().BeEmpty();
        noticed.Output.Should().NotContain(change).And.Contain("1 cases passed, 0 failed.\n");
    }

    [Theory]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {keep: highest}", "paid:")]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {keep: highest}", "within:")]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: highest, order: -amount}", "order:")]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: all, order: -amount}", "order:")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, by: recipient, within: year, order: date}", "order:")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 2项, by: recipient, within: year}", "pro-rata")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-least: 1万元, by: row}", "cut:")]
    [InlineData("pay: {fixed: 5万元}\n    fund: {市: 1}", "'1'")]
    [InlineData("pay: {fixed: 0}", "up-to")]
    [InlineData("pay: {fixed: {marginal: 投资额, ..100万元: 1%, 100万元<..: 2%}}", "edge: no case notices '..<100万元'")]
    [InlineData("pay: {fixed: 5万元}\nexclude: [{when: {district: 西区}, outcome: zero}]", "outcome: rejected")]
    [InlineData("pay: {fixed: 5万元}\nearmarks: [{id: e, cite: 二, amount: 9万元}]", "9.9万元")]
    [InlineData("pay: {fixed: 5万元}\nladders: {奖: [甲奖, 乙奖]}", "rank:")]
    public void What_changes_nothing_is_no_change(string rest, string never) =>
        Run(Usual + rest, Row("")).Output.Should().NotContain(never);

    [Fact]
    public void What_the_program_refuses_is_counted_apart()
    {
        // ..<101万元, ..100万元 and 99万元.. overlap their neighbours.
        CommandResult result = Run(Usual + "pay: {fixed: {by: 投资额, ..<100万元: 1万元, 100万元..: 2万元}}", Row("投资额: 100万元", "payable: 2万元") + Row("投资额: 99.5万元", "payable: 1万元"));
        result.Output.Should().MatchRegex("Changes: [0-9]+ of [0-9]+ noticed \\([0-9.]+%\\); 3 more are refused as rules and not counted\\.\n$");
    }

    [Fact]
    public void The_share_that_is_asked_for_decides()
    {
        string rules = Usual + "pay: {fixed: 5万元}", rows = Row("", "status: pay");
        Run(rules, rows).Exit.Should().Be(1);
        Run(rules, rows, "--at-least", "0").Exit.Should().Be(0);
        Run(rules, rows, "--at-least", "100").Exit.Should().Be(1);
    }

    [Fact]
    public void No_share_beyond_a_hundred_is_asked_for() => CommandLine.Refuses(["test", _folder.Path, "--mutate", "--at-least", "101"],
        "错误 INC7007: --at-least “101”不是百分比\n  应为：0 到 100 的整数",
        "error INC7007: --at-least '101' is not a percentage\n  expected: a whole number from 0 to 100");

    [Fact]
    public void In_Chinese()
    {
        Run(Usual + "pay: {fixed: 5万元}", Row("", "status: pay"));
        CommandLine.Chinese("test", _folder.Path, "--mutate").Output.Should().Contain("small.yaml:10:18: 金额：“5万元”改为“5.5万元”，没有例子察觉\n").And.MatchRegex("改动：4 处改动察觉 1 处（25\\.0%）；另有 0 处程序不接受，不计。\n$");
    }

    // A case that fails already would notice everything.
    [Fact]
    public void A_failing_case_notices_nothing() =>
        Run(Usual + "pay: {fixed: 5万元}", Row("", "payable: 6万元")).Output.Should().Contain("Changes: 0 of 4 noticed (0.0%)");

    [Fact]
    public void A_case_must_expect_a_limit_that_is_only_reported()
    {
        CommandResult result = Run(Usual + "pay: {fixed: 5万元}\n    limit: {at-most: 1家, within: year, cut: report}", Row("", "payable: 5万元") + Row("recipient: 乙", "payable: 5万元"));
        result.Output.Should().Contain("small.test.yaml:3:5: 一\n  a limit that is only reported is passed (small.yaml:11:12), and remarks does not hold INC5009\n");
    }

    private static string History(string cells) => $"    history:\n      - {{recipient: 甲, {cells}}}\n";

    // The usual cells where a row says nothing else of them.
    private static string Row(string cells, string expect = "")
    {
        string all = cells;
        foreach ((string name, string value) in (ReadOnlySpan<(string, string)>)[("date", "2024-05-01"), ("award", "甲奖"), ("recipient", "甲")])
        {
            if (!all.Contains(name + ": ", StringComparison.Ordinal)) all = all.Length == 0 ? $"{name}: {value}" : $"{name}: {value}, {all}";
        }

        return $"      - {{{all}{(expect.Length > 0 ? $", expect: {{{expect}}}" : "")}}}\n";
    }

    private CommandResult Run(string rules, string rows, params string[] options)
    {
        _folder.Write("small.yaml", Head + rules + "\n");
        int first = rows.IndexOf("      - ", rows.Contains("history:", StringComparison.Ordinal) ? rows.IndexOf('\n', rows.IndexOf("      - ", StringComparison.Ordinal)) : 0, StringComparison.Ordinal);
        _folder.Write("small.test.yaml", $"tests: small\ncases:\n  - name: 一\n{rows[..first]}    rows:\n{rows[first..]}");
        return CommandLine.English(["test", _folder.Path, "--mutate", .. options]);
    }
}
