using Incentives.Core.Numbers;

namespace Incentives.Core.Rosters;

/// <summary>An unsigned decimal as a cell writes it: <c>500000</c>, <c>500,000.00</c>. At most 18 digits on each side of the point.</summary>
/// <param name="Whole">Digits before the point.</param>
/// <param name="Fraction">Digits after the point, without trailing zeros, as a whole number.</param>
/// <param name="Scale">How many digits <paramref name="Fraction"/> stands for.</param>
internal readonly record struct DecimalText(long Whole, long Fraction, int Scale)
{
    private const int MostDigits = 18;
    private const long Largest = 1_000_000_000_000_000_000;

    /// <summary>Reads a decimal at the start of <paramref name="text"/> and moves past it.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> text, out DecimalText value)
    {
        value = default;
        if (!TryReadWhole(ref text, out long whole)) return false;
        if (text.IsEmpty || text[0] != '.')
        {
            value = new DecimalText(whole, 0, 0);
            return true;
        }

        int digits = CountDigits(text[1..]);
        if (digits == 0) return false;
        ReadOnlySpan<byte> fraction = text.Slice(1, digits).TrimEnd((byte)'0');
        if (fraction.Length > MostDigits) return false;
        text = text[(digits + 1)..];
        value = new DecimalText(whole, Digits(fraction), fraction.Length);
        return true;
    }

    /// <summary>Reads a text that is nothing but at most 15 digits, as most cells are.</summary>
    public static bool TryPlain(ReadOnlySpan<byte> text, out long whole)
    {
        whole = 0;
        if (text.Length is 0 or > 15) return false;
        foreach (byte b in text)
        {
            if (b is < (byte)'0' or > (byte)'9') return false;
            whole = (whole * 10) + (b - '0');
        }

        return true;
    }

    /// <summary>The value times a whole number of at most 10^10, exactly; false when it passes 10^18.</summary>
    public bool TryTimes(long factor, out Rational product)
    {
        Int128 whole = (Int128)Whole * factor;
        product = new Rational(whole);
        if (whole > Largest) return false;
        if (Scale == 0) return true;
        long power = PowerOfTen(Scale);
        product += factor % power == 0 ? new Rational((Int128)Fraction * (factor / power)) : Rational.Of((Int128)Fraction * factor, power);
        return true;
    }

    // Either plain digits, or groups of three with commas between.
    private static bool TryReadWhole(ref ReadOnlySpan<byte> text, out long whole)
    {
        whole = 0;
        int first = CountDigits(text), digits = first;
        if (first is 0 or > MostDigits) return false;
        whole = Digits(text[..first]);
        text = text[first..];
        while (!text.IsEmpty && text[0] == ',')
        {
            digits += 3;
            if (first > 3 || CountDigits(text[1..]) != 3 || digits > MostDigits) return false;
            whole = (whole * 1000) + Digits(text.Slice(1, 3));
            text = text[4..];
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? text.Length : end;
    }

    private static long Digits(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (byte b in digits) value = (value * 10) + (b - '0');
        return value;
    }

    private static long PowerOfTen(int exponent)
    {
        long power = 1;
        for (int i = 0; i < exponent; i++) power *= 10;
        return power;
    }
}
