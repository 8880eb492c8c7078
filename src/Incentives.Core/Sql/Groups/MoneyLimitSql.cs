using System.Globalization;
using System.Numerics;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>Money limits: what room history and earlier lines leave, a share of it, or nothing.</summary>
internal static class MoneyLimitSql
{
    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, LimitOperation operation, SqlOrder order, string from)
    {
        if (operation.Cut == Cut.InOrder && operation.Grouping.Within.Kind == WithinKind.Back)
        {
            SlidingSql.Write(group, operation, order, from);
            return;
        }

        bool looksBack = LimitSql.History(group, operation, "p.paid");
        SqlScript script = group.Script;
        string net = looksBack ? "coalesce(h.net, 0)" : "0";
        script.Add(group.Name("most"), $"select l.*, {Most(group, operation)} as most, {group.Dialect.Cast(net)} as net\nfrom {from} l{(looksBack ? $"\n{group.JoinNet()}" : "")}");
        switch (operation.Cut)
        {
            case Cut.ProRata: ProRata(group, order); break;
            case Cut.Refuse: Refuse(group); break;
            default: InOrder(group, operation, order); break;
        }
    }

    /// <summary>The limit of a line's group in fen.</summary>
    public static string Most(SqlGroup group, LimitOperation operation)
    {
        if (operation.Amount is ConstantExpr { Value: { } value }) return group.Dialect.Number(BigInteger.Max(0, (BigInteger)value.Floor()));
        string slot = operation.AmountSlot.ToString(CultureInfo.InvariantCulture);
        return $"min({group.Dialect.Divide($"greatest(l.n{slot}, 0)", $"l.d{slot}")}) over (partition by {group.Partition("l.part")})";
    }

    private static void InOrder(SqlGroup group, LimitOperation operation, SqlOrder order)
    {
        SqlScript script = group.Script;
        string running = $"over (partition by {group.Partition("l.part")} order by {order.Columns} rows between unbounded preceding and current row)";
        script.Add(group.Name("sum"), $"select l.*, l.net + sum(l.a) {running} as s, max(l.taint) {running} as tainted\nfrom {group.Name("most")} l", "the sum up to each line, history first");
        string room = operation.Cut == Cut.Stop ? $"case when l.s <= l.most then l.a else {group.Dialect.Number(0)} end" : "least(l.most, l.s) - least(l.most, l.s - l.a)";
        script.Add(group.Name("y"), $"select l.*, case when l.part = 1 then {room} else l.a end as y\nfrom {group.Name("sum")} l");
        Finish(group, LimitSql.ReasonOf(operation), operation.Cut == Cut.Stop ? "from the first that does not fit nothing is paid" : "each line gets what room is left");
    }

    private static void ProRata(SqlGroup group, SqlOrder order)
    {
        SqlScript script = group.Script;
        Dialect dialect = group.Dialect;
        string unit = dialect.Number(group.Scheme.Rounding.UnitFen), partition = group.Partition("l.part");
        script.Add(group.Name("sum"), $"select l.*, greatest(l.most - l.net, 0) as available, sum(l.a) over (partition by {partition}) as demand, max(l.taint) over (partition by {partition}) as tainted\nfrom {group.Name("most")} l");
        script.Add(group.Name("units"), $"select l.*, case when l.part = 1 and l.demand > l.available then 1 else 0 end as over, {dialect.Divide("l.available", unit)} as units\nfrom {group.Name("sum")} l");
        script.Add(group.Name("floor"), $"select l.*, case when l.over = 1 then {dialect.Divide("(l.a * l.units)", "l.demand")} else {dialect.Number(0)} end as quota\nfrom {group.Name("units")} l");
        script.Add(group.Name("rest"), $"select l.*, case when l.over = 1 then l.a * l.units - l.quota * l.demand else {dialect.Number(0)} end as remainder, l.units - sum(l.quota) over (partition by {partition}) as left_over\nfrom {group.Name("floor")} l", "whole units, and what is left of them");
        script.Add(group.Name("rank"), $"select l.*, row_number() over (partition by {partition} order by l.remainder desc, {order.Columns}) as place\nfrom {group.Name("rest")} l");
        script.Add(group.Name("y"), $"select l.*, case when l.over = 1 then least(l.a, (l.quota + case when l.place <= l.left_over then 1 else 0 end) * {unit}) else l.a end as y\nfrom {group.Name("rank")} l", "the units left over go one each to the largest remainders");
        Finish(group, Reason.EnvelopeProrata, "reduced in proportion");
    }

    private static void Refuse(SqlGroup group)
    {
        SqlScript script = group.Script;
        script.Add(group.Name("sum"), $"select l.*, sum(l.a) over (partition by {group.Partition("l.part")}) as demand\nfrom {group.Name("most")} l");
        group.Finish("sum", new Dictionary<string, string>().Hold("l.part = 1 and l.a > 0 and l.demand > greatest(l.most - l.net, 0)", Reason.EnvelopeExceeded.Literal()), "more than there is: all of it waits");
    }

    /// <summary>Takes over the amounts <c>y</c>; a line that is cut behind one that may still change may change too.</summary>
    public static void Finish(SqlGroup group, Reason reason, string comment)
    {
        Dictionary<string, string> changed = Changes.Amount("l.y", reason.Literal());
        changed["taint"] = "case when l.y < l.a and l.tainted = 1 then 1 else l.taint end";
        group.Finish("y", changed, comment);
    }
}
