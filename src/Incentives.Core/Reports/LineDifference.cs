namespace Incentives.Core.Reports;

/// <summary>Where two sequences of lines differ.</summary>
/// <param name="Line">Line in the file as it is now, from 1; for a removed line, where it stood.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Was">Line in the file as it was, from 1; 0 for an added line.</param>
internal readonly record struct LineDifference(int Line, LineChange Kind, int Was = 0)
{
    /// <summary>
    /// What happened to the lines: which were removed, added, put elsewhere or changed. Lines are told apart by what they hold; one that
    /// holds something else is the changed form of the line with the same key, or failing that of the line in whose place it stands.
    /// </summary>
    /// <typeparam name="T">A line, or its mark.</typeparam>
    /// <param name="before">The lines as they were.</param>
    /// <param name="now">The lines as they are.</param>
    /// <param name="key">What a line is known by when its content changes; null where lines have no names.</param>
    public static IReadOnlyList<LineDifference> Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, string>? key = null)
        where T : IEquatable<T>
    {
        LineMatch match = LineMatch.Of(before, now);
        List<LineDifference> found = [];
        Moved(before, now, match, found);
        if (key is not null) Changed(before, now, match, key, found);
        Rest(match, before.Count, now.Count, found);
        found.Sort((a, b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Kind.CompareTo(b.Kind));
        return found;
    }

    // The same content at another place; two lines that stand in each other's place are one swap.
    private static void Moved<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, LineMatch match, List<LineDifference> found)
        where T : IEquatable<T>
    {
        Dictionary<T, Queue<int>> gone = [];
        foreach (int i in match.Gone())
        {
            if (!gone.TryGetValue(before[i], out Queue<int>? places)) gone[before[i]] = places = new();
            places.Enqueue(i);
        }

        List<(int Was, int Is)> moved = [];
        foreach (int j in match.Come())
        {
            if (!gone.TryGetValue(now[j], out Queue<int>? places) || places.Count == 0) continue;
            int was = places.Dequeue();
            match.Pair(was, j);
            moved.Add((was, j));
        }

        if (moved.Count == 0) return;
        if (match.Swaps() is { } swaps) found.AddRange(swaps.Select(s => new LineDifference(s.First + 1, LineChange.Swapped, s.Second + 1)));
        else found.AddRange(moved.Select(m => new LineDifference(m.Is + 1, LineChange.Moved, m.Was + 1)));
    }

    private static void Changed<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, LineMatch match, Func<T, string> key, List<LineDifference> found)
    {
        Dictionary<string, Queue<int>> gone = [];
        foreach (int i in match.Gone())
        {
            if (!gone.TryGetValue(key(before[i]), out Queue<int>? places)) gone[key(before[i])] = places = new();
            places.Enqueue(i);
        }

        foreach (int j in match.Come())
        {
            if (!gone.TryGetValue(key(now[j]), out Queue<int>? places) || places.Count == 0) continue;
            int was = places.Dequeue();
            match.Pair(was, j);
            found.Add(new LineDifference(j + 1, LineChange.Changed, was + 1));
        }
    }

    // What is left: between two lines that stayed, the first gone and the first come are one changed line, and so on.
    private static void Rest(LineMatch match, int before, int now, List<LineDifference> found)
    {
        for (int i = 0, j = 0; i < before || j < now; i++, j++)
        {
            Queue<int> gone = new(), come = new();
            for (; i < before && !match.Stayed(i); i++)
            {
                if (match.IsGone(i)) gone.Enqueue(i);
            }

            for (; j < now && !match.IsInPlace(j); j++)
            {
                if (match.IsCome(j)) come.Enqueue(j);
            }

            while (gone.Count > 0 && come.Count > 0) found.Add(new LineDifference(come.Dequeue() + 1, LineChange.Changed, gone.Dequeue() + 1));
            found.AddRange(gone.Select(g => new LineDifference(g + 1, LineChange.Removed, g + 1)));
            found.AddRange(come.Select(c => new LineDifference(c + 1, LineChange.Added)));
        }
    }
}

/// <summary>What happened to a line.</summary>
internal enum LineChange
{
    Changed,
    Removed,
    Added,

    /// <summary>The same line stands elsewhere; <see cref="LineDifference.Was"/> says where it stood.</summary>
    Moved,

    /// <summary>Two lines stand in each other's place: <see cref="LineDifference.Line"/> and <see cref="LineDifference.Was"/>, both as the file is now.</summary>
    Swapped,
}
