using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>Stages 5 and 7: what a group of grants is worth, less what history gave; each line gets the step by which it raises that.</summary>
internal static class OverlapSql
{
    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, OverlapOperation operation)
    {
        SqlOrder order = SqlOrder.Of(group);
        GroupSql.HoldUnplaced(group, order);
        SqlScript script = group.Script;
        script.Add(group.Name("in"), $"select l.*{group.KeyColumns()}{order.Column},\n       case when l.live = 1 and {group.IsMeant()} and {group.HasKeys()} then 1 else 0 end as part\nfrom {script.Lines} l", group.Comment);
        bool looksBack = group.HasHistory;
        if (looksBack)
        {
            group.Past(operation.Awards is { } awards ? $"p.award in ({group.Awards(awards)})" : $"(p.scheme is null or p.scheme in ({group.Normal(group.Scheme.Id)}, {group.Normal(group.Scheme.Title)}))");
            group.Net("p.paid");
        }

        if (operation.Keep == Keep.One) One(group, looksBack && operation.Paid != PaidBefore.Ignore);
        else Steps(group, operation, order, looksBack);
    }

    private static void One(SqlGroup group, bool looksBack)
    {
        SqlScript script = group.Script;
        string past = looksBack ? " or h.net is not null" : "";
        script.Add(group.Name("size"), $"select l.*, count(*) over (partition by {group.Partition("l.part")}) as size\nfrom {group.Name("in")} l");
        script.Add(group.Name("y"), $"select l.*, case when l.part = 1 and (l.size > 1{past}) then 1 else 0 end as excl\nfrom {group.Name("size")} l{(looksBack ? $"\n{JoinPast(group)}" : "")}");
        group.Finish("y", new Dictionary<string, string>().Decide(group.Dialect, "l.excl = 1", "'held'", Reason.Exclusive.Literal()), "two that exclude each other wait for a choice");
    }

    // Without keys the net is always one row, whether or not there is history.
    private static string JoinPast(SqlGroup group) =>
        group.Keys("l").Any() ? group.JoinNet() : $"left join (select max(p.seq) as net from {group.Name("past")} p) h on l.part = 1";

    private static void Steps(SqlGroup group, OverlapOperation operation, SqlOrder order, bool looksBack)
    {
        SqlScript script = group.Script;
        string partition = group.Partition("l.part");
        string running = $"over (partition by {partition} order by {order.Columns} rows between unbounded preceding and current row)";
        string before = $"over (partition by {partition} order by {order.Columns} rows between unbounded preceding and 1 preceding)";
        string net = looksBack && operation.Paid != PaidBefore.Ignore ? "coalesce(h.net, 0)" : "0";
        script.Add(group.Name("net_of"), $"select l.*, {group.Dialect.Cast(net)} as net,\n       count(*) over (partition by {partition}) as size, max(l.is_open) over (partition by {partition}) as any_open\nfrom {group.Name("in")} l{(looksBack && net != "0" ? $"\n{group.JoinNet()}" : "")}");
        Worth(group, operation, order, looksBack);
        script.Add(group.Name("worth"), $"select l.*, coalesce(max(l.w) {running}, 0) as m1, coalesce(max(l.w) {before}, 0) as m0\nfrom {group.Name("w")} l", "what the group is worth with the line, and without it");
        string step = "greatest(l.net, l.m1) - greatest(l.net, l.m0)";
        string blocked = operation.Paid == PaidBefore.Block ? $"case when l.net > 0 then {group.Dialect.Number(0)} else {step} end" : step;
        script.Add(group.Name("y"), $"select l.*, case when l.part = 1 then {blocked} else l.a end as y\nfrom {group.Name("worth")} l");
        string paid = operation.Paid == PaidBefore.Block ? "l.net > 0" : "l.net > 0 and l.a <= l.net";
        string code = operation.Keep == Keep.ByCount ? Reason.Combined.Literal()
            : $"case when l.y > 0 then {Reason.ToppedUp.Literal()} when {paid} then {Reason.AlreadyPaid.Literal()} else {Reason.LowerAward.Literal()} end";
        Dictionary<string, string> changed = Changes.Amount("l.y", code);
        changed["taint"] = "case when l.part = 1 and l.any_open = 1 and l.size > 1 then 1 else l.taint end";
        group.Finish("y", changed, "each line gets the step by which it raises the worth");
    }

    // The worth that a line brings: its amount, that of the first by an order, or what so many different awards are worth.
    private static void Worth(SqlGroup group, OverlapOperation operation, SqlOrder order, bool looksBack)
    {
        SqlScript script = group.Script;
        string zero = group.Dialect.Number(0), from = group.Name("net_of");
        if (operation.Keep == Keep.ByCount)
        {
            ByCount(group, operation, order, looksBack);
        }
        else if (operation.Keep == Keep.Highest && (operation.Order.ByTier || operation.Order.ByColumn is not null))
        {
            string first = $"row_number() over (partition by {group.Partition("l.part", "case when l.a > 0 then 1 else 0 end")} order by {order.Columns})";
            script.Add(group.Name("w"), $"select l.*, case when l.a > 0 and {first} = 1 then l.a else {zero} end as w\nfrom {from} l", "the first by its order is what the group is worth");
        }
        else
        {
            script.Add(group.Name("w"), $"select l.*, l.a as w\nfrom {from} l");
        }
    }

    private static void ByCount(SqlGroup group, OverlapOperation operation, SqlOrder order, bool looksBack)
    {
        SqlScript script = group.Script;
        string zero = group.Dialect.Number(0), from = group.Name("net_of"), fresh = "1 = 1", titles = "0", joins = "";
        if (looksBack)
        {
            string keys = string.Join(", ", group.Keys("p"));
            string comma = keys.Length == 0 ? "" : ", ";
            script.Add(group.Name("titles"), $"select {keys}{comma}p.award as title\nfrom {group.Name("past")} p\nwhere p.paid >= 0\ngroup by {keys}{comma}p.award", "awards that history has adjudicated, even at 0");
            script.Add(group.Name("title_count"), $"select {keys}{comma}count(*) as titles\nfrom {group.Name("titles")} p{(keys.Length == 0 ? "" : $"\ngroup by {keys}")}");
            joins = $"\nleft join {group.Name("titles")} t on l.part = 1 and t.title = l.award{group.SameKeys("t", "l")}\nleft join {group.Name("title_count")} c on l.part = 1{group.SameKeys("c", "l")}";
            (fresh, titles) = ("t.title is null", "coalesce(c.titles, 0)");
        }

        string first = $"row_number() over (partition by {group.Partition("l.part", "l.award")} order by {order.Columns})";
        script.Add(group.Name("fresh"), $"select l.*, case when {fresh} and {first} = 1 then 1 else 0 end as fresh, {titles} as titles\nfrom {from} l{joins}", "whether a line is the first of its award");
        script.Add(group.Name("count"), $"select l.*, l.titles + sum(l.fresh) over (partition by {group.Partition("l.part")} order by {order.Columns} rows between unbounded preceding and current row) as number\nfrom {group.Name("fresh")} l");
        string worth = string.Concat(operation.WorthByCount.SkipLast(1).Select((w, i) => string.Create(CultureInfo.InvariantCulture, $"when l.number <= {i + 1} then {group.Dialect.Number(w)} ")));
        script.Add(group.Name("w"), $"select l.*, case when l.fresh = 0 or l.a = 0 then {zero} {worth}else {group.Dialect.Number(operation.WorthByCount[^1])} end as w\nfrom {group.Name("count")} l");
    }
}
