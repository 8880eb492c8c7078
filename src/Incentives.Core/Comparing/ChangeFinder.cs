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
        for (int row = 0; row < before.Lines.RowCount; row++) Row(row);
        return _found;
    }

    private void Row(int row)
    {
        (int first, int end) = before.Lines.LinesOf(row);
        (int firstAfter, int endAfter) = after.Lines.LinesOf(row);
        for (int i = firstAfter; i < endAfter; i++)
        {
            short clause = after.Lines[i].Clause;
            int twin = Twin(_match.After(clause), first, end);
            if (clause < 0 && twin < 0) continue;
            Add(row, after, i, twin < 0 ? Without(before, first, end) : OutcomeOf(before, twin), OutcomeOf(after, i));
        }

        for (int i = first; i < end; i++)
        {
            short clause = before.Lines[i].Clause;
            if (clause >= 0 && !IsThere(_match.Before(clause), firstAfter, endAfter)) Add(row, before, i, OutcomeOf(before, i), Without(after, firstAfter, endAfter));
        }
    }

    private int Twin(int provision, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_match.Before(before.Lines[i].Clause) == provision) return i;
        }

        return -1;
    }

    private bool IsThere(int provision, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_match.After(after.Lines[i].Clause) == provision) return true;
        }

        return false;
    }

    private void Add(int row, VariantRun run, int line, RowOutcome was, RowOutcome now)
    {
        if (was.Payable == now.Payable && was.Held == now.Held && was.Status == now.Status && was.Clause < 0 == now.Clause < 0) return;
        _found.Add(new RowChange(row, step, run.RecipientOf(line), was, now));
    }

    private static RowOutcome OutcomeOf(VariantRun run, int line)
    {
        ref ClaimLine claim = ref run.Lines[line];
        return new RowOutcome(claim.Clause, claim.Status, claim.FinalReason, claim.Payable, claim.Reserved);
    }

    // A row without a line under the clause: where no clause paid it at all, its one line says why.
    private static RowOutcome Without(VariantRun run, int first, int end) =>
        end == first + 1 && run.Lines[first].Clause < 0 ? OutcomeOf(run, first) : new RowOutcome(-1, Status.Unmatched, Reason.None, 0, 0);
}
