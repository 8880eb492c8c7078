using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>A stretch of values; an end that is null is open for ever.</summary>
internal readonly record struct Interval(Rational? Low, bool LowIncluded, Rational? High, bool HighIncluded)
{
    /// <summary>A single value.</summary>
    public static Interval Only(Rational value) => new(value, true, value, true);

    /// <summary>Every value.</summary>
    public static Interval All => new(null, false, null, false);

    /// <summary>Whether there is no value in it.</summary>
    public bool IsEmpty
    {
        get
        {
            if (Low is not { } low || High is not { } high) return false;
            int order = low.CompareTo(high);
            return order > 0 || (order == 0 && !(LowIncluded && HighIncluded));
        }
    }

    /// <summary>Whether a value lies in it.</summary>
    public bool Contains(in Rational value)
    {
        if (Low is { } low)
        {
            int order = value.CompareTo(low);
            if (order < 0 || (order == 0 && !LowIncluded)) return false;
        }

        if (High is { } high)
        {
            int order = value.CompareTo(high);
            if (order > 0 || (order == 0 && !HighIncluded)) return false;
        }

        return true;
    }

    /// <summary>What lies in both.</summary>
    public Interval And(Interval other)
    {
        (Rational? low, bool lowIncluded) = Tighter(Low, LowIncluded, other.Low, other.LowIncluded, isLow: true);
        (Rational? high, bool highIncluded) = Tighter(High, HighIncluded, other.High, other.HighIncluded, isLow: false);
        return new Interval(low, lowIncluded, high, highIncluded);
    }

    /// <summary>The one or two stretches outside it.</summary>
    public IEnumerable<Interval> Outside()
    {
        if (Low is { } low) yield return new Interval(null, false, low, !LowIncluded);
        if (High is { } high) yield return new Interval(high, !HighIncluded, null, false);
    }

    private static (Rational? End, bool Included) Tighter(Rational? a, bool aIncluded, Rational? b, bool bIncluded, bool isLow)
    {
        if (a is not { } x) return (b, bIncluded);
        if (b is not { } y) return (a, aIncluded);
        int order = x.CompareTo(y);
        if (order == 0) return (a, aIncluded && bIncluded);
        return order > 0 == isLow ? (a, aIncluded) : (b, bIncluded);
    }
}
