using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Pages;

/// <summary>What a person finds in <c>compare.html</c>. By hand: of the sample's drafters two lose under by-level, 20 and 15 (in 万元); tier-5 takes 25 from one.</summary>
public sealed class ComparisonPageTests(Browser browser) : IClassFixture<Browser>, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Page(string language)
    {
        CommandLine.Run("compare", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--reading", "standards-30-10-5=by-rank", "--reading", "standards-30-10-5=by-level",
            "--reading", "hunan-laozihao=tier-30", "--reading", "hunan-laozihao=tier-5", "--out", _folder[language], "--format", "html", "--quiet", "--lang", language).Should().BeEquivalentTo(new CommandResult(0, "", ""));
        return Path.Combine(_folder[language], "compare.html");
    }

    [BrowserFact]
    public async Task It_runs_quietly_and_fits_a_telephone_and_a_desk()
    {
        foreach (string language in new[] { "zh", "en" })
        {
            string path = Page(language);
            foreach (int width in new[] { 390, 1280 })
            {
                await using OpenPage open = await browser.Open(path, width);
                await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
                await open.ShouldFit();
                open.ShouldBeQuiet();
            }
        }
    }

    [BrowserFact]
    public async Task Losses_stand_to_the_left_and_are_as_long_as_they_are()
    {
        await using OpenPage open = await browser.Open(Page("zh"));
        (await open.Page.Locator(".figure strong").AllTextContentsAsync()).Should().Equal("8,980,000 元", "-350,000 元", "-250,000 元");
        var people = open.Page.Locator("#v1 > .chart .swings li");
        (await people.Locator(".bar-label").AllTextContentsAsync()).Should().Equal("株洲示例硬质合金有限公司", "醴陵示例陶瓷有限公司");
        (await people.Locator(".bar-value").AllTextContentsAsync()).Should().Equal("-15万元", "-20万元");
        double[] lengths = await people.EvaluateAllAsync<double[]>("items => items.map(li => li.querySelector('rect').getBoundingClientRect().width / li.querySelector('svg').getBoundingClientRect().width)");
        lengths[0].Should().BeApproximately(0.375, 0.002);
        lengths[1].Should().BeApproximately(0.5, 0.002);
        double[] ends = await people.EvaluateAllAsync<double[]>("items => items.map(li => { const r = li.querySelector('rect').getBoundingClientRect(), s = li.querySelector('svg').getBoundingClientRect(); return (r.right - s.left) / s.width; })");
        ends.Should().OnlyContain(e => Math.Abs(e - 0.5) < 0.002);
        (await open.Page.Locator("#v1 .charts .chart").Last.Locator(".bar-label").AllTextContentsAsync()).Should().Equal("口径 standards-30-10-5=by-level 二(八) standards");
        (await open.Column("v1-people", 5)).Should().Equal("9 11 (standards)", "8 (standards)");
    }

    [Fact]
    public void The_page_is_hashed_in_the_record_and_the_same_each_time()
    {
        byte[] first = File.ReadAllBytes(Page("en")), record = File.ReadAllBytes(_folder["en/compare.json"]);
        File.ReadAllBytes(Page("en")).Should().Equal(first);
        System.Text.Encoding.UTF8.GetString(record).Should().Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(first)));
    }

    [Fact]
    public void A_page_needs_a_folder() => CommandLine.Refuses(["compare", "r.csv", "--rules", "x", "--format", "html"],
        "错误 INC9502: --format html 要写一个文件，但没有给出文件夹\n  怎么办：加上 --out 文件夹",
        "error INC9502: --format html writes a file, and no folder is given\n  next step: add --out FOLDER");
}
