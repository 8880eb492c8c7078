using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>
/// Another plan that judges the rows of a batch while they are read: only those with certain awards, since all others come out as in the
/// batch itself. Its columns are those of the batch's plan, slot by slot.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="awards">The awards, as spelled, that it judges; null for all.</param>
internal sealed class Rider(BatchPlan plan, IReadOnlySet<int>? awards)
{
    private readonly Chunked<int> _rows = new();

    public BatchPlan Plan => plan;

    /// <summary>The lines of the rows it judged.</summary>
    public LineStore Lines { get; } = new(plan.Keep.Keys.Count, plan.Keep.Numbers.Count);

    /// <summary>Whether it judges rows with an award.</summary>
    public bool Wants(int award) => awards is null || awards.Contains(award);

    /// <summary>The number that one of its rows has among all rows of the batch.</summary>
    public int RowOf(int own) => _rows[own];

    /// <summary>Takes over the lines of a block whose first row has a number among all rows.</summary>
    public void Add(RowBlock block, int firstRow)
    {
        foreach (int row in block.RowsOfWhole) _rows.Add([firstRow + row]);
        Lines.Add(block);
    }
}
