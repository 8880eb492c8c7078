using Incentives.Core.Compilation;
using Incentives.Core.Evaluation;
using Incentives.Tests.Commands;
using Npgsql;
using Xunit.Abstractions;

namespace Incentives.Tests.Sql;

/// <summary>Many batches, each calculated by the engine and by SQL.</summary>
internal static class AgreementRun
{
    private const int MostFailures = 20;

    /// <summary>Runs all of them over two connections, so that two cores work, and fails with what differs; how often each code was met.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> AllAsync(PostgresServer server, ITestOutputHelper output, IEnumerable<AgreementWork> works)
    {
        Queue<AgreementWork> left = new(works);
        List<string> wrong = [];
        Dictionary<string, int> reasons = [];
        int count = left.Count, lines = 0;
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(WorkerAsync)));
        output.WriteLine($"{count} batches, {lines} lines; {string.Join(", ", reasons.OrderByDescending(r => r.Value).Select(r => $"{r.Key} {r.Value}"))}");
        string.Join("\n", wrong).Should().BeEmpty();
        lines.Should().BePositive();
        return reasons;

        async Task WorkerAsync()
        {
            await using NpgsqlConnection connection = await server.ConnectAsync();
            while (true)
            {
                AgreementWork work;
                lock (left)
                {
                    if (!left.TryDequeue(out work!) || wrong.Count > MostFailures) return;
                }

                (Agreed? agreed, string? difference) = await OneAsync(connection, work);
                lock (left)
                {
                    lines += agreed?.Lines ?? 0;
                    foreach (string reason in agreed?.Reasons ?? []) reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                    if (difference is not null) wrong.Add(difference);
                }
            }
        }
    }

    private static async Task<(Agreed? Agreed, string? Difference)> OneAsync(NpgsqlConnection connection, AgreementWork work)
    {
        using TempFolder folder = new();
        try
        {
            (RuleSet rules, BatchRequest request) = work.Prepare(folder.Path);
            Agreed agreed = (await Agreement.OfAsync(connection, rules, request))!;
            return (agreed, agreed.Differences.Count == 0 ? null : $"{work.Name}\n  {string.Join("\n  ", agreed.Differences)}\n{Files(folder.Path)}");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return (null, $"{work.Name}: {e.GetType().Name} {e.Message}");
        }
    }

    // What a random batch was made of; a batch from the repository's own files wrote none.
    private static string Files(string folder) =>
        string.Concat(Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(f => $"--- {Path.GetFileName(f)}\n{File.ReadAllText(f)}"));
}
