using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>One line of the summary.</summary>
/// <param name="By">What is added up by.</param>
/// <param name="Key">Of which this is the sum.</param>
/// <param name="Rows">Payout lines.</param>
/// <param name="Recipients">Different recipients among them.</param>
/// <param name="Entitled">Sum of what the clauses grant.</param>
/// <param name="Payable">Sum of what is paid.</param>
internal sealed record Total(string By, string Key, int Rows, int Recipients, Money Entitled, Money Payable);

/// <summary>The sums of a batch, and the proof that they agree.</summary>
internal sealed class Totals
{
    private Totals(IReadOnlyList<Total> all) => All = all;

    /// <summary>All sums: the total first, then by scheme, clause and so on; keys in ordinal order.</summary>
    public IReadOnlyList<Total> All { get; }

    /// <summary>The sum of everything paid to rows.</summary>
    public Total Whole => All[0];

    /// <summary>The sums by one thing.</summary>
    public IEnumerable<Total> By(string by) => All.Where(t => t.By == by);

    /// <summary>Adds a batch up. A sum that does not agree is a defect and is reported as one.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="written">What was written of it.</param>
    /// <param name="bag">Where a sum that does not agree is reported.</param>
    /// <param name="seam">Changes sums before they are checked, so that a test can see the check fail; null otherwise.</param>
    public static Totals Of(BatchResult batch, PayoutWriter written, DiagnosticBag bag, Func<Total, Total>? seam = null)
    {
        IReadOnlyList<Total> funds = written.Funds, instalments = written.Instalments;
        Counter whole = new();
        SortedDictionary<(int Order, string By, string Key), Counter> sums = new(Comparer<(int, string, string)>.Create(Order));
        HashSet<string> repeated = [.. batch.Plan.Clauses.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key)];
        string ClauseKey(Clause c) => repeated.Contains(c.Id) ? $"{c.Scheme.Id}/{c.Id}" : c.Id;
        Column[] own = [.. batch.Plan.Schemes.SelectMany(s => s.Totals).Distinct()];
        List<Counter[]> byClause = [.. batch.Plan.Clauses.Select(c => new[]
        {
            Of(sums, 1, "scheme", c.Scheme.Id), Of(sums, 2, "clause", ClauseKey(c)), Of(sums, 3, "department", c.Department),
        })];
        Counter[] noClause = [Of(sums, 1, "scheme", ""), Of(sums, 2, "clause", ""), Of(sums, 3, "department", "")];
        Dictionary<int, Counter> byAward = [];
        Counter[] byStatus = [.. Enum.GetValues<Status>().Select(s => Of(sums, 5, "status", s.Code()))];
        Dictionary<(Column, int), Counter> byOwn = [];
        long[] byRecipient = new long[batch.Identities.Count + 1];
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ref ClaimLine line = ref batch.Lines[i];
            int recipient = batch.Identities.Number(line.Recipient);
            whole.Add(line, recipient);
            byRecipient[recipient] = checked(byRecipient[recipient] + line.Payable);
            foreach (Counter counter in line.Clause < 0 ? noClause : byClause[line.Clause]) counter.Add(line, recipient);
            if (!byAward.TryGetValue(line.Award, out Counter? award)) byAward[line.Award] = award = Of(sums, 4, "award", AwardName(batch.Plan, line));
            award.Add(line, recipient);
            byStatus[(int)line.Status].Add(line, recipient);
            foreach (Column column in own)
            {
                int key = batch.Lines.Key(i, batch.Plan.Keep.KeySlot(column));
                if (!byOwn.TryGetValue((column, key), out Counter? counter))
                    byOwn[(column, key)] = counter = Of(sums, 7, column.Name, key == 0 ? "" : batch.Plan.Symbols.Name(key));
                counter.Add(line, recipient);
            }
        }

        List<Total> all = [whole.Total("total", "")];
        all.AddRange(sums.Where(s => s.Value.Rows > 0).Select(s => s.Value.Total(s.Key.By, s.Key.Key)));
        ControlTotals control = new(batch.Lines.RowCount, Rows(batch), written.Written);
        control.Check(Through(all), Through(funds), Through(instalments), Sum(byRecipient, seam), bag);
        all.AddRange(funds);
        all.AddRange(instalments);
        foreach (Scheme scheme in batch.Plan.Schemes)
        {
            foreach (EarmarkLine earmark in scheme.Earmarks)
            {
                Money sum = new(checked(earmark.Amount.Fen * Years(batch, scheme, earmark)));
                all.Add(new Total("earmark", $"{scheme.Id}/{earmark.Id}", 0, 0, sum, sum));
            }
        }

        return new Totals(all);

        IReadOnlyList<Total> Through(IReadOnlyList<Total> sums) => seam is null ? sums : [.. sums.Select(seam)];
    }

    /// <summary>The award of a line as people know it.</summary>
    public static string AwardName(BatchPlan plan, in ClaimLine line)
    {
        if (line.Award == 0) return "";
        int award = line.Award;
        Scheme? scheme = line.Clause >= 0 ? plan.Clauses[line.Clause].Scheme : plan.Schemes.FirstOrDefault(s => s.Names.Awards.ContainsKey(award));
        if (scheme is not null && scheme.Names.Facts.TryGetValue(scheme.Names.Canonical(award), out AwardFacts? facts)) return facts.Name;
        return plan.Symbols.Name(award);
    }

    // A yearly budget line counts once for each calendar year of the batch's period; without a period, for the year of the batch.
    private static int Years(BatchResult batch, Scheme scheme, EarmarkLine earmark)
    {
        if (earmark.Every != "year" || batch.Period is not { } period) return 1;
        int first = Math.Max(period.First, scheme.Effective.First) / 10000, last = Math.Min(period.Last, scheme.Effective.Last) / 10000;
        return Math.Max(1, last - first + 1);
    }

    // The sum over recipients, as one sum of the kind; recipients are too many for the summary.
    private static Total Sum(long[] byRecipient, Func<Total, Total>? seam)
    {
        Int128 fen = 0;
        int recipients = 0;
        for (int i = 0; i < byRecipient.Length; i++)
        {
            fen += byRecipient[i];
            if (i > 0 && byRecipient[i] != 0) recipients++;
        }

        Total total = new("recipient", "", 0, recipients, Money.Zero, new Money(checked((long)fen)));
        return seam is null ? total : seam(total);
    }

    // Roster rows that have a line.
    private static int Rows(BatchResult batch)
    {
        int row = -1, rows = 0;
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            if (batch.Lines[i].Row == row) continue;
            row = batch.Lines[i].Row;
            rows++;
        }

        return rows;
    }

    private static Counter Of(SortedDictionary<(int Order, string By, string Key), Counter> sums, int order, string by, string key)
    {
        if (!sums.TryGetValue((order, by, key), out Counter? counter)) sums[(order, by, key)] = counter = new Counter();
        return counter;
    }

    private static int Order((int Order, string By, string Key) a, (int Order, string By, string Key) b)
    {
        int byOrder = a.Order.CompareTo(b.Order);
        if (byOrder != 0) return byOrder;
        int byBy = string.CompareOrdinal(a.By, b.By);
        return byBy != 0 ? byBy : string.CompareOrdinal(a.Key, b.Key);
    }

    private sealed class Counter
    {
        // One bit a symbol: cheaper than a set when millions of lines are added to a few dozen sums.
        private ulong[] _recipients = [];
        private Int128 _entitled;
        private Int128 _payable;

        public int Rows { get; private set; }

        public void Add(in ClaimLine line, int recipient)
        {
            Rows++;
            _entitled += line.Entitled;
            _payable += line.Payable;
            if (recipient == 0) return;
            int word = recipient >> 6;
            if (word >= _recipients.Length) Array.Resize(ref _recipients, Math.Max(word + 1, _recipients.Length * 2));
            _recipients[word] |= 1UL << (recipient & 63);
        }

        public Total Total(string by, string key) => new(by, key, Rows, _recipients.Sum(w => System.Numerics.BitOperations.PopCount(w)), new Money(checked((long)_entitled)), new Money(checked((long)_payable)));
    }
}
