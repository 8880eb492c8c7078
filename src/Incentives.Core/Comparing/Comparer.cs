using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;

namespace Incentives.Core.Comparing;

/// <summary>
/// Compares variants: calculates the base and each variant step by step, finds the rows and clauses that each step moved, and adds them
/// up. A variant of several changes is taken apart in the order of its changes: each moves what it moves after those before it.
/// </summary>
internal static class Comparer
{
    /// <summary>The comparison; null after reporting why there is none.</summary>
    public static Comparison? Run(ComparisonRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        if (bag.HasErrors) return null;
        VariantRules start = VariantRules.OfBase(request.List, bag);
        List<List<VariantRules>> chains = [.. request.List.Variants.Select(v => Chain(start, v, request.List, bag))];
        if (bag.HasErrors) return null;
        BatchRequest batch = request.Batch with { AlsoKeep = ["district"] };
        if (Variants.Run([start, .. chains.SelectMany(c => c)], batch, bag, cancel) is not var (first, runs)) return null;

        ClauseLabels labels = new(runs.Select(r => r.Plan));
        BaseSums sums = new(runs[0], labels);
        List<VariantComparison> variants = [];
        int next = 1;
        foreach (Variant variant in request.List.Variants)
        {
            cancel.ThrowIfCancellationRequested();
            VariantRun[] own = [runs[0], .. runs.Skip(next).Take(variant.Changes.Count)];
            next += variant.Changes.Count;
            variants.Add(Compare(variant, own, sums, labels));
        }

        return new Comparison
        {
            Base = first,
            BaseRules = VariantChange.ShortName(request.List.BaseRules),
            BaseChoices = request.List.BaseChoices,
            Payable = new Money(sums["total", ""]),
            Held = sums.Held,
            Variants = variants,
        };
    }

    private static List<VariantRules> Chain(VariantRules start, Variant variant, VariantList list, DiagnosticBag bag)
    {
        List<VariantRules> chain = [];
        VariantRules last = start with { Name = variant.Name };
        foreach (VariantChange change in variant.Changes) chain.Add(last = last.With(change, list, bag));
        return chain;
    }

    private static VariantComparison Compare(Variant variant, VariantRun[] runs, BaseSums start, ClauseLabels labels)
    {
        VariantSums sums = new(start, labels);
        List<RowChange> changes = [];
        for (int step = 0; step < variant.Changes.Count; step++)
        {
            foreach (RowChange change in new ChangeFinder(runs[step], runs[step + 1], step).Find())
            {
                sums.Add(change, runs[step], runs[step + 1]);
                changes.Add(change);
            }
        }

        // Steps one after the other; pieces are told row by row.
        if (variant.Changes.Count > 1) changes = [.. changes.OrderBy(c => c.Row).ThenBy(c => c.Step)];
        return sums.Finish(variant, changes, runs);
    }
}
