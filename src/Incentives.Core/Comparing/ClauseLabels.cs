using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>What clauses are called in sums: their id, with the scheme before it where two schemes of a run share it.</summary>
internal sealed class ClauseLabels
{
    private readonly HashSet<string> _repeated;

    /// <summary>Labels for all runs of a comparison.</summary>
    public ClauseLabels(IEnumerable<BatchPlan> plans) =>
        _repeated = [.. plans.Distinct().SelectMany(p => p.Clauses.GroupBy(c => c.Id).Where(g => g.Count() > 1).Select(g => g.Key))];

    /// <summary>The label of a clause; empty for none.</summary>
    public string Of(Clause? clause) => clause is null ? "" : _repeated.Contains(clause.Id) ? $"{clause.Scheme.Id}/{clause.Id}" : clause.Id;
}
