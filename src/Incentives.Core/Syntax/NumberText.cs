using Incentives.Core.Numbers;

namespace Incentives.Core.Syntax;

/// <summary>A plain decimal number without a unit; a minus sign may stand before it.</summary>
internal static class NumberText
{
    /// <summary>Reads <c>12</c>, <c>0.5</c>, <c>-3</c>.</summary>
    public static bool TryParse(string text, out Rational value)
    {
        ReadOnlySpan<char> t = Fold.Width(text).AsSpan().Trim();
        bool negative = t.StartsWith("-", StringComparison.Ordinal);
        if (!DecimalText.TryParse(negative ? t[1..] : t, out value)) return false;
        if (negative) value = -value;
        return true;
    }
}
