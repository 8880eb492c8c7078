using System.Globalization;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>Values that a column can really have: whole ranks, days of the calendar, a recipient and an award in every row.</summary>
internal static class Values
{
    private static readonly Interval Days = new(10000101, true, 99991231, true);
    private static readonly Interval Flags = new(0, true, 1, true);

    /// <summary>Whether some value of a column meets a test.</summary>
    public static bool Meet(Column column, Test test) => test switch
    {
        TextTest text => text.IsComplement || text.Symbols.Count > 0,
        RangeTest range => range.Intervals.Any(i => In(column, i) is not null),
        PresenceTest { IsPresent: false } => column.Name is not ("award" or "recipient") || column.Derived is not null,
        _ => true,
    };

    /// <summary>A value of a column in an interval, the plainest that is easily found; null when it has none.</summary>
    public static Rational? In(Column column, Interval interval)
    {
        Interval wanted = column.Kind switch
        {
            ValueKind.Date => interval.And(Days),
            ValueKind.Flag => interval.And(Flags),
            _ => interval,
        };
        if (wanted.IsEmpty) return null;
        Rational value = Inside(column, wanted);
        return wanted.Contains(value) ? value : null;
    }

    /// <summary>A number of at most six decimals; null for one that has more.</summary>
    public static string? Decimals(Rational value)
    {
        for (int places = 0; places <= 6; places++)
        {
            if (!value.IsWhole)
            {
                value *= 10;
                continue;
            }

            string digits = value.Numerator.ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
            return places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}";
        }

        return null;
    }

    private static Rational Inside(Column column, Interval interval)
    {
        bool isStepped = column.IsWhole || column.Kind is ValueKind.Date or ValueKind.Flag or ValueKind.Year;
        return (interval.Low, interval.High) switch
        {
            ({ } low, _) when interval.LowIncluded && (!isStepped || low.IsWhole) => low,
            (_, { } high) when interval.HighIncluded && (!isStepped || high.IsWhole) => high,
            ({ } low, _) when isStepped => Next(column, low, 1),
            (null, { } high) when isStepped => Next(column, high, -1),
            ({ } low, { } high) => (low + high) / 2,
            ({ } low, null) => low + 1,
            (null, { } high) => high - 1,
            _ => Rational.One,
        };
    }

    private static Rational Next(Column column, Rational from, int step)
    {
        if (column.Kind == ValueKind.Date)
            return step > 0 ? DateMath.Plus((int)from.Floor(), new Duration(0, 0, 1)) : DateMath.Minus((int)from.Floor(), new Duration(0, 0, 1));
        Rational floor = new(from.Floor());
        return step > 0 ? floor + 1 : from.IsWhole ? from - 1 : floor;
    }
}
