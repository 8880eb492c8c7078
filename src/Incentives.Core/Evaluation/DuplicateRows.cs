using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>
/// Rows that are copies of an earlier one, id and every other cell included: paid once. Rows without an id may be alike for good reason
/// (two patents without a number) and are left alone.
/// </summary>
internal static class DuplicateRows
{
    private const int Bits = 25;

    /// <summary>Rejects all but the first of each.</summary>
    public static void Reject(LineStore lines, RecipientTable recipients)
    {
        // One bit a hash finds the few rows that could be copies; only those are compared by the whole hash.
        ulong[] seen = new ulong[1 << (Bits - 6)];
        HashSet<ulong> repeated = [];
        for (int row = 0; row < lines.RowCount; row++)
        {
            ulong mark = lines.Mark(row);
            if (mark == 0) continue;
            int bit = (int)(mark >> (64 - Bits));
            if ((seen[bit >> 6] & (1UL << (bit & 63))) != 0) repeated.Add(mark);
            seen[bit >> 6] |= 1UL << (bit & 63);
        }

        if (repeated.Count == 0) return;
        Dictionary<ulong, int> first = [];
        for (int row = 0; row < lines.RowCount; row++)
        {
            ulong mark = lines.Mark(row);
            if (mark == 0 || !repeated.Contains(mark) || first.TryAdd(mark, row)) continue;
            if (Same(lines, recipients, first[mark], row)) Reject(lines, row, first[mark]);
        }
    }

    private static bool Same(LineStore lines, RecipientTable recipients, int first, int second)
    {
        (int a, int aEnd) = lines.LinesOf(first);
        (int b, int bEnd) = lines.LinesOf(second);
        if (aEnd - a != bEnd - b) return false;
        for (int i = 0; i < aEnd - a; i++)
        {
            ref ClaimLine x = ref lines[a + i], y = ref lines[b + i];
            if (!recipients.IsSame(x.Recipient, y.Recipient) || x.Award != y.Award || x.Clause != y.Clause || x.Date != y.Date || x.Entitled != y.Entitled) return false;
        }

        return true;
    }

    private static void Reject(LineStore lines, int row, int first)
    {
        (int from, int end) = lines.LinesOf(row);
        for (int i = from; i < end; i++)
        {
            ref ClaimLine line = ref lines[i];
            if (line.DecidedAs == Status.Rejected && !line.IsLive) continue;
            lines.Trace(i)?.Add(1, "read", "", line.Amount, Rational.Zero, Reason.DuplicateRow.Code(), null, Traces.StepRows.Of([lines.Reference(lines.LinesOf(first).First)]));
            line = line.Decided(Status.Rejected, Reason.DuplicateRow);
        }
    }
}
