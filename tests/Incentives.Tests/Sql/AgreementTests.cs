using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Testing;
using Incentives.Tests.Cases;

namespace Incentives.Tests.Sql;

/// <summary>The engine and the exported script give the same payouts, line by line and in every column.</summary>
[Collection(PostgresTests.Name)]
public class AgreementTests(PostgresServer server, Xunit.Abstractions.ITestOutputHelper output)
{
    [PostgresFact]
    public async Task Every_case_folder_comes_out_alike() =>
        await AgreementRun.AllAsync(server, output, Directory.EnumerateDirectories(Repository.Path("tests", "cases")).Order(StringComparer.Ordinal).Select(folder => new AgreementWork(Path.GetFileName(folder), _ => SemanticCasesTests.Read(Path.GetFileName(folder)))));

    [PostgresFact]
    public async Task Every_shipped_rule_file_comes_out_alike_on_its_test_cases()
    {
        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.Read([Repository.Path("rules")], bag);
        CaseFile[] files = [.. rules.Others.Where(f => f.Kind == RuleFileKind.Tests).Select(f => CaseFile.Read(f, bag))];
        await AgreementRun.AllAsync(server, output, files.SelectMany(f => f.Cases.Select(c => new AgreementWork($"{f.Name}: {c.Name}", folder => (rules.Only(f.SchemeId)!, PreparedCase.Write(f.Name, c, folder).Request)))));
    }
}
