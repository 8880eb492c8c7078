using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Testing;
using Incentives.Tests.Cases;
using Incentives.Tests.Commands;
using Incentives.Tests.Oracle;
using Npgsql;

namespace Incentives.Tests.Sql;

/// <summary>The engine and the exported script give the same payouts, line by line and in every column.</summary>
[Collection(PostgresTests.Name)]
public class AgreementTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Every_case_folder_comes_out_alike() =>
        await AllAsync(Directory.EnumerateDirectories(Repository.Path("tests", "cases")).Order(StringComparer.Ordinal).Select(folder => new Work(Path.GetFileName(folder), _ => SemanticCasesTests.Read(Path.GetFileName(folder)))));

    [PostgresFact]
    public async Task Every_shipped_rule_file_comes_out_alike_on_its_test_cases()
    {
        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.Read([Repository.Path("rules")], bag);
        CaseFile[] files = [.. rules.Others.Where(f => f.Kind == RuleFileKind.Tests).Select(f => CaseFile.Read(f, bag))];
        await AllAsync(files.SelectMany(f => f.Cases.Select(c => new Work($"{f.Name}: {c.Name}", folder => (rules.Only(f.SchemeId)!, CaseRunner.Request(folder, c))))));
    }

    [PostgresFact]
    public async Task Random_schemes_and_rosters_come_out_alike()
    {
        const int First = 20_240_229, Together = 5, Batches = 400;
        output.WriteLine($"seeds {First} to {First + (Together * Batches) - 1}");
        await AllAsync(Enumerable.Range(0, Batches).Select(i => First + (i * Together)).Select(seed => new Work($"seeds {seed} to {seed + Together - 1}", folder => Engine.Batched(folder, [.. Enumerable.Range(seed, Together).Select(Examples.Make)], 1))));
    }

    // Two connections, so that both cores work.
    private async Task AllAsync(IEnumerable<Work> works)
    {
        Queue<Work> left = new(works);
        List<string> wrong = [];
        int count = left.Count, lines = 0;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(WorkerAsync)));
        output.WriteLine($"{count} batches, {lines} lines");
        string.Join("\n", wrong).Should().BeEmpty();
        lines.Should().BePositive();

        async Task WorkerAsync()
        {
            await using NpgsqlConnection connection = await server.ConnectAsync();
            while (true)
            {
                Work work;
                lock (left)
                {
                    if (!left.TryDequeue(out work!) || wrong.Count > 20) return;
                }

                (int agreed, string? difference) = await OneAsync(connection, work);
                lock (left)
                {
                    lines += agreed;
                    if (difference is not null) wrong.Add(difference);
                }
            }
        }
    }

    private static async Task<(int Lines, string? Difference)> OneAsync(NpgsqlConnection connection, Work work)
    {
        using TempFolder folder = new();
        try
        {
            (RuleSet rules, BatchRequest request) = work.Prepare(folder.Path);
            Agreed agreed = await Agreement.OfAsync(connection, rules, request);
            return (agreed.Lines, agreed.Differences.Count == 0 ? null : $"{work.Name}\n  {string.Join("\n  ", agreed.Differences)}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (0, $"{work.Name}: {e.GetType().Name} {e.Message}");
        }
    }

    private sealed record Work(string Name, Func<string, (RuleSet Rules, BatchRequest Request)> Prepare);
}
