using System.Globalization;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Pages;

/// <summary>The sample roster's report, in both languages.</summary>
public sealed class SamplePages : IDisposable
{
    private readonly TempFolder _folder = new();

    public SamplePages()
    {
        Chinese = Make("zh");
        English = Make("en");
    }

    internal string Chinese { get; }

    internal string English { get; }

    public void Dispose() => _folder.Dispose();

    private string Make(string language)
    {
        string output = _folder[language];
        CommandLine.Run("calculate", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--format", "csv,html", "--out", output, "--quiet", "--lang", language)
            .Should().BeEquivalentTo(new CommandResult(0, "", ""));
        return Path.Combine(output, "report.html");
    }
}

/// <summary>What a person finds in <c>report.html</c>, looked at in a browser. Figures are those of the sample's own tests, worked from the policy.</summary>
public sealed class RunPageTests(Browser browser, SamplePages pages) : IClassFixture<Browser>, IClassFixture<SamplePages>
{
    [BrowserFact]
    public async Task It_runs_quietly_and_fits_a_telephone_and_a_desk()
    {
        foreach (string path in new[] { pages.Chinese, pages.English })
        {
            foreach (int width in new[] { 390, 1280 })
            {
                await using OpenPage open = await browser.Open(path, width);
                await open.ShouldFit();
                await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
                await open.ShouldFit();
                open.ShouldBeQuiet();
            }
        }
    }

