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
}
