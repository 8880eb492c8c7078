using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Conditions on one column that are meant to lie side by side.</summary>
internal static class Bands
{
    /// <summary>What lies between the lowest and the highest band and in none of them; null when there is nothing, or when they are no bands.</summary>
    public static RangeTest? Hole(Column column, IEnumerable<Test> tests)
    {
        Interval[] bands = [.. tests.OfType<RangeTest>().SelectMany(t => t.Intervals)];
        if (bands.Length < 2 || AreSingle(bands)) return null;
        Interval hull = Around(bands);
        Test? left = new RangeTest([hull]);
        foreach (Interval band in bands) left = new RangeTest([band]).Not() is { } not ? left?.And(not) : null;
        if (left is not RangeTest rest) return null;
        // The open end of the outermost band is no hole.
        Interval[] inner = [.. rest.Intervals.Where(i => !(i.Low is { } a && i.High == a && (a == hull.Low || a == hull.High)) && Values.In(column, i) is not null)];
        return inner.Length == 0 ? null : new RangeTest(inner);
    }

    // Single values (ranks, years) are a list, not bands.
    private static bool AreSingle(Interval[] bands) => bands.All(b => b.Low is { } low && b.High == low);

    private static Interval Around(Interval[] bands)
    {
        Rational? low = bands.Any(b => b.Low is null) ? null : bands.Min(b => b.Low!.Value), high = bands.Any(b => b.High is null) ? null : bands.Max(b => b.High!.Value);
        bool lowIncluded = bands.Any(b => b.Low == low && b.LowIncluded), highIncluded = bands.Any(b => b.High == high && b.HighIncluded);
        return new Interval(low, lowIncluded, high, highIncluded);
    }
}
