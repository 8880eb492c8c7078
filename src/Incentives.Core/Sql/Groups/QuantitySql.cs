using System.Globalization;
using System.Numerics;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>A limit on quantity: the line keeps the part of its amount for which there is room. Quantities are in millionths.</summary>
internal static class QuantitySql
{
    private static readonly BigInteger Million = 1_000_000;

    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, LimitOperation operation, SqlOrder order, string from)
    {
        if (Most(group, operation) is not { } most)
        {
            group.Script.Bag.Add(SqlMessages.NoCommonDenominator(operation.Place, operation.Word));
            return;
        }

        SqlScript script = group.Script;
        Dialect dialect = group.Dialect;
        // Money back frees its places; a row that was paid nothing took none.
        bool looksBack = LimitSql.History(group, operation, "(case when p.paid > 0 then 1 when p.paid < 0 then -1 else 0 end * p.quantity)");
        string slot = script.Plan.Keep.QuantitySlot.ToString(CultureInfo.InvariantCulture);
        string own = $"coalesce(l.q, case when l.n{slot} is not null then {dialect.Divide($"(l.n{slot} * 1000000)", $"l.d{slot}")} end, {dialect.Number(Million)})";
        string net = looksBack ? "coalesce(h.net, 0) * 1000000" : "0";
        script.Add(group.Name("own"), $"select l.*, {most} as most, {dialect.Cast(net)} as net, case when l.part = 1 and l.a > 0 then {own} else {dialect.Number(0)} end as own\nfrom {from} l{(looksBack ? $"\n{group.JoinNet()}" : "")}", "a line at 0 uses no quantity");
        script.Add(group.Name("sum"), $"select l.*, l.net + sum(l.own) over (partition by {group.Partition("l.part")} order by {order.Columns} rows between unbounded preceding and current row) as s\nfrom {group.Name("own")} l");
        script.Add(group.Name("kept"), $"select l.*, least(l.most, l.s) - least(l.most, l.s - l.own) as kept\nfrom {group.Name("sum")} l");
        script.Add(group.Name("y"), $"select l.*, case when l.own > 0 then {dialect.Divide("(l.a * l.kept)", "l.own")} else l.a end as y\nfrom {group.Name("kept")} l");
        Dictionary<string, string> changed = Changes.Amount("l.y", Reason.CapQuantity.Literal());
        changed["q"] = "case when l.own > 0 and l.kept <> l.own then l.kept else l.q end";
        group.Finish("y", changed, "the part for which there is room");
    }

    private static string? Most(SqlGroup group, LimitOperation operation)
    {
        if (SqlFraction.CommonDenominator(operation.Amount) is not { } denominator || Million % denominator != 0) return null;
        if (operation.Amount is ConstantExpr { Value: { } value }) return group.Dialect.Number((BigInteger)value.Numerator * Million / (BigInteger)value.Denominator);
        string slot = operation.AmountSlot.ToString(CultureInfo.InvariantCulture);
        return $"min({group.Dialect.FloorDivide($"(l.n{slot} * 1000000)", $"l.d{slot}")}) over (partition by {group.Partition("l.part")})";
    }
}
