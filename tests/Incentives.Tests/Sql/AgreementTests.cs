namespace Incentives.Tests.Sql;

/// <summary>The engine and the exported script give the same payouts, line by line and in every column.</summary>
[Collection(PostgresTests.Name)]
public class AgreementTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Every_case_folder_comes_out_alike() => await AgreementRun.AllAsync(server, output, AgreementWorks.CaseFolders);

    [PostgresFact]
    public async Task Every_shipped_rule_file_comes_out_alike_on_its_test_cases() => await AgreementRun.AllAsync(server, output, AgreementWorks.Shipped);
}
