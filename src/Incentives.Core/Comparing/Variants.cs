using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>
/// Calculates the same rosters by several rules in one reading: each row is read once, and judged again only by the rules under which rows of its
/// award can come out otherwise than in the base. Rules that ask for other columns are calculated apart.
/// </summary>
internal static class Variants
{
    /// <summary>
    /// One run for each of the rules, and the first as a whole batch, which holds its rosters open; null after reporting why there is none.
    /// </summary>
    public static (BatchResult Base, IReadOnlyList<VariantRun> Runs)? Run(IReadOnlyList<VariantRules> all, BatchRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        request = request with { Symbols = new Symbols() };
        List<VariantRules> distinct = [];
        foreach (VariantRules rules in all)
        {
            if (!distinct.Exists(rules.IsSame)) distinct.Add(rules);
        }

        List<BatchPlan> plans = [];
        Period? period = null;
        foreach (VariantRules rules in distinct)
        {
            if (Batch.PlanOf(rules.Rules, Of(rules, request), bag, out period) is { } plan) plans.Add(plan);
            else return Cannot(rules, bag);
        }

        Rider?[] riders = [.. plans.Select((p, i) => i > 0 && Affected.SameColumns(plans[0], p) ? new Rider(p, Affected.Awards(plans[0], p)) : null)];
        if (Batch.Run(plans[0], period, [.. riders.OfType<Rider>()], Of(distinct[0], request), bag, cancel) is not { } first) return null;
        List<VariantRun> runs = [VariantRun.OfBase(distinct[0], first)];
        for (int i = 1; i < plans.Count; i++)
        {
            if (riders[i] is { } rider)
            {
                runs.Add(VariantRun.OfRider(distinct[i], first, rider));
            }
            else if (Batch.Run(plans[i], period, [], Of(distinct[i], request) with { Progress = null }, bag, cancel) is { } apart)
            {
                runs.Add(VariantRun.Apart(distinct[i], apart));
                apart.Dispose();
            }
            else
            {
                first.Dispose();
                return Cannot(distinct[i], bag);
            }
        }

        return (first, [.. all.Select(rules => runs.First(r => r.Rules.IsSame(rules)))]);
    }

    private static BatchRequest Of(VariantRules rules, BatchRequest request) => request with { Readings = rules.Readings, Settings = rules.Settings };

    private static (BatchResult, IReadOnlyList<VariantRun>)? Cannot(VariantRules rules, DiagnosticBag bag)
    {
        if (rules.Name.Length > 0) bag.Add(CompareMessages.OfVariant(rules.Name));
        return null;
    }
}
