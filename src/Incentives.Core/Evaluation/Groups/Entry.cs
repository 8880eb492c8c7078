namespace Incentives.Core.Evaluation.Groups;

/// <summary>A claim line on its way into a group.</summary>
/// <param name="Key">The group.</param>
/// <param name="Rank">What comes first within it, where the scheme states an order; 0 otherwise.</param>
/// <param name="Date">Decides among equals of rank.</param>
/// <param name="Line">Decides among equals of date.</param>
internal readonly record struct Entry(long Key, long Rank, int Date, int Line) : IComparable<Entry>
{
    /// <inheritdoc/>
    public int CompareTo(Entry other)
    {
        int byKey = Key.CompareTo(other.Key);
        if (byKey != 0) return byKey;
        int byRank = Rank.CompareTo(other.Rank);
        if (byRank != 0) return byRank;
        int byDate = Date.CompareTo(other.Date);
        return byDate != 0 ? byDate : Line.CompareTo(other.Line);
    }

    public static bool operator <(Entry a, Entry b) => a.CompareTo(b) < 0;

    public static bool operator >(Entry a, Entry b) => a.CompareTo(b) > 0;

    public static bool operator <=(Entry a, Entry b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Entry a, Entry b) => a.CompareTo(b) >= 0;
}
