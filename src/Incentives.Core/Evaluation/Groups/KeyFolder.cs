namespace Incentives.Core.Evaluation.Groups;

/// <summary>Several key numbers as one: exact for any number of them, with no table for one or two.</summary>
internal sealed class KeyFolder
{
    private readonly Dictionary<long, int> _pairs = [];

    /// <summary>Adds a part to a key of so many parts.</summary>
    public long Fold(long key, int parts, int next)
    {
        if (parts == 0) return (uint)next;
        if (parts > 1)
        {
            if (!_pairs.TryGetValue(key, out int known)) _pairs[key] = known = _pairs.Count + 1;
            key = known;
        }

        return (key << 32) | (uint)next;
    }
}
