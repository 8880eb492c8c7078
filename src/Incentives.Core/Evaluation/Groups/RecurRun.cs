using Incentives.Core.Plans;
using Incentives.Core.Syntax;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stage 4: an earlier award of the same subject replaces the amount. History comes before every row of the batch, whatever its date.</summary>
internal static class RecurRun
{
    /// <summary>Runs one operation over the batch.</summary>
    public static void Run(GroupContext context, RecurOperation operation)
    {
        Grouper grouper = new(context, operation);
        Entry[] entries = grouper.Lines(alsoEvents: true);
        var history = grouper.History((_, item) => operation.CountsPaid || item.Paid >= 0);
        foreach (Range range in Grouper.Groups(entries))
        {
            ReadOnlySpan<Entry> group = entries.AsSpan(range);
            Events events = new(grouper.Scheme, operation);
            foreach (int item in history.GetValueOrDefault(group[0].Key) ?? [])
                events.AddHistory(grouper.Scheme.Names.Canonical(context.History[item].Award), item, context.History[item]);
            foreach (Entry entry in group) One(context, operation, events, entry.Line);
        }
    }

    private static void One(GroupContext context, RecurOperation operation, Events events, int line)
    {
        ref ClaimLine claim = ref context.Lines[line];
        if (claim.IsLive && events.Undated(claim.Award) is { } undated)
        {
            context.Decide(operation, line, Status.Held, Reason.MissingValue, context.HistoryReference(undated));
            return;
        }

        (int earlier, Event? latest) = events.Before(claim.Award, claim.Date);
        if (claim.IsLive && earlier >= operation.First)
        {
            RowReference because = latest!.Value.HistoryItem is { } item ? context.HistoryReference(item) : context.Lines.Reference(latest.Value.Line);
            Repeat(context, operation, line, because);
        }
        else if (claim.IsLive)
        {
            context.Change(operation, line, claim.Amount, Reason.None);
        }

        events.AddLine(claim.Award, line, claim);
    }

    private static void Repeat(GroupContext context, RecurOperation operation, int line, RowReference because)
    {
        ref ClaimLine claim = ref context.Lines[line];
        Reason reason = operation.Grouping.Within.Kind == WithinKind.Back ? Reason.WithinYears : Reason.NotFirst;
        if (operation.AgainRejected)
        {
            context.Decide(operation, line, Status.Rejected, reason, because);
            return;
        }

        if (operation.AgainHeld)
        {
            context.Hold(operation, line, reason, because);
            return;
        }

        long again = 0;
        if (operation.AgainSlot >= 0)
        {
            if (context.Lines.Number(line, operation.AgainSlot) is not { } value)
            {
                context.Decide(operation, line, Status.Held, Reason.MissingValue, because);
                return;
            }

            if (operation.AgainIsShare) value *= claim.Amount;
            again = context.ClauseOf(line).Scheme.Rounding.Apply(Numbers.Rational.Max(0, value)).Fen;
            bool underCeiling = (claim.Reasons & ((1UL << (int)Reason.Approved) | (1UL << (int)Reason.CeilingOpen))) != 0;
            if (underCeiling) again = Math.Min(again, claim.Amount);
        }

        context.Change(operation, line, again, again == 0 ? reason : Reason.RepeatReduced, because);
    }

    /// <summary>An earlier award.</summary>
    private readonly record struct Event(int Date, int Line, int? HistoryItem);

    /// <summary>The earlier awards of one subject, by award.</summary>
    private sealed class Events(Scheme scheme, RecurOperation operation)
    {
        private readonly Dictionary<int, List<Event>> _byAward = [];
        private readonly Dictionary<int, long> _net = [];

        public void AddHistory(int award, int item, in HistoryEvent history)
        {
            if (operation.CountsPaid)
            {
                // Money back undoes what was paid for the same award.
                long net = Math.Max(0, _net.GetValueOrDefault(award) + history.Paid);
                _net[award] = net;
                if (history.Paid <= 0)
                {
                    if (net == 0) _byAward.Remove(award);
                    return;
                }
            }

            Of(award).Add(new Event(history.Date, -1, item));
        }

        // A history row without a date, where years are counted: nobody can say whether they have passed.
        public int? Undated(int award)
        {
            if (operation.Grouping.Within.Kind != WithinKind.Back) return null;
            foreach ((int other, List<Event> events) in _byAward)
            {
                foreach (Event e in events)
                {
                    if (e.Date == 0 && Counts(award, other)) return e.HistoryItem;
                }
            }

            return null;
        }

        public void AddLine(int award, int line, in ClaimLine claim)
        {
            if (operation.CountsPaid && claim.Amount == 0) return;
            if (!claim.IsLive && (claim.Flags & LineFlags.Event) == 0) return;
            Of(award).Add(new Event(claim.Date, line, null));
        }

        // How many earlier awards count for a row, and the latest of them.
        public (int Count, Event? Latest) Before(int award, int date)
        {
            int count = 0;
            Event? latest = null;
            foreach ((int other, List<Event> events) in _byAward)
            {
                if (!Counts(award, other)) continue;
                foreach (Event e in events)
                {
                    if (operation.Grouping.Within.Kind == WithinKind.Back && date > DateMath.Plus(e.Date, operation.Grouping.Within.Back)) continue;
                    count++;
                    if (latest is not { } best || e.Date > best.Date) latest = e;
                }
            }

            return (count, latest);
        }

        private List<Event> Of(int award)
        {
            if (!_byAward.TryGetValue(award, out List<Event>? events)) _byAward[award] = events = [];
            return events;
        }

        private bool Counts(int award, int other)
        {
            if (operation.Of.Kind == RecurAwardsKind.List) return operation.Of.List.Contains(other);
            if (award == other) return true;
            if (operation.Of.Kind == RecurAwardsKind.Same) return false;
            if (!scheme.Names.Rungs.TryGetValue(award, out var own) || !scheme.Names.Rungs.TryGetValue(other, out var that)) return false;
            return own.Ladder == that.Ladder && (operation.Of.Kind == RecurAwardsKind.Family || that.Rung >= own.Rung);
        }
    }
}
