using System.Text;

namespace Incentives.Core.Documents;

/// <summary>A page as Markdown.</summary>
internal static class MarkdownWriter
{
    // What would mean something to Markdown or to HTML inside it.
    private const string Special = "\\`*_[]<>#|~&";

    /// <summary>The text.</summary>
    public static string Write(Page page)
    {
        StringBuilder text = new();
        foreach (Block block in page.Blocks)
        {
            if (text.Length > 0) text.Append('\n');
            switch (block)
            {
                case Heading heading: text.Append(new string('#', heading.Level)).Append(' ').Append(Escape(heading.Text)).Append('\n'); break;
                case Paragraph paragraph: text.Append(Escape(paragraph.Text)).Append('\n'); break;
                case Bullets bullets:
                    foreach (Bullet item in bullets.Items) text.Append("- ").Append(item.Label.Length > 0 ? $"**{Escape(item.Label)}** " : "").Append(Escape(item.Text)).Append('\n');
                    break;
                case Grid grid: Table(text, grid); break;
            }
        }

        return text.ToString();
    }

    private static void Table(StringBuilder text, Grid grid)
    {
        if (grid.Caption.Length > 0) text.Append(Escape(grid.Caption)).Append("\n\n");
        Row(text, grid.Headers);
        Row(text, [.. grid.Headers.Select(_ => "---")], isRule: true);
        foreach (IReadOnlyList<string> row in grid.Rows) Row(text, row);
    }

    private static void Row(StringBuilder text, IReadOnlyList<string> cells, bool isRule = false)
    {
        text.Append('|');
        foreach (string cell in cells) text.Append(' ').Append(isRule ? cell : Escape(cell)).Append(" |");
        text.Append('\n');
    }

    private static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c)) escaped.Append('\\');
            escaped.Append(c);
        }

        return escaped.ToString();
    }
}
