using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Testing.Coverage;
using Incentives.Core.Testing.Mutation;

namespace Incentives.Core.Testing;

/// <summary>What is asked of the worked examples.</summary>
/// <param name="Paths">Rule files and folders.</param>
/// <param name="Coverage">Whether to say what no case reaches.</param>
/// <param name="Mutate">Whether to say which changes no case notices.</param>
/// <param name="Progress">Told of mutants tried, and of how many there are.</param>
internal sealed record TestRequest(IReadOnlyList<string> Paths, bool Coverage = false, bool Mutate = false, Action<int, int>? Progress = null);

/// <summary>What the worked examples showed.</summary>
/// <param name="Outcomes">How each case came out.</param>
/// <param name="Empty">Schemes and test files without a case.</param>
/// <param name="Coverage">What the cases reach; null when nobody asked.</param>
/// <param name="Mutation">Which changes they notice; null when nobody asked.</param>
internal sealed record TestReport(IReadOnlyList<CaseOutcome> Outcomes, IReadOnlyList<Diagnostic> Empty, CoverageReport? Coverage, MutationReport? Mutation)
{
    /// <summary>Runs the examples; null after reporting why that cannot be done.</summary>
    public static TestReport? Of(TestRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        RuleSet rules = RuleSet.Read(WithNeighbours(request.Paths), bag);
        if (bag.HasErrors) return null;
        string folder = Directory.CreateTempSubdirectory("incentives-cases-").FullName;
        try
        {
            DiagnosticBag empty = new();
            IReadOnlyList<Suite> suites = Suite.All(rules, folder, bag, empty);
            if (bag.HasErrors) return null;
            return new TestReport(
                CaseRunner.Run(suites, cancel), empty.Sorted(),
                request.Coverage ? CoverageRun.Run(suites, cancel) : null,
                request.Mutate ? MutationRun.Run(suites, request.Progress, cancel) : null);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A scheme that is named brings its cases with it, and cases their scheme.
    private static List<string> WithNeighbours(IReadOnlyList<string> paths)
    {
        const string test = ".test.yaml", scheme = ".yaml";
        List<string> all = [];
        foreach (string path in paths)
        {
            all.Add(path);
            string? neighbour = path.EndsWith(test, StringComparison.Ordinal) ? path[..^test.Length] + scheme : path.EndsWith(scheme, StringComparison.Ordinal) ? path[..^scheme.Length] + test : null;
            if (neighbour is not null && File.Exists(path) && File.Exists(neighbour) && !paths.Contains(neighbour)) all.Add(neighbour);
        }

        return all;
    }
}
