using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

public class RangeTextTests
{
    [Theory]
    [InlineData("1..3", "1..3")]
    [InlineData("1000万元..<3000万元", "1000万元..<3000万元")]
    [InlineData("5000万元 <..2亿元", "5000万元<..2亿元")]
    [InlineData("5个<..<10个", "5个<..<10个")]
    [InlineData("2000万元..", "2000万元..")]
    [InlineData("300万元<..", "300万元<..")]
    [InlineData("..<300万元", "..<300万元")]
    [InlineData("..30万元", "..30万元")]
    [InlineData("1.5..2.5", "1.5..2.5")]
    [InlineData("2020-01-01..", "2020-01-01..")]
    [InlineData("$截止日 - 2年..$截止日", "$截止日 - 2年..$截止日")]
    [InlineData("１．．３", "1..3")]
    [InlineData("2000万元以上", "2000万元..")]
    [InlineData("5000万元以下", "..5000万元")]
    [InlineData("3年以内", "..3年")]
    [InlineData("超过2亿元", "2亿元<..")]
    [InlineData("高于10%", "10%<..")]
    [InlineData("不满300万元", "..<300万元")]
    [InlineData("不足5件", "..<5件")]
    [InlineData("低于-5%", "..<-5%")]
    [InlineData("不低于50人", "50人..")]
    [InlineData("不高于30万元", "..30万元")]
    [InlineData("不超过 30万元", "..30万元")]
    [InlineData("1000万元以上不满3000万元", "1000万元..<3000万元")]
    [InlineData("1000万元以上、3000万元以下", "1000万元..3000万元")]
    [InlineData("1000万元以上3000万元以下", "1000万元..3000万元")]
    [InlineData("超过5亿元不超过10亿元", "5亿元<..10亿元")]
    [InlineData("超过5亿元，低于10亿元", "5亿元<..<10亿元")]
    [InlineData("不低于1%且不高于2%", "1%..2%")]
    [InlineData("$起点以上不满$终点", "$起点..<$终点")]
    [InlineData("2024-06-30以上", "2024-06-30..")]
    public void Reads_ranges(string text, string canonical)
    {
        RangeText.TryParse(text, out RangeText? range).Should().BeTrue();
        range!.Canonical.Should().Be(canonical);
        RangeText.TryParse(canonical, out RangeText? again).Should().BeTrue();
        again.Should().Be(range);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("<..3")]
    [InlineData("3..<")]
    [InlineData("1...3")]
    [InlineData("1..2..3")]
    [InlineData("1..=3")]
    [InlineData("1<<..3")]
    [InlineData("规模以上")]
    [InlineData("省级以上")]
    [InlineData("以上")]
    [InlineData("超过")]
    [InlineData("超过3以上")]
    [InlineData("3以上5以上")]
    [InlineData("5以下3以上")]
    [InlineData("小于5000万元(含)")]
    [InlineData("2024-06-30")]
    [InlineData("国家")]
    [InlineData("")]
    public void Leaves_other_texts_alone(string text) => RangeText.IsRange(text).Should().BeFalse();

    [Fact]
    public void Keeps_open_ends_null()
    {
        RangeText.TryParse("不满300万元", out RangeText? range).Should().BeTrue();
        range.Should().Be(new RangeText(null, true, "300万元", false));
    }
}
