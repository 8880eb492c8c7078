using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Forecasting;
using Incentives.Core.Numbers;
using Incentives.Tests.Commands;
using Incentives.Tests.Oracle;

namespace Incentives.Tests.Forecasting;

/// <summary>What one of a target costs at most, form by form; and that no row costs more.</summary>
public sealed class PriceTests : IDisposable
{
    private const string One = "award: 甲奖, count: 1, kind: new, by: 2024";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{fixed: 20万元}", "20")]
    [InlineData("{up-to: {by: rank, 1: 30万元, 2: 10万元, 3: 5万元}}", "30")]
    [InlineData("{up-to: {by: [level, role], 国家: {主导: 15万元, 协助: 8万元}, 省: {主导: 40万元}}}", "40")]
    [InlineData("{fixed: 10% of 投资, at-most: 200万元}", "200")]
    [InlineData("{fixed: 10% of 投资}", "no-end")]
    [InlineData("{fixed: 10万元, times: {by: 等级, 专精特新: 150%, 小巨人: 200%, else: 1}}", "20")]
    [InlineData("{fixed: 10万元, times: {by: 等级, 专精特新: 150%, 小巨人: 200%, else: 1}, at-most: {by: 等级, 专精特新: 12万元, 小巨人: 18万元, else: none}}", "18")]
    [InlineData("{fixed: 投资, at-most: {by: 等级, 专精特新: 12万元, else: none}}", "no-end")]
    [InlineData("{fixed: 5万元, plus: {by: 等级, 小巨人: 3万元, else: 0}, at-least: 6万元}", "8")]
    [InlineData("{fixed: {marginal: 件, ..10: 1000元, 10<..: 500元}, at-most: 3万元}", "3")]
    [InlineData("{rows: [{投资: ..<1000万元, fixed: 10万元}, {投资: 1000万元.., fixed: 5% of 投资, at-most: 80万元}], times: 50%}", "40")]
    [InlineData("{per: item, fixed: 2万元}", "2")]
    [InlineData("{per: {of: 面积, each: 1000亩}, fixed: 2万元, at-most: 9万元}", "9")]
    [InlineData("{fixed: 12345元, round: {to: 1000元, mode: up}}", "1.3")]
    [InlineData("{fixed: 投资 - 投资, at-most: 7万元}", "7")]
    [InlineData("unpublished", "amount-unpublished")]
    public void Of_a_form(string pay, string expected)
    {
        ForecastRun run = ForecastRun.OfText(_folder, $"columns: {{投资: money, 等级: text, 件: count, 面积: number}}\nclauses:\n  - {{id: c, cite: 一, when: {{award: 甲奖}}, pay: {pay}}}\n", One);
        run.Short().Should().Equal(char.IsAsciiDigit(expected[0]) ? $"甲奖 c {expected} {expected}..{expected}" : $"甲奖 {expected}");
    }

    [Theory]
    [InlineData("overlap: {among: [a, b], keep: all}", "甲奖 a 3 3..3", "甲奖 b 5 5..5")]
    [InlineData("overlap: {among: [a, b], keep: highest}", "甲奖 b 5 5..5")]
    [InlineData("overlap: {among: [a, b], by: recipient, keep: {by: count, 1: 4万元, 2: 9万元}}", "甲奖 b 4 4..4")]
    [InlineData("overlap: {among: [a, b], keep: all}\nlimit: {at-most: 6万元, by: recipient, within: year}", "甲奖 a 3 3..3", "甲奖 b 3 3..3")]
    [InlineData("overlap: {among: [a, b], keep: all}\nlimit: {at-most: 1万元, within: year, cut: pro-rata}", "甲奖 a 3 3..3", "甲奖 b 5 5..5")]
    public void Of_two_clauses(string relation, params string[] expected) =>
        ForecastRun.OfText(_folder, $"clauses:\n  - {{id: a, cite: 一, when: {{award: 甲奖}}, pay: {{fixed: 3万元}}}}\n  - {{id: b, cite: 二, when: {{award: 甲奖, level: 国家}}, pay: {{fixed: 5万元}}}}\n{relation}\n", One).Short().Should().Equal(expected);

