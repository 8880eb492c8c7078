using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>Finds the rows and clauses that came out otherwise in one run than in another.</summary>
internal sealed class ChangeFinder(VariantRun before, VariantRun after, int step)
{
    private readonly ClauseMatch _match = new(before.Plan, after.Plan);
    private readonly List<RowChange> _found = [];

    /// <summary>All changes, in roster order; a row's clauses in the order of the rules, those that are gone last.</summary>
    public List<RowChange> Find()
    {
        if (ReferenceEquals(before, after)) return _found;
        // A row that neither run judged itself is in both as in the base.
        int i = 0, j = 0;
        while (i < before.OwnRows || j < after.OwnRows)
        {
            int next = i < before.OwnRows ? before.RowOf(i) : int.MaxValue, other = j < after.OwnRows ? after.RowOf(j) : int.MaxValue;
            int row = Math.Min(next, other);
            Row(row, before.LinesOf(row, next == row ? i++ : -1), after.LinesOf(row, other == row ? j++ : -1));
        }

        return _found;
    }

    private void Row(int row, RowLines was, RowLines now)
    {
        for (int i = now.First; i < now.End; i++)
        {
            short clause = now.Lines[i].Clause;
            int twin = Twin(_match.After(clause), was);
            if (clause < 0 && twin < 0) continue;
            Add(row, now, i, twin < 0 ? Without(was) : OutcomeOf(was, twin), OutcomeOf(now, i));
        }

        for (int i = was.First; i < was.End; i++)
        {
            short clause = was.Lines[i].Clause;
            if (clause >= 0 && !IsThere(_match.Before(clause), now)) Add(row, was, i, OutcomeOf(was, i), Without(now));
        }
    }

    private int Twin(int provision, RowLines was)
    {
        for (int i = was.First; i < was.End; i++)
        {
            if (_match.Before(was.Lines[i].Clause) == provision) return i;
        }

        return -1;
    }

    private bool IsThere(int provision, RowLines now)
    {
        for (int i = now.First; i < now.End; i++)
        {
            if (_match.After(now.Lines[i].Clause) == provision) return true;
        }

        return false;
    }

    private void Add(int row, RowLines side, int line, RowOutcome was, RowOutcome now)
    {
        if (was.Payable == now.Payable && was.Held == now.Held && was.Status == now.Status && was.Clause < 0 == now.Clause < 0) return;
        _found.Add(new RowChange(row, step, side.Identities.Counted(side.Lines[line].Recipient), was, now));
    }

    private static RowOutcome OutcomeOf(RowLines side, int line)
    {
        ref ClaimLine claim = ref side.Lines[line];
        return new RowOutcome(claim.Clause, claim.Status, claim.FinalReason, claim.Payable, claim.Reserved);
    }

    // A row without a line under the clause: where no clause paid it at all, its one line says why.
    private static RowOutcome Without(RowLines side) =>
        side.End == side.First + 1 && side.Lines[side.First].Clause < 0 ? OutcomeOf(side, side.First) : new RowOutcome(-1, Status.Unmatched, Reason.None, 0, 0);
}
