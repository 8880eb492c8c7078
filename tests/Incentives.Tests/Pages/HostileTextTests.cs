using Incentives.Tests.Commands;

namespace Incentives.Tests.Pages;

/// <summary>Text of rosters and rule files that tries to be more than text.</summary>
public sealed class HostileTextTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Names =
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(2)>", "</script><script>alert(3)</script>", "</td></table><svg onload=alert(4)>", "</style><style>*{display:none}</style>",
        "=1+1", "@SUM(A1)", "+1", "-1", "<!--", "&lt;b&gt;", "javascript:alert(5)", "' onmouseover='alert(6)", "<meta http-equiv=refresh content=0>", "a\u0007b", "𠮷野家",
    ];

    private static string Scheme => ProbeScheme.Text
        .Replace("title: 示例办法", "title: '<script>alert(10)</script>\"><img src=x onerror=alert(11)>'", StringComparison.Ordinal)
        .Replace("issuer: 示例市", "issuer: '</header><script>alert(12)</script>'", StringComparison.Ordinal)
        .Replace("question: 按哪一档？", "question: '</h3><img src=x onerror=alert(13)>？'", StringComparison.Ordinal)
        .Replace("decided-by: 使用方", "decided-by: '<iframe src=\"javascript:alert(14)\">'", StringComparison.Ordinal)
        .Replace("cite: 第一条", "cite: '\"><rect onclick=alert(15)>'", StringComparison.Ordinal)
        .Replace("department: 市局", "department: '</title><script>alert(16)</script>'", StringComparison.Ordinal);

    [BrowserFact]
    public async Task It_stays_text()
    {
        using TempFolder folder = new();
        string roster = "编号,名称,对象类型,奖项,排名,认定日期\n" + string.Concat(Names.Select((n, i) => $"\"{n.Replace("\"", "\"\"", StringComparison.Ordinal)}\",\"{n.Replace("\"", "\"\"", StringComparison.Ordinal)}\",组织,示例奖,1,2024-05-{i + 1:D2}\n"));
        string output = folder["run"];
        CommandLine.English("calculate", folder.Write("<b>.csv", roster), "--rules", folder.Write("probe.yaml", Scheme), "--format", "html", "--out", output, "--quiet").Exit.Should().Be(0);
        await using OpenPage open = await browser.Open(Path.Combine(output, "report.html"));
        open.ShouldBeQuiet();
        (await open.Page.EvaluateAsync<int>("document.querySelectorAll('script').length")).Should().Be(1);
        (await open.Page.EvaluateAsync<int>("document.querySelectorAll('img, iframe, [onclick], [onload], [onerror], [onmouseover], main style, main meta').length")).Should().Be(0);
        string[] shown = [.. Names.Select(n => n.Replace('\u0007', '\uFFFD'))];
        (await open.Column("all", 3)).Should().Equal(shown);
        (await open.Column("doubtful", 3)).Should().Equal(shown);
        (await open.Page.Locator("h1").TextContentAsync()).Should().Be("<script>alert(10)</script>\"><img src=x onerror=alert(11)>");
        (await open.Page.TitleAsync()).Should().Be("<script>alert(10)</script>\"><img src=x onerror=alert(11)>");
        (await open.Page.Locator(".choices h3").TextContentAsync()).Should().Be("</h3><img src=x onerror=alert(13)>？");
        await open.Page.Locator("#doubtful th button").Nth(3).ClickAsync();
        await open.Page.Locator("#doubtful .tools input").FillAsync("<script>");
        (await open.Column("doubtful", 3)).Should().HaveCount(2);
        open.ShouldBeQuiet();
    }

    // Were something to slip through after all, the page's policy stops it.
    [BrowserFact]
    public async Task The_page_runs_no_other_script_and_fetches_nothing()
    {
        using TempFolder folder = new();
        CommandLine.English("calculate", folder.Write("roster.csv", ProbeScheme.Roster), "--rules", folder.Write("probe.yaml", ProbeScheme.Text), "--format", "html", "--out", folder["run"], "--quiet").Exit.Should().Be(0);
        string page = folder[Path.Combine("run", "report.html")];
        await File.WriteAllTextAsync(page, (await File.ReadAllTextAsync(page)).Replace("<main id=\"main\">", "<main id=\"main\"><img src=\"x.png\" onerror=\"document.title='run'\"><script>document.title='run'</script><p id=\"p\" style=\"color:red\"></p>", StringComparison.Ordinal));
        await using OpenPage open = await browser.Open(page);
        open.Said.Should().HaveCountGreaterThan(2).And.OnlyContain(s => s.Contains("Content Security Policy"));
        (await open.Page.TitleAsync()).Should().Be("示例办法");
        (await open.Page.EvaluateAsync<string>("getComputedStyle(document.getElementById('p')).color")).Should().NotBe("rgb(255, 0, 0)");
    }
}
