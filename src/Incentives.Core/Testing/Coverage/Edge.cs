using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Coverage;

/// <summary>One end of a range. The value itself is on one side; "just across" is the nearest stretch on the other.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The end.</param>
/// <param name="AcrossIsAbove">Whether the other side lies above.</param>
internal readonly record struct Edge(Column Column, Rational Value, bool AcrossIsAbove)
{
    private static readonly Duration Day = new(0, 0, 1);
    private static readonly (long Fen, string Name)[] Units = [(10_000_000_000, "亿元"), (1_000_000, "万元")];

    /// <summary>The ends of a range that rows can stand on both sides of.</summary>
    public static IEnumerable<Edge> Of(WrittenRange range)
    {
        if (range.Interval.Low is { } low) yield return new Edge(range.Column, low, !range.Interval.LowIncluded);
        if (range.Interval.High is { } high) yield return new Edge(range.Column, high, range.Interval.HighIncluded);
    }

    /// <summary>The farthest value that still is just across: the next day, year or whole number, otherwise 1% of the end (1 yuan or 0.01 from an end of 0).</summary>
    public Rational Farthest
    {
        get
        {
            if (Column.Kind == ValueKind.Date) return AcrossIsAbove ? DateMath.Plus((int)Value.Numerator, Day) : DateMath.Minus((int)Value.Numerator, Day);
            Rational step = Column.IsWhole || Column.Kind == ValueKind.Year ? Rational.One
                : Value.Sign != 0 ? Rational.Max(Value, -Value) / 100
                : Column.Kind == ValueKind.Money ? new Rational(100) : Rational.Of(1, 100);
            return AcrossIsAbove ? Value + step : Value - step;
        }
    }

    /// <summary>Whether a roster can hold a value across it: no rank, quantity or year below 1, and no roster amount or count below 0.</summary>
    public bool CanBeCrossed =>
        AcrossIsAbove || Column.Derived is not (null or DefaultedExpr) || Farthest >= (Column.Name is "rank" or "quantity" ? Rational.One : Rational.Zero);

    /// <summary>Whether a cell holds exactly the end.</summary>
    public bool IsAt(in Cell cell) => cell.IsPresent && !cell.IsPartial && cell.Value == Value;

    /// <summary>Whether a cell lies just across.</summary>
    public bool IsAcross(in Cell cell) =>
        cell.IsPresent && !cell.IsPartial && (AcrossIsAbove ? cell.Value > Value && cell.Value <= Farthest : cell.Value < Value && cell.Value >= Farthest);

    /// <summary>The end for people.</summary>
    public string Show() => Show(Value);

    /// <summary>The stretch just across for people.</summary>
    public Phrase ShowAcross()
    {
        string from = Show(Farthest), to = Show(Value);
        if (Column.Kind is ValueKind.Date or ValueKind.Year || Column.IsWhole) return new($"即 {from}", $"that is {from}");
        return AcrossIsAbove ? new($"大于 {to}，不超过 {from}", $"above {to}, at most {from}") : new($"小于 {to}，不小于 {from}", $"below {to}, at least {from}");
    }

    private string Show(Rational value)
    {
        if (Column.Kind == ValueKind.Date)
        {
            int day = (int)value.Numerator;
            return string.Create(CultureInfo.InvariantCulture, $"{day / 10000:D4}-{day / 100 % 100:D2}-{day % 100:D2}");
        }

        if (Column.Kind != ValueKind.Money) return Decimal(value);
        Rational size = Rational.Max(value, -value);
        foreach ((long unit, string name) in Units)
        {
            if (size >= new Rational(unit) && (value / unit * 10000).IsWhole) return Decimal(value / unit) + name;
        }

        return Decimal(value / 100) + "元";
    }

    // All ends are written as decimals, so they end; a derived one that does not is shown as the fraction.
    private static string Decimal(Rational value)
    {
        Rational scaled = value;
        for (int digits = 0; digits <= 12; digits++, scaled *= 10)
        {
            if (!scaled.IsWhole) continue;
            string all = Int128.Abs(scaled.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
            return (value.Sign < 0 ? "-" : "") + (digits == 0 ? all : $"{all[..^digits]}.{all[^digits..]}");
        }

        return value.ToString();
    }
}
