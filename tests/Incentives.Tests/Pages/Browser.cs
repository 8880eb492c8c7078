using Microsoft.Playwright;

namespace Incentives.Tests.Pages;

/// <summary>One headless Chromium for the tests of a class; nothing is downloaded for it.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Need.Chromium is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Need.Chromium, Args = Flags });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a file at a width.</summary>
    internal async Task<OpenPage> Open(string path, int width = 1280)
    {
        IPage page = await _browser!.NewPageAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        OpenPage open = new(page);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return open;
    }
}

/// <summary>A page in the browser, and what it said and asked for.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    public OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => Said.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => Said.Add(error);
        page.Dialog += (_, dialog) =>
        {
            Said.Add($"dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Request += (_, request) => Requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Console messages, errors, dialogs.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Everything asked for, the page itself first.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Says that the page ran without a word and asked for nothing but itself.</summary>
    public void ShouldBeQuiet()
    {
        Said.Should().BeEmpty();
        Requests.Where(r => !r.StartsWith("data:", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("file:");
    }

    /// <summary>Says that nothing is wider than the window.</summary>
    public async Task ShouldFit() =>
        (await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().Be(0);

    /// <summary>The texts of a table's column, of the rows that are seen.</summary>
    public async Task<string[]> Column(string sheet, int column) =>
        await Page.EvaluateAsync<string[]>("([s, c]) => [...document.querySelectorAll(`#${s} tbody tr`)].filter(r => !r.hidden).map(r => r.cells[c].textContent)", new object[] { sheet, column });

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
