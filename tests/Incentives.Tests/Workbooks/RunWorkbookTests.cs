using Incentives.Tests.Audit;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Workbooks;

/// <summary><c>payouts.xlsx</c> of the sample roster. Figures are those of the sample's own tests, worked from the policy.</summary>
public sealed class RunWorkbookTests
{
    private static BookView Book(TempFolder folder, string language)
    {
        CommandLine.Run("calculate", Repository.Path("samples/zhuzhou-2024.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--format", "xlsx", "--out", folder[language], "--quiet", "--lang", language).Exit.Should().Be(0);
        return new BookView(Path.Combine(folder[language], "payouts.xlsx"));
    }

    [Fact]
    public void It_speaks_the_readers_language()
    {
        using TempFolder folder = new();
        BookView zh = Book(folder, "zh"), en = Book(folder, "en");
        zh.Sheets.Select(s => s.Name).Should().Equal("总表", "需要人看", "应付对象", "逐行结果", "解释口径和设定", "说明");
        en.Sheets.Select(s => s.Name).Should().Equal("Summary", "To look at", "Recipients", "Each line", "Readings and settings", "Remarks");
        zh["逐行结果"][0].Should().Equal("行", "编号", "统一社会信用代码", "名称", "奖项", "条款", "条文", "主管部门", "状态", "原因", "应得（元）", "应付（元）", "暂留（元）", "暂定", "全部原因");
        zh["逐行结果"][1].Should().Equal(2d, "ZZ001", "91430200000001011G", "株洲示例轨道装备有限公司", "国家级重点实验室", "platforms", "二(八)", "市市场监管局", "上限内支付", "上限，尚未核定金额", 1_000_000d, 1_000_000d, 0d, null, "上限，尚未核定金额");
        en.Column("Each line", "Status").Distinct().Should().BeEquivalentTo(["pay up to", "pay", "unmatched", "held", "zero", "rejected"]);
    }

    [Fact]
    public void Sums_agree_with_the_lines()
    {
        using TempFolder folder = new();
        BookView book = Book(folder, "en");
        book["Summary"][1].Should().Equal(new object?[] { "Total", null, null, 37d, 3_330_000d, 0d, 5_650_000d, 0d, "叁佰叁拾叁万元整" });
        book.Column("Each line", "Payable (yuan)").Cast<double>().Sum().Should().Be(8_980_000);
        book.Column("Recipients", "To pay (yuan)").Cast<double>().Sum().Should().Be(3_330_000);
        book.Column("Recipients", "Ceilings to be approved, at most (yuan)").Cast<double>().Sum().Should().Be(5_650_000);
        foreach (string by in new[] { "Status", "Clause", "Department", "Award" })
        {
            object?[][] rows = [.. book["Summary"].Where(r => Equals(r[0], by))];
            rows.Sum(r => (double)r[3]!).Should().Be(37);
            rows.Sum(r => (double)r[4]!).Should().Be(3_330_000);
            rows.Sum(r => (double)r[6]!).Should().Be(5_650_000);
        }

        object?[] recipient = book["Recipients"].Single(r => Equals(r[0], "株洲示例硬质合金有限公司"));
        recipient.Take(4).Should().Equal("株洲示例硬质合金有限公司", "9143020000000102X8", 1_200_000d, "壹佰贰拾万元整");
    }

    [Fact]
    public void Doubtful_lines_stand_by_urgency()
    {
        using TempFolder folder = new();
        BookView book = Book(folder, "en");
        object?[] concerns = book.Column("To look at", "Concern");
        concerns.Distinct().Should().Equal("held", "rejected", "unmatched", "approved above the ceiling", "ceiling, to be approved");
        concerns.Should().HaveCount(28);
        book.Column("To look at", "Id").Take(3).Should().Equal("ZZ012", "ZZ033", "ZZ034");
    }

    [Fact]
    public void Readings_tell_question_options_and_who_decided()
    {
        using TempFolder folder = new();
        Book(folder, "zh")["解释口径和设定"][2].Take(7).Should().Equal("zhuzhou-brand-2023", "hunan-laozihao", "湖南老字号同时列在30万元和5万元两档，按哪一档？", "tier-30、tier-5", "tier-30", "tier-30", "使用方");
    }

    [Fact]
    public void Text_of_the_roster_cannot_become_a_formula_or_a_number()
    {
        using TempFolder folder = new();
        string roster = "编号,名称,对象类型,奖项,排名,认定日期\n007,\"=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",组织,示例奖,1,2024-05-30\n1E5,+1,组织,示例奖,1,2024-05-31\n";
        CommandLine.English("calculate", folder.Write("roster.csv", roster), "--rules", folder.Write("probe.yaml", ProbeScheme.Text), "--format", "xlsx", "--out", folder["run"], "--quiet").Exit.Should().Be(0);
        BookView book = new(folder["run/payouts.xlsx"]);
        book.Column("Each line", "Id").Should().Equal("007", "1E5");
        book.Column("Each line", "Recipient").Should().Equal("=HYPERLINK(\"http://x\",\"y\")", "+1");
        book.Column("Recipients", "Recipient").Should().Equal("=HYPERLINK(\"http://x\",\"y\")", "+1");
    }

    [Fact]
    public void A_changed_workbook_is_named()
    {
        using TempFolder folder = new();
        Book(folder, "en");
        string path = folder["en/payouts.xlsx"];
        byte[] bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        SampleRun.Differences(folder["en"]).Should().Equal("payouts.xlsx: error INC6006: is not what it was when the run was made (its hash differs)");
        File.Delete(path);
        SampleRun.Differences(folder["en"]).Should().Equal("payouts.xlsx: error INC6007: is missing from the run folder");
    }
}
