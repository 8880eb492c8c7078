namespace Incentives.Tests.Runs;

/// <summary>Single figures of the Jinan plan and of the policies whose amounts are not published.</summary>
public sealed class JinanFigureTests
{
    private const string Header = "编号,名称,对象类型,奖项,认定日期\n";

    [Theory]
    [InlineData("A,示例公司,组织,市长质量奖,2022-05-30", "A pay full mayor-org 500000")]
    [InlineData("A,示例先生,个人,市长质量奖,2022-05-30", "A pay full mayor-person 50000")]
    [InlineData("A,示例公司,组织,优质产品基地,2022-05-30", "A pay full base 200000")]
    [InlineData("A,示例公司,组织,泰山品质,2022-05-30", "A pay full taishan 100000")]
    public void Sums_are_fixed(string row, string expected) => Calculation.Rows(Calculation.Jinan, Header + row + "\n").Should().Equal(expected);

    [Theory]
    [InlineData("rules/shandong/qingdao", "青岛市市长质量奖")]
    [InlineData("rules/hunan/province", "湖南省省长质量奖")]
    [InlineData("rules/shandong/liaocheng", "聊城优品")]
    public void What_is_not_published_is_not_guessed(string rules, string award)
    {
        string row = Calculation.Rows(rules, Header + $"A,示例公司,组织,{award},\n").Should().ContainSingle().Subject;
        row.Should().Be("A unmatched amount-unpublished - 0");
    }
}
