using System.Text;

namespace Incentives.Core.Rosters;

/// <summary>The text of one cell as UTF-8, before it is read as a number, a date or a flag.</summary>
internal static class CellText
{
    /// <summary>The longest cell, in bytes, that can hold a number, a date or a flag.</summary>
    public const int Longest = 128;

    /// <summary>The cell without the blanks around it: ASCII blanks, U+3000, U+00A0, zero-width characters.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> cell)
    {
        if (cell.IsEmpty || (IsPlain(cell[0]) && IsPlainEnd(cell))) return cell;
        while (!cell.IsEmpty)
        {
            Rune.DecodeFromUtf8(cell, out Rune first, out int length);
            if (!IsBlank(first)) break;
            cell = cell[length..];
        }

        while (!cell.IsEmpty)
        {
            Rune.DecodeLastFromUtf8(cell, out Rune last, out int length);
            if (!IsBlank(last)) break;
            cell = cell[..^length];
        }

        return cell;
    }

    /// <summary>Whether the cell holds nothing but blanks.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell) => Trim(cell).IsEmpty;

    /// <summary>White space, control characters and characters of no width.</summary>
    public static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || rune.Value is
        0x00AD or 0x180E or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x2064) or 0xFEFF;

    /// <summary>The half-width form of a full-width ASCII character; any other character is itself.</summary>
    public static Rune FoldWidth(Rune rune) => rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune;

    /// <summary>
    /// Writes the cell with full-width ASCII made half width, colons and minus signs of all kinds unified, and every blank as one space.
    /// False when nothing changed, or the cell is longer than <paramref name="target"/>.
    /// </summary>
    public static bool TryFold(ReadOnlySpan<byte> cell, Span<byte> target, out int length)
    {
        length = 0;
        if (cell.Length > target.Length || Ascii.IsValid(cell)) return false;
        bool changed = false;
        while (!cell.IsEmpty)
        {
            Rune.DecodeFromUtf8(cell, out Rune rune, out int consumed);
            Rune folded = FoldCharacter(rune);
            changed |= folded != rune;
            if (consumed < folded.Utf8SequenceLength) return false;
            length += folded.EncodeToUtf8(target[length..]);
            cell = cell[consumed..];
        }

        return changed;
    }

    private static Rune FoldCharacter(Rune rune) => rune.Value switch
    {
        0x2236 or 0xFE30 or 0xFE55 => new Rune(':'),
        0x2212 or 0xFE63 => new Rune('-'),
        0xFFE5 => new Rune(0x00A5),
        _ => IsBlank(rune) ? new Rune(' ') : FoldWidth(rune),
    };

    // A last byte that ends an ASCII character other than a blank or a control, or a Chinese one.
    private static bool IsPlainEnd(ReadOnlySpan<byte> cell)
    {
        byte last = cell[^1];
        return last is > 0x20 and < 0x7F || (last is >= 0x80 and < 0xC0 && cell.Length >= 3 && cell[^3] is >= 0xE4 and <= 0xE9);
    }

    // An ASCII character that is neither a blank nor a control, or the first byte of a Chinese one (leads E4 to E9).
    private static bool IsPlain(byte b) => b is > 0x20 and < 0x7F or >= 0xE4 and <= 0xE9;
}