    // By hand: 280, 250, 105, 85, 20 and 8 (in 万元) are not on one scale unless each bar is as long as its share of the longest.
    [BrowserFact]
    public async Task Bars_are_as_long_as_their_amounts()
    {
        await using OpenPage open = await browser.Open(pages.Chinese);
        foreach (int chart in new[] { 0, 1, 2 })
        {
            var bars = open.Page.Locator(".charts .chart").Nth(chart).Locator(".bars li");
            int count = await bars.CountAsync();
            count.Should().BeGreaterThan(1);
            decimal? perWan = null;
            decimal before = decimal.MaxValue;
            for (int i = 0; i < count; i++)
            {
                decimal wan = decimal.Parse((await bars.Nth(i).Locator(".bar-value").TextContentAsync())!.Replace("万元", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
                double[] rects = await bars.Nth(i).EvaluateAsync<double[]>("li => [...li.querySelectorAll('rect')].map(r => r.getBoundingClientRect().width)");
                decimal length = (decimal)rects.Sum();
                perWan ??= length / wan;
                length.Should().BeApproximately(wan * perWan.Value, 0.5m);
                wan.Should().BeLessThanOrEqualTo(before, "the longest comes first");
                before = wan;
            }
        }
    }

    [BrowserFact]
    public async Task Sums_to_pay_and_ceilings_stand_apart()
    {
        await using OpenPage open = await browser.Open(pages.Chinese);
        (await open.Page.Locator(".figures .solid strong").TextContentAsync()).Should().Be("3,330,000 元");
        (await open.Page.Locator(".figures .solid span").TextContentAsync()).Should().Be("大写：叁佰叁拾叁万元整");
        (await open.Page.Locator(".figures .open strong").TextContentAsync()).Should().Be("5,650,000 元");
        var platforms = open.Page.Locator(".charts .chart").First.Locator(".bars li").First;
        (await platforms.Locator("svg").GetAttributeAsync("aria-label")).Should().Be("二(八): 可支付 180万元; 上限内待核定 200万元");
        (await platforms.Locator(".bar-label").TextContentAsync()).Should().Be("二(八) platforms");
    }

    [BrowserFact]
    public async Task Doubtful_lines_come_first_and_the_most_urgent_of_them_first()
    {
        await using OpenPage open = await browser.Open(pages.English);
        (await open.Page.Locator("section h2").AllTextContentsAsync()).Take(3).Should().Equal("Overview", "Lines a person should look at", "Where the money goes");
        string[] concerns = await open.Column("doubtful", 0);
        concerns.Distinct().Should().Equal("held", "rejected", "unmatched", "approved above the ceiling", "ceiling, to be approved");
        concerns.GroupBy(c => c).Select(g => g.Count()).Should().Equal(2, 4, 5, 2, 15);
    }

    [BrowserFact]
    public async Task Tables_sort_by_mouse_and_by_keyboard()
    {
        await using OpenPage open = await browser.Open(pages.English);
        string[] given = await open.Column("doubtful", 1);
        var line = open.Page.Locator("#doubtful th").Nth(1);
        await line.Locator("button").ClickAsync();
        (await line.GetAttributeAsync("aria-sort")).Should().Be("descending");
        int[] falling = [.. (await open.Column("doubtful", 1)).Select(t => int.Parse(t, null))];
        falling.Should().BeInDescendingOrder().And.HaveCount(28);
        await line.Locator("button").FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        (await line.GetAttributeAsync("aria-sort")).Should().Be("ascending");
        (await open.Column("doubtful", 1)).Select(t => int.Parse(t, null)).Should().BeInAscendingOrder();
        await open.Page.Keyboard.PressAsync("Enter");
        (await line.GetAttributeAsync("aria-sort")).Should().Be("none");
        (await open.Column("doubtful", 1)).Should().Equal(given);
        open.ShouldBeQuiet();
    }

    [BrowserFact]
    public async Task Tables_filter_by_words_and_by_choice_and_say_how_many_are_left()
    {
        await using OpenPage open = await browser.Open(pages.Chinese);
        var tools = open.Page.Locator("#doubtful .tools");
        (await tools.Locator(".count").TextContentAsync()).Should().Be("显示 28 / 28 行");
        await tools.Locator("select").First.SelectOptionAsync("退回");
        (await open.Column("doubtful", 1)).Should().Equal("35", "36", "37", "38");
        (await tools.Locator(".count").TextContentAsync()).Should().Be("显示 4 / 28 行");
        await tools.Locator("input").FillAsync("醴陵 日期");
        (await open.Column("doubtful", 2)).Should().Equal("ZZ035");
        await tools.Locator("select").First.SelectOptionAsync("");
        await tools.Locator("input").FillAsync("zz03");
        (await open.Column("doubtful", 2)).Should().OnlyContain(t => t.StartsWith("ZZ03")).And.HaveCount(6);
    }

    [BrowserFact]
    public async Task A_reading_shows_its_question_its_options_and_who_decided()
    {
        await using OpenPage open = await browser.Open(pages.English);
        var reading = open.Page.Locator(".choices article").Nth(1);
        (await reading.Locator("h3").TextContentAsync()).Should().Be("湖南老字号同时列在30万元和5万元两档，按哪一档？");
        (await reading.Locator("li").AllTextContentsAsync()).Should().Equal("●tier-30 in force, default", "○tier-5");
        (await reading.Locator(".fact").First.TextContentAsync()).Should().Be("Decided by: 使用方");
    }

    [BrowserFact]
    public async Task It_prints_on_A4()
    {
        await using OpenPage open = await browser.Open(pages.Chinese);
        byte[] pdf = await open.Page.PdfAsync(new() { PreferCSSPageSize = true });
        string text = System.Text.Encoding.Latin1.GetString(pdf);
        text.Should().StartWith("%PDF-").And.MatchRegex(@"/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]");
        System.Text.RegularExpressions.Regex.Count(text, @"/Type /Page\b").Should().BeInRange(3, 8);
        await open.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });
        // The width of A4 less its margins, at 96 pixels an inch.
        await open.Page.SetViewportSizeAsync(703, 990);
        await open.ShouldFit();
        (await open.Page.Locator(".tools").First.IsVisibleAsync()).Should().BeFalse();
        (await open.Page.Locator("#doubtful th").First.InnerTextAsync()).Trim().Should().Be("事项");
    }

    [BrowserFact]
    public async Task Without_its_script_everything_is_still_there()
    {
        await using OpenPage open = await browser.Open(pages.English);
        string html = await File.ReadAllTextAsync(pages.English);
        html.Should().NotContain("innerHTML").And.NotContain("http:").And.NotContain("https:").And.NotContain("style=\"").And.NotMatchRegex(@"\son\w+=""");
        System.Text.RegularExpressions.Regex.Count(html, "<tr").Should().BeGreaterThan(28 + 37);
    }
}
