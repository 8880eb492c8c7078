using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stages 4 to 10, in the one order that holds for all schemes.</summary>
internal static class GroupStages
{
    /// <summary>Runs them over a batch.</summary>
    public static void Run(GroupContext context, CancellationToken cancel)
    {
        GroupOperation[] order = [.. GroupOrder.Of(context.Plan.Groups)];
        foreach (GroupOperation operation in order.Where(GroupOrder.HasOtherKeys)) new Grouper(context, operation).HoldUnkeyed();
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

    private static void Round(GroupContext context, int stage)
    {
        const int step = 1 << 13;
        int steps = (context.Lines.Count + step - 1) / step;
        if (context.Threads == 1 || steps < 8) Round(context, stage, 0, context.Lines.Count);
        else Parallel.For(0, steps, new ParallelOptions { MaxDegreeOfParallelism = context.Threads }, s => Round(context, stage, s * step, Math.Min(context.Lines.Count, (s + 1) * step)));
    }

    private static void Round(GroupContext context, int stage, int from, int end)
    {
        for (int i = from; i < end; i++)
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
