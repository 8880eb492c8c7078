using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The control totals of a run folder's <c>summary.csv</c>, as a query over the payouts.</summary>
internal static class CheckSql
{
    /// <summary>The query.</summary>
    public static string Write(SqlText text)
    {
        SqlScript script = text.Script;
        Dialect d = script.Dialect;
        HashSet<string> repeated = [.. script.Plan.Clauses.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key)];
        string clause = repeated.Count == 0 ? "p.clause" : $"case when p.clause in ({string.Join(", ", repeated.Order(StringComparer.Ordinal).Select(d.Text))}) then p.scheme || '/' || p.clause else p.clause end";
        string labels = Labels(script);
        List<string> sums =
        [
            Sum("total", "''"), Sum("scheme", "p.scheme"), Sum("clause", clause), Sum("department", Department(script)), Sum("award", labels.Length == 0 ? "coalesce(p.award_name, '')" : "coalesce(n.shown, p.award_name, '')", hasLabels: labels.Length > 0), Sum("status", "p.status"),
        ];
        foreach (Column column in script.Plan.Schemes.SelectMany(s => s.Totals).Distinct())
            sums.Add(Sum(column.Name, $"coalesce(p.total_{script.Plan.Keep.KeySlot(column)}, '')", d));
        string[] funds = [.. text.Columns.Where(c => c.StartsWith("fund_", StringComparison.Ordinal))];
        if (funds.Length > 0)
        {
            sums.AddRange(text.Script.Funds.Select((f, i) => Part("fund", d.Text(f), $"p.{d.Quote(funds[i])}")));
            sums.Add(Rest("fund", funds.Select(f => $"p.{d.Quote(f)}")));
        }

        string[] instalments = [.. text.Columns.Where(c => c.StartsWith("instalment_", StringComparison.Ordinal) && c.EndsWith("_yuan", StringComparison.Ordinal))];
        if (instalments.Length > 0)
        {
            sums.AddRange(instalments.Select((c, i) => Part("instalment", $"'{(i + 1).ToString(CultureInfo.InvariantCulture)}'", $"p.{c}")));
            sums.Add(Rest("instalment", instalments.Select(f => $"coalesce(p.{f}, 0)")));
        }

        return (labels.Length == 0 ? "" : $"with labels as (\n  select * from (values\n  {labels}\n  ) as n(scheme, award, shown)\n)\n") + string.Join("\nunion all\n", sums);
    }

    private static string Sum(string by, string key, Dialect? dialect = null, bool hasLabels = false) =>
        $"select {dialect?.Text(by) ?? $"'{by}'"} as sum_by, {key} as sum_key, count(*) as line_count, count(distinct p.who) as recipients, coalesce(sum(p.entitled_yuan), cast(0 as decimal(18, 2))) as entitled_yuan, coalesce(sum(p.payable_yuan), cast(0 as decimal(18, 2))) as payable_yuan\nfrom payouts p{(hasLabels ? "\nleft join labels n on n.scheme = p.scheme and n.award = p.award_name" : "")}{(key == "''" ? "" : $"\ngroup by {key}")}";

    private static string Part(string by, string key, string amount) =>
        $"select '{by}', {key}, count(*), count(distinct p.who), sum({amount}), sum({amount})\nfrom payouts p\nwhere {amount} <> 0\nhaving count(*) > 0";

    private static string Rest(string by, IEnumerable<string> parts) =>
        $"select '{by}', '', count(*), count(distinct p.who), sum(p.payable_yuan), sum(p.payable_yuan)\nfrom payouts p\nwhere p.payable_yuan <> 0 and {string.Join(" + ", parts)} = 0\nhaving count(*) > 0";

    private static string Department(SqlScript script)
    {
        var groups = script.Plan.Clauses.Where(c => c.Department.Length > 0).GroupBy(c => c.Department).ToArray();
        if (groups.Length == 0) return "''";
        return $"case {string.Join("\n            ", groups.Select(g => $"when p.clause_no in ({string.Join(", ", g.Select(c => Dialect.Digits(c.Index)))}) then {script.Dialect.Text(g.Key)}"))} else '' end";
    }

    // Awards as their scheme writes them, where that is not how they are compared; without a clause, as the first scheme that knows the spelling.
    private static string Labels(SqlScript script)
    {
        Dialect d = script.Dialect;
        Symbols symbols = script.Plan.Symbols;
        Dictionary<(string Scheme, string Award), string> all = [];
        foreach (Scheme scheme in script.Plan.Schemes)
        {
            foreach ((int award, AwardFacts facts) in scheme.Names.Facts) all[(scheme.Id, symbols.Name(award))] = facts.Name;
            foreach ((int spelling, int award) in scheme.Names.Awards)
            {
                if (all.ContainsKey(("", symbols.Name(spelling)))) continue;
                all[("", symbols.Name(spelling))] = scheme.Names.Facts.TryGetValue(award, out AwardFacts? facts) ? facts.Name : symbols.Name(spelling);
            }
        }

        string[] rows = [.. all.Where(l => l.Value != l.Key.Award).Select(l => $"({d.Text(l.Key.Scheme)}, {d.Text(l.Key.Award)}, {d.Text(l.Value)})").Order(StringComparer.Ordinal)];
        return rows.Length == 0 ? "" : string.Join(",\n  ", rows);
    }
}
