using System.Globalization;
using System.Numerics;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>Stages 8 and 9: ceilings on groups, minimum grants and envelopes.</summary>
internal static class LimitSql
{
    /// <summary>Writes one operation.</summary>
    public static void Write(SqlGroup group, LimitOperation operation)
    {
        SqlOrder order = SqlOrder.Of(group);
        GroupSql.HoldUnplaced(group, order);
        // What is only reported is said by the totals, and changes nothing.
        if (operation.Cut == Cut.Report && !operation.IsMinimum && operation.Amount is ConstantExpr) return;
        SqlScript script = group.Script;
        script.Add(group.Name("in"), $"select l.*{group.KeyColumns()}{order.Column},\n       case when l.live = 1 and {group.IsMeant()} and {group.HasKeys()} then 1 else 0 end as part\nfrom {script.Lines} l", group.Comment);
        string from = operation.Amount is ConstantExpr ? group.Name("in") : HoldUnlimited(group, operation);
        if (operation.IsMinimum) Minimum(group, operation, from);
        else if (operation.Cut == Cut.Report) return;
        else if (operation.IsCount) QuantitySql.Write(group, operation, order, from);
        else MoneyLimitSql.Write(group, operation, order, from);
    }

    /// <summary>Writes the history that a limit counts, and its net; whether there can be any.</summary>
    public static bool History(SqlGroup group, LimitOperation operation, string sum)
    {
        if (!HasHistory(group, operation)) return false;
        group.Net(sum);
        return true;
    }

    /// <summary>Writes the history that a limit counts; whether there can be any.</summary>
    public static bool HasHistory(SqlGroup group, LimitOperation operation)
    {
        if (!group.HasHistory) return false;
        IEnumerable<string> schemes = new[] { group.Scheme.Id, group.Scheme.Title }.Concat(group.Scheme.Supersedes).Distinct().Select(group.Normal);
        group.Past($"(p.scheme is null or p.scheme in ({string.Join(", ", schemes)}))\n  and ({Concerns(group, operation)})");
        return true;
    }

    /// <summary>The reason of what a limit cuts in order.</summary>
    public static Reason ReasonOf(LimitOperation operation)
    {
        if (operation.IsEnvelope) return operation.PriorityColumn is not null ? Reason.EnvelopePriority : Reason.EnvelopeOrder;
        return operation.Grouping.Within.Kind switch
        {
            _ when !operation.Grouping.HasRecipient => Reason.CapSubject,
            WithinKind.Year or WithinKind.Period => Reason.CapYear,
            _ => Reason.CapLifetime,
        };
    }

    // Awards of the clauses a limit is about, under that clause where the history says one; and awards it names.
    private static string Concerns(SqlGroup group, LimitOperation operation)
    {
        Column award = group.Script.Plan.Standard("award");
        List<string> cases = [];
        foreach (var same in operation.Among.Clauses.Order().Select(i => group.Script.Plan.Clauses[i]).GroupBy(c => c.Awards(award) is { } a ? group.Awards(a) : null))
        {
            string clauses = $"(p.clause is null or p.clause in ({string.Join(", ", same.Select(c => group.Normal(c.Id)))}))";
            cases.Add(same.Key is { } awards ? awards.Length == 0 ? "1 = 0" : $"{clauses} and p.award in ({awards})" : clauses);
        }

        if (operation.Among.Awards.Count > 0) cases.Add($"p.award in ({group.Awards(operation.Among.Awards)})");
        return cases.Count == 0 ? "1 = 0" : string.Join("\n    or ", cases);
    }

    // A limit that a row's cell holds: where one of the group is empty, nobody can say how much there is.
    private static string HoldUnlimited(SqlGroup group, LimitOperation operation)
    {
        string n = string.Create(CultureInfo.InvariantCulture, $"l.n{operation.AmountSlot}");
        group.Script.Add(group.Name("limited"), $"select l.*, max(case when l.part = 1 and {n} is null then 1 else 0 end) over (partition by {group.Partition("l.part")}) as unlimited\nfrom {group.Name("in")} l");
        group.Script.Change(group.Name("unlimited"), $"{group.Name("limited")} l", new Dictionary<string, string>().Decide(group.Dialect, "l.part = 1 and l.unlimited = 1", "'held'", Reason.MissingValue.Literal()), "");
        group.Script.Add(group.Name("in2"), $"select l.*{group.KeyColumns()}{SqlOrder.Of(group).Column},\n       case when l.live = 1 and {group.IsMeant()} and {group.HasKeys()} then 1 else 0 end as part\nfrom {group.Script.Lines} l");
        return group.Name("in2");
    }

    private static void Minimum(SqlGroup group, LimitOperation operation, string from)
    {
        SqlScript script = group.Script;
        string partition = group.Partition("l.part");
        // A whole sum is below a fraction where it is below the next whole number.
        string least = operation.Amount is ConstantExpr { Value: { } value }
            ? group.Dialect.Number(-FloorDivide(-(BigInteger)value.Numerator, (BigInteger)value.Denominator))
            : string.Create(CultureInfo.InvariantCulture, $"min({group.Dialect.FloorDivide($"(l.n{operation.AmountSlot} + l.d{operation.AmountSlot} - 1)", $"l.d{operation.AmountSlot}")}) over (partition by {partition})");
        script.Add(group.Name("sum"), $"select l.*, sum(l.a) over (partition by {partition}) as s, {least} as least_sum\nfrom {from} l");
        script.Add(group.Name("y"), $"select l.*, case when l.part = 1 and l.s < l.least_sum then {group.Dialect.Number(0)} else l.a end as y\nfrom {group.Name("sum")} l");
        group.Finish("y", Changes.Amount("l.y", Reason.BelowMinimum.Literal()), "a group below the minimum gets nothing");
    }

    private static BigInteger FloorDivide(BigInteger n, BigInteger d) => BigInteger.DivRem(n, d, out BigInteger rest) - (rest.Sign < 0 ? 1 : 0);
}
