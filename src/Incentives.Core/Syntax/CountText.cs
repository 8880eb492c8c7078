using System.Text.RegularExpressions;
using Incentives.Core.Numbers;

namespace Incentives.Core.Syntax;

/// <summary>A number of things, with or without the word that counts them: <c>6件</c>, <c>1.5万亩</c>, <c>6</c>.</summary>
internal static partial class CountText
{
    /// <summary>Reads a count of 0 or more. <paramref name="unit"/> is the counting word without 万 or 亿, empty when there is none. Money and percentages are no counts.</summary>
    public static bool TryParse(string text, out Rational count, out string unit)
    {
        string t = Fold.Width(text).Trim();
        int digits = DecimalText.Length(t);
        unit = "";
        if (!DecimalText.TryParse(t.AsSpan(0, digits), out count)) return false;
        string label = t[digits..].TrimStart();
        long scale = label.StartsWith('万') ? 10_000 : label.StartsWith('亿') ? 100_000_000 : 1;
        if (scale > 1) label = label[1..];
        if (label == "元" || !Label().IsMatch(label) || RangeWord().IsMatch(label))
        {
            count = default;
            return false;
        }

        count *= scale;
        unit = label;
        return true;
    }

    [GeneratedRegex(@"^([\p{L}\p{So}][\p{L}\p{No}\p{So}\d]{0,7})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("以上|以下|以内|以外", RegexOptions.CultureInvariant)]
    private static partial Regex RangeWord();
}
