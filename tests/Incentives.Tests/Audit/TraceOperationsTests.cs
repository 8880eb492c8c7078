using System.Text.Json;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>
/// What the trace says of each operation, whole: stage, operation, amounts, reason, article, values, and behind a bar the other rows it depended on. Each by hand,
/// on a clause that pays what the roster asks for.
/// </summary>
public sealed class TraceOperationsTests
{
    // The clause's own rule stands in line 11.
    private const string Rules = """
        scheme: traced
        title: 办法
        status: in-force
        effective: 2015-01-01..
        columns: {申报额: money, 份额: ratio, 优先: number}
        clauses:
          - id: a
            cite: 一
            when: {award: [甲奖, 乙奖]}
            pay: {fixed: 申报额, per: recipient}

        """;

    [Fact]
    public void A_first_time() => Step("recur: {by: recipient, cite: 二}", "甲公司,甲奖,2024-03-01,P1,4", "", 2, 4,
        "4 recur 40000.00 -> 40000.00 二 rule=rules.yaml:11, recipient=甲公司");

    [Fact]
    public void Not_the_first_time_names_the_row_before() => Step("recur: {by: recipient, cite: 二}", "甲公司,甲奖,2024-04-01,P1,4\n甲公司,甲奖,2024-03-01,P2,4", "", 2, 4,
        "4 recur 40000.00 -> 0.00 [not-first] 二 rule=rules.yaml:11, recipient=甲公司 | roster.csv:3");

    [Fact]
    public void The_third_of_two_names_both() => Step("recur: {by: recipient, first: 2, again: rejected}", "甲公司,甲奖,2024-03-01,P1,4\n甲公司,甲奖,2024-04-01,P2,4", "甲公司,甲奖,2020-01-01,P9,4", 3, 4,
        "4 recur 40000.00 -> 0.00 [not-first] 一 rule=rules.yaml:11, recipient=甲公司, earlier=2, first=2 | history.csv:2, roster.csv:2");

    [Fact]
    public void Too_soon_names_the_window() => Step("recur: {by: [recipient, subject], within: 3年, again: 50%}", "甲公司,甲奖,2024-03-01,P1,4", "甲公司,甲奖,2018-01-01,P1,4\n甲公司,甲奖,2022-01-01,P1,4", 2, 4,
        "4 recur 40000.00 -> 20000.00 [repeat-reduced] 一 rule=rules.yaml:11, recipient=甲公司, subject=p1, within=3年 | history.csv:3");

    [Fact]
    public void A_repeat_that_waits() => Step("recur: {by: recipient, again: held}", "甲公司,甲奖,2024-03-01,P1,4", "甲公司,甲奖,2018-01-01,P1,4", 2, 4,
        "4 recur 40000.00 -> 40000.00 [not-first] 一 rule=rules.yaml:11, recipient=甲公司 | history.csv:2");

    [Fact]
    public void The_lower_of_three_names_those_above() => Step("overlap: {by: subject, keep: highest}", "甲公司,甲奖,2024-03-01,P1,2\n甲公司,乙奖,2024-04-01,P1,3\n甲公司,乙奖,2024-04-01,P1,5", "", 2, 5,
        "5 overlap 20000.00 -> 0.00 [lower-award] 一 rule=rules.yaml:11, subject=p1, keep=highest, granted=50,000, worth=50,000 | roster.csv:4, roster.csv:3");

    [Fact]
    public void The_highest_says_what_was_paid() => Step("overlap: {by: recipient, within: year, keep: highest}", "甲公司,甲奖,2024-03-01,P1,5", "甲公司,甲奖,2024-01-01,P1,2", 2, 7,
        "7 overlap 50000.00 -> 30000.00 [topped-up] 一 rule=rules.yaml:11, recipient=甲公司, year=2024, keep=highest, granted=20,000, worth=50,000 | history.csv:2");

    [Fact]
    public void Paid_before_as_much() => Step("overlap: {by: recipient, keep: highest, paid: block}", "甲公司,甲奖,2024-03-01,P1,5", "甲公司,甲奖,2024-01-01,P1,2", 2, 7,
        "7 overlap 50000.00 -> 0.00 [already-paid] 一 rule=rules.yaml:11, recipient=甲公司, keep=highest, granted=20,000, worth=0 | history.csv:2");

