using Incentives.Core.Sql;

namespace Incentives.Tests.Sql;

/// <summary>The engine and the exported script give the same payouts, line by line and in every column.</summary>
[Collection(PostgresTests.Name)]
public class AgreementTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Every_case_folder_comes_out_alike() => await AgreementRun.AllAsync(server, output, AgreementWorks.CaseFolders);

    [PostgresFact]
    public async Task Every_shipped_rule_file_comes_out_alike_on_its_test_cases() => await AgreementRun.AllAsync(server, output, AgreementWorks.Shipped);

    // How the script is written for Spark, which cannot be started here; the tables are PostgreSQL's.
    [PostgresFact]
    public async Task Parts_that_are_tables_come_out_alike() =>
        await AgreementRun.AllAsync(server, output, AgreementWorks.CaseFolders.Concat(AgreementWorks.WideRandom.Take(80)), new TablesDialect());

    private sealed class TablesDialect : PostgresDialect
    {
        public override bool KeepsParts => false;
    }
}
