using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stages 4 to 10, in the one order that holds for all schemes.</summary>
internal static class GroupStages
{
    /// <summary>Runs them over a batch.</summary>
    public static void Run(GroupContext context, CancellationToken cancel)
    {
        foreach (GroupOperation operation in context.Plan.Groups.OrderBy(g => g.Stage).ThenBy(Inside))
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

        Round(context);
    }

    // Within stage 8: quantity before money, narrow groups before wide ones, the minimum grant last. The rest as listed.
    private static int Inside(GroupOperation operation) => operation switch
    {
        LimitOperation { IsMinimum: true } => 1000,
        LimitOperation { IsCount: true } => 0,
        LimitOperation { Stage: 8 } limit => 100 - limit.Grouping.Columns.Count - (limit.Grouping.Within.Kind is WithinKind.Year or WithinKind.Period ? 1 : 0),
        LimitOperation envelope => envelope.Among.Clauses.Count,
        _ => 0,
    };

    private static void Round(GroupContext context)
    {
        for (int i = 0; i < context.Lines.Count; i++)
        {
            ref ClaimLine line = ref context.Lines[i];
            if (!line.IsLive) continue;
            long rounded = context.ClauseOf(i).Scheme.Rounding.Floor(line.Amount);
            if (rounded == line.Amount) continue;
            context.Lines.Trace(i)?.Add(10, "round", "", line.Amount, rounded, Reason.Rounded.Code());
            line.Change(rounded, Reason.Rounded);
        }
    }
}
