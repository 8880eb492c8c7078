using Incentives.Core.Compilation;
using Incentives.Core.Evaluation;
using Incentives.Tests.Commands;
using Npgsql;

namespace Incentives.Tests.Sql;

/// <summary>A batch to be calculated by both.</summary>
/// <param name="Name">What a difference is reported under.</param>
/// <param name="Prepare">Writes its files to a folder.</param>
internal sealed record Work(string Name, Func<string, (RuleSet Rules, BatchRequest Request)> Prepare);

/// <summary>Runs the engine and the exported script over many batches.</summary>
internal sealed class SideBySide(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    // Two connections, so that both cores work.
    /// <summary>Runs all batches; fails with those that differ.</summary>
    public async Task AllAsync(IEnumerable<Work> works)
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
}
