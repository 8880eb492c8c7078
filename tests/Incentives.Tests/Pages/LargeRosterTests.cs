using System.Text;
using Incentives.Tests.Commands;
using Incentives.Tests.Workbooks;

namespace Incentives.Tests.Pages;

/// <summary>A roster too large for a page to list: it says what it leaves out, and the workbook leaves out nothing.</summary>
public sealed class LargeRosterTests(Browser browser) : IClassFixture<Browser>
{
    private const int Rows = 5_200;

    [BrowserFact]
    public async Task It_says_what_it_leaves_out_and_still_sorts_and_filters()
    {
        using TempFolder folder = new();
        StringBuilder roster = new("编号,名称,对象类型,奖项,排名,认定日期,区县\n");
        for (int i = 1; i <= Rows; i++) roster.Append(System.Globalization.CultureInfo.InvariantCulture, $"A{i:D5},公司{i:D5},组织,示例奖,1,2024-05-30,区{i % 18}\n");
        CommandLine.English("calculate", folder.Write("roster.csv", roster.ToString()), "--rules", folder.Write("probe.yaml", ProbeScheme.Text), "--format", "xlsx,html", "--out", folder["run"], "--quiet").Exit.Should().Be(0);

        BookView book = new(folder["run/payouts.xlsx"]);
        foreach (string sheet in new[] { "To look at", "Recipients", "Each line" }) book[sheet].Should().HaveCount(Rows + 1);

        await using OpenPage open = await browser.Open(folder["run/report.html"]);
        string text = await open.Page.Locator("main").InnerTextAsync();
        text.Should().Contain("ceiling, to be approved 5,200. Only the first 2,000 are listed; 3,200 more are in payouts.csv.")
            .And.Contain("Only the 2,000 due the most are listed; 3,200 more are in payouts.xlsx or payouts.csv.")
            .And.Contain("There are 5,200 lines, more than 5,000; this page does not list them.");
        (await open.Column("doubtful", 2)).Should().HaveCount(2_000).And.StartWith("A00001").And.EndWith("A02000");
        await open.Page.Locator("#doubtful th button").Nth(1).ClickAsync();
        (await open.Column("doubtful", 2)).Should().HaveCount(2_000).And.StartWith("A02000");
        await open.Page.Locator("#doubtful .tools input").FillAsync("公司0199");
        (await open.Column("doubtful", 2)).Should().HaveCount(10);
        // Eighteen districts: fifteen bars, and three together: 289 + 288 + 288 rows at 500,000 yuan each.
        IReadOnlyList<string> bars = await open.Page.Locator(".charts .chart").Nth(3).Locator(".bar-label").AllTextContentsAsync();
        bars.Should().HaveCount(16).And.EndWith("3 others together");
        (await open.Page.Locator(".charts .chart").Nth(3).Locator(".bar-value").Last.TextContentAsync()).Should().Be("43,250万元");
        open.ShouldBeQuiet();
    }
}
