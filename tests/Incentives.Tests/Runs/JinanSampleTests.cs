using Incentives.Tests.Commands;

namespace Incentives.Tests.Runs;

/// <summary>
/// The sample roster under the Jinan plan, worked row by row: 市长质量奖 500,000 to an organisation and 50,000 to a person, 优质产品基地 200,000, 泰山品质 100,000,
/// newly won between 2020-10-23 and 2022; 1,500,000 a year for brand incubation, to no row.
/// </summary>
public sealed class JinanSampleTests : IDisposable
{
    // JN07 is later than JN08. JN10 is no honour of the plan, JN11 a person's where only organisations are named, JN12 before the plan.
    private static readonly string[] Rows =
    [
        "JN01 pay full mayor-org 500000",
        "JN02 pay full mayor-org 500000",
        "JN03 pay full mayor-person 50000",
        "JN04 pay full mayor-person 50000",
        "JN05 pay full base 200000",
        "JN06 pay full base 200000",
        "JN07 zero not-first taishan 0",
        "JN08 pay full taishan 100000",
        "JN09 pay full taishan 100000",
        "JN10 unmatched no-clause - 0",
        "JN11 unmatched no-clause - 0",
        "JN12 unmatched outside-period - 0",
        "JN13 held missing-value - 0",
        "JN14 rejected bad-date - 0",
        "JN15 rejected missing-recipient - 0",
        " rejected total-row - 0",
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_row()
    {
        RunView run = Run();
        run.Payouts.Select(p => p.Short).Should().Equal(Rows);
        run.Total.Should().Be(1_700_000);
    }

    [Fact]
    public void Sums()
    {
        RunView run = Run();
        run.By("clause").Should().Equal("- 0", "base 400000", "mayor-org 1000000", "mayor-person 100000", "taishan 200000");
        run.By("department").Should().Equal("- 0", "市市场监管局 1700000");
        run.RowsByStatus().Should().Equal("held 1", "pay 8", "rejected 3", "unmatched 3", "zero 1");
    }

    [Fact]
    public void The_earmark_stands_apart_from_the_rows()
    {
        RunView run = Run();
        run.By("earmark").Should().Equal("jinan-brand-2020/brand-incubation 1500000");
        run.Summary.Single(s => s.By == "earmark").Rows.Should().Be(0);
        run.Summary[^1].By.Should().Be("earmark");
        run.Payouts.Should().NotContain(p => p.Clause == "brand-incubation");
        run.Total.Should().Be(1_700_000);
    }

    // The plan runs 2020 to 2022 and the money is for every year of it.
    [Theory]
    [InlineData("2022", 1_500_000)]
    [InlineData("2021-01-01..2022-12-31", 3_000_000)]
    public void The_earmark_counts_once_for_each_year_of_the_batch(string period, long yuan) => Run("--period", period).Payable("earmark", "jinan-brand-2020/brand-incubation").Should().Be(yuan);

    // Who won before wins nothing now: JN01 (already 2016), and JN08's recipient, so that both of its rows are repeats.
    [Fact]
    public void With_history()
    {
        string history = _folder.Write("history.csv",
            """
            编号,统一社会信用代码,单位名称,类型,奖补事项,获奖日期,已获奖励(元)
            L1,91370100000002014M,济南示例重工有限公司,组织,济南市市长质量奖,2016-11-15,500000
            L2,91370100000002065X,济南示例家居有限公司,组织,泰山品质,2021-05-06,100000
            """);
        RunView run = Run("--history", history);
        run.Payouts.Where(p => p.Status == "zero").Select(p => p.Short).Should().Equal("JN01 zero not-first mayor-org 0", "JN07 zero not-first taishan 0", "JN08 zero not-first taishan 0");
        run.Total.Should().Be(1_100_000);
    }

    private RunView Run(params string[] more) => Calculation.Run(_folder, Repository.Path("samples/jinan-2022.csv"), Calculation.Jinan, more);
}