    [Fact]
    public void The_last_pays_the_difference() => Step("overlap: {by: recipient, keep: last}", "甲公司,甲奖,2024-03-01,P1,2\n甲公司,乙奖,2024-04-01,P1,5", "", 3, 7,
        "7 overlap 50000.00 -> 30000.00 [topped-up] 一 rule=rules.yaml:11, recipient=甲公司, keep=last, granted=20,000, worth=50,000 | roster.csv:2");

    [Fact]
    public void A_combination_names_the_other_title() => Step("overlap: {by: recipient, keep: {by: count, 1: 10万元, 2: 15万元}}", "甲公司,甲奖,2024-03-01,P1,2\n甲公司,乙奖,2024-04-01,P1,5", "", 3, 7,
        "7 overlap 50000.00 -> 50000.00 一 rule=rules.yaml:11, recipient=甲公司, keep=by count, granted=100,000, worth=150,000 | roster.csv:2");

    [Fact]
    public void One_of_two_names_the_other() => Step("overlap: {by: recipient, keep: one}", "甲公司,甲奖,2024-03-01,P1,2\n甲公司,乙奖,2024-04-01,P1,5", "", 2, 7,
        "7 overlap 20000.00 -> 0.00 [exclusive] 一 rule=rules.yaml:11, recipient=甲公司, keep=one | roster.csv:3");

    [Fact]
    public void A_share_names_pool_weight_and_partners() => Step("share: {by: subject, weight: 份额}", "甲公司,甲奖,2024-03-01,P1,10,60%\n乙公司,甲奖,2024-03-01,P1,10,40%", "", 3, 6,
        "6 share 100000.00 -> 40000.00 [shared] 一 rule=rules.yaml:11, subject=p1, pool=100,000, weight=2/5, whole=1 | roster.csv:2");

    [Fact]
    public void Shares_that_exceed_the_whole() => Step("share: {by: subject, weight: 份额}", "甲公司,甲奖,2024-03-01,P1,10,60%\n乙公司,甲奖,2024-03-01,P1,10,50%", "", 3, 6,
        "6 share 100000.00 -> 0.00 [shares-exceed] 一 rule=rules.yaml:11, subject=p1, pool=100,000, weight=1/2 | roster.csv:2");

    [Fact]
    public void A_yearly_cap_names_what_used_it_up() => Step("limit: {at-most: 10万元, by: recipient, within: year}", "甲公司,甲奖,2024-03-01,P1,6\n乙公司,甲奖,2024-03-01,P1,6\n甲公司,甲奖,2024-05-01,P1,6", "甲公司,甲奖,2024-01-01,P1,3", 4, 8,
        "8 limit 60000.00 -> 10000.00 [cap-year] 一 rule=rules.yaml:11, recipient=甲公司, year=2024, limit=100,000, before=90,000 | history.csv:2, roster.csv:2");

    [Fact]
    public void Within_a_cap() => Step("limit: {at-most: 10万元, by: subject, within: ever, order: -amount}", "甲公司,甲奖,2024-03-01,P1,6", "", 2, 8,
        "8 limit 60000.00 -> 60000.00 一 rule=rules.yaml:11, subject=p1, limit=100,000, before=0, order=-amount");

    [Fact]
    public void A_moving_window() => Step("limit: {at-most: 10万元, by: recipient, within: 3年}", "甲公司,甲奖,2024-03-01,P1,6", "甲公司,甲奖,2022-01-01,P1,9", 2, 8,
        "8 limit 60000.00 -> 10000.00 [cap-lifetime] 一 rule=rules.yaml:11, recipient=甲公司, within=3年, limit=100,000, before=90,000 | history.csv:2");

    [Fact]
    public void A_quantity_cap() => Step("limit: {at-most: 1项, by: recipient, within: year, order: 优先}", "甲公司,甲奖,2024-03-01,P1,6,,2\n甲公司,甲奖,2024-05-01,P1,4,,1", "", 2, 8,
        "8 limit 60000.00 -> 0.00 [cap-quantity] 一 rule=rules.yaml:11, recipient=甲公司, year=2024, limit=1, before=1, quantity=1, 优先=2 | roster.csv:3");

