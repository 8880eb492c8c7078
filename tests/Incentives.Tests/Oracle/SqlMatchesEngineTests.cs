using Incentives.Tests.Sql;

namespace Incentives.Tests.Oracle;

/// <summary>The engine and the exported script give the same payouts on random schemes and rosters.</summary>
[Collection(PostgresTests.Name)]
public class SqlMatchesEngineTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Random_schemes_and_rosters_come_out_alike()
    {
        const int First = 20_240_229, Together = 5, Batches = 400;
        output.WriteLine($"seeds {First} to {First + (Together * Batches) - 1}");
        await new SideBySide(server, output).AllAsync(Enumerable.Range(0, Batches).Select(i => First + (i * Together)).Select(seed => new Work($"seeds {seed} to {seed + Together - 1}", folder => Engine.Batched(folder, [.. Enumerable.Range(seed, Together).Select(Examples.Make)], 1))));
    }
}
