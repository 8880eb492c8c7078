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
        Entry[] entries = WithOthers(context, operation, grouper, grouper.Lines(alsoEvents: true));
        var history = grouper.History((_, item) => operation.CountsPaid || item.Paid >= 0);
        foreach (Range range in Grouper.Groups(entries))
        {
            ReadOnlySpan<Entry> group = entries.AsSpan(range);
            Events events = new(grouper.Scheme, operation);
            foreach (int item in history.GetValueOrDefault(group[0].Key) ?? [])
                events.AddHistory(grouper.Scheme.Names.Canonical(context.History[item].Award), item, context.History[item]);
            foreach (Entry entry in group) One(context, operation, events, entry.Line, operation.Among.Includes(context.Lines[entry.Line].Clause, context.Lines[entry.Line].Award));
        }
    }

    // An award counts under whichever clause it was granted, as it does in history: lines of other clauses are looked at, not changed.
    private static Entry[] WithOthers(GroupContext context, RecurOperation operation, Grouper grouper, Entry[] own)
    {
        Column award = context.Plan.Standard("award");
        HashSet<long> groups = [.. own.Select(e => e.Key)];
        List<Entry> others = [];
        foreach (Clause clause in RecurReach.OtherClauses(operation, grouper.Scheme, context.Plan.Clauses, award))
        {
            foreach (int i in context.ByClause.Of(clause.Index))
            {
                ref ClaimLine line = ref context.Lines[i];
                bool isEvent = line.IsLive || (line.Flags & LineFlags.Event) != 0;
                if (isEvent && !operation.Among.Includes(line.Clause, line.Award) && grouper.KeyOf(i) is { } key && groups.Contains(key)) others.Add(new Entry(key, 0, line.Date, i));
            }
        }

        if (others.Count == 0) return own;
        Entry[] all = [.. own, .. others];
        Array.Sort(all);
        return all;
    }

    private static void One(GroupContext context, RecurOperation operation, Events events, int line, bool isOwn)
    {
        ref ClaimLine claim = ref context.Lines[line];
        if (!isOwn)
        {
            events.AddLine(claim.Award, line, claim);
            return;
        }

        if (claim.IsLive && events.Undated(claim.Award) is { } undated)
        {
            context.Decide(operation, line, Status.Held, Reason.MissingValue, context.HistoryReference(undated));
            return;
        }

        (int earlier, Event? latest) = events.Before(claim.Award, claim.Date, claim.Row);
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
        // What is worth nothing stays so, whatever a repeat is granted.
        if (operation.AgainSlot >= 0 && claim.Amount > 0)
        {
            if (context.Lines.Number(line, operation.AgainSlot) is not { } value)
            {
                context.Decide(operation, line, Status.Held, Reason.MissingValue, because);
                return;
            }

            if (operation.AgainIsShare) value *= claim.Amount;
            again = context.ClauseOf(line).Scheme.Rounding.Apply(Numbers.Rational.Max(0, value)).Fen;
            const ulong ceilings = (1UL << (int)Reason.Approved) | (1UL << (int)Reason.CeilingOpen) | (1UL << (int)Reason.AboveCeiling);
            bool underCeiling = (claim.Reasons & ceilings) != 0;
            if (underCeiling) again = Math.Min(again, claim.Amount);
        }

        context.Change(operation, line, again, again == 0 ? reason : Reason.RepeatReduced, because);
    }

    /// <summary>An earlier award.</summary>
    private readonly record struct Event(int Date, int Line, int? HistoryItem, int Row);

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

            Of(award).Add(new Event(history.Date, -1, item, -1));
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
            // The lines of one row are one award.
            List<Event> events = Of(award);
            if (events.Count == 0 || events[^1].Row != claim.Row) events.Add(new Event(claim.Date, line, null, claim.Row));
        }

        // How many earlier awards count for a row, and the latest of them.
        public (int Count, Event? Latest) Before(int award, int date, int row)
        {
            int count = 0;
            Event? latest = null;
            foreach ((int other, List<Event> events) in _byAward)
            {
                if (!Counts(award, other)) continue;
                foreach (Event e in events)
                {
                    if (e.Row == row) continue;
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
