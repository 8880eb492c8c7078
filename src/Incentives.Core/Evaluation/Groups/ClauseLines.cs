namespace Incentives.Core.Evaluation.Groups;

/// <summary>The lines of each clause, so that an operation on one clause does not look at those of a hundred others.</summary>
internal sealed class ClauseLines
{
    private readonly int[] _lines;
    private readonly int[] _starts;

    /// <summary>Sorts the lines of a batch by clause; within one they stay in roster order.</summary>
    public ClauseLines(LineStore lines, int clauses)
    {
        _starts = new int[clauses + 1];
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Clause >= 0) _starts[lines[i].Clause + 1]++;
        }

        for (int c = 0; c < clauses; c++) _starts[c + 1] += _starts[c];
        _lines = new int[_starts[clauses]];
        int[] next = [.. _starts];
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Clause >= 0) _lines[next[lines[i].Clause]++] = i;
        }
    }

    /// <summary>The lines of a clause.</summary>
    public ReadOnlySpan<int> Of(int clause) => _lines.AsSpan(_starts[clause], _starts[clause + 1] - _starts[clause]);
}
