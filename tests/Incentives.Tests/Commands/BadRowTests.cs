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
