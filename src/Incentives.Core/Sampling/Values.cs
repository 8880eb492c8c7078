using System.Globalization;
using System.Text;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>Values as cells hold them: the grain of each kind, and the text a roster would have.</summary>
internal static class Values
{
    /// <summary>The first year that a roster may say.</summary>
    public const int FirstYear = 1900;

    /// <summary>The last one.</summary>
    public const int LastYear = 2199;

    /// <summary>The least difference between two values of a column: a fen, a day, a whole one, or a hundredth.</summary>
    public static Rational Step(Column column) =>
        column.Kind is ValueKind.Money or ValueKind.Year or ValueKind.Flag || column.IsWhole ? Rational.One : Rational.Of(1, 100);

    /// <summary>The nearest value at or below that a cell can hold; not below 0.</summary>
    public static Rational Snap(Column column, Rational value)
    {
        if (column.Kind == ValueKind.Date) return Window.Number(Window.DayNumber((int)value.Floor()));
        if (column.Kind == ValueKind.Year) return new Rational(Int128.Clamp(value.Floor(), FirstYear, LastYear));
        if (value.Sign < 0) value = Rational.Zero;
        if (column.Kind is ValueKind.Money or ValueKind.Flag || column.IsWhole) return Rational.Min(new Rational(value.Floor()), Money.LargestFen);
        return new Rational((value * 10000).Floor()) / 10000;
    }

    /// <summary>The value some steps further; days go by the calendar.</summary>
    public static Rational Next(Column column, Rational value, int steps) =>
        column.Kind == ValueKind.Date ? Window.Number(Window.DayNumber((int)value.Floor()) + steps) : Snap(column, value + (Step(column) * steps));

    /// <summary>The text of a cell; empty for an absent one.</summary>
    public static byte[] Text(Column column, in Cell cell, Symbols symbols)
    {
        if (!cell.IsPresent) return [];
        return column.Kind switch
        {
            ValueKind.Text => symbols.Utf8(cell.Symbol).ToArray(),
            ValueKind.Flag => cell.Value.Sign != 0 ? "是"u8.ToArray() : "否"u8.ToArray(),
            ValueKind.Date => cell.IsPartial ? Year((int)cell.Value.Numerator) : Day((int)cell.Value.Numerator),
            ValueKind.Money => Encoding.UTF8.GetBytes(Decimal(cell.Value / 100)),
            _ => Encoding.UTF8.GetBytes(Decimal(cell.Value)),
        };
    }

    /// <summary>A day as 2024-03-01.</summary>
    public static byte[] Day(int yyyymmdd) =>
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{yyyymmdd / 10000:D4}-{yyyymmdd / 100 % 100:D2}-{yyyymmdd % 100:D2}"));

    // A date that is only a year.
    private static byte[] Year(int yyyymmdd) => Encoding.UTF8.GetBytes((yyyymmdd / 10000).ToString(CultureInfo.InvariantCulture));

    // Up to four decimals, none that are 0 at the end.
    private static string Decimal(Rational value)
    {
        if (value.IsWhole) return value.Numerator.ToString(CultureInfo.InvariantCulture);
        Int128 units = (value * 10000).Floor();
        string text = string.Create(CultureInfo.InvariantCulture, $"{units / 10000}.{(units % 10000).ToString(CultureInfo.InvariantCulture).PadLeft(4, '0')}");
        return text.TrimEnd('0').TrimEnd('.');
    }
}
