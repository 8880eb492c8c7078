using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>The end of stage 3: rounds what a clause grants, applies the approved amount, and makes the line live.</summary>
internal sealed class Settlement(BatchPlan plan)
{
    private readonly Column _approved = plan.Standard("approved");
    private readonly Column _quantity = plan.Standard("quantity");

    /// <summary>Settles a line that a clause has rated.</summary>
    public void Settle(Clause clause, Row row, ref ClaimLine line, in Rated rated, StepRecorder? steps)
    {
        Money amount;
        try
        {
            amount = clause.Scheme.Rounding.Apply(rated.Amount);
        }
        catch (OverflowException)
        {
            steps?.Add(3, "no-value", clause.Cite, rated.Amount, Rational.Zero, Reason.NoValue.Code());
            line = line.Decided(Status.Rejected, Reason.NoValue);
            return;
        }

        if (new Rational(amount.Fen) != rated.Amount) steps?.Add(3, "round", clause.Cite, rated.Amount, amount.Fen);
        ref readonly Cell quantity = ref row[_quantity.Slot];
        if (!clause.SaysPer && quantity.IsPresent && quantity.Value != Rational.One)
        {
            steps?.Add(3, "per", clause.Cite, amount.Fen, Rational.Zero, Reason.QuantityUnclear.Code(), [new StepInput("quantity", row.Symbols.Show(_quantity, quantity))]);
            line = line.Decided(Status.Held, Reason.QuantityUnclear);
            line.Entitled = amount.Fen;
            return;
        }

        line.Flags = LineFlags.Live;
        line.Reasons = rated.Reasons;
        line.Reason = rated.Reasons == 0 ? Reason.Full : (Reason)(63 - System.Numerics.BitOperations.LeadingZeroCount(rated.Reasons));
        ref readonly Cell approved = ref row[_approved.Slot];
        Money before = amount;
        Reason said = Reason.None;
        if (rated.IsCeiling && !approved.IsPresent)
        {
            line.Flags |= LineFlags.Open | LineFlags.Tainted;
            said = Reason.CeilingOpen;
        }
        else if (rated.IsCeiling)
        {
            said = approved.Value > new Rational(amount.Fen) ? Reason.AboveCeiling : Reason.Approved;
            if (said == Reason.Approved) amount = clause.Scheme.Rounding.Apply(approved.Value);
        }
        else if (approved.IsPresent && approved.Value != new Rational(amount.Fen))
        {
            line.Because(Reason.ApprovedIgnored);
            steps?.Add(3, "approved", clause.Cite, amount.Fen, amount.Fen, Reason.ApprovedIgnored.Code(), [new StepInput("approved", row.Symbols.Show(_approved, approved))]);
        }

        if (said != Reason.None)
        {
            line.Because(said);
            bool isLower = said == Reason.Approved && amount < before;
            if (line.Reason == Reason.Full || said == Reason.AboveCeiling || isLower) line.Reason = said;
        }

        if (line.Reasons == 0) line.Because(Reason.Full);
        if (amount.Fen == 0)
        {
            line.Zeroed = Reason.RatedZero;
            line.Because(Reason.RatedZero);
        }

        line.Entitled = line.Amount = amount.Fen;
        if (said != Reason.None)
            steps?.Add(3, "approved", clause.Cite, before.Fen, amount.Fen, said.Code(), approved.IsPresent ? [new StepInput("approved", row.Symbols.Show(_approved, approved))] : []);
    }
}
