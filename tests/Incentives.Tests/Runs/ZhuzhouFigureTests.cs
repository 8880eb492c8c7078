namespace Incentives.Tests.Runs;

/// <summary>Single figures of the Zhuzhou draft, each on a roster of its own; all worked from 二(八) and 二(九).</summary>
public sealed class ZhuzhouFigureTests
{
    private const string Header = "编号,名称,对象类型,奖项,级别,排名,认定日期,数量,核定金额(万元)\n";
    private const string PastHeader = "编号,名称,对象类型,奖项,认定日期,已获奖励(元)\n";
    private const string ByLevel = "standards-30-10-5=by-level";
    private const string TierFive = "hunan-laozihao=tier-5";

    [Theory]
    [InlineData("A,示例公司,组织,中国质量奖,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-50 500000")]
    [InlineData("A,示例公司,组织,标准制修订,国际,1,2024-05-30,1,", "A pay-up-to ceiling-open standards 300000")]
    [InlineData("A,示例公司,组织,标准制修订,行业,1,2024-05-30,1,", "A pay-up-to ceiling-open standards 300000")]
    [InlineData("A,示例公司,组织,标准制修订,国家,2,2024-05-30,1,", "A pay-up-to ceiling-open standards 100000")]
    [InlineData("A,示例公司,组织,标准制修订,国家,3,2024-05-30,1,", "A pay-up-to ceiling-open standards 50000")]
    [InlineData("A,示例公司,组织,标准制修订,国际,3,2024-05-30,2,", "A pay-up-to ceiling-open standards 100000")]
    [InlineData("A,示例公司,组织,标准制修订,国家,4,2024-05-30,1,", "A unmatched no-clause - 0")]
    [InlineData("A,示例先生,个人,中国质量奖提名奖,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-person 100000")]
    [InlineData("A,示例先生,个人,湖南省省长质量奖,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-person 50000")]
    [InlineData("A,示例公司,组织,中国质量奖提名奖,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-30 300000")]
    [InlineData("A,示例公司,组织,湖南省省长质量奖,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-30 300000")]
    [InlineData("A,示例公司,组织,湖南老字号,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-30 300000")]
    [InlineData("A,示例公司,组织,湖南名品,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-5 50000")]
    [InlineData("A,示例公司,组织,国家级重点实验室,,,2024-05-30,1,", "A pay-up-to ceiling-open platforms 1000000")]
    [InlineData("A,示例公司,组织,鲁班奖,,,2024-05-30,1,", "A pay-up-to ceiling-open honours-50 500000")]
    [InlineData("A,示例公司,组织,院士工作站,,,2024-05-30,1,", "A unmatched no-clause - 0")]
    public void By_default(string row, string expected) => Of(row).Should().Equal(expected);

    [Theory]
    [InlineData("A,示例公司,组织,标准制修订,国际,1,2024-05-30,1,", "A pay-up-to ceiling-open standards 300000")]
    [InlineData("A,示例公司,组织,标准制修订,国际,3,2024-05-30,1,", "A pay-up-to ceiling-open standards 300000")]
    [InlineData("A,示例公司,组织,标准制修订,行业,1,2024-05-30,1,", "A pay-up-to ceiling-open standards 50000")]
    [InlineData("A,示例公司,组织,标准制修订,国家,3,2024-05-30,1,", "A pay-up-to ceiling-open standards 100000")]
    [InlineData("A,示例公司,组织,标准制修订,国家,4,2024-05-30,1,", "A unmatched no-clause - 0")]
    public void Standards_by_level(string row, string expected) => Of(row, ByLevel).Should().Equal(expected);

    [Fact]
    public void Hunan_laozihao_in_the_tier_of_50000() =>
        Of("A,示例公司,组织,湖南老字号,,,2024-05-30,1,", TierFive).Should().Equal("A pay-up-to ceiling-open honours-5 50000");

    // 30 (万元) is the ceiling of rank 1, 50 of an honour of the first list.
    [Theory]
    [InlineData("A,示例公司,组织,标准制修订,国际,1,2024-05-30,1,20", "A pay approved standards 200000")]
    [InlineData("A,示例公司,组织,标准制修订,国际,1,2024-05-30,1,", "A pay-up-to ceiling-open standards 300000")]
    [InlineData("A,示例公司,组织,标准制修订,国际,1,2024-05-30,1,30", "A pay approved standards 300000")]
    [InlineData("A,示例公司,组织,中国质量奖,,,2024-05-30,1,80", "A pay above-ceiling honours-50 500000")]
    [InlineData("A,示例公司,组织,中国质量奖,,,2024-05-30,1,0", "A zero rated-zero honours-50 0")]
    public void A_committee_sets_an_amount(string row, string expected) => Of(row).Should().Equal(expected);

    [Fact]
    public void The_same_honour_again_in_the_batch_is_not_the_first() =>
        Of("A,示例公司,组织,中国质量奖,,,2024-05-30,1,\nB,示例公司,组织,中国质量奖,,,2024-11-30,1,")
            .Should().Equal("A pay-up-to ceiling-open honours-50 500000", "B zero not-first honours-50 0");

    [Fact]
    public void The_date_decides_which_is_the_first_not_the_line() =>
        Of("A,示例公司,组织,中国质量奖,,,2024-11-30,1,\nB,示例公司,组织,中国质量奖,,,2024-05-30,1,")
            .Should().Equal("A zero not-first honours-50 0", "B pay-up-to ceiling-open honours-50 500000");

    [Fact]
    public void The_same_honour_in_history_is_not_the_first() =>
        Calculation.Rows(Calculation.Zhuzhou, Header + "A,示例公司,组织,中国质量奖,,,2024-05-30,1,\n", PastHeader + "L,示例公司,组织,中国质量奖,2019-09-30,500000\n")
            .Should().Equal("A zero not-first honours-50 0");

    [Fact]
    public void Another_honour_in_history_or_another_recipient_changes_nothing() =>
        Calculation.Rows(
            Calculation.Zhuzhou,
            Header + "A,示例公司,组织,中国质量奖,,,2024-05-30,1,\n",
            PastHeader + "L,示例公司,组织,大禹奖,2019-09-30,500000\nM,示例乙公司,组织,中国质量奖,2019-09-30,500000\n")
            .Should().Equal("A pay-up-to ceiling-open honours-50 500000");

    // 国家5A级景区, 国家质检中心 and so on are other spellings of what the text names.
    [Fact]
    public void Spellings_of_one_award_are_one_award() =>
        Of("A,示例公司,组织,中国建设工程鲁班奖,,,2024-05-30,1,\nB,示例公司,组织,鲁班奖,,,2024-11-30,1,")
            .Should().Equal("A pay-up-to ceiling-open honours-50 500000", "B zero not-first honours-50 0");

    private static IReadOnlyList<string> Of(string rows, params string[] readings) =>
        Calculation.Rows(Calculation.Zhuzhou, Header + rows + "\n", "", [.. readings.SelectMany(r => new[] { "--reading", r })]);
}
