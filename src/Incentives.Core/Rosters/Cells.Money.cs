using Incentives.Core.Numbers;

namespace Incentives.Core.Rosters;

internal static partial class Cells
{
    /// <summary>
    /// Reads an amount as an exact number of fen: <c>500,000.00</c>, <c>50万元</c>, <c>￥500</c>, <c>5000元整</c>. A unit in the cell beats
    /// <paramref name="unitFen"/>, the header's. May be negative; false beyond ±<see cref="Money.LargestFen"/>.
    /// </summary>
    public static bool TryMoney(ReadOnlySpan<byte> cell, long unitFen, out Rational fen)
    {
        if (DecimalText.TryPlain(cell, out long plain))
        {
            fen = new Rational((Int128)plain * unitFen);
            return fen <= Money.LargestFen;
        }

        ReadOnlySpan<byte> text = CellText.Trim(cell);
        if (TryReadMoney(text, unitFen, out fen)) return true;
        Span<byte> folded = stackalloc byte[CellText.Longest];
        return CellText.TryFold(text, folded, out int length) && TryReadMoney(folded[..length], unitFen, out fen);
    }

    private static bool TryReadMoney(ReadOnlySpan<byte> text, long unitFen, out Rational fen)
    {
        fen = default;
        bool negative = TakeSignAndCurrency(ref text);
        if (!DecimalText.TryRead(ref text, out DecimalText number)) return false;
        if (!text.IsEmpty)
        {
            SkipSpaces(ref text);
            if (MoneyUnit.TryRead(ref text, out MoneyUnit unit)) unitFen = unit.Fen;
            if (!Take(ref text, "整"u8)) Take(ref text, "正"u8);
            if (!text.IsEmpty) return false;
        }

        if (!number.TryTimes(unitFen, out fen) || fen > Money.LargestFen) return false;
        if (negative) fen = -fen;
        return true;
    }

    private static bool TakeSignAndCurrency(ref ReadOnlySpan<byte> text)
    {
        bool negative = Take(ref text, "-"u8);
        if (Take(ref text, "¥"u8) || Take(ref text, "￥"u8) || Take(ref text, "人民币"u8)) SkipSpaces(ref text);
        return negative || Take(ref text, "-"u8);
    }
}
