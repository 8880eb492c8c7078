using Incentives.Core.Checking;
using Incentives.Core.Numbers;

namespace Incentives.Tests.Checking;

/// <summary>Amounts in running text.</summary>
public sealed class AmountFinderTests
{
    [Theory]
    [InlineData("给予50万元奖励", 500_000)]
    [InlineData("给予 50 万元奖励", 500_000)]
    [InlineData("给予５０万元奖励", 500_000)]
    [InlineData("给予五十万元奖励", 500_000)]
    [InlineData("给予伍拾万元奖励", 500_000)]
    [InlineData("给予500000元奖励", 500_000)]
    [InlineData("给予500,000元奖励", 500_000)]
    [InlineData("最高奖励50万。", 500_000)]
    [InlineData("给予50万的奖励", 500_000)]
    [InlineData("给予50余万元", 500_000)]
    [InlineData("十万元", 100_000)]
    [InlineData("两万元", 20_000)]
    [InlineData("一千二百万元", 12_000_000)]
    [InlineData("一百零五元", 105)]
    [InlineData("5千元", 5_000)]
    [InlineData("3百万元", 3_000_000)]
    [InlineData("1.5亿元", 150_000_000)]
    [InlineData("0.5万元", 5_000)]
    [InlineData("3-5万元", 30_000, 50_000)]
    [InlineData("3至5万元", 30_000, 50_000)]
    [InlineData("分别给予30、10、5万元", 300_000, 100_000, 50_000)]
    [InlineData("30万元、10万元和5万元", 300_000, 100_000, 50_000)]
    [InlineData("2023年给予5万元", 50_000)]
    [InlineData("1、500元补贴", 500)]
    [InlineData("奖励l.5万元", 15_000)]
    [InlineData("奖励0。5万元", 5_000)]
    public void Are_found_in_every_spelling(string text, params int[] yuan) =>
        AmountFinder.Find(text).Select(a => a.Fen).Should().Equal(yuan.Select(y => new Rational(y) * 100));

    [Theory]
    [InlineData("带动就业超11.5万人次")]
    [InlineData("每万人口拥有专利12件")]
    [InlineData("一元化、多元化")]
    [InlineData("建成10万亩基地")]
    [InlineData("奖励金额(万元)")]
    [InlineData("0元")]
    public void Other_numbers_are_none(string text) => AmountFinder.Find(text).Should().BeEmpty();

    [Fact]
    public void Their_place_is_that_of_the_number()
    {
        AmountFinder.Find("最高 3-5 万元").Should().Equal(new FoundAmount(3, 1, 3_000_000), new FoundAmount(5, 4, 5_000_000));
    }
}
