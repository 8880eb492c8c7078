using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Reports;
using Incentives.Tests.Commands;

namespace Incentives.Tests.Audit;

/// <summary>A run whose sums do not agree is refused, whichever sum it is: one is broken on purpose.</summary>
public sealed class ControlTotalsTests : IDisposable
{
    private const string Rules = """
        scheme: control
        title: 控制总数
        status: in-force
        effective: 2023-01-01..
        columns: {投资额: money}
        totals: [district]
        clauses:
          - id: cost
            cite: 一
            department: 商务局
            when: {award: 技改项目}
            pay: {fixed: 10% of 投资额}
            fund: {by: district, 高新区: {市: 50%, 区: 50%}}
            instalments: [{pay: 60%, due: 0年}, {pay: rest, due: 1年}]

        """;

    // 10% of 1,000,000 and of 500,000: 150,000 in all, half and half, 90,000 now and 60,000 in a year.
    private const string Roster = "名称,奖项,日期,区县,投资额\n甲公司,技改项目,2024-05-01,高新区,1000000\n乙公司,技改项目,2024-06-01,高新区,500000\n丙公司,别的,2024-06-01,高新区,500000\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sums_that_agree_are_written()
    {
        Write(null).Should().BeEmpty();
        string[] summary = File.ReadAllLines(_folder["out/summary.csv"]);
        summary.Should().Contain("fund,市,2,2,75000.00,75000.00").And.Contain("fund,区,2,2,75000.00,75000.00")
            .And.Contain("instalment,1,2,2,90000.00,90000.00").And.Contain("instalment,2,2,2,60000.00,60000.00");
    }

    [Theory]
    [InlineData("scheme")]
    [InlineData("clause")]
    [InlineData("department")]
    [InlineData("award")]
    [InlineData("status")]
    [InlineData("district")]
    [InlineData("recipient")]
    [InlineData("fund")]
    [InlineData("instalment")]
    [InlineData("total")]
    public void One_fen_in_one_sum_stops_the_run(string by)
    {
        bool done = false;
        Total Break(Total total)
        {
            if (done || total.By != by || total.Payable == Money.Zero) return total;
            done = true;
            return total with { Payable = total.Payable + new Money(1) };
        }

        Write(Break).Should().NotBeEmpty().And.OnlyContain(d => d.Code == "INC5013").And.Contain(d => by == "total" || d.What.En.Contains($"agree: {by}: ", StringComparison.Ordinal));
        done.Should().BeTrue();
        _folder.Names().Should().Equal("roster.csv", "rules.yaml");
    }

    [Theory]
    [InlineData("clause")]
    [InlineData("status")]
    public void One_row_too_many_stops_the_run(string by) => Write(t => t.By == by ? t with { Rows = t.Rows + 1 } : t).Should().NotBeEmpty().And.OnlyContain(d => d.Code == "INC5013");

    private IReadOnlyList<Diagnostic> Write(Func<Total, Total>? seam)
    {
        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.Read([_folder.Write("rules.yaml", Rules)], bag);
        BatchRequest request = new() { Rosters = [new InputFile("roster.csv", _folder.Write("roster.csv", Roster))] };
        using BatchResult? batch = Batch.Run(rules, request, bag);
        bag.HasErrors.Should().BeFalse();
        RunReport? report = RunWriter.Write(batch!, rules, request, _folder["out"], bag, CancellationToken.None, new RunExtras { Seam = seam });
        (report is null).Should().Be(bag.HasErrors);
        return [.. bag.Sorted().Where(d => d.Severity == Severity.Error)];
    }
}
