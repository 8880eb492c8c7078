using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>
/// Counts earlier awards where a window moves with the row's date, or where only higher rungs count. A repeat that is refused, or paid nothing where only
/// payments count, is itself no event; which rows those are is found in rounds: each settles, in every group, at least the first row that is not settled yet.
/// </summary>
internal static class RecurByJoin
{
    /// <summary>Writes the counting; the result has the columns <c>again</c> and <c>undated</c>.</summary>
    public static void Write(SqlGroup group, RecurOperation operation, RecurNames names, bool isWindow)
    {
        SqlScript script = group.Script;
        bool looksBack = group.HasHistory;
        Undated(group, names, isWindow && looksBack);
        string asFirst = names.IsEvent(operation), asRepeat = AsRepeat(group, operation);
        bool needsRounds = asRepeat != "1 = 1";
        string open = "l.part = 1 and l.live = 1";
        script.Add(group.Name("flags"), $"select l.*, case when {asFirst} and l.undated = 0 then 1 else 0 end as as_first,\n       case when {asFirst} and l.undated = 0 and not ({open} and not ({asRepeat})) then 1 else 0 end as as_repeat\nfrom {group.Name("undated")} l", "whether a line is an award event if granted, and if it is a repeat");
        Units(group, names, isWindow, looksBack);
        string events = group.Name("events");
        int rounds = needsRounds ? Rounds(operation) : 0;
        for (int round = 1; round <= rounds; round++) events = Round(group, operation, names, isWindow, events, round);
        script.Add(group.Name("number"), $"select l.ord, sum(e.sure) as least_number, sum(e.may) as most_number\nfrom {group.Name("flags")} l\njoin {events} e on {Earlier(group, names, isWindow)}\nwhere l.part = 1 and l.live = 1\ngroup by l.ord", "how many earlier awards there are, other rows' only");
        string first = operation.First.ToString(CultureInfo.InvariantCulture);
        // Where the rounds did not settle it the database must stop, not guess.
        string unsettled = needsRounds ? $" when coalesce(n.most_number, 0) >= {first} then cast('not settled: line ' || cast(l.line as {group.Dialect.TextType}) as integer)" : "";
        script.Add(group.Name("repeat"), $"select l.*, case when l.part <> 1 or l.live <> 1 or l.undated = 1 then 0 when coalesce(n.least_number, 0) >= {first} then 1{unsettled} else 0 end as again\nfrom {group.Name("flags")} l\nleft join {group.Name("number")} n on n.ord = l.ord");
    }

    // A line waits where an earlier award has no date and years are counted.
    private static void Undated(SqlGroup group, RecurNames names, bool isAsked)
    {
        SqlScript script = group.Script;
        if (!isAsked)
        {
            script.Add(group.Name("undated"), $"select l.*, 0 as undated\nfrom {group.Name("in")} l");
            return;
        }

        string keys = string.Join(", ", group.Keys("p"));
        script.Add(group.Name("no_date"), $"select {keys}, p.class{(names.HasRungs ? ", max(p.rung) as rung" : ", 0 as rung")}\nfrom {group.Name("earlier")} p\nwhere p.date = 0\ngroup by {keys}, p.class");
        string rung = names.HasRungs ? " and u.rung >= l.rung" : "";
        script.Add(group.Name("undated"), $"select l.*, case when l.part = 1 and l.live = 1 and u.rung is not null then 1 else 0 end as undated\nfrom {group.Name("in")} l\nleft join {group.Name("no_date")} u on u.class = l.class{rung}{group.SameKeys("u", "l")}");
    }

    // One event a row and award, and those of history before them all.
    private static void Units(SqlGroup group, RecurNames names, bool isWindow, bool looksBack)
    {
        string keys = string.Join(", ", group.Keys("l")), rung = names.HasRungs ? ", l.rung" : "";
        string until = isWindow ? $", {group.Until("max(l.date)")} as until" : "";
        string own = $"select {keys}, l.class{rung}, l.award, l.row_no, min(l.ord) as ord, max(l.date) as date, max(l.as_repeat) as sure, max(l.as_first) as may{until}\nfrom {group.Name("flags")} l\nwhere l.as_first = 1\ngroup by {keys}, l.class{rung}, l.award, l.row_no";
        string pastUntil = isWindow ? $", {group.Until("l.date")} as until" : "";
        string past = looksBack ? $"\nunion all\nselect {keys}, l.class{rung}, l.award, 0 as row_no, 0 as ord, l.date, 1 as sure, 1 as may{pastUntil}\nfrom {group.Name("earlier")} l" : "";
        group.Script.Add(group.Name("events"), own + past, "award events: the lines of one row are one; history comes first");
    }

    private static string Round(SqlGroup group, RecurOperation operation, RecurNames names, bool isWindow, string events, int round)
    {
        string name = group.Name(string.Create(CultureInfo.InvariantCulture, $"round{round}")), counted = name + "_n", keys = string.Join(", ", group.Keys("l"));
        string first = operation.First.ToString(CultureInfo.InvariantCulture), rung = names.HasRungs ? ", l.rung" : "";
        group.Script.Add(counted, $"select l.ord, l.row_no, sum(e.sure) as least_number, sum(e.may) as most_number\nfrom {events} l\njoin {events} e on {Earlier(group, names, isWindow)}\nwhere l.sure <> l.may\ngroup by l.ord, l.row_no");
        group.Script.Add(name, $"select {keys}, l.class{rung}, l.award, l.row_no, l.ord, l.date{(isWindow ? ", l.until" : "")},\n       case when l.sure <> l.may and coalesce(n.most_number, 0) < {first} then l.may else l.sure end as sure,\n       case when l.sure <> l.may and coalesce(n.least_number, 0) >= {first} then l.sure else l.may end as may\nfrom {events} l\nleft join {counted} n on n.ord = l.ord and l.row_no > 0", round == 1 ? "rounds: each settles the first row of a group that is open" : "");
        return name;
    }

    private static string Earlier(SqlGroup group, RecurNames names, bool isWindow) =>
        $"e.class = l.class{(names.HasRungs ? " and e.rung >= l.rung" : "")}{group.SameKeys("e", "l")} and e.ord < l.ord and e.row_no <> l.row_no{(isWindow ? " and l.date <= e.until" : "")}";

    // Whether a line that is a repeat is an event nevertheless.
    private static string AsRepeat(SqlGroup group, RecurOperation operation)
    {
        if (operation.AgainRejected) return "1 = 0";
        if (operation.AgainHeld) return "1 = 1";
        string paid = !operation.CountsPaid ? "1 = 1" : operation.AgainSlot < 0 ? "1 = 0" : $"{RecurSql.Again(group, operation)} > 0";
        return RecurSql.Lacks(operation) is { } lacks && operation.Again is not ConstantExpr ? $"(l.a = 0 or not ({lacks})) and {paid}" : paid;
    }

    // Rows that lie a whole window apart are granted one after another: two rounds for each, and one more for each time it is granted before that.
    private static int Rounds(RecurOperation operation)
    {
        Syntax.Duration window = operation.Grouping.Within.Back;
        int months = Math.Max(1, (window.Years * 12) + window.Months);
        int steps = operation.Grouping.Within.Kind == WithinKind.Back ? Math.Clamp((60 + months - 1) / months, 1, 3) : 1;
        return ((operation.First + 1) * steps) - 1;
    }
}
