using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Tests.Sql;

namespace Incentives.Tests.Oracle;

/// <summary>The exported script and the engine agree on random schemes and rosters.</summary>
[Collection(PostgresTests.Name)]
public class SqlMatchesEngineTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Random_schemes_and_rosters_come_out_alike()
    {
        const int First = 20_240_229, Count = 2_000;
        output.WriteLine($"seeds {First} to {First + Count - 1}");
        await AgreementRun.AllAsync(server, output, Enumerable.Range(First, Count).Select(seed => new AgreementWork($"seed {seed}", folder => Engine.Batched(folder, [Examples.Make(seed)], 1))));
    }

    [PostgresFact]
    public async Task Wide_random_schemes_come_out_alike()
    {
        const int First = 1_000, Count = 1_000;
        output.WriteLine($"seeds {First} to {First + Count - 1}");
        await AgreementRun.AllAsync(server, output, Enumerable.Range(First, Count).Select(seed => new AgreementWork($"wide {seed}", folder => Wide(seed, folder))));
    }

    private static (RuleSet Rules, BatchRequest Request) Wide(int seed, string folder)
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
