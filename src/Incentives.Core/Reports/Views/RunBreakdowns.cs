using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>Adds a batch up by scheme, clause, department, award, district and the columns a scheme names.</summary>
internal sealed class RunBreakdowns
{
    private readonly Dictionary<(string By, string Key, string Detail), Sums> _sums = [];
    private readonly List<string> _order = [];

    public Sums Whole { get; private set; }

    public Money Entitled { get; private set; }

    public Sums[] ByStatus { get; } = new Sums[Enum.GetValues<Status>().Length];

    /// <summary>Adds all lines of a batch.</summary>
    public void Add(BatchResult batch, CancellationToken cancel)
    {
        BatchPlan plan = batch.Plan;
        bool several = plan.Schemes.Count > 1;
        if (several) _order.Add("scheme");
        _order.AddRange(["clause", "department", "award"]);
        Column[] own = [.. plan.Schemes.SelectMany(s => s.Totals).Distinct().Where(c => c.Name != "district")];
        Dictionary<int, string> awards = [];
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ClaimLine line = batch.Lines[i];
            Clause? clause = line.Clause < 0 ? null : plan.Clauses[line.Clause];
            Whole = With(Whole, line);
            Entitled += new Money(line.Entitled);
            ByStatus[(int)line.Status] = With(ByStatus[(int)line.Status], line);
            if (several) Add("scheme", clause?.Scheme.Title ?? "", clause?.Scheme.Id ?? "", line);
            Add("clause", clause is null ? "" : clause.Cite.Length > 0 ? clause.Cite : clause.Id, Detail(clause, several), line);
            Add("department", clause?.Department ?? "", "", line);
            if (!awards.TryGetValue(line.Award, out string? award)) awards[line.Award] = award = Totals.AwardName(plan, line);
            Add("award", award, "", line);
            foreach (Column column in own)
            {
                int key = batch.Lines.Key(i, plan.Keep.KeySlot(column));
                Add(column.Name, key == 0 ? "" : plan.Symbols.Name(key), "", line);
            }
        }

        if (batch.Rosters.Any(r => r.Binding.Field("district") >= 0))
        {
            foreach ((int index, string district) in RosterCells.Of(batch, "district", cancel)) Add("district", district, "", batch.Lines[index]);
        }
    }

    /// <summary>Adds a part of a line's money that <c>payouts.csv</c> tells, such as what one payer pays.</summary>
    public void Add(string by, string key, Status status, bool isProvisional, Money payable) => Add(by, key, "", s => s.With(status, isProvisional, payable, Money.Zero));

    /// <summary>What was added up: each way of adding, with the largest first and lines without a key last.</summary>
    public IReadOnlyList<Breakdown> All() =>
    [
        .. _order.Distinct().Select(by => new Breakdown(by,
        [
            .. _sums.Where(s => s.Key.By == by).Select(s => new KeyedSums(s.Key.Key, s.Key.Detail, s.Value))
                .OrderBy(s => s.Key.Length == 0).ThenByDescending(s => s.Sums.Payable).ThenByDescending(s => s.Sums.Held).ThenBy(s => s.Key, StringComparer.Ordinal).ThenBy(s => s.Detail, StringComparer.Ordinal),
        ])),
    ];

    private static string Detail(Clause? clause, bool several) =>
        clause is null ? "" : several ? $"{clause.Scheme.Id} · {clause.Id}" : clause.Cite.Length > 0 ? clause.Id : "";

    private static Sums With(Sums sums, in ClaimLine line) => sums.With(line.Status, line.IsProvisional, new Money(line.Payable), new Money(line.Reserved));

    private void Add(string by, string key, string detail, ClaimLine line) => Add(by, key, detail, s => With(s, line));

    private void Add(string by, string key, string detail, Func<Sums, Sums> change)
    {
        if (!_order.Contains(by)) _order.Add(by);
        _sums[(by, key, detail)] = change(_sums.GetValueOrDefault((by, key, detail)));
    }
}
