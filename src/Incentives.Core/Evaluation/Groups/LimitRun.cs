using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Stages 8 and 9: ceilings on groups, in quantity and in money, minimum grants and envelopes.</summary>
internal static class LimitRun
{
    /// <summary>Runs one operation over the batch.</summary>
    public static void Run(GroupContext context, LimitOperation operation)
    {
        Grouper grouper = new(context, operation);
        Func<int, long>? rank = operation.PriorityColumn is { } priority
            ? LineOrder.ByColumn(context, priority, descending: false)
            : LineOrder.Rank(context, operation.Order);
        Entry[] entries = grouper.Lines(rank: rank);
        int[] names = [0, .. new[] { grouper.Scheme.Id, grouper.Scheme.Title }.Concat(grouper.Scheme.Supersedes).Select(n => context.Plan.Symbols.Intern(NameNormalizer.Normalize(n)))];
        var history = operation.IsMinimum ? [] : grouper.History((award, item) => names.Contains(item.Scheme) && Concerns(context, operation, award, item));
        foreach (Range range in Grouper.Groups(entries))
        {
            List<int>? past = history.GetValueOrDefault(entries[range.Start].Key);
            One(context, operation, grouper, entries.AsSpan(range), past);
        }
    }

    private static bool Concerns(GroupContext context, LimitOperation operation, int award, in HistoryEvent item)
    {
        foreach (int index in operation.Among.Clauses)
        {
            Clause clause = context.Plan.Clauses[index];
            if (item.Clause != 0 && context.Plan.Symbols.Name(item.Clause) != NameNormalizer.Normalize(clause.Id)) continue;
            if (clause.Awards(context.Plan.Standard("award"))?.Contains(award) ?? true) return true;
        }

        return operation.Among.Awards.Contains(award);
    }

    private static void One(GroupContext context, LimitOperation operation, Grouper grouper, ReadOnlySpan<Entry> group, List<int>? past)
    {
        if (Limit(context, operation, group) is not { } limit)
        {
            StepInput[] missing = [.. operation.Amount.AllReads().Distinct().Select(c => new StepInput(c.Name, ""))];
            foreach (Entry entry in group) context.Decide(operation, entry.Line, Status.Held, Reason.MissingValue, StepDetails.Others(context, entry.Line, null, group), missing);
            return;
        }

        long unit = grouper.Scheme.Rounding.UnitFen;
        if (operation.IsMinimum)
        {
            Minimum(context, operation, group, limit);
            return;
        }

        if (operation.IsCount)
        {
            // Money back frees its places; a row that was paid nothing took none.
            Rational used = Rational.Zero;
            foreach (int item in past ?? []) used = Rational.Max(0, used + (Math.Sign(context.History[item].Paid) * context.History[item].Quantity));
            Counted(context, operation, group, past, limit, used);
            return;
        }

        long most = (long)Numbers.Rational.Min(limit, long.MaxValue / 4).Floor();
        long before = grouper.Net(past);
        switch (operation.Cut)
        {
            case Cut.ProRata: ProRata(context, operation, group, most, before, unit); break;
            case Cut.Refuse: Refuse(context, operation, group, most, before); break;
            case Cut.Report: Report(context, operation, group, most, before); break;
            case Cut.InOrder when operation.Grouping.Within.Kind == WithinKind.Back: Sliding(context, operation, group, past ?? [], most); break;
            default: InOrder(context, operation, group, past, most, before); break;
        }
    }

    // The limit of a group: one for all its lines, or the lowest of theirs, which is said.
    private static Rational? Limit(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group)
    {
        if (operation.Amount is ConstantExpr constant) return constant.Value;
        Rational? lowest = null;
        bool differ = false;
        foreach (Entry entry in group)
        {
            if (context.Lines.Number(entry.Line, operation.AmountSlot) is not { } own) return null;
            differ |= lowest is { } l && l != own;
            lowest = lowest is { } low ? Rational.Min(low, own) : own;
        }

        if (differ) context.Bag.Add(EvaluationMessages.LimitDiffers(operation.Place, operation.Cite));
        return lowest;
    }

