namespace Incentives.Core.Rosters;

/// <summary>Finds the character between the cells of a text table from its first lines.</summary>
internal static class SeparatorDetection
{
    private const int MostRecords = 20;

    // In order of preference when two explain the lines equally well.
    private static ReadOnlySpan<byte> Candidates => [(byte)',', (byte)'\t', (byte)';', (byte)'|'];

    /// <summary>
    /// The separator: what a first line <c>sep=;</c> names, else the candidate by which most of the first records have the same number of cells.
    /// </summary>
    /// <param name="head">The start of the text without its byte order mark.</param>
    /// <param name="isHint">Whether the first line is such a hint and no record.</param>
    public static byte Detect(ReadOnlySpan<byte> head, out bool isHint)
    {
        isHint = TryReadHint(head, out byte hinted);
        if (isHint) return hinted;
        byte best = (byte)',';
        (int Records, int Cells) bestScore = default;
        foreach (byte candidate in Candidates)
        {
            (int Records, int Cells) score = Score(head, candidate);
            if (score.CompareTo(bestScore) > 0) (best, bestScore) = (candidate, score);
        }

        return best;
    }

    private static bool TryReadHint(ReadOnlySpan<byte> head, out byte separator)
    {
        separator = 0;
        int end = head.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> line = (end < 0 ? head : head[..end]).Trim((byte)'"');
        if (line.Length != 5 || !System.Text.Ascii.EqualsIgnoreCase(line[..4], "sep="u8) || !IsPossible(line[4])) return false;
        separator = line[4];
        return true;
    }

    private static bool IsPossible(byte b) => b == '\t' || (b != '"' && char.IsAscii((char)b) && (char.IsPunctuation((char)b) || char.IsSymbol((char)b)));

    // How many of the first records have the most common number of cells, if that is at least 2, and that number.
    private static (int Records, int Cells) Score(ReadOnlySpan<byte> head, byte candidate)
    {
        List<int> cells = CellsByRecord(head, candidate);
        (int Records, int Cells) best = default;
        foreach (int count in cells.Where(c => c > 1).Distinct())
        {
            (int, int) score = (cells.Count(c => c == count), count);
            if (score.CompareTo(best) > 0) best = score;
        }

        return best;
    }

    private static List<int> CellsByRecord(ReadOnlySpan<byte> head, byte candidate)
    {
        List<int> records = [];
        int cells = 1, filled = 0;
        bool quoted = false;
        foreach (byte b in head)
        {
            if (b == '"') quoted = !quoted;
            else if (!quoted && b == candidate) cells++;
            else if (!quoted && b is (byte)'\n' or (byte)'\r')
            {
                if (filled > 0) records.Add(cells);
                if (records.Count == MostRecords) return records;
                (cells, filled) = (1, 0);
                continue;
            }

            filled++;
        }

        if (filled > 0) records.Add(cells);
        return records;
    }
}
