using System.Text.RegularExpressions;
using Incentives.Core.Rosters;

namespace Incentives.Core.Checking;

/// <summary>A piece of a citation that a text does not have.</summary>
/// <param name="Text">The piece.</param>
/// <param name="IsNumber">Whether it is the number of an article rather than a heading or a description.</param>
internal readonly record struct MissingArticle(string Text, bool IsNumber);

/// <summary>Looks for what <c>cite</c> names: 二(八) is the heading 二、 and behind it (八); 第五条 is itself; anything else is a heading or phrase.</summary>
internal static partial class Articles
{
    /// <summary>The first piece of a citation that does not stand in a text; null when all do.</summary>
    public static MissingArticle? Missing(string cite, PolicyText text)
    {
        (int from, int to) = (0, text.Plain.Length);
        MissingArticle? missing = null;
        foreach (Match piece in Pieces().Matches(cite))
        {
            if (piece.Groups["separator"].Success)
            {
                (from, to) = (0, text.Plain.Length);
                continue;
            }

            bool isChapter = piece.Groups["chapter"].Success;
            (int start, int end) = isChapter ? Chapter(piece.Value, text) : Piece(piece.Value, text, from, to);
            if (start >= 0)
            {
                (from, to) = (start, end);
                continue;
            }

            // An excerpt may lack the heading of its chapter; then the items in it are looked for anywhere.
            bool isNumber = piece.Groups["article"].Success || piece.Groups["item"].Success;
            missing ??= new MissingArticle(piece.Value, isNumber);
            if (!isChapter) return missing is { IsNumber: true } ? missing : new MissingArticle(piece.Value, isNumber);
        }

        return missing;
    }

    private static (int Start, int End) Piece(string piece, PolicyText text, int from, int to)
    {
        string name = NameNormalizer.Normalize(piece);
        int found = text.Plain.IndexOf(name, from, to - from, StringComparison.Ordinal);
        return (found, to);
    }

    // From 二、 at the beginning of a line to the next such heading, as positions among the characters that names are made of.
    private static (int Start, int End) Chapter(string number, PolicyText text)
    {
        Match[] headings = Headings().Matches(text.Text).ToArray();
        int at = Array.FindIndex(headings, h => h.Groups["number"].Value == number);
        return at < 0 ? (-1, -1) : (text.PlainAt(headings[at].Index), at + 1 < headings.Length ? text.PlainAt(headings[at + 1].Index) : text.Plain.Length);
    }

    [GeneratedRegex(@"(?:^|[\n。])[ \t\u3000#*>]*(?<number>[一二三四五六七八九十]{1,3})[、.．]", RegexOptions.CultureInvariant)]
    private static partial Regex Headings();

    [GeneratedRegex(@"(?<article>第[一二三四五六七八九十百零0-9]+[章节条项])|(?<item>[(（][一二三四五六七八九十0-9]{1,3}[)）])|(?<chapter>(?<![^、，,;； ])[一二三四五六七八九十]{1,3}(?=$|[(（、，,;； ]))|(?<separator>[、，,;；至 ]+)|(?<phrase>[^、，,;；]+?)(?=$|[、，,;；]|[(（][一二三四五六七八九十0-9]{1,3}[)）])", RegexOptions.CultureInvariant)]
    private static partial Regex Pieces();
}
