using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>Where the lines of one row stand in one run.</summary>
/// <param name="Lines">The store.</param>
/// <param name="First">The first line.</param>
/// <param name="End">The one behind the last.</param>
/// <param name="Identities">Who its recipients are.</param>
internal readonly record struct RowLines(LineStore Lines, int First, int End, Identities Identities);

/// <summary>
/// The rosters as calculated by one variant's rules. Names are the same numbers in all runs of a comparison. A run that rode along with the base
/// holds only the rows that it judged itself; all others are as in the base, under clauses of the same index.
/// </summary>
internal sealed class VariantRun
{
    private readonly BatchResult _whole;
    private readonly LineStore _own;
    private readonly Rider? _rider;

    private VariantRun(VariantRules rules, BatchPlan plan, BatchResult whole, LineStore own, int ownRows, Rider? rider = null) =>
        (Rules, Plan, _whole, _own, OwnRows, _rider) = (rules, plan, whole, own, ownRows, rider);

    /// <summary>What it went by.</summary>
    public VariantRules Rules { get; }

    /// <summary>Its plan.</summary>
    public BatchPlan Plan { get; }

    /// <summary>How many rows may differ from the base: none of the base itself, those that a rider judged, all of a run made apart.</summary>
    public int OwnRows { get; }

    /// <summary>The base.</summary>
    public static VariantRun OfBase(VariantRules rules, BatchResult whole) => new(rules, whole.Plan, whole, whole.Lines, 0);

    /// <summary>A run that rode along with the base.</summary>
    public static VariantRun OfRider(VariantRules rules, BatchResult whole, Rider rider) => new(rules, rider.Plan, whole, rider.Lines, rider.Lines.RowCount, rider);

    /// <summary>A run made apart.</summary>
    public static VariantRun Apart(VariantRules rules, BatchResult result) => new(rules, result.Plan, result, result.Lines, result.Lines.RowCount);

    /// <summary>The number that one of its own rows has among all rows; they rise.</summary>
    public int RowOf(int own) => _rider?.RowOf(own) ?? own;

    /// <summary>The lines of a row.</summary>
    /// <param name="row">Its number among all rows.</param>
    /// <param name="own">Its number among the run's own rows; -1 for a row that is as in the base.</param>
    public RowLines LinesOf(int row, int own)
    {
        LineStore lines = own < 0 ? _whole.Lines : _own;
        (int first, int end) = lines.LinesOf(own < 0 ? row : own);
        return new RowLines(lines, first, end, _whole.Identities);
    }
}
