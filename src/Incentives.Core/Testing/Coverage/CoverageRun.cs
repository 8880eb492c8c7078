using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Coverage;

/// <summary>What the cases of some suites reach.</summary>
/// <param name="Items">Everything that should be reached.</param>
/// <param name="Gaps">What no case reaches, by place.</param>
internal sealed record CoverageReport(int Items, IReadOnlyList<CoverageItem> Gaps);

/// <summary>Runs the cases and notes what they reach.</summary>
internal static class CoverageRun
{
    /// <summary>The coverage of some suites.</summary>
    public static CoverageReport Run(IReadOnlyList<Suite> suites, CancellationToken cancel)
    {
        int items = 0;
        List<CoverageItem> gaps = [];
        foreach (Suite suite in suites)
        {
            IReadOnlyList<CoverageItem> all = Catalogue.Of(suite);
            HashSet<CoverageItem> reached = [];
            foreach (PreparedCase example in suite.Cases) One(suite, example, reached, cancel);
            items += all.Count;
            gaps.AddRange(all.Where(i => !reached.Contains(i)));
        }

        return new CoverageReport(items, gaps);
    }

    private static void One(Suite suite, PreparedCase example, HashSet<CoverageItem> reached, CancellationToken cancel)
    {
        DiagnosticBag bag = new();
        using BatchResult? batch = example.Calculate(suite.Rules, bag, cancel);
        if (batch is null || batch.Lines.Count == 0) return;
        new Observer(batch, bag, i => reached.Add(i)).Run();
        foreach (ReadingInForce reading in batch.Plan.Schemes.SelectMany(s => s.Readings).DistinctBy(r => r.Id))
        {
            CoverageItem option = CoverageItems.Option(reading, reading.Option);
            if (!reached.Contains(option) && reading.Options.Any(o => o != reading.Option && Fails(suite, example, reading.Id, o, cancel))) reached.Add(option);
        }
    }

    private static bool Fails(Suite suite, PreparedCase example, string reading, string option, CancellationToken cancel)
    {
        Dictionary<string, string> readings = new(example.Request.Readings) { [reading] = option };
        DiagnosticBag bag = new();
        PreparedCase other = example with { Request = example.Request with { Readings = readings } };
        using BatchResult? batch = other.Calculate(suite.Rules, bag, cancel);
        return other.Compare(batch, bag, cancel).Count > 0;
    }
}