    [Fact]
    public void Below_the_minimum() => Step("limit: {at-least: 10万元, by: recipient, within: year}", "甲公司,甲奖,2024-03-01,P1,6\n甲公司,甲奖,2024-05-01,P1,3", "", 2, 8,
        "8 limit 60000.00 -> 0.00 [below-minimum] 一 rule=rules.yaml:11, recipient=甲公司, year=2024, at-least=100,000, claimed=90,000 | roster.csv:3");

    [Fact]
    public void At_the_minimum() => Step("limit: {at-least: 6万元, by: row, within: ever}", "甲公司,甲奖,2024-03-01,P1,6", "", 2, 8,
        "8 limit 60000.00 -> 60000.00 一 rule=rules.yaml:11, at-least=60,000, claimed=60,000");

    [Fact]
    public void An_envelope_in_order() => Step("limit: {at-most: 10万元, within: year, cut: in-order, cite: 九}", "甲公司,甲奖,2024-03-01,P1,6\n乙公司,甲奖,2024-05-01,P1,6", "丙公司,甲奖,2024-01-01,P1,1", 3, 9,
        "9 limit 60000.00 -> 30000.00 [envelope-order] 九 rule=rules.yaml:11, year=2024, envelope=100,000, before=70,000 | history.csv:2, roster.csv:2");

    [Fact]
    public void An_envelope_by_priority() => Step("limit: {at-most: 10万元, within: period, cut: 优先}", "甲公司,甲奖,2024-03-01,P1,6,,2\n乙公司,甲奖,2024-05-01,P1,6,,1", "", 2, 9,
        "9 limit 60000.00 -> 40000.00 [envelope-priority] 一 rule=rules.yaml:11, period=2024-01-01..2024-12-31, envelope=100,000, before=60,000, 优先=2 | roster.csv:3");

    [Fact]
    public void An_envelope_that_stops() => Step("limit: {at-most: 10万元, within: ever, cut: stop}", "甲公司,甲奖,2024-03-01,P1,6\n乙公司,甲奖,2024-05-01,P1,6", "", 3, 9,
        "9 limit 60000.00 -> 0.00 [envelope-order] 一 rule=rules.yaml:11, envelope=100,000, before=60,000 | roster.csv:2");

    // 100,000 less 10,000 for 120,000: three quarters.
    [Fact]
    public void An_envelope_pro_rata() => Step("limit: {at-most: 10万元, within: effective, cut: pro-rata}", "甲公司,甲奖,2024-03-01,P1,4\n乙公司,甲奖,2024-05-01,P1,8", "丙公司,甲奖,2024-01-01,P1,1", 2, 9,
        "9 limit 40000.00 -> 30000.00 [envelope-prorata] 一 rule=rules.yaml:11, effective=2015-01-01.., envelope=100,000, before=10,000, claimed=120,000, ratio=3/4");

    [Fact]
    public void An_envelope_that_suffices() => Step("limit: {at-most: 10万元, within: year, cut: pro-rata}", "甲公司,甲奖,2024-03-01,P1,4", "", 2, 9,
        "9 limit 40000.00 -> 40000.00 一 rule=rules.yaml:11, year=2024, envelope=100,000, before=0, claimed=40,000, ratio=1");

    [Fact]
    public void An_envelope_that_is_refused() => Step("limit: {at-most: 5万元, within: year, cut: refuse}", "甲公司,甲奖,2024-03-01,P1,4\n乙公司,甲奖,2024-05-01,P1,4", "", 2, 9,
        "9 limit 40000.00 -> 40000.00 [envelope-exceeded] 一 rule=rules.yaml:11, year=2024, envelope=50,000, before=0, claimed=80,000, ratio=5/8");

    [Fact]
    public void An_envelope_that_is_only_reported() => Step("limit: {at-most: 5万元, within: year, cut: report}", "甲公司,甲奖,2024-03-01,P1,4\n乙公司,甲奖,2024-05-01,P1,4", "", 2, 9,
        "9 limit 40000.00 -> 40000.00 一 rule=rules.yaml:11, year=2024, envelope=50,000, before=0, claimed=80,000, ratio=5/8");

    [Fact]
    public void Rounded_after_a_cap() => Step("limit: {at-most: 12345元, by: recipient, within: year}\nround: {to: 100元, mode: down}", "甲公司,甲奖,2024-03-01,P1,4", "", 2, 8,
        "8 limit 40000.00 -> 12345.00 [cap-year] 一 rule=rules.yaml:11, recipient=甲公司, year=2024, limit=12,345, before=0; 8 round 12345.00 -> 12300.00 [rounded]  unit=100");

