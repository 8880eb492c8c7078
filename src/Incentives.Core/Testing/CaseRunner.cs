using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Testing;

/// <summary>How one case came out.</summary>
/// <param name="File">The test file.</param>
/// <param name="Case">The case.</param>
/// <param name="Problems">What differed; empty when nothing did.</param>
internal sealed record CaseOutcome(string File, Case Case, IReadOnlyList<Phrase> Problems);

/// <summary>Runs worked examples: rows become a real roster file, which is calculated like any other.</summary>
internal static class CaseRunner
{
    /// <summary>Runs all cases of some suites, in the order of their files.</summary>
    public static IReadOnlyList<CaseOutcome> Run(IReadOnlyList<Suite> suites, CancellationToken cancel)
    {
        List<CaseOutcome> outcomes = [];
        foreach (Suite suite in suites)
        {
            foreach (PreparedCase example in suite.Cases)
            {
                DiagnosticBag bag = new();
                using BatchResult? batch = example.Calculate(suite.Rules, bag, cancel);
                outcomes.Add(new CaseOutcome(example.File, example.Case, example.Compare(batch, bag, cancel)));
            }
        }

        return outcomes;
    }
}
