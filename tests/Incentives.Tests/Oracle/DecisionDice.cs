namespace Incentives.Tests.Oracle;

/// <summary>Random decision rows, parts of a cost, and marginal schedules.</summary>
internal static class DecisionDice
{
    /// <summary>Rows that do not overlap: by cost, by level and cost, or by quantity and role.</summary>
    public static List<DecisionRow> Rows(Dice dice, bool isPlain)
    {
        DecisionRow Row(params Condition[] when) => new(when, Grant(dice, isPlain));
        Condition Level(params string[] levels) => new("level", ConditionKind.OneOf, levels);
        bool isEdgeBelow = dice.Chance(50);
        Condition Below(string column, long edge) => new(column, ConditionKind.Range, [], null, edge) { IsHighOut = !isEdgeBelow };
        Condition Above(string column, long edge) => new(column, ConditionKind.Range, [], edge) { IsLowOut = isEdgeBelow };
        Condition Between(long low, long high) => new("费用", ConditionKind.Range, [], low, high) { IsLowOut = isEdgeBelow, IsHighOut = !isEdgeBelow };
        List<DecisionRow> rows = dice.Between(0, 2) switch
        {
            0 => [Row(Below("费用", RowDice.Edges[0])), Row(Between(RowDice.Edges[0], RowDice.Edges[1])), Row(Above("费用", RowDice.Edges[1]))],
            1 => [Row(Level("国家"), Below("费用", RowDice.Edges[1])), Row(Level("国家"), Above("费用", RowDice.Edges[1])), Row(Level("省", "市"))],
            _ => [Row(Below("quantity", 2), new Condition("role", ConditionKind.OneOf, ["主导"])), Row(Above("quantity", 2)), Row(Below("quantity", 2), new Condition("role", ConditionKind.NoneOf, ["主导"]))],
        };
        // Sometimes a row that nothing is said of.
        if (dice.Chance(30)) rows.RemoveAt(dice.Between(0, rows.Count - 1));
        return rows;
    }

    /// <summary>A part of the cost, or of what is left of it, which may be less than nothing.</summary>
    public static Part Part(Dice dice)
    {
        (int num, int den) = dice.One<(int, int)>((10, 100), (30, 100), (33, 100), (1, 3), (2, 7));
        return new Part(num, den, dice.One("费用", "费用", "净额"));
    }

    /// <summary>A marginal schedule of two or three bands, the last perhaps with an end.</summary>
    public static Marginal Marginal(Dice dice)
    {
        string measure = dice.One("费用", "净额", "quantity", "quantity");
        long[] ends = measure == "quantity" ? [dice.Between(1, 2), dice.Between(3, 4)] : RowDice.Edges;
        int Rate() => measure == "quantity" ? (int)PolicyDice.Sum(dice) / 7 : dice.Between(0, 60);
        List<(long?, bool, int)> bands = [.. ends.Take(dice.Between(1, 2)).Select(e => ((long?)e, dice.Chance(50), Rate()))];
        // The last is open, or what is above it gets no more.
        if (dice.Chance(75)) bands.Add((null, true, Rate()));
        return new Marginal(measure, bands);
    }

    private static Grant Grant(Dice dice, bool isPlain) => new()
    {
        IsCeiling = dice.Chance(40),
        Sum = PolicyDice.Sum(dice),
        Part = !isPlain && dice.Chance(35) ? Part(dice) : null,
        AtMost = !isPlain && dice.Chance(20) ? PolicyDice.Sum(dice) : null,
        Times = dice.Chance(10) ? (150, 100) : null,
    };
}
