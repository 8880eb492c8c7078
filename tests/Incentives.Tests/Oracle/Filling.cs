namespace Incentives.Tests.Oracle;

/// <summary>A claim with its empty cells filled, in every way that conditions, tables and decision rows can tell apart.</summary>
internal static class Filling
{
    private static readonly long?[] Costs = [0, .. RowDice.Edges.SelectMany(e => new long?[] { e - 1, e, e + 1 })];

    /// <summary>All ways to fill it.</summary>
    public static IEnumerable<Claim> Of(Claim claim) =>
        from level in Either(claim.Level, PolicyDice.Levels)
        from role in Either(claim.Role, PolicyDice.Roles)
        from rank in claim.Rank is { } r ? [r] : Enumerable.Range(1, 4)
        from cost in claim.Cost is { } c ? [c] : Costs
        select claim with { Level = level, Role = role, Rank = rank, Cost = cost, Aid = claim.Aid ?? 0 };

    private static IReadOnlyList<string> Either(string? text, IReadOnlyList<string> others) => text is null ? others : [text];
}
