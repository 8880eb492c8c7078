using Incentives.Core.Compilation;
using Incentives.Core.Evaluation;
using Incentives.Tests.Commands;
using Incentives.Tests.Sql;

namespace Incentives.Tests.Oracle;

/// <summary>The exported script and the engine agree on random schemes and rosters.</summary>
[Collection(PostgresTests.Name)]
public class SqlMatchesEngineTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    // Every code that a group stage sets.
    private static readonly string[] Met =
    [
        "not-first", "within-years", "repeat-reduced", "below-minimum", "topped-up", "lower-award", "already-paid", "combined", "exclusive", "shared", "share-missing", "shares-exceed",
        "pool-differs", "cap-quantity", "cap-subject", "cap-year", "cap-lifetime", "envelope-order", "envelope-priority", "envelope-prorata", "envelope-exceeded", "rounded",
        "missing-value", "identity-doubtful", "suspended", "excluded", "ceiling-open", "approved",
    ];

    [PostgresFact]
    public async Task Random_schemes_and_rosters_come_out_alike() => await AgreementRun.AllAsync(server, output, AgreementWorks.Random);

    [PostgresFact]
    public async Task Wide_random_schemes_come_out_alike()
    {
        IReadOnlyDictionary<string, int> met = await AgreementRun.AllAsync(server, output, AgreementWorks.WideRandom);
        Met.Should().BeSubsetOf(met.Keys, "else nothing was compared there");
    }

    // A comparison that cannot fail proves nothing: each of these makes the script wrong, and some roster must tell.
    [PostgresTheory]
    [InlineData("l.remainder desc", "l.remainder")]
    [InlineData(" - least(min(p.c), 0)", "")]
    [InlineData("l.date <= e.until", "l.date < e.until")]
    [InlineData("greatest(l.net, l.m1)", "l.m1")]
    [InlineData(" and e.row_no <> l.row_no", "")]
    [InlineData("l.s <= l.most", "l.s < l.most")]
    [InlineData("least(l.most, l.s) - least(l.most, l.s - l.a)", "least(l.most, l.s)")]
    [InlineData("or l.event > 0", "")]
    [InlineData("order by l.rank_no, l.ord", "order by l.ord")]
    [InlineData("l.size > 1", "l.size > 2")]
    [InlineData("l.a * l.kept", "l.a")]
    public async Task A_wrong_script_is_found_out(string right, string wrong)
    {
        await using Npgsql.NpgsqlConnection connection = await server.ConnectAsync();
        int tried = 0;
        for (int seed = 1_000; seed < 3_000; seed++)
        {
            using TempFolder folder = new();
            (RuleSet rules, BatchRequest request) = AgreementWorks.Wide(seed, folder.Path);
            Agreed? agreed = await Agreement.OfAsync(connection, rules, request, script => script.Contains(right, StringComparison.Ordinal) ? script.Replace(right, wrong, StringComparison.Ordinal) : null);
            if (agreed is not null) tried++;
            if (agreed is not { Differences.Count: > 0 }) continue;
            output.WriteLine($"seed {seed}, after {tried} scripts: {agreed.Differences[0]}");
            return;
        }

        Assert.Fail($"no roster of {tried} tells '{right}' from '{wrong}'");
    }
}
