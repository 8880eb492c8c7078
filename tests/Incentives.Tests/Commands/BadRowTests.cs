using Incentives.Tests.Runs;

namespace Incentives.Tests.Commands;

/// <summary>Rows that cannot be used: rejected with a reason while the rest of the roster is paid, and nothing on standard error.</summary>
public sealed class BadRowTests
{
    private const string Header = "编号,名称,对象类型,奖项,认定日期,数量,核定金额\n";
    private const string Good = "A9,示例乙公司,组织,大禹奖,2024-05-30,1,\n";

    [Theory]
    [InlineData("A1,示例甲公司,组织,中国质量奖", "field-count")]
    [InlineData("A1,示例甲公司,组织,中国质量奖,2024-05-30,1,,多出一格", "field-count")]
    [InlineData("A1,示例甲公司,组织,中国质量奖,去年五月,1,", "bad-date")]
    [InlineData("A1,示例甲公司,组织,中国质量奖,2024-02-30,1,", "bad-date")]
    [InlineData("A1,示例甲公司,组织,中国质量奖,2024-05-30,1,五十万左右", "bad-amount")]
    [InlineData("A1,示例甲公司,组织,中国质量奖,2024-05-30,1,-500000", "bad-amount")]
    [InlineData("A1,示例甲公司,组织,中国质量奖,2024-05-30,一件,", "bad-quantity")]
    [InlineData("A1,示例甲公司,协会,中国质量奖,2024-05-30,1,", "bad-kind")]
    [InlineData("A1,,组织,中国质量奖,2024-05-30,1,", "missing-recipient")]
    [InlineData("A1,示例甲公司,组织,,2024-05-30,1,", "missing-award")]
    public void One_row_is_rejected_and_the_other_paid(string row, string reason) =>
        Calculation.Rows(Calculation.Zhuzhou, Header + row + "\n" + Good).Should().Equal($"A1 rejected {reason} - 0", "A9 pay-up-to ceiling-open honours-50 500000");

    // The check character of a credit code; the last one should be G.
    [Fact]
    public void A_credit_code_with_a_wrong_check_character_is_rejected() =>
        Calculation.Rows(Calculation.Zhuzhou, "编号,统一社会信用代码,名称,对象类型,奖项,认定日期,数量\nA1,91430200000001011H,示例甲公司,组织,中国质量奖,2024-05-30,1\n")
            .Should().Equal("A1 rejected bad-id - 0");

    [Theory]
    [InlineData("zh", "列数与表头不一致", "日期无法识别", "金额无法识别")]
    [InlineData("en", "the row has not as many fields as the", "unreadable date", "unreadable amount")]
    public void The_screen_gives_the_reason_of_each(string language, params string[] reasons)
    {
        using TempFolder folder = new();
        string roster = folder.Write("名册.csv", Header + "A1,示例甲公司,组织,中国质量奖\nA2,示例丙公司,组织,中国质量奖,去年,1,\nA3,示例丁公司,组织,中国质量奖,2024-05-30,1,若干\n" + Good);
        CommandResult result = CommandLine.Run("calculate", roster, "--rules", Repository.Path(Calculation.Zhuzhou), "--out", folder["out"], "--lang", language);
        result.Exit.Should().Be(0);
        result.Error.Should().BeEmpty();
        foreach (string reason in reasons) result.Output.Should().Contain(reason);
    }

    [Fact]
    public void A_roster_of_nothing_but_its_header_is_said()
    {
        using TempFolder folder = new();
        string[] line = ["calculate", folder.Write("名册.csv", Header), "--rules", Repository.Path(Calculation.Zhuzhou), "--out", folder["out"]];
        CommandLine.Chinese(line).Error.Should().Be("名册.csv:1: 警告 INC5018: 名册只有表头，下面没有一行数据\n  怎么办：检查是否选错了文件或工作表，或导出时没有选中数据\n");
        CommandResult english = CommandLine.English(line);
        english.Error.Should().Be("名册.csv:1: warning INC5018: the roster has a header and no row below it\n  next step: check whether this is the right file or sheet, and whether the export included the data\n");
        english.Exit.Should().Be(0);
    }

    // 45352 is the day that a sheet shows as 2024-03-01; 20240301 and 7 are no days of a sheet.
    [Theory]
    [InlineData("45352", "“认定日期”的 45352 像是 Excel 的日期序号（2024-03-01）：在 Excel 中把这一列的格式改为日期，重新另存后再计算", "45352 in 'date' looks like Excel's number of a day (2024-03-01): format the column as dates in Excel, save it again and calculate again")]
    [InlineData("20241301", "改正“认定日期”（日期无法识别）后重新计算", "correct 'date' (unreadable date) and calculate again")]
    [InlineData("7", "改正“认定日期”（日期无法识别）后重新计算", "correct 'date' (unreadable date) and calculate again")]
    public void A_date_that_a_sheet_wrote_as_a_number_is_named(string cell, string chinese, string english)
    {
        using TempFolder folder = new();
        string roster = folder.Write("名册.csv", Header + $"A1,示例甲公司,组织,中国质量奖,{cell},1,\n");
        CommandLine.Chinese("calculate", roster, "--rules", Repository.Path(Calculation.Zhuzhou), "--out", folder["out"], "--quiet").Exit.Should().Be(0);
        CommandLine.Chinese("explain", folder["out"], "--row", "A1").Output.Should().Contain(chinese);
        CommandLine.English("explain", folder["out"], "--row", "A1").Output.Should().Contain(english);
    }

    [Fact]
    public void Extra_columns_are_listed_once()
    {
        using TempFolder folder = new();
        string roster = folder.Write("名册.csv", "编号,名称,联系人,对象类型,奖项,认定日期,数量,备注\nA1,示例甲公司,甲,组织,中国质量奖,2024-05-30,1,无\nA2,示例乙公司,乙,组织,大禹奖,2024-05-30,1,无\n");
        string[] line = ["calculate", roster, "--rules", Repository.Path(Calculation.Zhuzhou), "--out", folder["out"]];
        CommandLine.Chinese(line).Error.Should().Be("名册.csv:1: 说明 INC4021: 没有用到的列：“联系人”、“备注”。\n");
        CommandResult english = CommandLine.English(line);
        english.Error.Should().Be("名册.csv:1: note INC4021: Columns that are not used: \"联系人\", \"备注\".\n");
        english.Exit.Should().Be(0);
        new RunView(folder["out"]).Total.Should().Be(1_000_000);
    }
}
