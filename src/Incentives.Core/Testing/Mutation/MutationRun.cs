using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Testing.Mutation;

/// <summary>What became of the mutants of some schemes.</summary>
/// <param name="Mutants">Those that the program accepts as rules.</param>
/// <param name="Refused">Those that it refuses: nobody could calculate with them unnoticed.</param>
/// <param name="Survivors">Those that no case noticed, by place.</param>
internal sealed record MutationReport(int Mutants, int Refused, IReadOnlyList<Mutant> Survivors)
{
    /// <summary>How many were noticed.</summary>
    public int Caught => Mutants - Survivors.Count;

    /// <summary>Whether at least a share of them was noticed, in per cent.</summary>
    public bool Reaches(int percent) => Caught * 100L >= Mutants * (long)percent;
}

/// <summary>Changes schemes, one small thing at a time, and sees whether a case notices.</summary>
internal static class MutationRun
{
    private enum Fate : byte
    {
        Caught,
        Survived,
        Refused,
    }

    /// <summary>Tries all mutants, on all cores; the result does not depend on their number.</summary>
    public static MutationReport Run(IReadOnlyList<Suite> suites, Action<int, int>? progress, CancellationToken cancel)
    {
        List<(Suite Suite, RuleFile File, Mutant Mutant)> all = [];
        foreach (Suite suite in suites)
        {
            Suite sound = suite with { Cases = [.. suite.Cases.Where(c => Notices(suite.Rules, c, cancel) == Fate.Survived)] };
            Period? period = suite.Cases.Select(c => c.Case.Period).FirstOrDefault(p => p.Length > 0) is { } asked ? PeriodText.Read(asked) : null;
            foreach (RuleFile file in suite.Rules.Schemes) all.AddRange(SchemeMutants.Of(file, suite.Rules, period).Select(m => (sound, file, m)));
        }

        Fate[] fates = new Fate[all.Count];
        int done = 0;
        Parallel.For(0, all.Count, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            fates[i] = One(all[i].Suite, all[i].File, all[i].Mutant, cancel);
            progress?.Invoke(Interlocked.Increment(ref done), all.Count);
        });
        int refused = fates.Count(f => f == Fate.Refused);
        return new MutationReport(all.Count - refused, refused, [.. all.Where((_, i) => fates[i] == Fate.Survived).Select(a => a.Mutant)]);
    }

    private static Fate One(Suite suite, RuleFile file, Mutant mutant, CancellationToken cancel)
    {
        RuleSet changed = suite.Rules.With(file with { Root = mutant.Applied(file.Root) });
        foreach (PreparedCase example in suite.Cases)
        {
            if (Notices(changed, example, cancel) is var fate and not Fate.Survived) return fate;
        }

        return Fate.Survived;
    }

    private static Fate Notices(RuleSet rules, PreparedCase example, CancellationToken cancel)
    {
        DiagnosticBag bag = new();
        using BatchResult? batch = example.Calculate(rules, bag, cancel);
        if (batch is null) return Fate.Refused;
        return example.Compare(batch, bag, cancel).Count > 0 ? Fate.Caught : Fate.Survived;
    }
}
