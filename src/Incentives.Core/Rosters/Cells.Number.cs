using Incentives.Core.Numbers;

namespace Incentives.Core.Rosters;

internal static partial class Cells
{
    /// <summary>
    /// Reads a number: <c>1,234.5</c>, <c>30%</c> (3/10), <c>1:0.5</c> (1/2), <c>2万件</c> (20000). <paramref name="unit"/> is the counter that
    /// stood behind it (件, 个, 家, 亩, ...), empty when there was none.
    /// </summary>
    public static bool TryNumber(ReadOnlySpan<byte> cell, out Rational value, out ReadOnlySpan<byte> unit)
    {
        unit = default;
        if (DecimalText.TryPlain(cell, out long plain))
        {
            value = plain;
            return true;
        }

        ReadOnlySpan<byte> text = CellText.Trim(cell);
        if (TryReadNumber(text, out value, out unit)) return true;
        Span<byte> folded = stackalloc byte[CellText.Longest];
        return CellText.TryFold(text, folded, out int length) && TryReadNumber(folded[..length], out value, out unit);
    }

    /// <summary>Whether a text is one of the counter words.</summary>
    public static bool IsCounter(ReadOnlySpan<char> text) => !Counter(System.Text.Encoding.UTF8.GetBytes(text.ToString())).IsEmpty;

    private static bool TryReadNumber(scoped ReadOnlySpan<byte> text, out Rational value, out ReadOnlySpan<byte> unit)
    {
        value = default;
        unit = default;
        bool negative = Take(ref text, "-"u8);
        if (!DecimalText.TryRead(ref text, out DecimalText number) || !number.TryTimes(1, out value)) return false;
        if (!text.IsEmpty)
        {
            SkipSpaces(ref text);
            bool read = text[0] switch
            {
                (byte)'%' => text.Length == 1,
                (byte)':' => !negative && TryReadRatio(value, text[1..], out value),
                _ => TryReadCounted(number, text, out value, out unit),
            };
            if (!read) return false;
            if (text[0] == '%') value /= new Rational(100);
        }

        if (negative) value = -value;
        return true;
    }

    // 1:0.5 is a half: so much of ours for each of theirs. Both sides have at most 18 digits around the point, so the quotient fits.
    private static bool TryReadRatio(Rational first, scoped ReadOnlySpan<byte> text, out Rational value)
    {
        value = default;
        SkipSpaces(ref text);
        if (first.Sign <= 0 || !DecimalText.TryRead(ref text, out DecimalText second) || !text.IsEmpty || !second.TryTimes(1, out value)) return false;
        value /= first;
        return true;
    }

    private static bool TryReadCounted(DecimalText number, scoped ReadOnlySpan<byte> text, out Rational value, out ReadOnlySpan<byte> unit)
    {
        unit = default;
        if (!number.TryTimes(MoneyUnit.ReadFactor(ref text), out value)) return false;
        unit = Counter(text);
        return unit.Length == text.Length;
    }

    // The counter words as texts of the program, so that what is returned outlives the folded copy of the cell.
    private static ReadOnlySpan<byte> Counter(scoped ReadOnlySpan<byte> text)
    {
        foreach (byte[] word in CounterWords)
        {
            if (text.SequenceEqual(word)) return word;
        }

        return default;
    }

    private static readonly byte[][] CounterWords =
    [
        .. new[]
        {
            "件", "个", "家", "项", "亩", "人", "名", "台", "套", "批", "次", "种", "类", "户", "吨", "公斤", "千克", "辆", "只", "头", "株",
            "年", "个月", "月", "天", "期", "届", "场", "间", "条", "份", "篇", "位", "平方米", "㎡", "m²", "m2", "平方", "公顷", "公里", "米", "立方米",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];
}
