using Incentives.Tests.Commands;

namespace Incentives.Tests.Testing;

/// <summary><c>test --coverage</c> on a small scheme: every kind of gap, and a case for each that closes it.</summary>
public sealed class CoverageTests : IDisposable
{
    private const string Scheme =
        """
        scheme: small
        title: 示例
        status: in-force
        effective: 2024
        columns: {投资额: money}
        readings:
          rate:
            question: 按多少？
            default: low
        clauses:
          - id: invest
            cite: 一
            when: {award: 投资奖, 投资额: 100万元..}
            pay: {up-to: {reading: rate, low: 10% of 投资额, high: 20% of 投资额}, at-most: 50万元}
            recur: {by: recipient}
          - id: prize
            cite: 二
            pay: {fixed: {by: award, 甲奖: 5万元, 乙奖: 2万元}}
            overlap: {by: recipient, keep: highest}

        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void All_that_no_case_reaches_is_listed_with_its_place()
    {
        CommandResult result = Run(Scheme, Case("{recipient: 丁, award: 投资奖, 投资额: 99万元, date: 2024-05-01, expect: {status: unmatched}}"));
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(1);
        result.Output.Should().Be(
            """
            small.yaml:4:12: edge: scheme 'small': date 2024..2024: no row at exactly 2024-01-01
            small.yaml:4:12: edge: scheme 'small': date 2024..2024: no row at exactly 2024-12-31
            small.yaml:4:12: edge: scheme 'small': date 2024..2024: no row just across 2024-01-01 (that is 2023-12-31)
            small.yaml:4:12: edge: scheme 'small': date 2024..2024: no row just across 2024-12-31 (that is 2025-01-01)
            small.yaml:7:3: reading: reading 'rate', option 'high': no case under it tells it from the other options
            small.yaml:7:3: reading: reading 'rate', option 'low': no case under it tells it from the other options
            small.yaml:11:9: clause: clause 'invest': no row is granted by it
            small.yaml:13:29: edge: clause 'invest': 投资额 100万元..: no row at exactly 100万元
            small.yaml:14:11: reason: clause 'invest': no row has the reason above-ceiling from up-to (approved above the ceiling; the ceiling is paid)
            small.yaml:14:11: reason: clause 'invest': no row has the reason approved from up-to (as approved)
            small.yaml:14:11: reason: clause 'invest': no row has the reason ceiling-open from up-to (a ceiling; no amount approved yet)
            small.yaml:14:70: reason: clause 'invest': no row has the reason clause-cap from at-most (cut by the clause's cap)
            small.yaml:15:12: reason: clause 'invest': no row has the reason not-first from recur (not the first time)
            small.yaml:16:9: clause: clause 'prize': no row is granted by it
            small.yaml:18:30: cell: clause 'prize': no row takes the value under '甲奖'
            small.yaml:18:39: cell: clause 'prize': no row takes the value under '乙奖'
            small.yaml:19:14: reason: clause 'prize': no row has the reason already-paid from overlap (already paid)
            small.yaml:19:14: reason: clause 'prize': no row has the reason lower-award from overlap (only the higher award is paid)
            small.yaml:19:14: reason: clause 'prize': no row has the reason topped-up from overlap (topped up)
            1 cases passed, 0 failed.
            Coverage: 1 of 20 reached (5.0%).

            """);
    }

    [Fact]
    public void The_same_in_Chinese()
    {
        _folder.Write("small.yaml", Scheme);
        _folder.Write("small.test.yaml", Case("{recipient: 丁, award: 投资奖, 投资额: 99万元, date: 2024-05-01, expect: {status: unmatched}}"));
        CommandResult result = CommandLine.Chinese("test", _folder.Path, "--coverage");
        result.Output.Should().Contain(
            """
            small.yaml:4:12: 边界：办法“small”：date 2024..2024，没有一行刚刚越过 2024-12-31（即 2025-01-01）
            small.yaml:7:3: 口径：口径“rate”的选项“high”：没有一个采用它的例子能把它与其他选项区分开
            small.yaml:7:3: 口径：口径“rate”的选项“low”：没有一个采用它的例子能把它与其他选项区分开
            small.yaml:11:9: 条款：条款“invest”：没有一行按它得到奖补
            small.yaml:13:29: 边界：条款“invest”：投资额 100万元..，没有一行正好是 100万元
            """).And.Contain("small.yaml:18:30: 表格：条款“prize”：没有一行取到“甲奖”这一格\n")
            .And.Contain("small.yaml:19:14: 原因：条款“prize”：没有一行因 overlap 得到原因 topped-up（补差）\n")
            .And.EndWith("1 个例子通过，0 个不符。\n覆盖：20 项碰到 1 项（5.0%）。\n");
    }

    [Fact]
    public void Cases_that_reach_everything_pass()
    {
        CommandResult result = Run(Scheme, Full);
        result.Output.Should().Be("4 cases passed, 0 failed.\nCoverage: 20 of 20 reached (100.0%).\n");
        result.Exit.Should().Be(0);
    }

    // A row that fails another condition of the clause says nothing of the edge.
    [Fact]
    public void A_row_at_an_edge_counts_only_where_the_edge_decides()
    {
        string scheme = Scheme.Replace("award: 投资奖, 投资额", "award: 投资奖, district: 东区, 投资额", StringComparison.Ordinal);
        Run(scheme, Case("{recipient: 丁, award: 投资奖, district: 西区, 投资额: 100万元, date: 2024-05-01, expect: {status: unmatched}}"))
            .Output.Should().Contain("投资额 100万元..: no row at exactly 100万元\n").And.Contain("no row just across 100万元 (below 100万元, at least 99万元)\n");
    }

    [Theory]
    [InlineData("pay: {fixed: {marginal: 投资额, ..100万元: 1%, 100万元<..: 2%}}", "clause 'c': no row takes the value under '100万元<..'")]
    [InlineData("pay: {fixed: {by: [level, role], 国家: {主导: 5万元, else: 2万元}}}", "clause 'c': no row takes the value under '国家 / else'")]
    [InlineData("pay: {rows: [{rank: 1, fixed: 5万元}, {rank: 2.., fixed: 2万元}]}", "clause 'c': no row takes the value under 'rows 2'")]
    [InlineData("pay: {rows: [{rank: 1, fixed: 5万元}, {rank: 2.., fixed: 2万元}]}", "clause 'c': rank 2..: no row at exactly 2")]
    [InlineData("pay: {rows: [{rank: 1..2, fixed: 5万元}]}", "clause 'c': rank 1..2: no row just across 2 (that is 3)")]
    [InlineData("pay: {fixed: 5万元, at-least: 4万元}", "clause 'c': no row has the reason raised-to-floor from at-least")]
    [InlineData("pay: {fixed: {is: 5万元, at-most: 6万元}}", "clause 'c': no row has the reason clause-cap from at-most")]
    [InlineData("pay: {fixed: 5万元}\n    recur: {by: recipient, within: 3年}", "no row has the reason within-years from recur")]
    [InlineData("pay: {fixed: 5万元}\n    recur: {by: recipient, again: 50%}", "no row has the reason repeat-reduced from recur")]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {by: subject, keep: one}", "no row has the reason exclusive from overlap")]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: {by: count, 1: 5万元, 2: 8万元}}", "no row has the reason combined from overlap")]
    [InlineData("pay: {fixed: 5万元}\n    overlap: {by: recipient, keep: highest, paid: block}", "no row has the reason already-paid from overlap")]
    [InlineData("pay: {fixed: 5万元}\n    share: {by: subject, weight: {by: rank, 1: 60%, 2: 40%}}", "no row has the reason shared from share")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, by: recipient, within: year}", "no row has the reason cap-year from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, by: recipient, within: ever}", "no row has the reason cap-lifetime from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, by: subject, within: ever}", "no row has the reason cap-subject from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 2项, by: recipient, within: ever}", "no row has the reason cap-quantity from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-least: 1万元, by: row}", "no row has the reason below-minimum from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, within: year, cut: in-order}", "no row has the reason envelope-order from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, within: year, cut: rank}", "no row has the reason envelope-priority from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, within: year, cut: pro-rata}", "no row has the reason envelope-prorata from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9万元, within: year, cut: refuse}", "no row has the reason envelope-exceeded from limit")]
    [InlineData("pay: {fixed: 5万元}\n    limit: {at-most: 9家, within: year, cut: report}", "no case passes the limit that is only reported")]
    [InlineData("pay: {fixed: 5万元}\nexclude: [{when: {district: 西区}, outcome: zero}]", "no row has the reason excluded from exclude")]
    [InlineData("pay: {fixed: 5万元}\nexclude: [{when: {district: 西区}, outcome: held}]", "no row has the reason suspended from exclude")]
    public void Each_construct_has_its_gaps(string rest, string gap)
    {
        string scheme = "scheme: small\ntitle: 示例\nstatus: in-force\neffective: 2024\ncolumns: {投资额: money}\nclauses:\n  - id: c\n    cite: 一\n    when: {award: 甲奖}\n    " + rest + "\n";
        CommandResult result = Run(scheme, Case("{recipient: 丁, award: 甲奖, level: 国家, role: 主导, rank: 1, subject: 一, district: 东区, 投资额: 50万元, date: 2024-05-01}"));
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(1);
        result.Output.Should().Contain(gap);
    }

    // A cap of none caps nothing, but its row of the table is one: the clause applies, so it is the date that is in the way.
    [Fact]
    public void A_cap_of_none_is_a_row_of_its_table()
    {
        string scheme = "scheme: small\ntitle: 示例\nstatus: in-force\neffective: 2024\nclauses:\n  - {id: c, cite: 一, when: {award: 甲奖}, pay: {fixed: 5万元, at-most: {by: role, 制定: none, 修订: 2万元}}}\n";
        Run(scheme, Case("{recipient: 丁, award: 甲奖, role: 制定, date: 2025-01-01, expect: {status: unmatched, reason: outside-period}}"))
            .Output.Should().NotContain("no row just across 2024-12-31").And.Contain("1 cases passed, 0 failed.");
    }

    // Where a recipient is granted it once, no other grant can be lower.
    [Theory]
    [InlineData("甲奖", false)]
    [InlineData("[甲奖, 乙奖]", true)]
    public void A_lower_award_is_asked_for_where_there_can_be_one(string awards, bool expected)
    {
        string scheme = "scheme: small\ntitle: 示例\nstatus: in-force\neffective: 2024\nclauses:\n  - {id: c, cite: 一, when: {award: " + awards + "}, pay: {fixed: 5万元}, recur: {by: recipient}, overlap: {by: recipient, keep: highest}}\n";
        Run(scheme, Case("{recipient: 丁, award: 甲奖, date: 2024-05-01}")).Output.Contains("lower-award", StringComparison.Ordinal).Should().Be(expected);
    }

    [Fact]
    public void A_scheme_without_a_case_fails()
    {
        _folder.Write("small.yaml", Scheme);
        CommandResult result = CommandLine.English("test", _folder.Path);
        result.Should().Be(new CommandResult(1,
            "small.yaml:1:1: error INC8003: the scheme 'small' has no case\n  next step: write a .test.yaml beside it, with this id after tests, and put cases worked by hand into it\n0 cases passed, 0 failed.\n", ""));
    }

    [Fact]
    public void A_test_file_without_a_case_fails()
    {
        CommandResult result = Run(Scheme, "tests: small\ncases: []\n");
        result.Exit.Should().Be(1);
        result.Output.Should().StartWith("small.test.yaml:1:1: error INC8001: the test file has no case\n  next step: write at least one case\nsmall.yaml:1:1: error INC8003: the scheme 'small' has no case\n");
    }

    [Fact]
    public void A_script_gets_json()
    {
        _folder.Write("small.yaml", Scheme);
        _folder.Write("small.test.yaml", Full.Replace("payable: 20万元", "payable: 21万元", StringComparison.Ordinal));
        CommandResult result = CommandLine.English("test", _folder.Path, "--coverage", "--mutate", "--json");
        result.Exit.Should().Be(1);
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        var root = json.RootElement;
        root.GetProperty("cases").GetInt32().Should().Be(4);
        root.GetProperty("failed")[0].GetProperty("file").GetString().Should().Be("small.test.yaml");
        root.GetProperty("failed")[0].GetProperty("problems")[0].GetString().Should().Contain("payable expected 210,000, got 200,000");
        root.GetProperty("coverage").GetProperty("items").GetInt32().Should().Be(20);
        root.GetProperty("mutation").GetProperty("at_least_percent").GetInt32().Should().Be(95);
        root.GetProperty("mutation").GetProperty("survivors").GetArrayLength().Should().BePositive();
    }

    private const string Full =
        """
        tests: small
        cases:
          - name: 一
            rows:
              - {recipient: 甲, award: 投资奖, 投资额: 100万元, date: 2024-01-01, expect: {status: pay-up-to, payable: 10万元}}
              - {recipient: 乙, award: 投资奖, 投资额: 99万元, date: 2024-05-01, expect: {status: unmatched}}
              - {recipient: 丙, award: 投资奖, 投资额: 200万元, approved: 15万元, date: 2024-12-31, expect: {status: pay, reason: approved, payable: 15万元}}
              - {recipient: 丁, award: 投资奖, 投资额: 600万元, approved: 60万元, date: 2024-05-01, expect: {status: pay, reason: above-ceiling, payable: 50万元}}
              - {recipient: 丁, award: 投资奖, 投资额: 200万元, date: 2024-06-01, expect: {status: zero, reason: not-first}}
              - {recipient: 戊, award: 投资奖, 投资额: 200万元, date: 2023-12-31, expect: {status: unmatched, reason: outside-period}}
              - {recipient: 戊, award: 投资奖, 投资额: 200万元, date: 2025-01-01, expect: {status: unmatched, reason: outside-period}}
          - name: 二
            rows:
              - {recipient: 甲, award: 甲奖, date: 2024-05-01, expect: {status: pay, payable: 5万元}}
              - {recipient: 甲, award: 乙奖, date: 2024-05-01, expect: {status: zero, reason: lower-award}}
          - name: 三
            history:
              - {recipient: 乙, award: 乙奖, date: 2023-05-01, paid: 2万元}
              - {recipient: 丙, award: 甲奖, date: 2023-05-01, paid: 5万元}
            rows:
              - {recipient: 乙, award: 甲奖, date: 2024-05-01, expect: {status: pay, reason: topped-up, payable: 3万元}}
              - {recipient: 丙, award: 甲奖, date: 2024-05-01, expect: {status: zero, reason: already-paid}}
          - name: 四
            readings: {rate: high}
            rows:
              - {recipient: 甲, award: 投资奖, 投资额: 100万元, date: 2024-05-01, expect: {payable: 20万元}}

        """;

    private static string Case(string row) => $"tests: small\ncases:\n  - name: 一\n    rows:\n      - {row}\n";

    private CommandResult Run(string scheme, string cases)
    {
        _folder.Write("small.yaml", scheme);
        _folder.Write("small.test.yaml", cases);
        return CommandLine.English("test", _folder.Path, "--coverage");
    }
}
