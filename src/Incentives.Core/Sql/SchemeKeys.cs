using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>What of a row the group operations of one scheme need, among all that the batch keeps.</summary>
internal static class SchemeKeys
{
    /// <summary>Columns that can be worked out for the scheme's rows: those of the roster, and its own.</summary>
    public static IEnumerable<Column> Of(Scheme scheme) =>
        scheme.Groups.SelectMany(g => g.Grouping.Columns).Concat(scheme.Groups.Select(g => g.Grouping.Within.Column).OfType<Column>()).Concat(scheme.Totals).Distinct();

    /// <summary>Positions of the numbers that its operations read.</summary>
    public static IEnumerable<int> Numbers(Scheme scheme, KeepPlan keep) =>
        scheme.Groups.SelectMany(g => g switch
        {
            RecurOperation recur => [recur.AgainSlot],
            ShareOperation share => [share.WeightSlot],
            OverlapOperation { Order.ByColumn: { } order } => [keep.NumberSlot(order)],
            LimitOperation limit =>
            [
                limit.AmountSlot, limit.IsCount ? keep.QuantitySlot : -1,
                limit.PriorityColumn is { } priority ? keep.NumberSlot(priority) : -1, limit.Order.ByColumn is { } by ? keep.NumberSlot(by) : -1,
            ],
            _ => Array.Empty<int>(),
        }).Where(slot => slot >= 0).Distinct();
}
