using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>Stage 4: an earlier award of the same subject replaces the amount. History comes before every line, whatever its date.</summary>
internal static class RecurSql
{
    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, RecurOperation operation)
    {
        GroupSql.HoldUnplaced(group, SqlOrder.ByDate);
        RecurNames names = new(group, operation);
        SqlScript script = group.Script;
        string present = $"(l.live = 1 or l.event = 1) and {group.HasKeys()}";
        IReadOnlyList<Clause> others = RecurReach.OtherClauses(operation, group.Scheme, script.Plan.Clauses, script.Plan.Standard("award"));
        string other = others.Count == 0 ? "" : $"\n            when {present} and l.clause_no in ({string.Join(", ", others.Select(c => c.Index))}) and not {group.IsAmong()}{names.InReach("l")} then 2";
        script.Add(group.Name("in"), $"select l.*{group.KeyColumns()}{names.Columns("l")},\n       case when {present} and {group.IsMeant()} then 1{other} else 0 end as part\nfrom {script.Lines} l", others.Count == 0 ? group.Comment : $"{group.Comment}; awards under other clauses (part 2) are looked at, not changed");
        if (group.HasHistory) RecurPast.Write(group, operation, names);
        bool isWindow = operation.Grouping.Within.Kind == WithinKind.Back;
        if (isWindow || names.HasRungs) RecurByJoin.Write(group, operation, names, isWindow);
        else ByWindow(group, names, operation);
        Finish(group, operation, isWindow);
    }

    // How many earlier awards of its class a line has: those of history and of earlier rows, the lines of one row being one award.
    private static void ByWindow(SqlGroup group, RecurNames names, RecurOperation operation)
    {
        SqlScript script = group.Script;
        const string Running = "order by l.ord rows between unbounded preceding and current row";
        script.Add(group.Name("counts"), $"select l.*, case when {names.IsEvent(operation)} then 1 else 0 end as counts\nfrom {group.Name("in")} l");
        script.Add(group.Name("event"), $"select l.*, case when l.counts = 1 and row_number() over (partition by {group.Partition("l.counts", "l.class", "l.award", "l.row_no")} order by l.ord) = 1 then 1 else 0 end as is_first\nfrom {group.Name("counts")} l", "the lines of one row are one award");
        string past = "0", join = "";
        if (group.HasHistory)
        {
            string keys = string.Join(", ", group.Keys("p"));
            script.Add(group.Name("before"), $"select {keys}, p.class, count(*) as number\nfrom {group.Name("earlier")} p\ngroup by {keys}, p.class");
            (past, join) = ("coalesce(h.number, 0)", $"\nleft join {group.Name("before")} h on h.class = l.class{group.SameKeys("h", "l")}");
        }

        script.Add(group.Name("number"), $"select l.*, {past} + sum(l.is_first) over (partition by {group.Partition("l.class")} {Running}) - sum(l.is_first) over (partition by {group.Partition("l.class", "l.row_no")} {Running}) as earlier\nfrom {group.Name("event")} l{join}", "how many earlier awards there are, other rows' only");
        script.Add(group.Name("repeat"), string.Create(CultureInfo.InvariantCulture, $"select l.*, case when l.part = 1 and l.live = 1 and l.earlier >= {operation.First} then 1 else 0 end as again, 0 as undated\nfrom {group.Name("number")} l"));
    }

    private static void Finish(SqlGroup group, RecurOperation operation, bool isWindow)
    {
        SqlScript script = group.Script;
        Dialect dialect = group.Dialect;
        string reason = (isWindow ? Reason.WithinYears : Reason.NotFirst).Literal(), missing = Reason.MissingValue.Literal();
        bool keeps = operation.AgainRejected || operation.AgainHeld;
        script.Add(group.Name("y"), $"select l.*, {(keeps ? "l.a" : $"case when l.again = 1 then {Again(group, operation)} else l.a end")} as y\nfrom {group.Name("repeat")} l");
        Dictionary<string, string> changed = keeps ? [] : Changes.Amount("l.y", $"case when l.y = 0 then {reason} else {Reason.RepeatReduced.Literal()} end");
        if (operation.AgainRejected) changed.Decide(dialect, "l.again = 1", "'rejected'", reason);
        if (operation.AgainHeld) changed.Hold("l.again = 1", reason);
        string lacks = Lacks(operation) is { } n ? $" or (l.again = 1 and l.a > 0 and {n})" : "";
        if (isWindow || lacks.Length > 0) changed.Decide(dialect, $"l.undated = 1{lacks}", "'held'", missing);
        group.Finish("y", changed, "what a repeat is granted");
    }

    /// <summary>Whether what a repeat is granted cannot be worked out; null where it always can.</summary>
    public static string? Lacks(RecurOperation operation) =>
        operation.AgainSlot < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"l.n{operation.AgainSlot} is null");

    /// <summary>What a line is granted as a repeat. What is worth nothing stays so; under a ceiling it never rises.</summary>
    public static string Again(SqlGroup group, RecurOperation operation)
    {
        Dialect dialect = group.Dialect;
        if (operation.AgainSlot < 0) return dialect.Number(0);
        string slot = operation.AgainSlot.ToString(CultureInfo.InvariantCulture), n = $"greatest(coalesce(l.n{slot}, 0), 0)";
        string rounded = SqlRounding.Apply(dialect, group.Scheme.Rounding, operation.AgainIsShare ? $"({n} * l.a)" : n, $"coalesce(l.d{slot}, 1)");
        string ceiling = string.Join(" or ", new[] { Reason.Approved, Reason.CeilingOpen, Reason.AboveCeiling }.Select(r => $"l.reasons || ';' like '%;{r.Code()};%'"));
        return $"case when l.a = 0 then {dialect.Number(0)} when {ceiling} then least({rounded}, l.a) else {rounded} end";
    }
}
