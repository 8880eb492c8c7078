using System.Text;
using Incentives.Tests.Commands;
using Incentives.Tests.Rosters;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>
/// Lists that were really paid, against a run of six fixed sums worked by hand: 甲 50万 and 10万, 乙 50万, 丙 10万 for each of two products, 丁 nothing.
/// Due in all: 500,000 + 100,000 + 500,000 + 100,000 + 100,000 = 1,300,000.
/// </summary>
public sealed class PaidListTests : IDisposable
{
    private const string Rules = """
        scheme: paid-list
        title: 支付名单
        status: in-force
        effective: 2023-01-01..2025-12-31
        awards:
          国家质量奖: {aliases: [全国质量奖]}
          产品认证: {}
        clauses:
          - id: quality
            cite: 一
            department: 市市场监管局
            when: {award: 国家质量奖}
            pay: {fixed: 50万元}
          - id: product
            cite: 二
            department: 市市场监管局
            when: {award: 产品认证}
            pay: {fixed: 10万元}

        """;

    private const string Roster = """
        编号,统一社会信用代码,名称,奖项,日期,产品
        A1,91430200000001011G,甲示例有限公司,国家质量奖,2024-03-01,
        A2,91430200000001011G,甲示例有限公司,产品认证,2024-03-01,甲产品
        A3,,乙示例（集团）有限公司,国家质量奖,2024-03-01,
        A4,,丙示例有限公司,产品认证,2024-03-01,一号产品
        A5,,丙示例有限公司,产品认证,2024-03-01,二号产品
        A6,,丁示例有限公司,没有这个奖,2024-03-01,

        """;

    private readonly TempFolder _folder = new();
    private readonly string _run;

