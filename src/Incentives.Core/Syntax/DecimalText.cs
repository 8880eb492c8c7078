using Incentives.Core.Numbers;

namespace Incentives.Core.Syntax;

/// <summary>Unsigned decimal digits, <c>12</c> or <c>12.5</c>, as an exact number. Width is already folded.</summary>
internal static class DecimalText
{
    private const int MostWholeDigits = 18;
    private const int MostDecimals = 12;

    /// <summary>Number of leading characters that are digits and dots.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        int n = 0;
        while (n < text.Length && (char.IsAsciiDigit(text[n]) || text[n] == '.')) n++;
        return n;
    }

    /// <summary>At most 18 digits before the point and 12 behind it; a point needs digits on both sides.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point], decimals = point < 0 ? [] : text[(point + 1)..];
        if (whole.Length is 0 or > MostWholeDigits || decimals.Length > MostDecimals || (point >= 0 && decimals.Length == 0)) return false;
        if (whole.ContainsAnyExceptInRange('0', '9') || decimals.ContainsAnyExceptInRange('0', '9')) return false;
        Int128 numerator = 0, denominator = 1;
        foreach (char digit in whole) numerator = (numerator * 10) + (digit - '0');
        foreach (char digit in decimals)
        {
            numerator = (numerator * 10) + (digit - '0');
            denominator *= 10;
        }

        value = Rational.Of(numerator, denominator);
        return true;
    }
}
