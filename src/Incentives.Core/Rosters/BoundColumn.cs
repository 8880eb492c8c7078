namespace Incentives.Core.Rosters;

/// <summary>Where a wanted column stands in one file.</summary>
/// <param name="Spec">The column.</param>
/// <param name="Index">Its field, from 0; -1 when the file has no such column.</param>
/// <param name="Unit">What its amounts are counted in, as the header says; yuan when it says nothing.</param>
internal sealed record BoundColumn(ColumnSpec Spec, int Index, MoneyUnit Unit)
{
    /// <summary>Whether the file has the column.</summary>
    public bool IsPresent => Index >= 0;
}
