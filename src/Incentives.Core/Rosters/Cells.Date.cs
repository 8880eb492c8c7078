namespace Incentives.Core.Rosters;

internal static partial class Cells
{
    private const int EarliestYear = 1900;
    private const int LatestYear = 2199;

    /// <summary>
    /// Reads a day, month or year from 1900 to 2199: <c>2024-03-01</c>, <c>2024/3/1</c>, <c>2024.3.1</c>, <c>20240301</c>, <c>2024年3月1日</c>,
    /// <c>2024-03</c>, <c>2024年</c>. A time of day behind a day is dropped. <c>2024.1</c> is refused: a workbook writes October so, too.
    /// </summary>
    public static bool TryDate(ReadOnlySpan<byte> cell, out CellDate date)
    {
        // 2024-03-01, as most cells are.
        if (cell.Length == 10 && cell[4] == '-' && cell[7] == '-' && DecimalText.TryPlain(cell[..4], out long year) && DecimalText.TryPlain(cell[5..7], out long month)
            && DecimalText.TryPlain(cell[8..], out long day))
        {
            date = default;
            return year is >= EarliestYear and <= LatestYear && IsDay((int)year, (int)month, (int)day, out date);
        }

        ReadOnlySpan<byte> text = CellText.Trim(cell);
        if (TryReadDate(text, out date)) return true;
        Span<byte> folded = stackalloc byte[CellText.Longest];
        return CellText.TryFold(text, folded, out int length) && TryReadDate(folded[..length], out date);
    }

    /// <summary>Reads a year from 1900 to 2199: <c>2024</c>, <c>2024年</c>, <c>2024年度</c>.</summary>
    public static bool TryYear(ReadOnlySpan<byte> cell, out int year)
    {
        bool read = TryDate(cell, out CellDate date) && date.First == (date.Year * 10_000) + 101 && date.Last == (date.Year * 10_000) + 1231;
        year = read ? date.Year : 0;
        return read;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, out CellDate date)
    {
        date = default;
        if (!TryTakeDigits(ref text, 4, 4, out int year, out _) || year is < EarliestYear or > LatestYear) return false;
        if (text.IsEmpty) return IsYear(year, out date);
        if (text.Length == 4 && TryTakeDigits(ref text, 4, 4, out int monthDay, out _)) return IsDay(year, monthDay / 100, monthDay % 100, out date);
        if (text[0] is (byte)'-' or (byte)'/' or (byte)'.') return TryReadSeparated(year, text[0], text[1..], out date);
        SkipSpaces(ref text);
        return Take(ref text, "年"u8) && TryReadChinese(year, text, out date);
    }

    private static bool TryReadSeparated(int year, byte separator, ReadOnlySpan<byte> text, out CellDate date)
    {
        date = default;
        if (!TryTakeDigits(ref text, 1, 2, out int month, out int monthDigits)) return false;
        if (text.IsEmpty) return !(separator == '.' && monthDigits == 1 && month == 1) && IsMonth(year, month, out date);
        if (text[0] != separator) return false;
        text = text[1..];
        return TryTakeDigits(ref text, 1, 2, out int day, out _) && IsTimeOrNothing(text) && IsDay(year, month, day, out date);
    }

    private static bool TryReadChinese(int year, ReadOnlySpan<byte> text, out CellDate date)
    {
        date = default;
        Take(ref text, "度"u8);
        if (text.IsEmpty) return IsYear(year, out date);
        SkipSpaces(ref text);
        if (!TryTakeDigits(ref text, 1, 2, out int month, out _)) return false;
        SkipSpaces(ref text);
        if (!Take(ref text, "月"u8)) return false;
        if (text.IsEmpty) return IsMonth(year, month, out date);
        SkipSpaces(ref text);
        if (!TryTakeDigits(ref text, 1, 2, out int day, out _)) return false;
        SkipSpaces(ref text);
        return (Take(ref text, "日"u8) || Take(ref text, "号"u8)) && IsTimeOrNothing(text) && IsDay(year, month, day, out date);
    }

    private static bool IsYear(int year, out CellDate date)
    {
        date = new CellDate((year * 10_000) + 101, (year * 10_000) + 1231);
        return true;
    }

    private static bool IsMonth(int year, int month, out CellDate date)
    {
        date = default;
        if (month is < 1 or > 12) return false;
        int first = (year * 10_000) + (month * 100) + 1;
        date = new CellDate(first, first - 1 + DateTime.DaysInMonth(year, month));
        return true;
    }

    private static bool IsDay(int year, int month, int day, out CellDate date)
    {
        date = default;
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        int value = (year * 10_000) + (month * 100) + day;
        date = new CellDate(value, value);
        return true;
    }

    // Nothing, or " 0:00", " 00:00:00", "T00:00:00.000Z".
    private static bool IsTimeOrNothing(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return true;
        if (text[0] is not ((byte)' ' or (byte)'T')) return false;
        text = text[1..].TrimStart((byte)' ');
        if (!TryTakeDigits(ref text, 1, 2, out int hour, out _) || hour > 23 || !TryTakeSixty(ref text)) return false;
        if (text.IsEmpty) return true;
        if (!TryTakeSixty(ref text)) return false;
        if (Take(ref text, "."u8) && !TryTakeDigits(ref text, 1, 9, out _, out _)) return false;
        Take(ref text, "Z"u8);
        return text.IsEmpty;
    }

    private static bool TryTakeSixty(ref ReadOnlySpan<byte> text) =>
        Take(ref text, ":"u8) && TryTakeDigits(ref text, 2, 2, out int value, out _) && value < 60;

    // Takes as many digits as there are, which must be between the two counts.
    private static bool TryTakeDigits(ref ReadOnlySpan<byte> text, int least, int most, out int value, out int digits)
    {
        value = 0;
        digits = 0;
        while (digits < text.Length && digits < most && text[digits] is >= (byte)'0' and <= (byte)'9') value = (value * 10) + (text[digits++] - '0');
        if (digits < least) return false;
        text = text[digits..];
        return true;
    }
}
