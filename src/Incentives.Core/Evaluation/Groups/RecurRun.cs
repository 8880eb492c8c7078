using System.Globalization;
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
        ReadOnlySpan<Entry> entries = WithOthers(context, operation, grouper, grouper.Unordered(LineFlags.Event));
        var history = grouper.History((_, item) => operation.CountsPaid || item.Paid >= 0);
        EntryOrder.InParts(entries, context.Threads, part => Groups(context, operation, grouper, history, part));
    }

    private static void Groups(GroupContext context, RecurOperation operation, Grouper grouper, Dictionary<long, List<int>> history, Entry[] entries)
    {
        Events events = new(grouper.Scheme, operation);
        foreach (Range range in Grouper.Groups(entries))
        {
            ReadOnlySpan<Entry> group = entries.AsSpan(range);
            List<int>? past = history.GetValueOrDefault(group[0].Key);
            // The only award of its subject is granted as it is.
            if (group.Length == 1 && past is null && operation.First > 0 && !context.IsAnyTraced) continue;
            events.Clear();
            foreach (int item in past ?? [])
                events.AddHistory(grouper.Scheme.Names.Canonical(context.History[item].Award), item, context.History[item]);
            foreach (Entry entry in group) One(context, operation, events, entry.Line, operation.Among.Includes(context.Lines[entry.Line].Clause, context.Lines[entry.Line].Award));
        }
    }

    // An award counts under whichever clause it was granted, as it does in history: lines of other clauses are looked at, not changed.
    private static ReadOnlySpan<Entry> WithOthers(GroupContext context, RecurOperation operation, Grouper grouper, ReadOnlySpan<Entry> own)
    {
        Column award = context.Plan.Standard("award");
        HashSet<long>? groups = null;
        List<Entry> others = [];
        foreach (Clause clause in RecurReach.OtherClauses(operation, grouper.Scheme, context.Plan.Clauses, award))
        {
            groups ??= KeysOf(own);
            foreach (int i in context.ByClause.Of(clause.Index))
            {
                ref ClaimLine line = ref context.Lines[i];
                bool isEvent = line.IsLive || (line.Flags & LineFlags.Event) != 0;
                if (isEvent && !operation.Among.Includes(line.Clause, line.Award) && grouper.KeyOf(i) is { } key && groups.Contains(key)) others.Add(new Entry(key, 0, line.Date, i));
            }
        }

        return others.Count == 0 ? own : (Entry[])[.. own, .. others];
    }

    private static HashSet<long> KeysOf(ReadOnlySpan<Entry> entries)
    {
        HashSet<long> keys = [];
        foreach (Entry entry in entries) keys.Add(entry.Key);
        return keys;
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
            context.Decide(operation, line, Status.Held, Reason.MissingValue, StepRows.Of([context.HistoryReference(undated)]), StepDetails.Of(context, operation, line));
            return;
        }

        int earlier = claim.IsLive ? events.CountBefore(claim.Award, claim.Date, claim.Row) : 0;
        if (claim.IsLive)
        {
            bool isTraced = context.IsTraced(line);
            IReadOnlyList<StepInput>? inputs = isTraced ? StepDetails.Of(context, operation, line, operation.First == 1 ? [] : [Count("earlier", earlier), Count("first", operation.First)]) : null;
            if (earlier < operation.First) context.Note(operation, line, inputs);
            else Repeat(context, operation, line, isTraced ? StepRows.Of(events.Before(claim.Award, claim.Date, claim.Row).Select(e => e.HistoryItem is { } item ? context.HistoryReference(item) : context.Lines.Reference(e.Line))) : null, inputs);
        }

        events.AddLine(claim.Award, line, claim);
    }

    private static StepInput Count(string name, int count) => new(name, count.ToString(CultureInfo.InvariantCulture));

    private static void Repeat(GroupContext context, RecurOperation operation, int line, StepRows? because, IReadOnlyList<StepInput>? inputs)
    {
        ref ClaimLine claim = ref context.Lines[line];
        Reason reason = operation.Grouping.Within.Kind == WithinKind.Back ? Reason.WithinYears : Reason.NotFirst;
        if (operation.AgainRejected)
        {
            context.Decide(operation, line, Status.Rejected, reason, because, inputs);
            return;
        }

        if (operation.AgainHeld)
        {
            context.Hold(operation, line, reason, because, inputs);
            return;
        }

        long again = 0;
        // What is worth nothing stays so, whatever a repeat is granted.
        if (operation.AgainSlot >= 0 && claim.Amount > 0)
        {
            if (context.Lines.Number(line, operation.AgainSlot) is not { } value)
            {
                context.Decide(operation, line, Status.Held, Reason.MissingValue, because, inputs);
                return;
            }

            if (operation.AgainIsShare) value *= claim.Amount;
            again = context.ClauseOf(line).Scheme.Rounding.Apply(Numbers.Rational.Max(0, value)).Fen;
            const ulong ceilings = (1UL << (int)Reason.Approved) | (1UL << (int)Reason.CeilingOpen) | (1UL << (int)Reason.AboveCeiling);
            bool underCeiling = (claim.Reasons & ceilings) != 0;
            if (underCeiling) again = Math.Min(again, claim.Amount);
        }

        context.Change(operation, line, again, again == 0 ? reason : Reason.RepeatReduced, because, inputs);
    }

    /// <summary>An earlier award.</summary>
    private readonly record struct Event(int Date, int Line, int? HistoryItem, int Row, long Paid = 0);

    /// <summary>The earlier awards of one subject, by award.</summary>
    private sealed class Events(Scheme scheme, RecurOperation operation)
    {
        private readonly Dictionary<int, List<Event>> _byAward = [];
        private readonly Stack<List<Event>> _free = [];

        /// <summary>Forgets the last subject.</summary>
        public void Clear()
        {
            foreach (List<Event> events in _byAward.Values)
            {
                events.Clear();
                _free.Push(events);
            }

            _byAward.Clear();
        }

        public void AddHistory(int award, int item, in HistoryEvent history)
        {
            if (operation.CountsPaid && history.Paid <= 0) TakeBack(award, history.Date, -history.Paid);
            else Of(award).Add(new Event(history.Date, -1, item, -1, history.Paid));
        }

        // Money back undoes earlier payments for the same award: those of its own date first, then the latest. One taken back whole is none.
        private void TakeBack(int award, int date, long fen)
        {
            List<Event> events = Of(award);
            fen = TakeBack(events, fen, e => e.Date == date);
            _ = TakeBack(events, fen, _ => true);
        }

        private static long TakeBack(List<Event> events, long fen, Func<Event, bool> isMeant)
        {
            for (int i = events.Count - 1; i >= 0 && fen > 0; i--)
            {
                if (!isMeant(events[i])) continue;
                long part = Math.Min(fen, events[i].Paid);
                fen -= part;
                if (part == events[i].Paid) events.RemoveAt(i);
                else events[i] = events[i] with { Paid = events[i].Paid - part };
            }

            return fen;
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

        // How many earlier awards count for a row. Lines stand in order of date, so where no years are counted only the last can be the row's own.
        public int CountBefore(int award, int date, int row)
        {
            if (operation.Grouping.Within.Kind == WithinKind.Back) return Before(award, date, row).Count();
            int count = 0;
            foreach ((int other, List<Event> events) in _byAward)
            {
                if (events.Count > 0 && Counts(award, other)) count += events.Count - (events[^1].Row == row ? 1 : 0);
            }

            return count;
        }

        // The earlier awards that count for a row.
        public IEnumerable<Event> Before(int award, int date, int row)
        {
            foreach ((int other, List<Event> events) in _byAward)
            {
                if (!Counts(award, other)) continue;
                foreach (Event e in events)
                {
                    if (e.Row == row) continue;
                    if (operation.Grouping.Within.Kind == WithinKind.Back && date > DateMath.Plus(e.Date, operation.Grouping.Within.Back)) continue;
                    yield return e;
                }
            }
        }

        private List<Event> Of(int award)
        {
            if (!_byAward.TryGetValue(award, out List<Event>? events)) _byAward[award] = events = _free.TryPop(out List<Event>? used) ? used : [];
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