    private static void InOrder(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, List<int>? past, long most, long before)
    {
        long sum = before;
        bool tainted = false;
        EarlierRows earlier = new(context, past);
        foreach (Entry entry in group)
        {
            ref ClaimLine line = ref context.Lines[entry.Line];
            long start = sum;
            sum += line.Amount;
            tainted |= (line.Flags & LineFlags.Tainted) != 0;
            long room = operation.Cut == Cut.Stop ? (sum <= most ? line.Amount : 0) : Math.Min(most, sum) - Math.Min(most, start);
            if (room < line.Amount && tainted) line.Flags |= LineFlags.Tainted;
            context.Change(operation, entry.Line, room, ReasonOf(operation), room < line.Amount ? earlier.For(entry.Line) : null, Inputs(context, operation, entry.Line, most, start));
            if (room > 0) earlier.Add(entry.Line);
        }
    }

    // A window that moves with each row's date: what was granted within it so far, in history and in this batch, leaves the room.
    private static void Sliding(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, List<int> past, long most)
    {
        List<(int Date, long Fen)> granted = [.. past.Select(i => (context.History[i].Date, context.History[i].Paid))];
        bool tainted = false;
        EarlierRows earlier = new(context, past);
        foreach (Entry entry in group)
        {
            ref ClaimLine line = ref context.Lines[entry.Line];
            long used = 0;
            foreach ((int date, long fen) in granted)
            {
                if (date == 0 || line.Date <= DateMath.Plus(date, operation.Grouping.Within.Back)) used = Math.Max(0, used + fen);
            }

            tainted |= (line.Flags & LineFlags.Tainted) != 0;
            long room = Math.Min(line.Amount, Math.Max(0, most - used));
            if (room < line.Amount && tainted) line.Flags |= LineFlags.Tainted;
            context.Change(operation, entry.Line, room, ReasonOf(operation), room < line.Amount ? earlier.For(entry.Line) : null, Inputs(context, operation, entry.Line, most, used));
            if (room > 0) earlier.Add(entry.Line);
            granted.Add((line.Date, line.Amount));
        }
    }

    private static void ProRata(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, long most, long before, long unit)
    {
        long demand = Total(context, group), available = Math.Max(0, most - before);
        if (demand <= available)
        {
            foreach (Entry entry in group) context.Note(operation, entry.Line, Whole(context, operation, entry.Line, most, before, demand));
            return;
        }

        Int128[] weights = new Int128[group.Length];
        bool tainted = false;
        for (int i = 0; i < group.Length; i++)
        {
            weights[i] = context.Lines[group[i].Line].Amount;
            tainted |= (context.Lines[group[i].Line].Flags & LineFlags.Tainted) != 0;
        }

        long[] parts = Apportion.LargestRemainder<Int128>(available / unit, weights);
        for (int i = 0; i < group.Length; i++)
        {
            ref ClaimLine line = ref context.Lines[group[i].Line];
            if (tainted && parts[i] * unit < line.Amount) line.Flags |= LineFlags.Tainted;
            context.Change(operation, group[i].Line, Math.Min(line.Amount, parts[i] * unit), Reason.EnvelopeProrata, null, Whole(context, operation, group[i].Line, most, before, demand));
        }

        if (available % unit != 0) context.Bag.Add(EvaluationMessages.EnvelopeRest(operation.Place, operation.Cite, new Money(available % unit).ToReadable()));
    }

    private static void Refuse(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, long most, long before)
    {
        long demand = Total(context, group);
        bool fits = demand <= Math.Max(0, most - before);
        foreach (Entry entry in group)
        {
            IReadOnlyList<StepInput>? inputs = Whole(context, operation, entry.Line, most, before, demand);
            if (fits || context.Lines[entry.Line].Amount == 0) context.Note(operation, entry.Line, inputs);
            else context.Hold(operation, entry.Line, Reason.EnvelopeExceeded, null, inputs);
        }
    }

    private static void Report(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, long most, long before)
    {
        long demand = Total(context, group), total = demand + before;
        foreach (Entry entry in group) context.Note(operation, entry.Line, Whole(context, operation, entry.Line, most, before, demand));
        if (total > most) context.Bag.Add(EvaluationMessages.LimitPassed(operation.Place, operation.Cite, new Money(most).ToReadable(), new Money(total).ToReadable()));
    }

