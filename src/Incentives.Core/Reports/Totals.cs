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
    /// <param name="threads">How many threads add.</param>
    /// <param name="bag">Where a sum that does not agree is reported.</param>
    /// <param name="seam">Changes sums before they are checked, so that a test can see the check fail; null otherwise.</param>
    public static Totals Of(BatchResult batch, PayoutWriter written, int threads, DiagnosticBag bag, Func<Total, Total>? seam = null)
    {
        IReadOnlyList<Total> funds = written.Funds, instalments = written.Instalments;
        Column[] own = [.. batch.Plan.Schemes.SelectMany(s => s.Totals).Distinct()];
        LineSums sums = LineSums.Of(batch, own, threads);
        List<Total> all = [WholeOf(sums), .. InOrder(batch.Plan, sums, own)];
        ControlTotals control = new(batch.Lines.RowCount, sums.Rows, written.Written);
        control.Check(Through(all), Through(funds), Through(instalments), Sum(sums.ByRecipient, seam), bag);
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

    // The rows and amounts of all lines, and every recipient that some clause names or none does.
    private static Total WholeOf(LineSums sums)
    {
        LineCounter everybody = new();
        foreach (LineCounter clause in sums.ByClause) everybody.Add(clause);
        return sums.Whole.Total("total", "") with { Recipients = everybody.Total("", "").Recipients };
    }

    // By scheme, clause, department, award, status and own columns; within each by key.
    private static List<Total> InOrder(BatchPlan plan, LineSums sums, Column[] own)
    {
        HashSet<string> repeated = [.. plan.Clauses.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key)];
        SortedDictionary<string, LineCounter> schemes = Sorted(), clauses = Sorted(), departments = Sorted(), awards = Sorted();
        for (int i = 0; i < sums.ByClause.Length; i++)
        {
            Clause? clause = i < plan.Clauses.Count ? plan.Clauses[i] : null;
            Of(schemes, clause?.Scheme.Id ?? "").Add(sums.ByClause[i]);
            Of(clauses, clause is null ? "" : repeated.Contains(clause.Id) ? $"{clause.Scheme.Id}/{clause.Id}" : clause.Id).Add(sums.ByClause[i]);
            Of(departments, clause?.Department ?? "").Add(sums.ByClause[i]);
        }

        foreach ((int award, LineCounter counter) in sums.ByAward) Of(awards, sums.NameOf(award)).Add(counter);
        SortedDictionary<string, LineCounter> statuses = Sorted();
        foreach (Status status in Enum.GetValues<Status>()) statuses[status.Code()] = sums.ByStatus[(int)status];
        List<Total> all = [.. Totalled("scheme", schemes), .. Totalled("clause", clauses), .. Totalled("department", departments), .. Totalled("award", awards), .. Totalled("status", statuses)];
        foreach (int c in Enumerable.Range(0, own.Length).OrderBy(c => own[c].Name, StringComparer.Ordinal))
        {
            SortedDictionary<string, LineCounter> values = Sorted();
            foreach ((int key, LineCounter counter) in sums.ByOwn[c]) Of(values, key == 0 ? "" : plan.Symbols.Name(key)).Add(counter);
            all.AddRange(Totalled(own[c].Name, values));
        }

        return all;
    }

    private static SortedDictionary<string, LineCounter> Sorted() => new(StringComparer.Ordinal);

    private static IEnumerable<Total> Totalled(string by, SortedDictionary<string, LineCounter> sums) => sums.Where(s => s.Value.Rows > 0).Select(s => s.Value.Total(by, s.Key));

    private static LineCounter Of(SortedDictionary<string, LineCounter> sums, string key)
    {
        if (!sums.TryGetValue(key, out LineCounter? counter)) sums[key] = counter = new LineCounter();
        return counter;
    }
}
