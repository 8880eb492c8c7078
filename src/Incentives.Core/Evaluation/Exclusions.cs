using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>Who is out, or waits: lost and suspended are different outcomes.</summary>
internal sealed class Exclusions(NameListIndex lists, RecipientTable recipients)
{
    /// <summary>Applies a scheme's exclusions to a line in their order; the first that takes it out is the last.</summary>
    public void Apply(Clause clause, Row row, ref ClaimLine line, StepRecorder? steps)
    {
        IReadOnlyList<Exclusion> exclusions = clause.Scheme.Exclusions;
        for (int i = 0; i < exclusions.Count; i++)
        {
            Exclusion exclusion = exclusions[i];
            if (exclusion.Clauses is { } some && !some.Includes(clause.Index, line.Award)) continue;
            Truth struck = exclusion.List is { } list ? lists.Check(list, row, recipients[line.Recipient]) : RowJudge.InAny(exclusion.Boxes, row);
            if (exclusion.IsUnless) struck = struck switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown };
            if (struck == Truth.No) continue;
            long before = line.Amount;
            if (struck == Truth.Unknown)
            {
                string column = row.MissingColumn?.Name ?? "";
                line = line.Decided(Status.Held, Reason.MissingEvidence);
                steps?.Add(3, "exclude", exclusion.Cite, before, Rational.Zero, Reason.MissingEvidence.Code(), [new StepInput(column, "")]);
                return;
            }

            if (exclusion.Outcome == ExclusionOutcome.Held)
            {
                if (!line.IsLive) continue;
                line.Flags |= LineFlags.Held;
                line.Reason = Reason.Suspended;
                line.Because(Reason.Suspended);
                steps?.Add(3, "exclude", exclusion.Cite, line.Amount, line.Amount, Reason.Suspended.Code(), [new StepInput("reason", exclusion.Why)]);
                continue;
            }

            line = line.Decided(Status.Zero, Reason.Excluded);
            line.Flags = LineFlags.Event;
            steps?.Add(3, "exclude", exclusion.Cite, before, Rational.Zero, Reason.Excluded.Code(), [new StepInput("reason", exclusion.Why)]);
            return;
        }
    }
}
