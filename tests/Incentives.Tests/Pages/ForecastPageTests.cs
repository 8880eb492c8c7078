using Incentives.Tests.Commands;

namespace Incentives.Tests.Pages;

/// <summary>What a person finds in <c>forecast.html</c>. By hand, in 万元: 80 x 5 + 13 x 30 + 2 x 50 = 890 at most; 840 where two of 30 count 5.</summary>
public sealed class ForecastPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Page(string language, string rules = "rules/hunan/zhuzhou", params string[] more)
    {
        CommandResult result = CommandLine.Run(["forecast", "--rules", Repository.Path(rules), "--out", _folder[language], "--format", "html", "--quiet", "--lang", language, .. more]);
        result.Exit.Should().Be(0, result.Error);
        return Path.Combine(_folder[language], "forecast.html");
    }

    [BrowserFact]
    public async Task It_runs_quietly_and_fits_a_telephone_and_a_desk()
    {
        foreach (string path in new[] { Page("zh"), Page("en", "rules/shandong/jinan") })
        {
            foreach (int width in new[] { 390, 1280 })
            {
                await using OpenPage open = await browser.Open(path, width);
                await open.ShouldFit();
                open.ShouldBeQuiet();
            }
        }
    }

    [BrowserFact]
    public async Task New_ones_cost_at_most_890_under_one_reading_and_840_under_the_other()
    {
        await using OpenPage open = await browser.Open(Page("zh"));
        (await open.Page.Locator(".figure").First.Locator("strong").TextContentAsync()).Should().Be("8,900,000 元");
        var clauses = open.Page.Locator("#new .charts .chart").First.Locator(".bars li");
        (await clauses.Locator(".bar-label").AllTextContentsAsync()).Should().Equal("二(九) honours-5 80 项", "二(九) honours-30 13 项", "二(九) honours-50 2 项");
        (await clauses.Locator(".bar-value").AllTextContentsAsync()).Should().Equal("400万元", "390万元", "100万元");
        var readings = open.Page.Locator("#readings .bars li");
        (await readings.Locator(".bar-label").AllTextContentsAsync()).Should().Equal("hunan-laozihao: tier-30 本次采用", "hunan-laozihao: tier-5");
        (await readings.Locator(".bar-value").AllTextContentsAsync()).Should().Equal("890万元", "840万元");
        double[] lengths = await readings.EvaluateAllAsync<double[]>("items => items.map(li => li.querySelector('rect').getBoundingClientRect().width / li.querySelector('svg').getBoundingClientRect().width)");
        lengths[0].Should().BeApproximately(1, 0.002);
        lengths[1].Should().BeApproximately(840 / 890d, 0.002);
    }

    [BrowserFact]
    public async Task What_has_no_amount_is_listed_and_said()
    {
        await using OpenPage open = await browser.Open(Page("en"));
        (await open.Page.Locator(".figure.waiting strong").TextContentAsync()).Should().Be("49 honours");
        (await open.Column("without-amount", 0)).Should().Equal("株洲市市长质量奖", "农产品企业品牌", "芙蓉奖", "国家3A级景区", "株洲老字号");
        (await open.Column("without-amount", 1)).Should().Equal("8", "10", "20", "6", "5");
        await open.Page.Locator("#without-amount th button").Nth(1).ClickAsync();
        (await open.Column("without-amount", 1)).Should().Equal("20", "10", "8", "6", "5");
    }

    // Two to four of 5 at most: 10 for certain, 10 more for the greatest number.
    [BrowserFact]
    public async Task A_range_is_a_bar_of_two_parts()
    {
        string targets = _folder.Write("t.yaml", "targets: range\nitems:\n  - {award: 湖南名品, recipient-kind: 组织, count: 2..4, kind: new, by: 2025}\n");
        await using OpenPage open = await browser.Open(Page("zh", "rules/hunan/zhuzhou", "--targets", targets));
        var bar = open.Page.Locator("#new .charts .chart").First.Locator(".bars li").First;
        (await bar.Locator(".bar-value").TextContentAsync()).Should().Be("20万元");
        double[] parts = await bar.EvaluateAsync<double[]>("li => [...li.querySelectorAll('rect')].map(r => r.getBoundingClientRect().width)");
        parts.Should().HaveCount(2);
        parts[1].Should().BeApproximately(parts[0], 0.5);
        (await open.Column("new-targets", 2)).Should().Equal("2–4");
        (await open.Column("new-targets", 6)).Should().Equal("100,000–200,000");
    }

    [Fact]
    public void A_page_needs_a_folder() => CommandLine.English("forecast", "--rules", "x", "--format", "html").Error.Should().Contain("error INC9502: --format html writes a file, and no folder is given");
}
