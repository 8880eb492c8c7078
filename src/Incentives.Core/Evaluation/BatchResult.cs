using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>A roster of a calculated batch.</summary>
/// <param name="File">The open file.</param>
/// <param name="Binding">Its columns.</param>
internal sealed record BoundRoster(RosterFile File, FileBinding Binding);

/// <summary>A calculated batch. Holds its rosters open, for the text of their rows.</summary>
internal sealed class BatchResult(BatchPlan plan, IReadOnlyList<BoundRoster> rosters, IReadOnlyList<RosterFile> others, LineStore lines, RecipientTable recipients, HistoryStore history, Identities identities, Period? period) : IDisposable
{
    public BatchPlan Plan => plan;

    public IReadOnlyList<BoundRoster> Rosters => rosters;

    public LineStore Lines => lines;

    /// <summary>The recipients of its lines.</summary>
    public RecipientTable Recipients => recipients;

    public HistoryStore History => history;

    public Identities Identities => identities;

    /// <summary>The batch's period, or null.</summary>
    public Period? Period => period;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (BoundRoster roster in rosters) roster.File.Dispose();
        foreach (RosterFile file in others) file.Dispose();
    }
}
