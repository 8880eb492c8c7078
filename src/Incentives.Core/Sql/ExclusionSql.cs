using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Who is out, or waits, in SQL: a scheme's exclusions in their order.</summary>
internal sealed class ExclusionSql(SqlScript script, SchemeSql scheme)
{
    private readonly Dictionary<Exclusion, string> _listed = [];

    /// <summary>Adds a part for each exclusion that looks into name lists: the rows that stand on one of them.</summary>
    public void WriteLists()
    {
        int number = 0;
        foreach (Exclusion exclusion in scheme.Scheme.Exclusions.Where(e => e.List is not null))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{scheme.Name}_listed{++number}");
            _listed[exclusion] = name;
            NameList list = exclusion.List!;
            string first = scheme.Cells[list.AsOf].Num.Text, last = scheme.Cells.LastDay(list.AsOf) ?? first;
            if (!list.NeedsDate) (first, last) = ($"coalesce({first}, 0)", $"coalesce({last}, 99991231)");
            string names = string.Join(", ", list.Names.Select(script.Dialect.Text));
            string[] keys = list.By.Name == "recipient" ? ["name", "code"] : [scheme.Cells[list.By].Num.Text];
            IEnumerable<string> found = keys.Select(k =>
                $"select r.row_no, case when l.first_day <= {first} and {last} <= l.last_day then 1 else 0 end as sure\nfrom {scheme.Name} r\njoin name_lists l on l.entry = {k}\nwhere l.list in ({names}) and l.first_day <= {last} and {first} <= l.last_day");
            script.Add(name, $"select row_no, max(sure) as sure\nfrom (\n{string.Join("\nunion all\n", found)}\n) f\ngroup by row_no", $"{exclusion.Cite} rows on the lists {string.Join(", ", list.Names)}");
        }
    }

    /// <summary>The joins that a clause needs, and the columns that they add.</summary>
    public (string Columns, string Joins) Joins(Clause clause)
    {
        string[] used = [.. Of(clause).Where(e => e.List is not null).Select(e => _listed[e]).Distinct()];
        return (string.Concat(used.Select(n => $", case when {n}.row_no is null then 0 when {n}.sure = 1 then 1 end as is_{n}")), string.Concat(used.Select(n => $"\nleft join {n} on {n}.row_no = r.row_no")));
    }

    /// <summary>What takes a line of a clause out: NULL, or the reason code; null when nothing can.</summary>
    public string? Out(Clause clause)
    {
        List<string> cases = [];
        foreach (Exclusion exclusion in Of(clause))
        {
            string struck = Struck(clause, exclusion);
            cases.Add($"when ({struck}) is null then 'missing-evidence'");
            if (exclusion.Outcome != ExclusionOutcome.Held) cases.Add($"when {struck} then 'excluded'");
        }

        return cases.Count == 0 ? null : $"case {string.Join("\n            ", cases)} end";
    }

    /// <summary>Whether a line of a clause is suspended; null when it cannot be.</summary>
    public string? Suspended(Clause clause)
    {
        string[] all = [.. Of(clause).Where(e => e.Outcome == ExclusionOutcome.Held).Select(e => $"coalesce({Struck(clause, e)}, false)")];
        return all.Length == 0 ? null : string.Join(" or ", all);
    }

    private IEnumerable<Exclusion> Of(Clause clause) => scheme.Scheme.Exclusions.Where(e => e.Clauses is not { } some || some.MayInclude(clause, script.Plan.Standard("award")));

    private string Struck(Clause clause, Exclusion exclusion)
    {
        string struck = exclusion.List is { } list ? OnList(exclusion, list) : new TestSql(script, scheme.Cells).Any(exclusion.Boxes)?.Sql ?? "true";
        if (exclusion.IsUnless) struck = $"not {Bracketed(struck)}";
        if (exclusion.Clauses is not { } some || some.Clauses.Contains(clause.Index)) return struck;
        // Only lines of some awards are meant.
        string awards = string.Join(", ", some.Awards.Select(script.Plan.Symbols.Name).Order(StringComparer.Ordinal).Select(script.Dialect.Text));
        return $"case when award in ({awards}) then {struck} else false end";
    }

    private string OnList(Exclusion exclusion, NameList list)
    {
        List<string> needed = list.NeedsDate ? [scheme.Cells[list.AsOf].Num.Text] : [];
        if (list.By.Name != "recipient") needed.Add(scheme.Cells[list.By].Num.Text);
        string on = $"is_{_listed[exclusion]} = 1";
        return needed.Count == 0 ? on : $"case when {string.Join(" and ", needed.Select(c => $"{c} is not null"))} then {on} end";
    }

    private static string Bracketed(string sql) => sql.StartsWith('(') ? sql : $"({sql})";
}
