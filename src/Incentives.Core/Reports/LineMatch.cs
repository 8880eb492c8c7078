namespace Incentives.Core.Reports;

/// <summary>Which lines of a file as it was stand, in the same order, in the file as it is; found with as few lines gone and come as there are.</summary>
internal sealed class LineMatch
{
    // More changes than this are not untangled: what lies between the common start and end counts as changed.
    private const int MostChanges = 600;

    private const int Unmatched = -1;

    private readonly int[] _now;
    private readonly int[] _before;
    private readonly bool[] _stayed;

    private LineMatch(int before, int now)
    {
        _now = new int[before];
        _before = new int[now];
        _stayed = new bool[before];
        Array.Fill(_now, Unmatched);
        Array.Fill(_before, Unmatched);
    }

    /// <summary>Matches two sequences.</summary>
    public static LineMatch Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> now)
        where T : IEquatable<T>
    {
        LineMatch match = new(before.Count, now.Count);
        int start = 0, endBefore = before.Count, endNow = now.Count;
        while (start < endBefore && start < endNow && before[start].Equals(now[start]))
        {
            match.Stay(start, start);
            start++;
        }

        while (endBefore > start && endNow > start && before[endBefore - 1].Equals(now[endNow - 1])) match.Stay(--endBefore, --endNow);
        match.Between(before, now, start, endBefore, endNow);
        return match;
    }

    /// <summary>Lines as they were that nothing is matched with.</summary>
    public IEnumerable<int> Gone() => Enumerable.Range(0, _now.Length).Where(IsGone);

    /// <summary>Lines as they are that nothing is matched with.</summary>
    public IEnumerable<int> Come() => Enumerable.Range(0, _before.Length).Where(IsCome);

    /// <summary>Whether a line as it was is matched with nothing.</summary>
    public bool IsGone(int before) => _now[before] == Unmatched;

    /// <summary>Whether a line as it is is matched with nothing.</summary>
    public bool IsCome(int now) => _before[now] == Unmatched;

    /// <summary>Whether a line as it was is matched in order.</summary>
    public bool Stayed(int before) => _stayed[before];

    /// <summary>Whether a line as it is is matched in order.</summary>
    public bool IsInPlace(int now) => !IsCome(now) && _stayed[_before[now]];

    /// <summary>Matches two lines out of order.</summary>
    public void Pair(int before, int now)
    {
        _now[before] = now;
        _before[now] = before;
    }

    /// <summary>
    /// The pairs of lines, as they are, that stand in each other's place, when that is all that happened to the order; null when lines
    /// were put elsewhere in another way.
    /// </summary>
    public IReadOnlyList<(int First, int Second)>? Swaps()
    {
        int[] rank = new int[_now.Length];
        List<int> places = [];
        for (int i = 0, matched = 0; i < rank.Length; i++) rank[i] = IsGone(i) ? Unmatched : matched++;
        for (int j = 0; j < _before.Length; j++)
        {
            if (!IsCome(j)) places.Add(j);
        }

        List<(int, int)> swaps = [];
        for (int at = 0; at < places.Count; at++)
        {
            int was = rank[_before[places[at]]];
            if (was == at) continue;
            if (rank[_before[places[was]]] != at) return null;
            if (at < was) swaps.Add((places[at], places[was]));
        }

        return swaps;
    }

    private void Stay(int before, int now)
    {
        Pair(before, now);
        _stayed[before] = true;
    }

    // Myers' greedy search for the fewest changes, forward, with the frontier before each round kept for the way back.
    private void Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, int start, int endBefore, int endNow)
        where T : IEquatable<T>
    {
        int n = endBefore - start, m = endNow - start;
        if (n == 0 || m == 0) return;
        int most = Math.Min(MostChanges, n + m), zero = most + 1;
        List<int[]> rounds = [];
        int[] reach = new int[(2 * most) + 3];
        for (int changes = 0; changes <= most; changes++)
        {
            rounds.Add(reach[(zero - changes - 1)..(zero + changes + 2)]);
            for (int k = -changes; k <= changes; k += 2)
            {
                bool down = k == -changes || (k != changes && reach[zero + k - 1] < reach[zero + k + 1]);
                int x = down ? reach[zero + k + 1] : reach[zero + k - 1] + 1;
                while (x < n && x - k < m && before[start + x].Equals(now[start + x - k])) x++;
                reach[zero + k] = x;
                if (x < n || x - k < m) continue;
                Back(rounds, start, n, m);
                return;
            }
        }
    }

    private void Back(List<int[]> rounds, int start, int x, int y)
    {
        for (int changes = rounds.Count - 1; changes > 0; changes--)
        {
            int[] reach = rounds[changes];
            int k = x - y, zero = changes + 1;
            int from = k == -changes || (k != changes && reach[zero + k - 1] < reach[zero + k + 1]) ? k + 1 : k - 1;
            int fromX = reach[zero + from], fromY = fromX - from;
            while (x > fromX && y > fromY) Stay(start + --x, start + --y);
            (x, y) = (fromX, fromY);
        }

        while (x > 0 && y > 0) Stay(start + --x, start + --y);
    }
}
