using System.Net;
using System.Text;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Documents;

/// <summary>A page as one HTML file that needs nothing else and prints on A4. All text is escaped.</summary>
internal static class HtmlWriter
{
    private const string Style = """
        body{font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC",SimSun,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1b1b;background:#fff}
        h1{font-size:1.6em;line-height:1.3}h2{font-size:1.25em;border-bottom:1px solid #999;margin-top:2em}h3{font-size:1.05em;margin-top:1.6em}
        h2,h3{break-after:avoid}table{border-collapse:collapse;margin:.6em 0;break-inside:avoid}caption{text-align:left;font-weight:bold;padding:.3em 0}
        th,td{border:1px solid #999;padding:.25em .7em;text-align:left;vertical-align:top}th{background:#f2f2f2}
        @media print{body{margin:0;max-width:none;font-size:11pt}@page{size:A4;margin:20mm}}
        """;

    /// <summary>The file's text.</summary>
    public static string Write(Page page, Language language)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"").Append(language == Language.Chinese ? "zh-CN" : "en").Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>").Append(Escape(page.Title)).Append("</title>\n<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n</head>\n<body>\n");
        foreach (Block block in page.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    string tag = heading.Level switch { 1 => "h1", 2 => "h2", _ => "h3" };
                    html.Append('<').Append(tag).Append('>').Append(Escape(heading.Text)).Append("</").Append(tag).Append(">\n");
                    break;
                case Paragraph paragraph: html.Append("<p>").Append(Escape(paragraph.Text)).Append("</p>\n"); break;
                case Bullets bullets:
                    html.Append("<ul>\n");
                    foreach (Bullet item in bullets.Items) html.Append("<li>").Append(item.Label.Length > 0 ? $"<b>{Escape(item.Label)}</b> " : "").Append(Escape(item.Text)).Append("</li>\n");
                    html.Append("</ul>\n");
                    break;
                case Grid grid: Table(html, grid); break;
            }
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void Table(StringBuilder html, Grid grid)
    {
        html.Append("<table>\n");
        if (grid.Caption.Length > 0) html.Append("<caption>").Append(Escape(grid.Caption)).Append("</caption>\n");
        Row(html, grid.Headers, "th");
        foreach (IReadOnlyList<string> row in grid.Rows) Row(html, row, "td");
        html.Append("</table>\n");
    }

    private static void Row(StringBuilder html, IReadOnlyList<string> cells, string tag)
    {
        html.Append("<tr>");
        foreach (string cell in cells) html.Append('<').Append(tag).Append('>').Append(Escape(cell)).Append("</").Append(tag).Append('>');
        html.Append("</tr>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