    public PaidListTests() => _run = Calculation.RunInto(_folder["run"], _folder.Write("roster.csv", Roster), _folder.Write("rules.yaml", Rules)).Folder;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("编号,企业名称,奖补资金(万元)\nA1,甲示例有限公司,50\nA2,甲示例有限公司,10\nA3,乙示例(集团)有限公司,50\nA4,丙示例有限公司,10\nA5,丙示例有限公司,10\n合计,,130\n")]
    [InlineData("收款单位,奖励项目,产品,实发金额\n甲示例有限公司,全国质量奖,,50万元\n甲示例有限公司,产品认证,,100000\n 乙示例（集团）有限公司,国家质量奖,,\"500,000.00\"\n丙示例有限公司,产品认证,二号产品,10万元\n丙示例有限公司,产品认证,一号产品,10万元\n")]
    [InlineData("社会信用代码,获奖单位,奖项,公布金额（元）\n91430200000001011G,甲示例公司,产品认证,100000\n91430200000001011g,甲示例公司,国家质量奖,500000\n,乙示例【集团】有限公司,国家质量奖,500000\n,丙示例有限公司,产品认证,100000\n,丙示例有限公司,产品认证,100000\n")]
    [InlineData("支付名单\n单位：万元\n序号,名称,奖项,拨付金额\n1,丙示例有限公司,产品认证,10\n2,丙示例有限公司,产品认证,10\n3,乙示例（集团）有限公司,国家质量奖,50\n4,甲示例有限公司,产品认证,10\n5,甲示例有限公司,国家质量奖,50\n,小计,,130\n")]
    [InlineData("名称,金额\n甲示例有限公司,600000\n乙示例（集团）有限公司,500000\n丙示例有限公司,200000\n总计,1300000\n")]
    [InlineData("编号,拨付金额\nA1,250000\nA1,250000\nA2,100000\nA3,500000\nA4,100000\nA5,100000\nA6,0\n")]
    [InlineData("编号,应付,实付金额\nA1,1,500000\nA2,1,100000\nA3,1,500000\nA4,1,100000\nA5,1,100000\n")]
    public void A_list_that_agrees(string list)
    {
        CommandResult result = CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", list));
        result.Output.Should().EndWith("Everything agrees.\n");
        result.Output.Should().Contain("5 claims due, 1,300,000 yuan").And.Contain("1,300,000 yuan; too much 0 yuan, too little 0 yuan");
        result.Exit.Should().Be(0);
    }

    [Fact]
    public void The_payouts_themselves_agree() => CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", File.ReadAllBytes(Path.Combine(_run, "payouts.csv")))).Exit.Should().Be(0);

    [Fact]
    public void A_list_in_gb18030_agrees()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] list = Encoding.GetEncoding("GB18030").GetBytes("名称,金额(万元)\n甲示例有限公司,60\n乙示例（集团）有限公司,50\n丙示例有限公司,20\n");
        CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", list)).Exit.Should().Be(0);
    }

    [Fact]
    public void A_workbook_that_agrees()
    {
        string[][] rows =
        [
            ["2024年奖补资金拨付表"], ["申报编号", "受奖单位", "奖补金额（万元）"], ["A1", "甲示例有限公司", "50"], ["A2", "甲示例有限公司", "10"], ["A3", "乙示例（集团）有限公司", "50"], ["A4", "丙示例有限公司", "10"], ["A5", "丙示例有限公司", "10"], ["合计", "", "130"],
        ];
        string xml = string.Concat(rows.Select((r, i) => WorkbookBuilder.Row(i + 1, [.. r.Select(c => c.Length > 0 && c.All(char.IsDigit) ? WorkbookBuilder.Number(c) : WorkbookBuilder.Text(c))])));
        CommandResult result = CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.xlsx", WorkbookBuilder.Xlsx(xml)));
        result.Exit.Should().Be(0, result.Output);
    }

    // One overpaid by 50,000, one underpaid by 20,000, one missing, one extra, one 10,000 times too much.
    [Fact]
    public void Planted_errors_are_all_found()
    {
        const string list = "企业名称,奖项,产品,奖补资金（元）\n甲示例有限公司,国家质量奖,,550000\n甲示例有限公司,产品认证,甲产品,80000\n乙示例（集团）有限公司,国家质量奖,,5000000000\n丙示例有限公司,产品认证,一号产品,100000\n戊示例有限公司,国家质量奖,,500000\n合计,,,5001230000\n";
        Found(list, out string sums).Should().BeEquivalentTo(
            "paid.csv:2: error INC6050: A1 甲示例有限公司 国家质量奖: 500,000 yuan due, 550,000 yuan paid, paid too much by 50,000 yuan (roster.csv:2 quality, full)",
            "paid.csv:3: error INC6051: A2 甲示例有限公司 产品认证 甲产品: 100,000 yuan due, 80,000 yuan paid, paid too little by 20,000 yuan (roster.csv:3 product, full)",
            "paid.csv:4: error INC6052: A3 乙示例（集团）有限公司 国家质量奖: 500,000 yuan due, 5,000,000,000 yuan paid, paid too much by 4,999,500,000 yuan (roster.csv:4 quality, full); exactly 10,000 times apart: probably 元 and 万元 were confused",
            "paid.csv:6: error INC6053: 戊示例有限公司 国家质量奖: 500,000 yuan paid, but the roster has no such claim",
            "roster.csv:6: error INC6054: A5 丙示例有限公司 产品认证 二号产品: 100,000 yuan due, but not paid in paid.csv");
        // 50,000 + 4,999,500,000 + 500,000 and 20,000 + 100,000.
        sums.Should().Be("5 claims due, 1,300,000 yuan; 5 lines paid, 5,001,230,000 yuan; too much 5,000,050,000 yuan, too little 120,000 yuan.");
    }

    [Fact]
    public void Ten_thousand_times_too_little_is_a_unit_error_too() =>
        Found("编号,金额\nA1,50\nA2,100000\nA3,500000\nA4,100000\nA5,100000\n", out _).Should().ContainSingle().Which.Should().StartWith("paid.csv:2: error INC6052: A1 甲示例有限公司 国家质量奖: 500,000 yuan due, 50 yuan paid, paid too little by 499,950 yuan");

    [Fact]
    public void Money_for_a_row_that_is_due_nothing_is_too_much() =>
        Found("编号,金额\nA1,500000\nA2,100000\nA3,500000\nA4,100000\nA5,100000\nA6,3000.50\n", out _)
            .Should().Equal("paid.csv:7: error INC6050: A6 丁示例有限公司 没有这个奖: 0 yuan due, 3,000.50 yuan paid, paid too much by 3,000.50 yuan (roster.csv:7 no-clause)");

    [Fact]
    public void The_same_claim_paid_twice_is_too_much() =>
        Found("编号,金额\nA1,500000\nA1,500000\nA2,100000\nA3,500000\nA4,100000\nA5,100000\n", out _).Should().ContainSingle().Which.Should().Contain("INC6050: A1 甲示例有限公司 国家质量奖: 500,000 yuan due, 1,000,000 yuan paid, paid too much by 500,000 yuan");

    [Fact]
    public void Money_sent_to_another_is_said() =>
        Found("编号,名称,金额\nA1,戊示例有限公司,500000\nA2,甲示例有限公司,100000\nA3,乙示例（集团）有限公司,500000\nA4,丙示例有限公司,100000\nA5,丙示例有限公司,100000\n", out _)
            .Should().Equal("paid.csv:2: error INC6055: paid to '戊示例有限公司', while the roster's claim is of '甲示例有限公司' (roster.csv:2 quality, full)");

    // The running numbers 1 to 5 of a list in another order are nobody's ids, though the roster's ids look alike.
    [Fact]
    public void Running_numbers_are_not_ids()
    {
        string run = Calculation.RunInto(_folder["numbered"], _folder.Write("numbered.csv", Roster.Replace("\nA", "\n", StringComparison.Ordinal)), _folder["rules.yaml"]).Folder;
        const string list = "序号,名称,奖项,金额\n1,丙示例有限公司,产品认证,100000\n2,丙示例有限公司,产品认证,100000\n3,甲示例有限公司,国家质量奖,500000\n4,甲示例有限公司,产品认证,100000\n5,乙示例（集团）有限公司,国家质量奖,500000\n";
        CommandLine.English("verify", run, "--claimed", _folder.Write("paid.csv", list)).Exit.Should().Be(0);
    }

    [Fact]
    public void An_award_spelled_in_a_way_nobody_knows_is_found_by_recipient_and_amount_and_said()
    {
        CommandResult result = CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", "名称,奖项,金额\n甲示例有限公司,质量奖（国家级）,500000\n甲示例有限公司,产品认证,100000\n乙示例（集团）有限公司,国家质量奖,500000\n丙示例有限公司,产品认证,100000\n丙示例有限公司,产品认证,100000\n"));
        result.Output.Should().Contain("paid.csv:2: note INC6059: the award '质量奖（国家级）' was taken for '国家质量奖' by recipient and amount (roster.csv:2 quality, full)");
        result.Exit.Should().Be(0);
    }

    [Fact]
    public void An_amount_that_cannot_be_read_is_said() =>
        Found("编号,金额\nA1,伍拾万左右\nA2,100000\nA3,500000\nA4,100000\nA5,100000\n", out _).Should().BeEquivalentTo(
            "paid.csv:2: error INC6056: the amount '伍拾万左右' cannot be read",
            "roster.csv:2: error INC6054: A1 甲示例有限公司 国家质量奖: 500,000 yuan due, but not paid in paid.csv");

    [Theory]
    [InlineData("名称,备注\n甲示例有限公司,x\n", "INC6057")]
    [InlineData("名称,甲项金额,乙项金额\n甲示例有限公司,1,2\n", "INC6057")]
    [InlineData("备注,金额\nx,1\n", "INC6058")]
    public void A_list_that_cannot_be_used_is_refused(string list, string code)
    {
        CommandResult result = CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", list));
        result.Exit.Should().Be(2);
        result.Error.Should().Contain(code);
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public void A_list_that_is_not_there_is_refused() => CommandLine.English("verify", _run, "--claimed", _folder["none.csv"]).Exit.Should().Be(2);

    [Fact]
    public void A_list_is_not_compared_with_a_run_whose_inputs_were_altered()
    {
        File.AppendAllText(Path.Combine(_run, "inputs/roster/roster.csv"), "A7,,己,国家质量奖,2024-03-01,\n");
        CommandResult result = CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", "编号,金额\nA1,500000\n"));
        result.Exit.Should().Be(1);
        result.Output.Should().Contain("inputs/roster/roster.csv:8: error INC6008: this line was added").And.Contain("paid.csv: error INC6060");
    }

    private string[] Found(string list, out string sums)
    {
        CommandResult result = CommandLine.English("verify", _run, "--claimed", _folder.Write("paid.csv", list));
        result.Exit.Should().Be(1, result.Output);
        string[] lines = result.Output.Split('\n');
        sums = lines.Single(l => l.Contains("claims due", StringComparison.Ordinal));
        return [.. lines.Where(l => l.Contains(": error INC", StringComparison.Ordinal))];
    }
}
