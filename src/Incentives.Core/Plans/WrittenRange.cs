using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Plans;

/// <summary>A range as a condition or a table key writes it: its ends are edges at which somebody gets money and somebody else does not.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Column">The column it is on.</param>
/// <param name="Text">Its ends as written.</param>
/// <param name="Interval">Its ends as values.</param>
internal sealed record WrittenRange(Place Place, Column Column, RangeText Text, Interval Interval)
{
    /// <summary>The conditions on other columns that hold together with it.</summary>
    public IReadOnlyList<ColumnTest> Others { get; init; } = [];

    /// <summary>Whether it is the scheme's period.</summary>
    public bool IsPeriod { get; init; }

    /// <summary>The clause it stands in; null for one outside the clauses.</summary>
    public string? Clause { get; init; }
}
