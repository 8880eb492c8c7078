using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>The order of a group's lines as numbers: the least comes first.</summary>
internal static class LineOrder
{
    /// <summary>The rank of a line whose cell is empty: it waits, for nobody can say where it belongs.</summary>
    public const long Unknown = long.MaxValue;

    /// <summary>The rank of a line under an ordering; null for by date.</summary>
    public static Func<int, long>? Rank(GroupContext context, Ordering order)
    {
        if (order.ByAmount) return line => -context.Lines[line].Amount;
        return order.ByColumn is { } column ? ByColumn(context, column, order.IsDescending) : null;
    }

    /// <summary>The rank of a line by a column; Fractions are told apart to a millionth.</summary>
    public static Func<int, long> ByColumn(GroupContext context, Column column, bool descending)
    {
        int slot = context.Plan.Keep.NumberSlot(column);
        return line =>
        {
            if (context.Lines.Number(line, slot) is not { } value) return Unknown;
            long rank = (long)(value * new Rational(1_000_000)).Floor();
            return descending ? -rank : rank;
        };
    }
}
