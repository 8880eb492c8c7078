using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Incentives.Core.Workbooks;

/// <summary>Text as a workbook can hold it.</summary>
internal static partial class BookText
{
    /// <summary>Most characters of a cell.</summary>
    public const int Most = 32_767;

    private const int MostOfName = 31;

    /// <summary>Text of a cell: characters that XML cannot hold replaced, what looks like an escape kept from being read as one, cut where a cell ends.</summary>
    public static string Cell(string text)
    {
        if (text.Contains("_x", StringComparison.Ordinal)) text = Escapes().Replace(text, "_x005F$0");
        text = Clean(text);
        return text.Length <= Most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1), "…");
    }

    /// <summary>Whether a spreadsheet might take text for a formula when it is edited or saved in another form.</summary>
    public static bool IsLikeAFormula(string text) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'');

    /// <summary>Lines that text takes in a column of a width: a Chinese character is as wide as two others.</summary>
    public static int Lines(string text, int width)
    {
        int taken = 0;
        foreach (char c in text) taken += c < '\u2000' ? 1 : 2;
        return taken <= width ? 1 : (taken + width - 2) / (width - 1);
    }

    /// <summary>A name that a sheet may have.</summary>
    public static string SheetName(string name)
    {
        string plain = Forbidden().Replace(Clean(name), " ").Trim('\'', ' ');
        return plain.Length <= MostOfName ? plain : plain[..MostOfName];
    }

    private static string Clean(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsKept(text, i)) return Replaced(text);
        }

        return text;
    }

    private static string Replaced(string text)
    {
        StringBuilder clean = new(text);
        for (int i = 0; i < text.Length; i++)
        {
            if (!IsKept(text, i)) clean[i] = '\uFFFD';
        }

        return clean.ToString();
    }

    private static bool IsKept(string text, int at) =>
        XmlConvert.IsXmlChar(text[at])
        || (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        || (char.IsLowSurrogate(text[at]) && at > 0 && char.IsHighSurrogate(text[at - 1]));

    [GeneratedRegex("_x(?=[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"[\[\]:*?/\\\p{C}]")]
    private static partial Regex Forbidden();
}
