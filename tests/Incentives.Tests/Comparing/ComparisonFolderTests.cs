using Incentives.Cli;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Comparing;

/// <summary>What <c>compare</c> leaves: the same bytes each time, whole or nothing; and what it says.</summary>
public sealed class ComparisonFolderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static string[] Words => ["compare", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--reading", "standards-30-10-5=by-rank", "--reading", "standards-30-10-5=by-level", "--reading", "hunan-laozihao=tier-30", "--reading", "hunan-laozihao=tier-5"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_folder_is_the_same_each_time_and_replaced_whole()
    {
        Dictionary<string, byte[]> first = Run();
        first.Keys.Should().BeEquivalentTo("compare.csv", "compare-summary.csv", "compare-recipients.csv", "compare.json");
        _folder.Write("out/left-over.txt", "x");
        Dictionary<string, byte[]> second = Run();
        second.Keys.Should().BeEquivalentTo(first.Keys);
        foreach ((string name, byte[] bytes) in first) second[name].Should().Equal(bytes, name);
        _folder.Names().Should().Equal("out");

        Dictionary<string, byte[]> Run()
        {
            CommandLine.English([.. Words, "--out", _folder["out"]]).Exit.Should().Be(0);
            return Directory.EnumerateFiles(_folder["out"]).ToDictionary(f => Path.GetFileName(f), File.ReadAllBytes);
        }
    }

    [Fact]
    public void The_record_has_hashes_and_no_path()
    {
        CommandLine.English([.. Words, "--out", _folder["out"]]).Exit.Should().Be(0);
        string record = File.ReadAllText(_folder["out/compare.json"]);
        record.Should().Contain("\"command\": \"compare\"").And.NotContain(Repository.Path("samples")).And.NotContain(_folder.Path);
        foreach (string file in new[] { "compare.csv", "compare-summary.csv", "compare-recipients.csv" })
            record.Should().Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder[$"out/{file}"]))));
        record.Should().Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Repository.Path("samples/zhuzhou-2024.csv")))));
        record.Should().Contain(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Repository.Path("rules/hunan/zhuzhou/brand-2023.yaml")))));
    }

    [Theory]
    [InlineData("zh", "方案“standards-30-10-5=by-level”：", "减少的对象（2 个）", "-350,000")]
    [InlineData("en", "Variant 'standards-30-10-5=by-level':", "Who lose (2)", "-350,000")]
    public void The_screen_says_it(string language, params string[] said)
    {
        CommandResult result = CommandLine.Run([.. Words, "--lang", language]);
        foreach (string words in said) result.Output.Should().Contain(words);
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(0);
    }

    [Fact]
    public void Many_variants_are_told_in_one_table()
    {
        CommandResult result = CommandLine.English([.. Words, "--variant", "a: --reading hunan-laozihao=tier-5 --reading standards-30-10-5=by-level", "--variant", "same: --reading hunan-laozihao=tier-30"]);
        result.Output.Should().Contain("Clauses that differ").And.NotContain("Variant 'a':").And.MatchRegex("same +8,980,000 +0 ");
    }

    [Fact]
    public void Json_says_the_same()
    {
        CommandResult result = CommandLine.English([.. Words, "--json"]);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(result.Output);
        System.Text.Json.JsonElement variant = json.RootElement.GetProperty("variants")[0];
        variant.GetProperty("difference_yuan").GetString().Should().Be("-350000.00");
        variant.GetProperty("losers")[0].GetProperty("recipient").GetString().Should().Be("醴陵示例陶瓷有限公司");
        variant.GetProperty("losers")[0].GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("line").GetInt32()).Should().Equal(9, 11);
    }

    [Fact]
    public void Interrupted_it_leaves_nothing()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        using StringWriter output = new(), error = new();
        Action run = () => IncentivesCommand.Root(new SharedOptions(Core.Diagnostics.Language.English), output, error, cancelled.Token).Parse([.. Words, "--out", _folder["out"]])
            .Invoke(new System.CommandLine.InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        run.Should().Throw<OperationCanceledException>();
        _folder.Names().Should().BeEmpty();
    }

    // Two rosters: lines are told with their file, and a row of the second is not one of the first.
    [Fact]
    public void Several_rosters()
    {
        string text = File.ReadAllText(Repository.Path("samples/zhuzhou-2024.csv")), other = _folder.Write("second.csv", text.Replace("ZZ", "YY", StringComparison.Ordinal));
        CommandLine.English(["compare", Repository.Path("samples/zhuzhou-2024.csv"), other, .. Words[2..], "--out", _folder["out"]]).Exit.Should().Be(0);
        string[] lines = File.ReadAllLines(_folder["out/compare.csv"]);
        lines[0].Should().EndWith(",roster");
        lines.Where(l => l.Contains(",standards,", StringComparison.Ordinal)).Select(l => $"{l.Split(',')[1]} {l.Split(',')[2]} {l.Split(',')[^1]}").Should().Equal(
            "8 ZZ007 zhuzhou-2024.csv", "9 ZZ008 zhuzhou-2024.csv", "11 ZZ010 zhuzhou-2024.csv", "8 YY007 second.csv", "9 YY008 second.csv", "11 YY010 second.csv");
    }

    // A second payee is named by its own column, and a district by the roster.
    [Fact]
    public void A_second_payee_and_districts()
    {
        string rules = _folder.Write("payee.yaml", """
            scheme: payee
            title: 示意
            status: in-force
            effective: 2024
            columns: {帮助机构: recipient}
            settings: {服务费: 1万元}
            clauses:
              - {id: product, department: 农业局, when: {award: 绿色食品}, pay: {fixed: 2万元}}
              - {id: helper, department: 农业局, when: {award: 绿色食品, 帮助机构: present}, payee: 帮助机构, pay: {per: recipient, fixed: $服务费}}
            overlap: {among: [product, helper], keep: all}
            """);
        string roster = _folder.Write("roster.csv", "名称,奖项,县(市)区,帮助机构,日期\n甲公司,绿色食品,甲县,乙事务所（本部）,2024-03-01\n丙公司,绿色食品,乙县,,2024-03-01\n丁公司,绿色食品,乙县,乙事务所（本部）,2024-03-01\n");
        CompareRun run = CompareRun.Of(_folder, roster, "--rules", rules, "--sweep", "服务费=0元..1.5万元/5000元");
        run.By("district").Where(d => d.EndsWith(" 5000", StringComparison.Ordinal)).Should().Equal("乙县 50000 55000 5000", "甲县 30000 35000 5000");
        run.Recipients.Should().Equal(
            "服务费=0元: 乙事务所（本部） 20000 0 -20000 rows 2 first 2",
            "服务费=5000元: 乙事务所（本部） 20000 10000 -10000 rows 2 first 2",
            "服务费=1.5万元: 乙事务所（本部） 20000 30000 10000 rows 2 first 2");
        run.By("total").Should().Equal(" 80000 60000 -20000", " 80000 70000 -10000", " 80000 80000 0", " 80000 90000 10000");
        // At 0 the line is decided at nothing; it is still there.
        run.Changes.Where(c => c.Variant == "服务费=0元").Select(c => $"{c.Line} {c.Recipient} {c.After}").Should().Equal("2 乙事务所（本部） zero rated-zero", "4 乙事务所（本部） zero rated-zero");
    }
}
