using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>What becomes of each row once all clauses have been asked: rejected, waiting, without a clause, or with its claim lines.</summary>
internal static class SelectSql
{
    /// <summary>Adds the parts.</summary>
    public static void Write(SqlScript script, IReadOnlyList<ClauseSql> clauses)
    {
        string columns = string.Join(", ", script.LineColumns.All.Select(c => c.Name));
        if (clauses.Count == 0)
        {
            script.Add("found", $"select {string.Join(", ", script.LineColumns.All.Select(c => $"{script.LineColumns.Null(c.Name)} as {c.Name}"))}, 'no' as verdict, 0 as elsewhere, 0 as needs_date\nfrom roster where 0 = 1");
        }
        else
        {
            script.Add("found", string.Join("\nunion all\n", clauses.Select(c => $"select verdict, elsewhere, needs_date, {columns} from {c.Name} where verdict <> 'no'")), "what each clause says of each row");
        }

        script.Add("verdicts", """
            select row_no,
                   max(case when verdict = 'unknown' then 1 else 0 end) as is_unknown,
                   max(case when verdict = 'line' then 1 else 0 end) as has_line,
                   max(case when verdict = 'line' and date = 99991231 then needs_date else 0 end) as lacks_date,
                   max(case when verdict = 'unpublished' then 1 else 0 end) as is_unpublished,
                   max(case when verdict = 'outside' then 1 else 0 end) as is_outside,
                   max(case when verdict = 'outside' then elsewhere else 0 end) as is_elsewhere
            from found
            group by row_no
            """, "stage 2: a row is paid under no clause while another cannot be decided");
        string conflicts = Conflicts(script);
        bool hasConflicts = conflicts.Length > 0;
        string undecided = LineColumns.Select(script.LineColumns.All, c => Undecided(script, c));
        string found = LineColumns.Select(script.LineColumns.All, c => hasConflicts ? Conflicted(script, c) : $"f.{c}");
        script.Add("chosen", $"""
            select {undecided}
            from (select r.*,
                         case when r.problem is not null then r.problem when v.is_unknown = 1 then 'missing-value' when v.lacks_date = 1 then 'missing-date'
                              when v.is_unpublished = 1 then 'amount-unpublished' when v.is_outside = 1 and v.is_elsewhere = 0 then 'outside-period' else 'no-clause' end as why
                  from roster r
                  left join verdicts v on v.row_no = r.row_no
                  where r.problem is not null or v.row_no is null or v.is_unknown = 1 or v.has_line = 0 or v.lacks_date = 1) r
            union all
            select {found}
            from found f
            join verdicts v on v.row_no = f.row_no{(hasConflicts ? "\nleft join conflicts x on x.row_no = f.row_no and x.clause_no = f.clause_no" : "")}
            where f.verdict = 'line' and v.is_unknown = 0 and v.lacks_date = 0
            """, "all lines: rejected, waiting or unmatched rows, then what the clauses grant");
    }

    private static string Undecided(SqlScript script, string column)
    {
        Dialect d = script.Dialect;
        if (column[0] is 'k' && int.TryParse(column[1..], CultureInfo.InvariantCulture, out int key) && script.Plan.Keep.Keys[key] is { Derived: null } kept)
            return kept.Kind == ValueKind.Text ? $"r.{script.Columns.Of(kept)}" : d.Cast($"r.{script.Columns.Of(kept)}");
        return column switch
        {
            "ord" => "cast(0 as bigint)",
            "row_no" or "file" or "line" or "name" or "code" or "award" => $"r.{column}",
            "clause_no" => "-1",
            "date" => $"coalesce(r.{script.Columns.Of(script.Plan.Standard("date"))}, 99991231)",
            "e" or "a" => d.Number(0),
            "live" or "hold" or "is_open" or "taint" or "event" => "0",
            "decided" => "case when r.problem is not null or r.why = 'missing-date' then 'rejected' when r.why = 'missing-value' then 'held' else 'unmatched' end",
            "reason" => "r.why",
            "reasons" => "';' || r.why",
            _ when column[0] == 't' && char.IsAsciiDigit(column[^1]) => "0",
            _ => script.LineColumns.Null(column),
        };
    }

