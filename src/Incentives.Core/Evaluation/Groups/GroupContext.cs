using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>What the group stages work on.</summary>
internal sealed class GroupContext(BatchPlan plan, LineStore lines, HistoryStore history, Identities identities, Period? period, DiagnosticBag bag)
{
    /// <summary>How many threads may work side by side on groups that do not touch each other.</summary>
    public int Threads { get; init; } = 1;

    public BatchPlan Plan => plan;

    public LineStore Lines => lines;

    /// <summary>The lines by clause.</summary>
    public ClauseLines ByClause { get; } = new(lines, plan.Clauses.Count);

    public HistoryStore History => history;

    public Identities Identities => identities;

    /// <summary>The batch's period, or null.</summary>
    public Period? Period => period;

    public DiagnosticBag Bag => bag;

    /// <summary>What quantity limits have left of a line's quantity, where they cut it.</summary>
    public Dictionary<int, Rational> KeptQuantity { get; } = [];

    /// <summary>The clause of a line.</summary>
    public Clause ClauseOf(int line) => plan.Clauses[lines[line].Clause];

    /// <summary>Whether somebody is looking at a line: only then is it worth telling what a step looked at.</summary>
    public bool IsTraced(int line) => lines.Trace(line) is not null;

    /// <summary>Whether somebody is looking at any line.</summary>
    public bool IsAnyTraced => lines.IsAnyTraced;

    /// <summary>Changes a line's amount and notes the step for whoever is looking.</summary>
    public void Change(GroupOperation operation, int line, long amount, Reason reason, StepRows? rows = null, IReadOnlyList<StepInput>? inputs = null)
    {
        ref ClaimLine claim = ref lines[line];
        long before = claim.Amount;
        claim.Change(amount, reason);
        lines.Trace(line)?.Add(operation.Stage, operation.Word, operation.Cite, before, amount, before == amount ? null : reason.Code(), inputs, rows);
    }

    /// <summary>Notes for whoever is looking that an operation left a line as it is.</summary>
    public void Note(GroupOperation operation, int line, IReadOnlyList<StepInput>? inputs)
    {
        if (IsTraced(line)) Change(operation, line, lines[line].Amount, Reason.None, null, inputs);
    }

    /// <summary>Takes a line out with a status decided here. It stays a partner of those it won with.</summary>
    public void Decide(GroupOperation operation, int line, Status status, Reason reason, StepRows? rows = null, IReadOnlyList<StepInput>? inputs = null)
    {
        ref ClaimLine claim = ref lines[line];
        long before = claim.Amount;
        claim.Flags = (claim.Flags & LineFlags.Event) | LineFlags.Partner;
        claim.DecidedAs = status;
        claim.Reason = reason;
        claim.Because(reason);
        claim.Amount = 0;
        lines.Trace(line)?.Add(operation.Stage, operation.Word, operation.Cite, before, Rational.Zero, reason.Code(), inputs, rows);
    }

    /// <summary>Suspends a line, its amount reserved.</summary>
    public void Hold(GroupOperation operation, int line, Reason reason, StepRows? rows = null, IReadOnlyList<StepInput>? inputs = null)
    {
        ref ClaimLine claim = ref lines[line];
        if ((claim.Flags & LineFlags.Held) == 0) claim.Reason = reason;
        claim.Flags |= LineFlags.Held;
        claim.Because(reason);
        lines.Trace(line)?.Add(operation.Stage, operation.Word, operation.Cite, claim.Amount, claim.Amount, reason.Code(), inputs, rows);
    }

    /// <summary>Where a history event stands.</summary>
    public RowReference HistoryReference(int item) => new(history.Files[history[item].File], history[item].Line);
}
