using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>Calculates the same rosters by several rules.</summary>
internal static class Variants
{
    /// <summary>
    /// One run for each of the rules, and the first as a whole batch, which holds its rosters open; null after reporting why there is none.
    /// </summary>
    public static (BatchResult Base, IReadOnlyList<VariantRun> Runs)? Run(IReadOnlyList<VariantRules> all, BatchRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        Symbols symbols = new();
        List<VariantRun> runs = [];
        BatchResult? first = null;
        foreach (VariantRules rules in all)
        {
            if (runs.Find(r => r.Rules.IsSame(rules)) is { } same)
            {
                runs.Add(same);
                continue;
            }

            BatchRequest one = request with { Readings = rules.Readings, Settings = rules.Settings, Symbols = symbols, Progress = first is null ? request.Progress : null };
            if (Batch.Run(rules.Rules, one, bag, cancel) is not { } result)
            {
                first?.Dispose();
                if (rules.Name.Length > 0) bag.Add(CompareMessages.OfVariant(rules.Name));
                return null;
            }

            runs.Add(new VariantRun(rules, result.Plan, result.Lines, result.Identities));
            if (first is null) first = result;
            else result.Dispose();
        }

        return (first!, runs);
    }
}
