using System.Security.Cryptography;
using System.Text;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Pages;

/// <summary>A part of a page.</summary>
internal abstract record Block
{
    /// <summary>Writes the part in a language.</summary>
    public abstract void Write(Html html, Language language);
}

/// <summary>A chapter of a page.</summary>
/// <param name="Id">Anchor, in ASCII.</param>
/// <param name="Title">Heading.</param>
/// <param name="Blocks">What stands in it.</param>
internal sealed record Section(string Id, string Title, IReadOnlyList<Block> Blocks);

/// <summary>A page for people: one file that asks for nothing from outside.</summary>
/// <param name="Language">The reader's language.</param>
/// <param name="Title">Heading of the page.</param>
/// <param name="Subtitle">What stands under the heading, one line each.</param>
/// <param name="Sections">Its chapters.</param>
/// <param name="Footer">What stands at the end, one line each.</param>
internal sealed record Page(Language Language, string Title, IReadOnlyList<string> Subtitle, IReadOnlyList<Section> Sections, IReadOnlyList<string> Footer)
{
    private static readonly string Style = Resource("page.css"), Script = Resource("page.js");

    /// <summary>Writes the page as UTF-8, always the same bytes for the same content.</summary>
    public void Write(Stream output)
    {
        using StreamWriter writer = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        Html html = new(writer);
        bool isChinese = Language == Language.Chinese;
        html.Raw("<!DOCTYPE html>\n").Open("html", ("lang", isChinese ? "zh-CN" : "en")).Raw("\n").Open("head").Raw("\n<meta charset=\"utf-8\">\n");
        // Only this script and this style may run; nothing may be fetched, not even by text that slipped through.
        html.Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", $"default-src 'none'; script-src '{Hash(Script)}'; style-src '{Hash(Style)}'; img-src data:; base-uri 'none'; form-action 'none'")).Raw("\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<link rel=\"icon\" href=\"data:,\">\n");
        html.Open("title").Text(Title).CloseLine();
        html.Raw("<style>").Raw(Style).Raw("</style>\n").CloseLine();
        html.Open("body").Raw(Patterns);
        html.Open("a", ("class", "skip"), ("href", "#main")).Text(isChinese ? "跳到正文" : "Skip to content").CloseLine();
        html.Open("header", ("class", "top")).Element("h1", Title).Raw("\n");
        foreach (string line in Subtitle) html.Element("p", line).Raw("\n");
        html.Open("nav", ("aria-label", isChinese ? "目录" : "Contents")).Open("ul");
        foreach (Section section in Sections) html.Open("li").Open("a", ("href", "#" + section.Id)).Text(section.Title).Close().CloseLine();
        html.Close().Close().CloseLine();
        html.Open("main", ("id", "main")).Raw("\n");
        foreach (Section section in Sections) Write(html, section);
        html.CloseLine().Open("footer").Raw("\n");
        foreach (string line in Footer) html.Element("p", line).Raw("\n");
        html.CloseLine().Raw("<script>").Raw(Script).Raw("</script>\n").CloseLine().CloseLine();
    }

    private void Write(Html html, Section section)
    {
        html.Open("section", ("id", section.Id), ("aria-labelledby", section.Id + "-title")).Open("h2", ("id", section.Id + "-title")).Text(section.Title).CloseLine();
        foreach (Block block in section.Blocks) block.Write(html, Language);
        html.CloseLine();
    }

    // What bars are filled with where a colour would not do on paper.
    private const string Patterns =
        """
        <svg class="defs" width="0" height="0" aria-hidden="true"><defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-ground"/><rect width="2.4" height="6" class="hatch-line"/></pattern>
        <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" class="dots-ground"/><circle cx="3" cy="3" r="1.3" class="dots-dot"/></pattern>
        </defs></svg>

        """;

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using Stream stream = typeof(Page).Assembly.GetManifestResourceStream($"Incentives.Core.Pages.{name}")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
