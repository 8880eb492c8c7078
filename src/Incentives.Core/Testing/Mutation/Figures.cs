using System.Globalization;
using System.Text.RegularExpressions;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>Other figures in the place of those that a text holds.</summary>
internal static partial class Figures
{
    /// <summary>The text with each of its figures a tenth greater in turn; a 0 becomes 1000元 or 1, of which only one can be meant.</summary>
    public static IEnumerable<string> Greater(string text) => Each(text, n => n == 0 ? ["1000元", "1"] : [n * 1.1m]);

    /// <summary>The text with each of its figures a tenth less in turn.</summary>
    public static IEnumerable<string> Less(string text) => Each(text, n => n == 0 ? [] : [n * 0.9m]);

    /// <summary>The text with each whole count one more, or one less.</summary>
    public static IEnumerable<string> NextCounts(string text) => Each(text, n => n > 1 ? [n + 1, n - 1] : [n + 1]);

    /// <summary>Whether a text is a plain count: no money and no share.</summary>
    public static bool IsCount(string text) => CountText.TryParse(text, out Numbers.Rational count, out _) && count.IsWhole;

    /// <summary>A figure in front of a unit, moved by a step or by parts of itself.</summary>
    public static string? Moved(string text, bool up, bool isWhole)
    {
        Match match = Leading().Match(Fold.Width(text));
        if (!match.Success || !TryNumber(match.Groups["n"].Value, out decimal number)) return null;
        string unit = match.Groups["rest"].Value;
        decimal step = isWhole && unit is not ("%" or "万元" or "亿元" or "元") ? 1 : number == 0 ? (unit.EndsWith('元') ? 1 : 0.01m) : Math.Abs(number) / 100;
        return Write(up ? number + step : number - step) + unit;
    }

    private static IEnumerable<string> Each(string text, Func<decimal, object[]> others)
    {
        foreach (Match match in Figure().Matches(text))
        {
            if (!TryNumber(match.Groups["n"].Value, out decimal number)) continue;
            Group group = match.Groups["n"];
            foreach (object other in others(number))
            {
                string figure = other is decimal d ? Write(d) : (string)other;
                // A unit behind a 0 belongs to the figure that replaces it.
                int end = other is string ? match.Index + match.Length : group.Index + group.Length;
                yield return text[..group.Index] + figure + text[end..];
            }
        }
    }

    private static bool TryNumber(string text, out decimal number) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string Write(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    // A figure stands at the beginning of a word; in 1:0.5 it is ours that counts.
    [GeneratedRegex(@"(?<![^\s(])(?:\d+(?:\.\d+)?[:：])?(?<n>\d+(?:\.\d+)?)(?=[^\s)]*)[^\s)]*", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"^(?<n>-?\d+(\.\d+)?)(?<rest>[^\d]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Leading();
}
