using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Incentives.Core.Pages;

/// <summary>Writes HTML. Text and attribute values are always escaped; only <see cref="Raw"/> is not, and it takes nothing that came from a file.</summary>
internal sealed class Html(TextWriter output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly HashSet<string> Void = ["meta", "link", "input", "br"];

    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; a null value leaves the attribute out.</summary>
    public Html Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        output.Write('<');
        output.Write(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null) continue;
            output.Write(' ');
            output.Write(name);
            output.Write("=\"");
            Text(value);
            output.Write('"');
        }

        output.Write('>');
        if (!Void.Contains(tag)) _open.Push(tag);
        return this;
    }

    /// <summary>Closes the innermost element.</summary>
    public Html Close()
    {
        output.Write("</");
        output.Write(_open.Pop());
        output.Write('>');
        return this;
    }

    /// <summary>Closes the innermost element and ends the line, so that files can be compared by line.</summary>
    public Html CloseLine()
    {
        Close();
        output.Write('\n');
        return this;
    }

    /// <summary>Text, escaped. Characters that no page may hold become the replacement character.</summary>
    public Html Text(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\u001F') >= 0) text = Printable(text);
        Encoder.Encode(output, text);
        return this;
    }

    /// <summary>An element that holds only text.</summary>
    public Html Element(string tag, string text, string? cssClass = null) => Open(tag, ("class", cssClass)).Text(text).Close();

    /// <summary>Markup of our own.</summary>
    public Html Raw(string markup)
    {
        output.Write(markup);
        return this;
    }

    private static string Printable(string text)
    {
        StringBuilder clean = new(text);
        for (int i = 0; i < clean.Length; i++)
        {
            if (clean[i] < ' ') clean[i] = clean[i] is '\n' or '\r' or '\t' ? ' ' : '\uFFFD';
        }

        return clean.ToString();
    }
}
