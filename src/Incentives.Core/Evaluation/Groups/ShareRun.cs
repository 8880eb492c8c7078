using System.Numerics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stage 6: one pool among joint winners. What an absent, excluded, rejected or repeat partner forgoes is not given to the others.</summary>
internal static class ShareRun
{
    /// <summary>Runs one operation over the batch.</summary>
    public static void Run(GroupContext context, ShareOperation operation)
    {
        Grouper grouper = new(context, operation);
        Entry[] entries = grouper.Lines(LineFlags.Event | LineFlags.Partner);
        foreach (Range range in Grouper.Groups(entries)) One(context, operation, grouper.Scheme.Rounding, entries.AsSpan(range));
    }

    private static void One(GroupContext context, ShareOperation operation, Rounding rounding, ReadOnlySpan<Entry> group)
    {
        long pool = 0;
        foreach (Entry entry in group) pool = Math.Max(pool, context.Lines[entry.Line].Entitled);
        List<Rational> weights = [];
        Rational sum = Rational.Zero;
        foreach (Entry entry in group)
        {
            if (context.Lines[entry.Line].Entitled != pool)
            {
                HoldAll(context, operation, group, Reason.PoolDiffers);
                return;
            }

            if (context.Lines.Number(entry.Line, operation.WeightSlot) is not { Sign: >= 0 } weight)
            {
                HoldAll(context, operation, group, Reason.ShareMissing);
                return;
            }

            weights.Add(weight);
            sum += weight;
        }

        Rational whole = operation.IsOfWhole ? Rational.One : sum;
        if (sum > whole || sum.Sign == 0 || (sum < whole && !operation.RestUnpaid))
        {
            HoldAll(context, operation, group, sum > whole ? Reason.SharesExceed : Reason.ShareMissing);
            return;
        }

        long units = (long)(new Rational(pool) * (sum / whole) / new Rational(rounding.UnitFen)).Floor();
        long[] parts = Apportion.LargestRemainder<BigInteger>(units, Apportion.Whole(weights));
        for (int i = 0; i < group.Length; i++)
        {
            ref ClaimLine line = ref context.Lines[group[i].Line];
            if (!line.IsLive) continue;
            long part = parts[i] * rounding.UnitFen;
            // A line that was reduced before gets its part of what is left of it.
            long amount = line.Amount == pool ? part : rounding.Floor((long)((Int128)line.Amount * part / Math.Max(1, pool)));
            context.Change(operation, group[i].Line, amount, Reason.Shared, StepDetails.Others(context, group[i].Line, null, group),
                context.IsTraced(group[i].Line) ? StepDetails.Of(context, operation, group[i].Line, StepDetails.Yuan("pool", pool), new StepInput("weight", weights[i].ToString()), new StepInput("whole", whole.ToString())) : null);
        }
    }

    private static void HoldAll(GroupContext context, ShareOperation operation, ReadOnlySpan<Entry> group, Reason reason)
    {
        foreach (Entry entry in group)
        {
            if (!context.Lines[entry.Line].IsLive) continue;
            IReadOnlyList<StepInput>? inputs = context.IsTraced(entry.Line)
                ? StepDetails.Of(context, operation, entry.Line, StepDetails.Yuan("pool", context.Lines[entry.Line].Entitled), new StepInput("weight", context.Lines.Number(entry.Line, operation.WeightSlot)?.ToString() ?? ""))
                : null;
            context.Decide(operation, entry.Line, Status.Held, reason, StepDetails.Others(context, entry.Line, null, group), inputs);
        }
    }
}
