using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Puts the lines and the history of one operation into groups.</summary>
internal sealed class Grouper
{
    private readonly GroupContext _context;
    private readonly GroupOperation _operation;
    private readonly KeyFolder _folder = new();
    private readonly Column _award;
    private readonly KeyPart[] _parts;
    private readonly bool _isPerRow;
    private readonly int _withinSlot;

    /// <summary>Prepares for one operation.</summary>
    public Grouper(GroupContext context, GroupOperation operation)
    {
        _context = context;
        _operation = operation;
        _award = context.Plan.Standard("award");
        Scheme = context.Plan.Schemes.First(s => s.Groups.Contains(operation));
        _parts = [.. operation.Grouping.Columns.Select(c => new KeyPart(c, c.Name == "recipient" ? Part.Recipient : c == _award ? Part.Award : Part.Kept, context.Plan.Keep.KeySlot(c)))];
        _isPerRow = operation is OverlapOperation { IsPerRow: true } || operation.Grouping.IsPerRow;
        _withinSlot = operation.Grouping.Within.Column is { } within ? context.Plan.Keep.KeySlot(within) : -1;
    }

    /// <summary>The scheme the operation belongs to.</summary>
    public Scheme Scheme { get; }

    /// <summary>The lines that take part, by group, then rank, then date, then line. A line whose key is missing is held and left out.</summary>
    /// <param name="also">Lines without money that take part too: award events, partners.</param>
    /// <param name="rank">What comes first within a group; null where only the date counts.</param>
    public Entry[] Lines(LineFlags also = LineFlags.None, Func<int, long>? rank = null) => EntryOrder.Arrange(Unordered(also, rank));

    /// <summary>The same lines in roster order, clause by clause, not yet brought into groups.</summary>
    public ReadOnlySpan<Entry> Unordered(LineFlags also = LineFlags.None, Func<int, long>? rank = null)
    {
        LineStore lines = _context.Lines;
        Entry[] entries = new Entry[Scheme.Clauses.Where(c => _operation.Among.MayInclude(c, _award)).Sum(c => _context.ByClause.Of(c.Index).Length)];
        int count = 0;
        foreach (Clause clause in Scheme.Clauses.Where(c => _operation.Among.MayInclude(c, _award)))
        {
            foreach (int i in _context.ByClause.Of(clause.Index))
            {
                ref ClaimLine line = ref lines[i];
                if (!line.IsLive && (line.Flags & also) == 0) continue;
                if (!TakesPart(line) || Key(i, line) is not { } key) continue;
                long place = rank?.Invoke(i) ?? 0;
                if (place == LineOrder.Unknown) _context.Decide(_operation, i, Status.Held, Reason.MissingValue);
                else entries[count++] = new Entry(key, place, line.Date, i);
            }
        }

        return entries.AsSpan(0, count);
    }

    /// <summary>Holds the lines that lack a key, before any stage counts them as something.</summary>
    public void HoldUnkeyed()
    {
        foreach (Clause clause in Scheme.Clauses.Where(c => _operation.Among.MayInclude(c, _award)))
        {
            foreach (int i in _context.ByClause.Of(clause.Index))
            {
                ref ClaimLine line = ref _context.Lines[i];
                if (line.IsLive && TakesPart(line)) _ = Key(i, line);
            }
        }
    }

    /// <summary>The key a line of another clause would have here; null when it has none.</summary>
    public long? KeyOf(int index) => Key(index, _context.Lines[index], mayHold: false);

    /// <summary>The history that belongs to the operation's groups, in posting order.</summary>
    /// <param name="belongs">Whether an event's award, given in the scheme's naming, and the event itself count.</param>
    public Dictionary<long, List<int>> History(Func<int, HistoryEvent, bool> belongs)
    {
        Dictionary<long, List<int>> groups = [];
        if (_operation.Grouping.IsPerRow) return groups;
        HistoryStore history = _context.History;
        for (int i = 0; i < history.Count; i++)
        {
            ref HistoryEvent item = ref history[i];
            int award = Scheme.Names.Canonical(item.Award);
            if (_operation.CountedBit >= 0 && (item.Tests & (1u << _operation.CountedBit)) == 0) continue;
            if (!InReach(item) || !belongs(award, item) || Key(i, item, award) is not { } key) continue;
            if (!groups.TryGetValue(key, out List<int>? items)) groups[key] = items = [];
            items.Add(i);
        }

        return groups;
    }

