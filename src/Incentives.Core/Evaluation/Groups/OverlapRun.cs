using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stages 5 and 7: what a group of grants is worth, less what history already gave. Each row gets the step by which it raises that worth.</summary>
internal static class OverlapRun
{
    /// <summary>Runs one operation over the batch.</summary>
    public static void Run(GroupContext context, OverlapOperation operation)
    {
        if (operation.Keep == Keep.All) return;
        Grouper grouper = new(context, operation);
        Entry[] entries = grouper.Lines(rank: Rank(context, operation, grouper.Scheme));
        var history = operation.IsPerRow ? [] : grouper.History((award, item) => operation.Awards?.Contains(award) ?? IsOfScheme(context, grouper.Scheme, item));
        foreach (Range range in Grouper.Groups(entries))
        {
            List<int>? past = history.GetValueOrDefault(entries[range.Start].Key);
            One(context, operation, grouper, entries.AsSpan(range), past);
        }
    }

    private static Func<int, long>? Rank(GroupContext context, OverlapOperation operation, Scheme scheme)
    {
        if (operation.Order.ByTier)
            return line => -(scheme.Names.Rungs.TryGetValue(context.Lines[line].Award, out var at) ? at.Rung : -1);
        return LineOrder.Rank(context, operation.Order);
    }

    private static void One(GroupContext context, OverlapOperation operation, Grouper grouper, ReadOnlySpan<Entry> group, List<int>? past)
    {
        if (operation.Keep == Keep.One)
        {
            if (operation.Paid == PaidBefore.Ignore) past = null;
            foreach (Entry entry in group)
            {
                if (group.Length < 2 && past is null) context.Note(operation, entry.Line, Details(context, operation, entry.Line));
                else context.Decide(operation, entry.Line, Status.Held, Reason.Exclusive, StepDetails.Others(context, entry.Line, past, group), Details(context, operation, entry.Line));
            }

            return;
        }

        long before = operation.Paid == PaidBefore.Ignore ? 0 : grouper.Net(past);
        bool blocked = operation.Paid == PaidBefore.Block && before > 0;
        bool tainted = false;
        foreach (Entry entry in group) tainted |= (context.Lines[entry.Line].Flags & LineFlags.Open) != 0;
        Worth worth = new(operation, before);
        foreach (int item in past ?? [])
        {
            if (context.History[item].Paid >= 0) worth.Adjudicated(grouper.Scheme.Names.Canonical(context.History[item].Award));
        }

        // History that is ignored decided nothing, unless its titles count.
        List<int>? looked = operation.Paid == PaidBefore.Ignore && operation.Keep != Keep.ByCount ? null : past;
        EarlierRows earlier = new(context, looked);
        foreach (Entry entry in group)
        {
            ref ClaimLine line = ref context.Lines[entry.Line];
            long granted = worth.Granted;
            long step = blocked ? 0 : worth.Step(line.Amount, line.Award);
            Reason reason = operation.Keep switch
            {
                Keep.ByCount => Reason.Combined,
                _ when step > 0 => Reason.ToppedUp,
                _ when before > 0 && (blocked || line.Amount <= before) => Reason.AlreadyPaid,
                _ => Reason.LowerAward,
            };
            if (tainted && group.Length > 1) line.Flags |= LineFlags.Tainted;
            IReadOnlyList<StepInput>? inputs = context.IsTraced(entry.Line) ? Details(context, operation, entry.Line, StepDetails.Yuan("granted", granted), StepDetails.Yuan("worth", worth.Now)) : null;
            context.Change(operation, entry.Line, step, reason, earlier.For(entry.Line), inputs);
            earlier.Add(entry.Line);
        }
    }

    private static IReadOnlyList<StepInput>? Details(GroupContext context, OverlapOperation operation, int line, params ReadOnlySpan<StepInput> more) =>
        StepDetails.Of(context, operation, line, [new StepInput("keep", Word(operation.Keep)), .. more]);

    private static string Word(Keep keep) => keep == Keep.ByCount ? "by count" : keep.ToString().ToLowerInvariant();

    private static bool IsOfScheme(GroupContext context, Scheme scheme, in HistoryEvent item) =>
        item.Scheme == 0 || context.Plan.Symbols.Name(item.Scheme) == Rosters.NameNormalizer.Normalize(scheme.Id) || context.Plan.Symbols.Name(item.Scheme) == Rosters.NameNormalizer.Normalize(scheme.Title);

    /// <summary>The worth of the rows so far.</summary>
    private sealed class Worth(OverlapOperation operation, long before)
    {
        private readonly HashSet<int> _awards = [];
        private long _worth;
        private bool _any;

        /// <summary>What the group has, history's part included.</summary>
        public long Granted { get; private set; } = before;

        /// <summary>What it is worth, the latest row included.</summary>
        public long Now { get; private set; }

        public void Adjudicated(int award) => _awards.Add(award);

        public long Step(long amount, int award)
        {
            switch (operation.Keep)
            {
                case Keep.ByCount:
                    // A title adjudicated at 0 counts, and comes back with the next one.
                    if (!_awards.Add(award) || amount == 0) return 0;
                    return Grant(operation.WorthByCount[Math.Min(_awards.Count, operation.WorthByCount.Count) - 1]);
                case Keep.Last:
                    return Grant(amount);
                default:
                    // What is worth nothing holds no place against the others.
                    if (amount == 0) return 0;
                    // By tier or by a column the first row is the group's worth, whatever the others say.
                    _worth = (operation.Order.ByTier || operation.Order.ByColumn is not null) && _any ? _worth : Math.Max(_worth, amount);
                    _any = true;
                    return Grant(_worth);
            }
        }

        private long Grant(long worth)
        {
            long step = Math.Max(0, worth - Granted);
            Now = worth;
            Granted += step;
            return step;
        }
    }
}
