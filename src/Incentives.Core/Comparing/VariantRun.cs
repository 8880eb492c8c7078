using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>The rosters as calculated by one variant's rules. Names are the same numbers in all runs of a comparison.</summary>
/// <param name="rules">What it went by.</param>
/// <param name="plan">Its plan.</param>
/// <param name="lines">Its claim lines.</param>
/// <param name="identities">Who its recipients are.</param>
internal sealed class VariantRun(VariantRules rules, BatchPlan plan, LineStore lines, Identities identities)
{
    public VariantRules Rules => rules;

    public BatchPlan Plan => plan;

    public LineStore Lines => lines;

    /// <summary>Symbol of who a line pays; 0 for nobody.</summary>
    public int RecipientOf(int line) => identities.Counted(lines[line].Recipient);

    /// <summary>The clause of a line; null for a row that no clause paid.</summary>
    public Clause? ClauseOf(int line) => lines[line].Clause < 0 ? null : plan.Clauses[lines[line].Clause];
}
