using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Testing;
using Incentives.Tests.Cases;
using Incentives.Tests.Oracle;

namespace Incentives.Tests.Sql;

/// <summary>A batch to calculate both ways.</summary>
/// <param name="Name">What a failure is called by.</param>
/// <param name="Prepare">The rules and the batch; files go to the folder given.</param>
internal sealed record AgreementWork(string Name, Func<string, (RuleSet Rules, BatchRequest Request)> Prepare);

/// <summary>The batches that the engine and the exported scripts must agree on.</summary>
internal static class AgreementWorks
{
    private const int FirstRandom = 20_240_229, RandomCount = 2_000, FirstWide = 1_000, WideCount = 800;

    /// <summary>All of them.</summary>
    public static IEnumerable<AgreementWork> All => [.. CaseFolders, .. Shipped, .. Random, .. WideRandom];

    /// <summary>Every folder of <c>tests/cases</c>.</summary>
    public static IEnumerable<AgreementWork> CaseFolders =>
        Directory.EnumerateDirectories(Repository.Path("tests", "cases")).Order(StringComparer.Ordinal).Select(folder => new AgreementWork(Path.GetFileName(folder), _ => SemanticCasesTests.Read(Path.GetFileName(folder))));

    /// <summary>Every worked example of every shipped rule file.</summary>
    public static IEnumerable<AgreementWork> Shipped
    {
        get
        {
            DiagnosticBag bag = new();
            RuleSet rules = RuleSet.Read([Repository.Path("rules")], bag);
            CaseFile[] files = [.. rules.Others.Where(f => f.Kind == RuleFileKind.Tests).Select(f => CaseFile.Read(f, bag))];
            return files.SelectMany(f => f.Cases.Select(c => new AgreementWork($"{f.Name}: {c.Name}", folder => (rules.Only(f.SchemeId)!, PreparedCase.Write(f.Name, c, folder).Request))));
        }
    }

    /// <summary>Random schemes and rosters that the reference knows too.</summary>
    public static IEnumerable<AgreementWork> Random =>
        Enumerable.Range(FirstRandom, RandomCount).Select(seed => new AgreementWork($"seed {seed}", folder => Engine.Batched(folder, [Examples.Make(seed)], 1)));

    /// <summary>Random schemes and rosters of every construct.</summary>
    public static IEnumerable<AgreementWork> WideRandom => Enumerable.Range(FirstWide, WideCount).Select(seed => new AgreementWork($"wide {seed}", folder => Wide(seed, folder)));

    /// <summary>The wide random batch of a seed.</summary>
    public static (RuleSet Rules, BatchRequest Request) Wide(int seed, string folder)
    {
        WideDice dice = new(seed);
        InputFile Write(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return new InputFile(name, path);
        }

        InputFile[] schemes = [.. dice.Schemes().Select((s, i) => Write($"s{i}.yaml", s))];
        RuleSet rules = RuleSet.ReadFiles(schemes.Select(s => (s.Name, s.Path)), new DiagnosticBag());
        return (rules, new BatchRequest
        {
            Rosters = [Write("roster.csv", dice.Roster())],
            History = [Write("history.csv", dice.History())],
            Aliases = [Write("alias.csv", dice.Aliases())],
            Lists = [("失信", Write("list.csv", dice.List()))],
            Period = dice.Period(),
            Threads = 1,
        });
    }
}
