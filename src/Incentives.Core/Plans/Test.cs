using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>Whether a condition holds; on a missing cell nobody can say.</summary>
internal enum Truth : byte
{
    No,
    Unknown,
    Yes,
}

/// <summary>A condition on one column: a set of values. Sets can be intersected, so overlaps and gaps are computed, not guessed.</summary>
internal abstract class Test
{
    /// <summary>Whether a cell meets it.</summary>
    public abstract Truth Check(in Cell cell);

    /// <summary>What meets both, or null when nothing can.</summary>
    public abstract Test? And(Test other);

    /// <summary>What does not meet it; an absent cell meets neither. Null when nothing is left.</summary>
    public abstract Test? Not();
}

/// <summary>The text is one of some names, or none of them.</summary>
internal sealed class TextTest(IReadOnlySet<int> symbols, bool isComplement) : Test
{
    private const int Few = 8;

    // A few names are found faster by looking through them.
    private readonly int[]? _few = symbols.Count <= Few ? [.. symbols] : null;

    /// <summary>The names, as symbols.</summary>
    public IReadOnlySet<int> Symbols => symbols;

    /// <summary>Whether the test is "none of these".</summary>
    public bool IsComplement => isComplement;

    public override Truth Check(in Cell cell) =>
        !cell.IsPresent ? Truth.Unknown : (_few is null ? symbols.Contains(cell.Symbol) : _few.AsSpan().Contains(cell.Symbol)) != isComplement ? Truth.Yes : Truth.No;

    public override Test? And(Test other)
    {
        if (other is PresenceTest presence) return presence.IsPresent ? this : null;
        var that = (TextTest)other;
        HashSet<int> result;
        if (isComplement && that.IsComplement)
        {
            result = [.. symbols];
            result.UnionWith(that.Symbols);
            return new TextTest(result, true);
        }

        result = isComplement ? [.. that.Symbols] : [.. symbols];
        if (isComplement) result.ExceptWith(symbols);
        else if (that.IsComplement) result.ExceptWith(that.Symbols);
        else result.IntersectWith(that.Symbols);
        return result.Count == 0 ? null : new TextTest(result, false);
    }

    public override Test? Not() => new TextTest(symbols, !isComplement);
}

/// <summary>The value lies in one of some stretches.</summary>
internal sealed class RangeTest(IReadOnlyList<Interval> intervals) : Test
{
    private readonly Interval[] _intervals = [.. intervals];

    /// <summary>The stretches; they do not overlap.</summary>
    public IReadOnlyList<Interval> Intervals => _intervals;

    public override Truth Check(in Cell cell)
    {
        if (!cell.IsPresent) return Truth.Unknown;
        Truth first = Contains(cell.Value);
        // A month or a year that the edge of the range cuts through cannot be decided.
        if (!cell.IsPartial) return first;
        return first == Contains(cell.LastDay) ? first : Truth.Unknown;
    }

    public override Test? And(Test other)
    {
        if (other is PresenceTest presence) return presence.IsPresent ? this : null;
        var that = (RangeTest)other;
        List<Interval> both = [];
        foreach (Interval a in _intervals)
        {
            foreach (Interval b in that.Intervals)
            {
                Interval common = a.And(b);
                if (!common.IsEmpty) both.Add(common);
            }
        }

        return both.Count == 0 ? null : new RangeTest(both);
    }

    public override Test? Not()
    {
        List<Interval> rest = [Interval.All];
        foreach (Interval interval in _intervals)
        {
            rest = [.. rest.SelectMany(_ => interval.Outside(), (r, o) => r.And(o)).Where(i => !i.IsEmpty)];
        }

        return rest.Count == 0 ? null : new RangeTest(rest);
    }

    private Truth Contains(in Rational value)
    {
        foreach (ref readonly Interval interval in _intervals.AsSpan())
        {
            if (interval.Contains(value)) return Truth.Yes;
        }

        return Truth.No;
    }
}

/// <summary>There is a value, or there is none.</summary>
internal sealed class PresenceTest(bool isPresent) : Test
{
    /// <summary>Whether a value must be there.</summary>
    public bool IsPresent => isPresent;

    public override Truth Check(in Cell cell) => cell.IsPresent == isPresent ? Truth.Yes : Truth.No;

    public override Test? And(Test other) =>
        other is PresenceTest that ? (that.IsPresent == isPresent ? this : null) : isPresent ? other : null;

    public override Test? Not() => new PresenceTest(!isPresent);
}