    [Fact]
    public void Payers() => Step("fund: {by: district, 高新区: {市: 1, 区: 2}}", "甲公司,甲奖,2024-03-01,P1,4", "", 2, 11,
        "11 fund 40000.00 -> 40000.00 一 district=高新区, 市=13,333.33 (1/3), 区=26,666.67 (2/3)");

    [Fact]
    public void Instalments() => Step("instalments: [{pay: 60%, due: 0年}, {pay: rest, due: 1年, needs: 复核}]", "甲公司,甲奖,2024-03-01,P1,4", "", 2, 11,
        "11 instalments 40000.00 -> 40000.00 一 1=24,000, 2024-03-01, 2=16,000, 2025-03-01, 复核");

    [Fact]
    public void Earmarked() => Step("earmark: {科技创新: 40%}", "甲公司,甲奖,2024-03-01,P1,4", "", 2, 11,
        "11 earmark 40000.00 -> 40000.00 一 科技创新=16,000 (2/5)");

    [Fact]
    public void Excluded_keeps_the_amount_it_would_have_had() => Step("note: 无\nexclude: [{when: {优先: 9}, outcome: zero, cite: 七, reason: 有违规}]", "甲公司,甲奖,2024-03-01,P1,4,,9", "", 2, 3,
        "3 fixed 0.00 -> 40000.00 一 申报额=40,000; 3 exclude 40000.00 -> 0.00 [excluded] 七 reason=有违规");

    [Fact]
    public void Decision_rows_name_what_chose_the_row() => Step("note: 无", "甲公司,丙奖,2024-03-01,P1,4", "", 2, 3,
        "3 rows 0.00 -> 0.00 二 subject=p1; 3 up-to 0.00 -> 50000.00 二 ; 3 approved 50000.00 -> 50000.00 [ceiling-open] 二 ",
        "  - id: b\n    cite: 二\n    when: {award: 丙奖}\n    pay: {rows: [{subject: P1, up-to: 5万元}, {subject: P2, fixed: 1万元}]}\n");

    private static void Step(string rule, string roster, string history, int line, int stage, string expected, string more = "")
    {
        using TempFolder folder = new();
        string[] own = rule.Split('\n');
        string rules = folder.Write("rules.yaml", $"{Rules}    {own[0]}\n{more}{string.Concat(own.Skip(1).Select(l => l + "\n"))}");
        const string Header = "名称,奖项,日期,主体,申报额(万元),份额,优先,区县\n";
        List<string> args = ["--period", "2024", "--trace"];
        if (history.Length > 0) args.AddRange(["--history", folder.Write("history.csv", "名称,奖项,日期,主体,已获奖励(万元)\n" + history + "\n")]);
        string rows = string.Concat(roster.Split('\n').Select(r => r + new string(',', 6 - r.Count(c => c == ',')) + ",高新区\n"));
        RunView run = Calculation.RunInto(folder["run"], folder.Write("roster.csv", Header + rows), rules, [.. args]);
        JsonElement traced = File.ReadAllLines(Path.Combine(run.Folder, "trace.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Single(l => l.GetProperty("line").GetInt32() == line);
        string.Join("; ", traced.GetProperty("steps").EnumerateArray().Where(s => s.GetProperty("stage").GetInt32() == stage).Select(Show)).Should().Be(expected);
        CommandLine.English("verify", run.Folder).Exit.Should().Be(0);
    }

    private static string Show(JsonElement step)
    {
        string reason = step.TryGetProperty("reason", out JsonElement code) ? $" [{code.GetString()}]" : "";
        string inputs = string.Join(", ", step.GetProperty("inputs").EnumerateArray().Select(i => $"{Text(i, "name")}={Text(i, "value")}"));
        string rows = step.TryGetProperty("rows", out JsonElement all) ? " | " + string.Join(", ", all.EnumerateArray().Select(r => $"{Text(r, "file")}:{r.GetProperty("line").GetInt32()}")) : "";
        return $"{step.GetProperty("stage").GetInt32()} {Text(step, "operation")} {Text(step, "before_yuan")} -> {Text(step, "after_yuan")}{reason} {Text(step, "cite")} {inputs}{rows}";
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
