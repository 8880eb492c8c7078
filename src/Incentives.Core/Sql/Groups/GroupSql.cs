using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>Stages 4 to 10 as queries over the claim lines, in the one order that holds for all schemes.</summary>
internal static class GroupSql
{
    /// <summary>Writes them.</summary>
    public static void Write(SqlScript script)
    {
        GroupOperation[] order = [.. GroupOrder.Of(script.Plan.Groups)];
        SqlGroup[] groups = [.. order.Select((o, i) => new SqlGroup(script, script.Plan.Schemes.First(s => s.Groups.Contains(o)), o, i + 1))];
        HoldUnkeyed(script, [.. groups.Where(g => GroupOrder.HasOtherKeys(g.Operation) && g.CanLackKeys)]);
        foreach (SqlGroup group in groups.Where(g => g.Operation.Stage <= 8)) One(group);
        RoundSql.Write(script, 8);
        foreach (SqlGroup group in groups.Where(g => g.Operation.Stage > 8)) One(group);
        RoundSql.Write(script, 10);
    }

    private static void One(SqlGroup group)
    {
        switch (group.Operation)
        {
            case OverlapOperation { Keep: Keep.All }: break;
            case RecurOperation recur: RecurSql.Write(group, recur); break;
            case OverlapOperation overlap: OverlapSql.Write(group, overlap); break;
            case ShareOperation share: ShareSql.Write(group, share); break;
            case LimitOperation limit: LimitSql.Write(group, limit); break;
            default: throw new InvalidOperationException($"{group.Operation.Word} has no SQL");
        }
    }

    // Lines that lack a key of some operation wait before any stage counts them as something; the first operation that misses one says why.
    private static void HoldUnkeyed(SqlScript script, IReadOnlyList<SqlGroup> groups)
    {
        if (groups.Count == 0) return;
        string fate = $"case when l.live = 0 then null{string.Concat(groups.Select(g => $"\n            when {g.IsMeant()} and not ({g.HasKeys()}) then {g.LackingCode()}"))} end";
        script.Add("g0_keys", $"select l.*, {fate} as lacking\nfrom {script.Lines} l", "lines that lack a key of a group wait for it");
        script.Change("g0_held", "g0_keys l", new Dictionary<string, string>().Decide(script.Dialect, "l.lacking is not null", "'held'", "l.lacking"), "");
    }

    /// <summary>
    /// Lines that turn out, when an operation comes, to have no certain recipient or no place in its order: they wait. Lines without another key have been held before.
    /// </summary>
    public static void HoldUnplaced(SqlGroup group, SqlOrder order)
    {
        bool lacksKeys = group.CanLackKeys && !GroupOrder.HasOtherKeys(group.Operation);
        if (!lacksKeys && !order.MayLack) return;
        string place = order.MayLack ? $"case when {group.HasKeys()} and {order.Rank} is null then {Reason.MissingValue.Literal()} end" : "";
        string lacking = !lacksKeys ? place : order.MayLack ? $"coalesce({group.LackingCode()}, {place})" : group.LackingCode();
        group.Script.Add(group.Name("who"), $"select l.*, case when l.live = 1 and {group.IsMeant()} then {lacking} end as lacking\nfrom {group.Script.Lines} l");
        group.Script.Change(group.Name("held"), $"{group.Name("who")} l", new Dictionary<string, string>().Decide(group.Dialect, "l.lacking is not null", "'held'", "l.lacking"), "");
    }
}
