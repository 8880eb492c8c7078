namespace Incentives.Core.Reports;

/// <summary>Where two sequences of lines differ.</summary>
/// <param name="Line">Line in the file as it is now, from 1; for a removed line, where it stood.</param>
/// <param name="Kind">What happened to it.</param>
internal readonly record struct LineDifference(int Line, LineChange Kind)
{
    /// <summary>The differences between what lines were and what they are: the common start and end aside, changed, removed and added lines.</summary>
    /// <typeparam name="T">A line, or its mark.</typeparam>
    public static IReadOnlyList<LineDifference> Between<T>(IReadOnlyList<T> before, IReadOnlyList<T> now, int most)
        where T : IEquatable<T>
    {
        List<LineDifference> found = [];
        int i = 0, j = 0;
        while (found.Count < most && (i < before.Count || j < now.Count))
        {
            if (i < before.Count && j < now.Count && before[i].Equals(now[j]))
            {
                i++;
                j++;
                continue;
            }

            // One line more or less is recognised by what follows it; anything else is a changed line.
            if (j + 1 < now.Count && i < before.Count && before[i].Equals(now[j + 1])) found.Add(new LineDifference(++j, LineChange.Added));
            else if (i + 1 < before.Count && j < now.Count && before[i + 1].Equals(now[j])) found.Add(new LineDifference(++i, LineChange.Removed));
            else if (i >= before.Count) found.Add(new LineDifference(++j, LineChange.Added));
            else if (j >= now.Count) found.Add(new LineDifference(++i, LineChange.Removed));
            else
            {
                found.Add(new LineDifference(j + 1, LineChange.Changed));
                i++;
                j++;
            }
        }

        return found;
    }
}

/// <summary>What happened to a line.</summary>
internal enum LineChange
{
    Changed,
    Removed,
    Added,
}
