using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stages 4 to 10, in the one order that holds for all schemes.</summary>
internal static class GroupStages
{
    /// <summary>Runs them over a batch.</summary>
    public static void Run(GroupContext context, CancellationToken cancel)
    {
        GroupOperation[] order = [.. context.Plan.Groups.OrderBy(g => g.Stage).ThenBy(Inside)];
        foreach (GroupOperation operation in order.Where(HasOtherKeys)) new Grouper(context, operation).HoldUnkeyed();
        foreach (GroupOperation operation in order.Where(g => g.Stage <= 8)) One(context, operation, cancel);
        // Stage 8 ends with one floor to the unit, which stage 9 hands out.
        Round(context, 8);
        foreach (GroupOperation operation in order.Where(g => g.Stage > 8)) One(context, operation, cancel);
        Round(context, 10);
    }

    private static void One(GroupContext context, GroupOperation operation, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        switch (operation)
        {
            case RecurOperation recur: RecurRun.Run(context, recur); break;
            case OverlapOperation overlap: OverlapRun.Run(context, overlap); break;
            case ShareOperation share: ShareRun.Run(context, share); break;
            case LimitOperation limit: LimitRun.Run(context, limit); break;
            default: throw new InvalidOperationException($"{operation.Word} has no run");
        }
    }

    // Every line has a name and an award; only other keys can be missing. A rule that only relates clauses groups nothing.
    private static bool HasOtherKeys(GroupOperation operation) =>
        operation is not OverlapOperation { Keep: Keep.All } && (operation.Grouping.Columns.Any(c => c.Name is not ("recipient" or "award")) || operation.Grouping.Within.Kind is WithinKind.Column or WithinKind.Year);

    // Within stage 8: quantity before money, narrow groups before wide ones, the minimum grant last. The rest as listed.
    private static int Inside(GroupOperation operation) => operation switch
    {
        LimitOperation { IsMinimum: true } => int.MaxValue,
        LimitOperation { IsCount: true } => 0,
        LimitOperation { Stage: 8 } limit => 100 - limit.Grouping.Columns.Count - (limit.Grouping.Within.Kind is WithinKind.Year or WithinKind.Period ? 1 : 0),
        LimitOperation envelope => envelope.Among.Clauses.Count,
        _ => 0,
    };

    private static void Round(GroupContext context, int stage)
    {
        for (int i = 0; i < context.Lines.Count; i++)
        {
            ref ClaimLine line = ref context.Lines[i];
            if (!line.IsLive) continue;
            long unit = context.ClauseOf(i).Scheme.Rounding.UnitFen, rounded = context.ClauseOf(i).Scheme.Rounding.Floor(line.Amount);
            if (rounded == line.Amount) continue;
            context.Lines.Trace(i)?.Add(stage, "round", "", line.Amount, rounded, Reason.Rounded.Code(), [StepDetails.Yuan("unit", unit)]);
            line.Change(rounded, Reason.Rounded);
        }
    }
}
