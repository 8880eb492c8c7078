namespace Incentives.Core.Evaluation.Groups;

/// <summary>A claim line on its way into a group.</summary>
/// <param name="Key">The group.</param>
/// <param name="Rank">What comes first within it: a date, or a rank made for the purpose.</param>
/// <param name="Line">The line; decides among equals.</param>
internal readonly record struct Entry(long Key, long Rank, int Line) : IComparable<Entry>
{
    /// <inheritdoc/>
    public int CompareTo(Entry other)
    {
        int byKey = Key.CompareTo(other.Key);
        if (byKey != 0) return byKey;
        int byRank = Rank.CompareTo(other.Rank);
        return byRank != 0 ? byRank : Line.CompareTo(other.Line);
    }

    public static bool operator <(Entry a, Entry b) => a.CompareTo(b) < 0;

    public static bool operator >(Entry a, Entry b) => a.CompareTo(b) > 0;

    public static bool operator <=(Entry a, Entry b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Entry a, Entry b) => a.CompareTo(b) >= 0;
}
