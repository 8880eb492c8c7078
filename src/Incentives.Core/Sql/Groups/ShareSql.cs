using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>Stage 6: one pool among joint winners, to the last unit.</summary>
internal static class ShareSql
{
    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, ShareOperation operation)
    {
        if (SqlFraction.CommonDenominator(operation.Weight) is not { } common)
        {
            group.Script.Bag.Add(SqlMessages.NoCommonDenominator(operation.Place, operation.Word));
            return;
        }

        GroupSql.HoldUnplaced(group, SqlOrder.ByDate);
        SqlScript script = group.Script;
        Dialect dialect = group.Dialect;
        string slot = operation.WeightSlot.ToString(CultureInfo.InvariantCulture), partition = group.Partition("l.part");
        string whole = operation.IsOfWhole ? dialect.Number(common) : $"sum(l.weight) over (partition by {partition})";
        string weight = $"case when l.n{slot} >= 0 then {dialect.Divide($"(l.n{slot} * {dialect.Number(common)})", $"l.d{slot}")} end";
        script.Add(group.Name("in"), $"select l.*{group.KeyColumns()}, {weight} as weight,\n       case when (l.live = 1 or l.event > 0) and {group.IsMeant()} and {group.HasKeys()} then 1 else 0 end as part\nfrom {script.Lines} l", group.Comment);
        script.Add(group.Name("pool"), $"select l.*, max(l.e) over (partition by {partition}) as pool, coalesce(sum(l.weight) over (partition by {partition}), 0) as weights, coalesce({whole}, 0) as whole\nfrom {group.Name("in")} l");
        // The first line that is not like the others, or has no weight, says why all wait.
        script.Add(group.Name("odd"), $"select l.*, min(case when l.part = 0 then null when l.e <> l.pool then l.ord * 2 when l.weight is null then l.ord * 2 + 1 end) over (partition by {partition}) as odd\nfrom {group.Name("pool")} l");
        string rest = operation.RestUnpaid ? "" : " or l.weights < l.whole";
        string fate = $"""
            case when l.part = 0 then null
                        when l.odd is not null then case when {dialect.Modulo("l.odd", "2")} = 0 then {Reason.PoolDiffers.Literal()} else {Reason.ShareMissing.Literal()} end
                        when l.weights > l.whole then {Reason.SharesExceed.Literal()}
                        when l.weights = 0{rest} then {Reason.ShareMissing.Literal()} end
            """;
        script.Add(group.Name("fate"), $"select l.*, {fate} as fate\nfrom {group.Name("odd")} l");
        Parts(group, partition);
        Dictionary<string, string> changed = Changes.Amount("l.y", Reason.Shared.Literal()).Decide(dialect, "l.live = 1 and l.fate is not null", "'held'", "l.fate");
        group.Finish("y", changed, "each winner's part of the pool");
    }

    private static void Parts(SqlGroup group, string partition)
    {
        SqlScript script = group.Script;
        Dialect dialect = group.Dialect;
        string unit = dialect.Number(group.Scheme.Rounding.UnitFen), zero = dialect.Number(0);
        script.Add(group.Name("units"), $"select l.*, case when l.part = 1 and l.fate is null then {dialect.Divide("(l.pool * l.weights)", $"(l.whole * {unit})")} else {zero} end as units\nfrom {group.Name("fate")} l");
        script.Add(group.Name("floor"), $"select l.*, case when l.part = 1 and l.fate is null then {dialect.Divide("(l.weight * l.units)", "l.weights")} else {zero} end as quota\nfrom {group.Name("units")} l");
        script.Add(group.Name("rest"), $"select l.*, case when l.part = 1 and l.fate is null then l.weight * l.units - l.quota * l.weights else {zero} end as remainder, l.units - sum(l.quota) over (partition by {partition}) as left_over\nfrom {group.Name("floor")} l");
        script.Add(group.Name("rank"), $"select l.*, row_number() over (partition by {partition} order by l.remainder desc, l.ord) as place\nfrom {group.Name("rest")} l");
        script.Add(group.Name("parts"), $"select l.*, (l.quota + case when l.place <= l.left_over then 1 else 0 end) * {unit} as share\nfrom {group.Name("rank")} l", "the units left over go one each to the largest remainders");
        string reduced = $"{dialect.Divide(dialect.Divide("(l.a * l.share)", $"greatest(l.pool, {dialect.Number(1)})"), unit)} * {unit}";
        script.Add(group.Name("y"), $"select l.*, case when l.part = 1 and l.live = 1 and l.fate is null then case when l.a = l.pool then l.share else {reduced} end else l.a end as y\nfrom {group.Name("parts")} l", "a line that was reduced before gets its part of what is left of it");
    }
}