    private static void Counted(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, List<int>? past, Rational most, Rational used)
    {
        Rational sum = used;
        EarlierRows earlier = new(context, past);
        foreach (Entry entry in group)
        {
            ref ClaimLine line = ref context.Lines[entry.Line];
            if (line.Amount == 0) continue;
            Rational quantity = context.KeptQuantity.TryGetValue(entry.Line, out Rational left) ? left : context.Lines.Number(entry.Line, context.Plan.Keep.QuantitySlot) ?? Rational.One;
            Rational start = sum;
            sum += quantity;
            IReadOnlyList<StepInput>? inputs = context.IsTraced(entry.Line)
                ? StepDetails.Of(context, operation, entry.Line, [new("limit", most.ToString()), new("before", start.ToString()), new("quantity", quantity.ToString()), .. Order(context, operation, entry.Line)]) : null;
            if (operation.Cut == Cut.Report || quantity.Sign == 0)
            {
                context.Note(operation, entry.Line, inputs);
                continue;
            }

            Rational kept = Rational.Min(most, sum) - Rational.Min(most, start);
            long amount = (long)(new Rational(line.Amount) * kept / quantity).Floor();
            if (kept != quantity) context.KeptQuantity[entry.Line] = kept;
            context.Change(operation, entry.Line, amount, Reason.CapQuantity, amount < line.Amount ? earlier.For(entry.Line) : null, inputs);
            if (kept.Sign > 0) earlier.Add(entry.Line);
        }

        if (operation.Cut == Cut.Report && sum > most) context.Bag.Add(EvaluationMessages.LimitPassed(operation.Place, operation.Cite, most.ToString(), sum.ToString()));
    }

    private static void Minimum(GroupContext context, LimitOperation operation, ReadOnlySpan<Entry> group, Rational least)
    {
        long sum = Total(context, group);
        bool suffices = new Rational(sum) >= least;
        foreach (Entry entry in group)
        {
            IReadOnlyList<StepInput>? inputs = context.IsTraced(entry.Line)
                ? StepDetails.Of(context, operation, entry.Line, new StepInput("at-least", Symbols.ShowNumber(ValueKind.Money, least)), StepDetails.Yuan("claimed", sum)) : null;
            if (suffices) context.Note(operation, entry.Line, inputs);
            else context.Change(operation, entry.Line, 0, Reason.BelowMinimum, StepDetails.Others(context, entry.Line, null, group), inputs);
        }
    }

    private static long Total(GroupContext context, ReadOnlySpan<Entry> group)
    {
        long sum = 0;
        foreach (Entry entry in group) sum += context.Lines[entry.Line].Amount;
        return sum;
    }

    private static Reason ReasonOf(LimitOperation operation)
    {
        if (operation.IsEnvelope) return operation.PriorityColumn is not null ? Reason.EnvelopePriority : Reason.EnvelopeOrder;
        return operation.Grouping.Within.Kind switch
        {
            _ when !operation.Grouping.HasRecipient => Reason.CapSubject,
            WithinKind.Year or WithinKind.Period => Reason.CapYear,
            _ => Reason.CapLifetime,
        };
    }

    // A limit that looks at the sum of the whole group, and the part of it that there is room for.
    private static IReadOnlyList<StepInput>? Whole(GroupContext context, LimitOperation operation, int line, long most, long before, long demand)
    {
        if (!context.IsTraced(line)) return null;
        StepInput[] ratio = demand == 0 ? [] : [new("ratio", Rational.Min(Rational.One, Rational.Of(Math.Max(0, most - before), demand)).ToString())];
        return StepDetails.Of(context, operation, line, [StepDetails.Yuan(Name(operation), most), StepDetails.Yuan("before", before), StepDetails.Yuan("claimed", demand), .. ratio]);
    }

    private static IReadOnlyList<StepInput>? Inputs(GroupContext context, LimitOperation operation, int line, long most, long before) =>
        context.IsTraced(line) ? StepDetails.Of(context, operation, line, [StepDetails.Yuan(Name(operation), most), StepDetails.Yuan("before", before), .. Order(context, operation, line)]) : null;

    private static string Name(LimitOperation operation) => operation.IsEnvelope ? "envelope" : "limit";

    // What decided the line's place, where it is not the date.
    private static StepInput[] Order(GroupContext context, LimitOperation operation, int line)
    {
        if (operation.Order.ByAmount) return [new("order", "-amount")];
        if ((operation.PriorityColumn ?? operation.Order.ByColumn) is not { } column) return [];
        return [new(column.Name, context.Lines.Number(line, context.Plan.Keep.NumberSlot(column)) is { } value ? Symbols.ShowNumber(column.Kind, value) : "")];
    }
}