    /// <summary>What was really paid: payments and money back in posting order, never below 0, so that an orphan reversal makes no room.</summary>
    public long Net(IReadOnlyList<int>? items)
    {
        long net = 0;
        foreach (int item in items ?? []) net = Math.Max(0, net + _context.History[item].Paid);
        return net;
    }

    /// <summary>The groups of a sorted list, each as a range of it.</summary>
    public static IEnumerable<Range> Groups(Entry[] sorted)
    {
        int start = 0;
        for (int i = 1; i <= sorted.Length; i++)
        {
            if (i < sorted.Length && sorted[i].Key == sorted[start].Key) continue;
            yield return start..i;
            start = i;
        }
    }

    // A quota that is only reported holds nobody.
    private bool OnlyReports => _operation is LimitOperation { Cut: Cut.Report };

    private bool TakesPart(in ClaimLine line) =>
        _operation.Among.Includes(line.Clause, line.Award) && (_operation.CountedBit < 0 || (line.Tests & (1u << _operation.CountedBit)) != 0);

    private long? Key(int index, in ClaimLine line, bool mayHold = true)
    {
        if (_isPerRow) return line.Row;
        long key = 0;
        int parts = 0;
        foreach (KeyPart kept in _parts)
        {
            int? part = kept.Part switch
            {
                Part.Recipient => _context.Identities.Of(line.Recipient),
                Part.Award => line.Award,
                _ => _context.Lines.Key(index, kept.Slot),
            };
            if (part is null or 0)
            {
                if (OnlyReports || !line.IsLive || !mayHold) return null;
                _context.Decide(_operation, index, Status.Held, part is null ? Reason.IdentityDoubtful : Reason.MissingValue, null, [new StepInput(kept.Column.Name, "")]);
                return null;
            }

            key = _folder.Fold(key, parts++, part.Value);
        }

        switch (_operation.Grouping.Within.Kind)
        {
            case WithinKind.Year:
                if (YearOf(line.Date) is { } year) return _folder.Fold(key, parts, year);
                if (!OnlyReports && line.IsLive && mayHold) _context.Decide(_operation, index, Status.Held, Reason.MissingValue, null, [new StepInput("date", "")]);
                return null;
            case WithinKind.Column:
                int value = _context.Lines.Key(index, _withinSlot);
                if (value != 0) return _folder.Fold(key, parts, value);
                if (OnlyReports || !line.IsLive || !mayHold) return null;
                _context.Decide(_operation, index, Status.Held, Reason.MissingValue, null, [new StepInput(_operation.Grouping.Within.Column!.Name, "")]);
                return null;
            default: return key;
        }
    }

    private long? Key(int index, in HistoryEvent item, int award)
    {
        long key = 0;
        int parts = 0;
        foreach (KeyPart kept in _parts)
        {
            int part = kept.Part switch
            {
                Part.Recipient => _context.Identities.Of(item.Recipient) ?? 0,
                Part.Award => award,
                _ => _context.History.Key(index, kept.Slot),
            };
            if (part == 0) return null;
            key = _folder.Fold(key, parts++, part);
        }

        switch (_operation.Grouping.Within.Kind)
        {
            case WithinKind.Year: return _folder.Fold(key, parts, item.Date / 10000);
            case WithinKind.Column:
                int value = _context.History.Key(index, _withinSlot);
                return value == 0 ? null : _folder.Fold(key, parts, value);
            default: return key;
        }
    }

    // A row without a date belongs to the year of the batch, where that is one year; otherwise nobody can say.
    private int? YearOf(int date)
    {
        if (date != 99991231) return date / 10000;
        return _context.Period is { } period && period.First / 10000 == period.Last / 10000 ? period.First / 10000 : null;
    }

    private enum Part
    {
        Kept,
        Recipient,
        Award,
    }

    /// <summary>A part of the key, and where its value is kept.</summary>
    private sealed record KeyPart(Column Column, Part Part, int Slot);

    private bool InReach(in HistoryEvent item) => _operation.Grouping.Within.Kind switch
    {
        WithinKind.Period => _context.Period is { } period && period.Contains(item.Date),
        WithinKind.Effective => Scheme.Effective.Contains(item.Date),
        _ => true,
    };
}
