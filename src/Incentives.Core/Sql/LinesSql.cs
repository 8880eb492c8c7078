namespace Incentives.Core.Sql;

/// <summary>Claim lines before the group stages: copies of earlier rows rejected, recipients told apart, and the order in which everything is taken.</summary>
internal static class LinesSql
{
    /// <summary>Adds the parts; the last holds the lines.</summary>
    public static void Write(SqlScript script)
    {
        Copies(script);
        Identities(script);
        Dictionary<string, string> changed = new()
        {
            ["ord"] = "row_number() over (order by l.date, l.file, l.line, l.clause_no)",
            ["who"] = Who("l"),
        };
        Dialect d = script.Dialect;
        const string IsCopy = "y.row_no is not null and (l.live = 1 or l.decided <> 'rejected')";
        foreach (string flag in new[] { "live", "hold", "is_open", "taint", "event" }) changed[flag] = $"case when {IsCopy} then 0 else l.{flag} end";
        changed["a"] = $"case when {IsCopy} then {d.Number(0)} else l.a end";
        changed["decided"] = $"case when {IsCopy} then 'rejected' else l.decided end";
        changed["reason"] = $"case when {IsCopy} then 'duplicate-row' else l.reason end";
        changed["reasons"] = $"case when {IsCopy} then ';duplicate-row' else l.reasons end";
        script.Change("lines", "chosen l\nleft join copies y on y.row_no = l.row_no" + Join("l"), changed, "claim lines in their order: date, file, line, clause");
    }

    /// <summary>The one text of a recipient; NULL where a name without a code goes with several.</summary>
    public static string Who(string alias) =>
        $"coalesce({alias}.code, case when i.name is null then coalesce(b.present, {alias}.name) when i.code = i.other then i.code end)";

    /// <summary>The joins that <see cref="Who"/> needs.</summary>
    public static string Join(string alias) =>
        $"\nleft join aliases b on b.former = {alias}.name\nleft join identities i on i.name = coalesce(b.present, {alias}.name)";

    // A row that is a copy of an earlier one, its id and every other cell included, is paid once.
    private static void Copies(SqlScript script)
    {
        script.Add("marks", """
            select row_no, min(row_no) over (partition by mark) as first_no
            from roster
            where mark is not null
            """, "rows with an id that are alike to the last character");
        script.Add("copies", """
            select m.row_no
            from marks m
            join chosen l on l.row_no = m.row_no
            left join chosen o on o.row_no = m.first_no and o.clause_no = l.clause_no and o.date = l.date and o.e = l.e
              and coalesce(o.name, '') = coalesce(l.name, '') and coalesce(o.code, '') = coalesce(l.code, '') and coalesce(o.award, '') = coalesce(l.award, '')
            where m.first_no < m.row_no
            group by m.row_no
            having count(*) = count(o.row_no)
            """);
    }

    // A name is the one code it goes with elsewhere in the batch or in history.
    private static void Identities(SqlScript script)
    {
        // A clause may pay somebody else than the row's recipient.
        string rows = script.Plan.Clauses.Any(c => c.Payee is not null) ? "select name, code from chosen" : "select name, code from roster";
        script.Add("identities", $"""
            select coalesce(b.present, s.name) as name, min(s.code) as code, max(s.code) as other
            from ({rows} union all select name, code from history) s
            left join aliases b on b.former = s.name
            where s.name is not null and s.code is not null
            group by coalesce(b.present, s.name)
            """, "the code a name goes with; where there are two, nobody can say which is meant");
    }
}