    private static string Conflicted(SqlScript script, string column) => column switch
    {
        "a" => $"case when x.row_no is null then f.a else {script.Dialect.Number(0)} end",
        "live" or "hold" or "is_open" or "taint" => $"case when x.row_no is null then f.{column} else 0 end",
        "event" => "case when x.row_no is null then f.event else 2 end",
        "decided" => "case when x.row_no is null then f.decided else 'held' end",
        "reason" => "case when x.row_no is null then f.reason else 'clauses-conflict' end",
        "reasons" => "case when x.row_no is null then f.reasons else ';clauses-conflict' end",
        "zeroed" => "case when x.row_no is null then f.zeroed end",
        _ => $"f.{column}",
    };

    // Two clauses of one scheme that both grant a row money must be related, else neither is paid.
    private static string Conflicts(SqlScript script)
    {
        Column award = script.Plan.Standard("award");
        List<string> pairs = [], sometimes = [];
        foreach (Scheme scheme in script.Plan.Schemes)
        {
            for (int i = 0; i < scheme.Clauses.Count; i++)
            {
                for (int j = i + 1; j < scheme.Clauses.Count; j++)
                {
                    Clause a = scheme.Clauses[i], b = scheme.Clauses[j];
                    if (!MayMeet(a, b, award) || Unrelated(script, scheme, a, b) is not { } unrelated) continue;
                    if (unrelated.Length > 0)
                    {
                        string both = string.Create(CultureInfo.InvariantCulture, $"((f.clause_no = {a.Index} and g.clause_no = {b.Index}) or (f.clause_no = {b.Index} and g.clause_no = {a.Index}))");
                        sometimes.Add($"{both} and {unrelated}");
                        continue;
                    }

                    pairs.Add(string.Create(CultureInfo.InvariantCulture, $"({a.Index}, {b.Index})"));
                    pairs.Add(string.Create(CultureInfo.InvariantCulture, $"({b.Index}, {a.Index})"));
                }
            }
        }

        List<string> parts = [];
        if (pairs.Count > 0)
        {
            parts.Add($"""
                select distinct f.row_no, f.clause_no
                from found f
                join (values {string.Join(", ", pairs)}) as p(one, other) on p.one = f.clause_no
                join found g on g.row_no = f.row_no and g.clause_no = p.other
                where f.verdict = 'line' and g.verdict = 'line'
                """);
        }

        if (sometimes.Count > 0)
        {
            parts.Add($"""
                select distinct f.row_no, f.clause_no
                from found f
                join found g on g.row_no = f.row_no
                where f.verdict = 'line' and g.verdict = 'line'
                  and ({string.Join("\n       or ", sometimes.Select(s => $"({s})"))})
                """);
        }

        if (parts.Count == 0) return "";
        script.Add("conflicts", string.Join("\nunion\n", parts), "lines of clauses that both grant one row money and are not related");
        return "conflicts";
    }

    // When no overlap relates two clauses on a line f: empty for always, null for never.
    private static string? Unrelated(SqlScript script, Scheme scheme, Clause a, Clause b)
    {
        List<string> related = [];
        foreach (OverlapOperation overlap in scheme.Groups.OfType<OverlapOperation>())
        {
            List<string> needs = [];
            if (!overlap.Among.Clauses.Contains(a.Index) || !overlap.Among.Clauses.Contains(b.Index))
            {
                string[] awards = [.. overlap.Among.Awards.Where(s => overlap.Relates(a, b, s)).Select(script.Plan.Symbols.Name).Order(StringComparer.Ordinal).Select(script.Dialect.Text)];
                if (awards.Length == 0) continue;
                needs.Add($"f.award in ({string.Join(", ", awards)})");
            }

            if (overlap.CountedBit >= 0) needs.Add(string.Create(CultureInfo.InvariantCulture, $"f.t{overlap.CountedBit} = 1"));
            if (needs.Count == 0) return null;
            related.Add(string.Join(" and ", needs));
        }

        return related.Count == 0 ? "" : $"not ({string.Join(" or ", related.Select(r => $"({r})"))})";
    }

    private static bool MayMeet(Clause a, Clause b, Column award)
    {
        if (a.Awards(award) is { } x && b.Awards(award) is { } y && !x.Overlaps(y)) return false;
        return a.When.Any(p => b.When.Any(q => p.And(q) is not null));
    }
}