    // Clauses that cannot hold of one row are not added; what the target says of level and kind chooses.
    [Fact]
    public void Of_clauses_that_exclude_each_other()
    {
        const string Clauses = "clauses:\n  - {id: a, cite: 一, when: {award: 甲奖, recipient-kind: 个人}, pay: {fixed: 3万元}}\n  - {id: b, cite: 二, when: {award: 甲奖, recipient-kind: 组织, level: 国家}, pay: {fixed: 5万元}}\n  - {id: c, cite: 三, when: {award: 甲奖, recipient-kind: 组织, level: [省, 市]}, pay: {fixed: 4万元}}\n";
        ForecastRun.OfText(_folder, Clauses, $"{One}\n{One}, recipient-kind: 个人\n{One}, recipient-kind: 组织, level: 省级\n{One}, recipient-kind: 个人, level: 县").Short().Should().Equal("甲奖 b 5 5..5", "甲奖 a 3 3..3", "甲奖 c 4 4..4", "甲奖 a 3 3..3");
    }

    [Fact]
    public void Of_versions_the_one_in_force_counts()
    {
        _folder.Write("rules/b.yaml", "scheme: b\ntitle: 示意\nstatus: superseded\npolicy: a\nversion-by: date\neffective: 2020..2022\nclauses:\n  - {id: c, cite: 一, when: {award: 甲奖}, pay: {fixed: 9万元}}\n");
        string[] awards = ["by: 2024", "each: 2023..2024", "by: 2021", "each: 2021..2022", "by: 2019"];
        ForecastRun run = ForecastRun.OfText(_folder, "policy: a\nversion-by: date\nclauses:\n  - {id: c, cite: 一, when: {award: 甲奖}, pay: {fixed: 5万元}}\n", string.Join('\n', awards.Select(y => $"award: 甲奖, count: 2, kind: new, {y}")));
        // What is to be won by 2024 may be won while the first version is in force.
        run.Targets.Select(t => $"{t.Year} {t.Status} {t.Most}").Should().Equal("2024 priced 18", "2023 priced 10", "2024 priced 10", "2021 priced 18", "2021 priced 18", "2022 priced 18", "2019 outside-period ");
    }

    [Fact]
    public void Ranges_and_open_ends()
    {
        ForecastRun run = ForecastRun.OfText(_folder, "clauses:\n  - {id: c, cite: 一, department: 市局, when: {award: [甲奖, 乙奖]}, pay: {fixed: 5万元}}\n",
            "award: 甲奖, count: 2..4, kind: new, by: 2024\naward: 乙奖, count: 600家以上, kind: new, by: 2025\naward: 甲奖, count: 3, kind: held, by: 2010\nname: 满意度, value: 88%, kind: other");
        run.Short().Should().Equal("甲奖 c 5 10..20", "乙奖 c 5 3000..", "甲奖 c 5 15..15");
        run.By("total").Should().Equal("new  602- 3010..", "held  3 15..15");
        run.By("year").Should().Equal("new 2024 2-4 10..20", "new 2025 600- 3000..", "held 2010 3 15..15");
        run.By("department").Should().Equal("new 市局 602- 3010..", "held 市局 3 15..15");
    }

    // No row of any random scheme is paid more than one of its honours costs at most.
    [Fact]
    public void No_row_is_paid_more()
    {
        int paid = 0;
        for (int seed = 1; seed <= 300; seed++)
        {
            Example example = Examples.Make(seed);
            if (example.Policy.LooksAtCost) continue;
            DiagnosticBag bag = new();
            RuleSet rules = RuleSet.Read([_folder.Write("random.yaml", example.Policy.WithoutLists.ToYaml())], bag);
            List<Claim> rows = [.. example.Roster.Select((r, i) => r with { Quantity = 1, Recipient = $"第{i}公司", Subject = $"第{i}项" })];
            BatchRequest request = new() { Rosters = [new InputFile("roster.csv", _folder.Write("roster.csv", Csv.Roster(rows)))], Period = example.Period, Threads = 1 };
            using BatchResult batch = Batch.Run(rules, request, bag)!;
            TargetPricer pricer = new(batch.Plan);
            for (int row = 0; row < rows.Count; row++)
            {
                (int first, int end) = batch.Lines.LinesOf(row);
                long payable = Enumerable.Range(first, end - first).Sum(i => batch.Lines[i].Payable);
                if (payable == 0) continue;
                paid++;
                Target target = new() { Name = rows[row].Award!, Level = rows[row].Level ?? "", Kind = TargetKind.New, Count = new CountRange(1, 1), Place = Place.Nowhere };
                Price price = pricer.Of(target, batch.Plan.Schemes);
                price.Status.Should().Be(PriceStatus.Priced, "seed {0} row {1}\n{2}", seed, row, example);
                price.Most.Should().BeGreaterThanOrEqualTo(new Money(payable), "seed {0} row {1}\n{2}", seed, row, example);
            }
        }

        paid.Should().BeGreaterThan(300);
    }
}
