using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>Adds the changes of one variant up.</summary>
internal sealed class VariantSums(BaseSums start, ClauseLabels labels)
{
    private static readonly string[] Order = ["total", "clause", "department", "district"];

    private readonly Dictionary<(string By, string Key), Counter> _sums = [];
    private readonly Dictionary<int, (long Fen, int FirstRow, int Rows)> _recipients = [];
    private readonly Dictionary<(int Step, string Clause), (Counter Counter, Clause Clause, int Order)> _attributed = [];
    private long _held;

    /// <summary>Adds a change between two runs.</summary>
    public void Add(in RowChange change, VariantRun before, VariantRun after)
    {
        Clause? was = change.Before.Clause < 0 ? null : before.Plan.Clauses[change.Before.Clause];
        Clause? now = change.After.Clause < 0 ? null : after.Plan.Clauses[change.After.Clause];
        _held += change.After.Held - change.Before.Held;
        Of("total", "").Add(change.Difference);
        Move("clause", was is null ? null : labels.Of(was), now is null ? null : labels.Of(now), change);
        Move("department", was?.Department, now?.Department, change);
        Of("district", start.DistrictOf(change.Row)).Add(change.Difference);
        if ((now ?? was) is { } clause) Attribute(change, clause, was is null ? int.MaxValue / 2 : 0);
        if (change.Difference == 0) return;
        var known = _recipients.GetValueOrDefault(change.Recipient, (Fen: 0, FirstRow: change.Row, Rows: 0));
        _recipients[change.Recipient] = (checked(known.Fen + change.Difference), Math.Min(known.FirstRow, change.Row), known.Rows + 1);
    }

    /// <summary>The variant's sums.</summary>
    public VariantComparison Finish(Variant variant, IReadOnlyList<RowChange> changes, IReadOnlyList<VariantRun> runs)
    {
        Symbols symbols = runs[0].Plan.Symbols;
        List<(string By, string Key)> keys = [.. start.Keys.Union(_sums.Keys).OrderBy(k => Array.IndexOf(Order, k.By)).ThenBy(k => k.Key, StringComparer.Ordinal)];
        // A roster that says no districts is not added up by them.
        if (keys.TrueForAll(k => k.By != "district" || k.Key.Length == 0)) keys.RemoveAll(k => k.By == "district");
        RecipientChange[] people = [.. _recipients.Where(r => r.Value.Fen != 0).Select(r => OfRecipient(r.Key, r.Value.Fen, r.Value.FirstRow, r.Value.Rows))];
        Array.Sort(people, (a, b) => a.Difference != b.Difference ? b.Difference.CompareTo(a.Difference) : symbols.Utf8(a.Recipient).SequenceCompareTo(symbols.Utf8(b.Recipient)));
        int gainers = Array.FindIndex(people, p => p.Difference < Money.Zero);
        if (gainers < 0) gainers = people.Length;
        return new VariantComparison(
            variant,
            [.. keys.Select(k => Sum(k.By, k.Key))],
            [.. _attributed.OrderBy(a => a.Key.Step).ThenBy(a => a.Value.Order).ThenBy(a => a.Key.Clause, StringComparer.Ordinal).Select(a => Attributed(variant, a.Key.Step, a.Key.Clause, a.Value))],
            people[..gainers],
            [.. people[gainers..].OrderBy(p => p.Difference).ThenBy(p => symbols.Name(p.Recipient), StringComparer.Ordinal)],
            start.Held + new Money(_held),
            changes,
            runs);
    }

    private ComparisonSum Sum(string by, string key)
    {
        Counter moved = _sums.GetValueOrDefault((by, key)) ?? new Counter();
        return new ComparisonSum(by, key, new Money(start[by, key]), new Money(checked(start[by, key] + moved.More - moved.Less)), new Money(moved.More), new Money(moved.Less), moved.Rows);
    }

    private RecipientChange OfRecipient(int recipient, long fen, int firstRow, int rows) =>
        new(recipient, new Money(start.OfRecipient(recipient)), new Money(checked(start.OfRecipient(recipient) + fen)), firstRow, rows);

    private static Attribution Attributed(Variant variant, int step, string clause, (Counter Counter, Clause Clause, int Order) sum) =>
        new(variant.Changes[step], clause, sum.Clause.Cite, new Money(sum.Counter.More - sum.Counter.Less), sum.Counter.Rows);

    private void Attribute(in RowChange change, Clause clause, int order)
    {
        (int, string) key = (change.Step, labels.Of(clause));
        if (!_attributed.TryGetValue(key, out var sum)) _attributed[key] = sum = (new Counter(), clause, order + clause.Index);
        sum.Counter.Add(change.Difference);
    }

    // A clause that is called otherwise, or has another department, moves its money from the one to the other.
    private void Move(string by, string? from, string? to, in RowChange change)
    {
        if (from is null || to is null || from == to)
        {
            Of(by, to ?? from ?? "").Add(change.Difference);
            return;
        }

        Of(by, from).Add(-change.Before.Payable);
        Of(by, to).Add(change.After.Payable);
    }

    private Counter Of(string by, string key)
    {
        if (!_sums.TryGetValue((by, key), out Counter? counter)) _sums[(by, key)] = counter = new Counter();
        return counter;
    }

    private sealed class Counter
    {
        public long More { get; private set; }

        public long Less { get; private set; }

        public int Rows { get; private set; }

        public void Add(long fen)
        {
            Rows++;
            if (fen > 0) More = checked(More + fen);
            else Less = checked(Less - fen);
        }
    }
}
