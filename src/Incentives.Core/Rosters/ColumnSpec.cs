namespace Incentives.Core.Rosters;

/// <summary>A column that a batch asks a roster for.</summary>
/// <param name="Name">English canonical name, which works as a header too; <c>-</c> and <c>_</c> are the same in it.</param>
/// <param name="Headers">Chinese headers it may have.</param>
/// <param name="Kind">How its cells are read.</param>
internal sealed record ColumnSpec(string Name, IReadOnlyList<string> Headers, ColumnKind Kind);
