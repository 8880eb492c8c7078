using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>
/// A money limit whose window moves with each row's date: the room is the limit less what history and earlier lines were granted within it. What a line is granted
/// depends on all before it, so the first line of each group is settled first, then the second, and so on.
/// </summary>
internal static class SlidingSql
{
    /// <summary>The most lines with an amount that one group may have.</summary>
    public const int MostLines = 24;

    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, LimitOperation operation, SqlOrder order, string from)
    {
        SqlScript script = group.Script;
        string running = $"over (partition by {group.Partition("l.part")} order by {order.Columns} rows between unbounded preceding and current row)";
        string until = group.Until("l.date");
        script.Add(group.Name("all"), $"select l.*, {MoneyLimitSql.Most(group, operation)} as most, max(l.taint) {running} as tainted, {until} as until\nfrom {from} l");
        string beyond = $"case when row_number() over (partition by {group.Partition("l.part")} order by {order.Columns}) > {MostLines} then cast('too many lines in one group: line ' || cast(l.line as {group.Dialect.TextType}) as integer) else 0 end";
        script.Add(group.Name("seq"), $"select l.*, row_number() over (partition by {group.Partition("l.part")} order by {order.Columns}) as place, {beyond} as beyond\nfrom {group.Name("all")} l\nwhere l.part = 1 and l.a > 0");
        string room = Room(group, operation);
        string keys = string.Join(", ", group.Keys("l")), comma = keys.Length == 0 ? "" : ", ";
        string before = group.Name("step0");
        script.Add(before, $"select l.ord{comma}{keys}, l.date, l.until, l.a, l.place + l.beyond as place, {room} as room, {group.Dialect.Number(0)} as y\nfrom {group.Name("seq")} l{(group.HasHistory ? $"\nleft join {group.Name("used")} u on u.ord = l.ord" : "")}", "what history leaves for each line");
        for (int step = 1; step <= MostLines; step++)
        {
            string name = group.Name(string.Create(CultureInfo.InvariantCulture, $"step{step}")), spent = name + "_spent";
            script.Add(spent, string.Create(CultureInfo.InvariantCulture, $"select l.ord, sum(e.y) as spent\nfrom {before} l\njoin {before} e on e.place < l.place and l.date <= e.until{group.SameKeys("e", "l")}\nwhere l.place = {step}\ngroup by l.ord"));
            script.Add(name, string.Create(CultureInfo.InvariantCulture, $"select l.ord{comma}{keys}, l.date, l.until, l.a, l.place, l.room,\n       case when l.place = {step} then least(l.a, greatest(l.room - coalesce(s.spent, 0), 0)) else l.y end as y\nfrom {before} l\nleft join {spent} s on s.ord = l.ord"), step == 1 ? "one line of each group after another" : "");
            before = name;
        }

        script.Add(group.Name("y"), $"select l.*, case when l.part = 1 and l.a > 0 then s.y else l.a end as granted\nfrom {group.Name("all")} l\nleft join {before} s on s.ord = l.ord");
        Dictionary<string, string> changed = Changes.Amount("l.granted", LimitSql.ReasonOf(operation).Literal());
        changed["taint"] = "case when l.granted < l.a and l.tainted = 1 then 1 else l.taint end";
        group.Finish("y", changed, "each line gets what room is left in its window");
    }

    // History without a date lies in every window.
    private static string Room(SqlGroup group, LimitOperation operation)
    {
        if (!LimitSql.HasHistory(group, operation)) return "l.most";
        SqlScript script = group.Script;
        string until = group.Until("p.date");
        script.Add(group.Name("window"), $"select l.ord, p.seq, p.paid, sum(p.paid) over (partition by l.ord order by p.seq rows between unbounded preceding and current row) as c\nfrom {group.Name("seq")} l\njoin {group.Name("past")} p on l.date <= {until}{group.SameKeys("p", "l")}");
        script.Add(group.Name("used"), $"select w.ord, sum(w.paid) - least(min(w.c), 0) as used\nfrom {group.Name("window")} w\ngroup by w.ord");
        return "l.most - coalesce(u.used, 0)";
    }
}
