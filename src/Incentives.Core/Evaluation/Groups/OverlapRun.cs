using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stages 5 and 7: what a group of grants is worth, less what history already gave. Each row gets the step by which it raises that worth.</summary>
internal static class OverlapRun
{
    /// <summary>Runs one operation over the batch.</summary>
    public static void Run(GroupContext context, OverlapOperation operation)
    {
        if (operation.Keep == Keep.All) return;
        Grouper grouper = new(context, operation);
        Entry[] entries = grouper.Lines(alsoEvents: false, Rank(context, operation, grouper.Scheme));
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
            if (group.Length < 2 && past is null) return;
            foreach (Entry entry in group) context.Decide(operation, entry.Line, Status.Held, Reason.Exclusive);
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

        foreach (Entry entry in group)
        {
            ref ClaimLine line = ref context.Lines[entry.Line];
            long step = blocked ? 0 : worth.Step(line.Amount, line.Award);
            Reason reason = operation.Keep switch
            {
                Keep.ByCount => Reason.Combined,
                _ when step > 0 => Reason.ToppedUp,
                _ when before > 0 && (blocked || line.Amount <= before) => Reason.AlreadyPaid,
                _ => Reason.LowerAward,
            };
            if (tainted && group.Length > 1) line.Flags |= LineFlags.Tainted;
            Traces.RowReference? because = past is { Count: > 0 } && reason is Reason.ToppedUp or Reason.AlreadyPaid ? context.HistoryReference(past[^1])
                : step < line.Amount && entry.Line != group[0].Line ? context.Lines.Reference(group[0].Line) : null;
            context.Change(operation, entry.Line, step, reason, because);
        }
    }

    private static bool IsOfScheme(GroupContext context, Scheme scheme, in HistoryEvent item) =>
        item.Scheme == 0 || context.Plan.Symbols.Name(item.Scheme) == Rosters.NameNormalizer.Normalize(scheme.Id) || context.Plan.Symbols.Name(item.Scheme) == Rosters.NameNormalizer.Normalize(scheme.Title);

    /// <summary>The worth of the rows so far.</summary>
    private sealed class Worth(OverlapOperation operation, long before)
    {
        private readonly HashSet<int> _awards = [];
        private long _worth;
        private long _granted = before;
        private bool _any;

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
            long step = Math.Max(0, worth - _granted);
            _granted += step;
            return step;
        }
    }
}
