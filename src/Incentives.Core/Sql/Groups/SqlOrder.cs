using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>The order of a group's lines: an expression for what comes first, least first; date and line decide the rest.</summary>
/// <param name="Rank">The expression over a line; null where only date and line decide.</param>
/// <param name="MayLack">Whether it can be NULL: then nobody can say where the line belongs.</param>
internal sealed record SqlOrder(string? Rank, bool MayLack)
{
    /// <summary>By date, then line.</summary>
    public static SqlOrder ByDate { get; } = new(null, false);

    /// <summary>The columns of a window's order, after the rank has been named <c>rank_no</c>.</summary>
    public string Columns => Rank is null ? "l.ord" : "l.rank_no, l.ord";

    /// <summary>The rank as a column of a select list; begins with a comma.</summary>
    public string Column => Rank is null ? "" : $", {Rank} as rank_no";

    /// <summary>The order an operation states.</summary>
    public static SqlOrder Of(SqlGroup group) => group.Operation switch
    {
        LimitOperation { PriorityColumn: { } priority } => ByColumn(group, priority, false),
        LimitOperation limit => Of(group, limit.Order),
        OverlapOperation { Order.ByTier: true } => ByTier(group),
        OverlapOperation overlap => Of(group, overlap.Order),
        _ => ByDate,
    };

    private static SqlOrder Of(SqlGroup group, Ordering order)
    {
        if (order.ByAmount) return new SqlOrder("-l.a", false);
        return order.ByColumn is { } column ? ByColumn(group, column, order.IsDescending) : ByDate;
    }

    // Fractions are told apart to a millionth.
    private static SqlOrder ByColumn(SqlGroup group, Column column, bool descending)
    {
        int slot = group.Script.Plan.Keep.NumberSlot(column);
        string n = string.Create(CultureInfo.InvariantCulture, $"l.n{slot}"), d = string.Create(CultureInfo.InvariantCulture, $"l.d{slot}");
        string rank = $"({group.Dialect.FloorDivide($"({n} * 1000000)", d)})";
        return new SqlOrder($"case when {n} is not null then {(descending ? "-" : "")}{rank} end", true);
    }

    private static SqlOrder ByTier(SqlGroup group)
    {
        var rungs = group.Scheme.Names.Rungs.GroupBy(r => r.Value.Rung, r => r.Key).OrderByDescending(r => r.Key);
        if (!rungs.Any()) return ByDate;
        return new SqlOrder($"case {string.Concat(rungs.Select(r => string.Create(CultureInfo.InvariantCulture, $"when l.award in ({group.Awards(r)}) then {-r.Key} ")))}else 1 end", false);
    }
}
