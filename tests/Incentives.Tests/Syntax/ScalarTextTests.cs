using System.Globalization;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

public class ScalarTextTests
{
    [Theory]
    [InlineData("５０万元（含）", "50万元(含)")]
    [InlineData("1：1︰1∶1", "1:1:1:1")]
    [InlineData("３．５％　Ａｚ［｛", "3.5% Az[{")]
    [InlineData("，。＜＞－", "，。＜＞－")]
    [InlineData("", "")]
    public void Folds_width_and_nothing_else(string text, string expected) => Fold.Width(text).Should().Be(expected);

    [Theory]
    [InlineData("50万元", "50000000")]
    [InlineData("5000元", "500000")]
    [InlineData("1.5亿元", "15000000000")]
    [InlineData("0", "0")]
    [InlineData("0.5万元", "500000")]
    [InlineData("300 万元", "300000000")]
    [InlineData("５０万元", "50000000")]
    [InlineData("0.001元", "1/10")]
    [InlineData("100000亿元", "1000000000000000")]
    public void Reads_money_in_fen(string text, string fen)
    {
        MoneyText.TryParse(text, out Rational value).Should().BeTrue();
        value.ToString().Should().Be(fen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("元")]
    [InlineData("5.元")]
    [InlineData(".5元")]
    [InlineData("1.2.3元")]
    [InlineData("9999999999999999999999元")]
    [InlineData("٣元")]
    [InlineData("5万 元")]
    public void Refuses_what_is_no_money(string text) => MoneyText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("30%", "3/10")]
    [InlineData("120％", "6/5")]
    [InlineData("-5%", "-1/20")]
    [InlineData("1:0.5", "1/2")]
    [InlineData("1：1", "1")]
    [InlineData("2 : 1", "1/2")]
    public void Reads_ratios(string text, string expected)
    {
        RatioText.TryParse(text, out Rational ratio).Should().BeTrue();
        ratio.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("0:1")]
    [InlineData("0.3")]
    [InlineData("1:2:3")]
    [InlineData("%")]
    [InlineData(":")]
    public void Refuses_what_is_no_ratio(string text) => RatioText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("6件", "6", "件")]
    [InlineData("6", "6", "")]
    [InlineData("1.5亩", "3/2", "亩")]
    [InlineData("2万件", "20000", "件")]
    [InlineData("50 平方米", "50", "平方米")]
    [InlineData("3㎡", "3", "㎡")]
    public void Reads_counts(string text, string expected, string expectedUnit)
    {
        CountText.TryParse(text, out Rational count, out string unit).Should().BeTrue();
        count.ToString().Should().Be(expected);
        unit.Should().Be(expectedUnit);
    }

    [Theory]
    [InlineData("6万元")]
    [InlineData("6%")]
    [InlineData("6个以上")]
    [InlineData("-6件")]
    [InlineData("6件/年")]
    [InlineData("件")]
    public void Refuses_what_is_no_count(string text) => CountText.TryParse(text, out _, out _).Should().BeFalse();

    [Theory]
    [InlineData("12.50", "25/2")]
    [InlineData("-3", "-3")]
    [InlineData("０", "0")]
    public void Reads_plain_numbers(string text, string expected)
    {
        NumberText.TryParse(text, out Rational value).Should().BeTrue();
        value.ToString().Should().Be(expected);
    }

    [Theory]
    [InlineData("1e3")]
    [InlineData("--1")]
    [InlineData("0x1")]
    [InlineData("1,000")]
    public void Refuses_what_is_no_number(string text) => NumberText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("6年", 6, 0, 0)]
    [InlineData("3个月", 0, 3, 0)]
    [InlineData("30日", 0, 0, 30)]
    [InlineData("30 天", 0, 0, 30)]
    [InlineData("1年6个月", 1, 6, 0)]
    public void Reads_durations(string text, int years, int months, int days)
    {
        DurationText.TryParse(text, out Duration duration).Should().BeTrue();
        duration.Should().Be(new Duration(years, months, days));
    }

    [Theory]
    [InlineData("3月")]
    [InlineData("6")]
    [InlineData("")]
    [InlineData("2024-01")]
    [InlineData("10000年")]
    public void Refuses_what_is_no_duration(string text) => DurationText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("2024-06-30", 20240630, 20240630)]
    [InlineData("2024-02", 20240201, 20240229)]
    [InlineData("2024", 20240101, 20241231)]
    [InlineData("2024年6月3日", 20240603, 20240603)]
    [InlineData("2023年2月", 20230201, 20230228)]
    [InlineData("2024年", 20240101, 20241231)]
    [InlineData("２０２４－06", 0, 0)]
    public void Reads_dates(string text, int first, int last)
    {
        DateText.TryParse(text, out DateSpan span).Should().Be(first > 0);
        span.Should().Be(new DateSpan(first, last));
    }

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-01-00")]
    [InlineData("0999")]
    [InlineData("20240630")]
    [InlineData("2024-06-30T00:00")]
    public void Refuses_days_that_are_not(string text) => DateText.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("是", true, true)]
    [InlineData("否", true, false)]
    [InlineData("yes", false, false)]
    [InlineData("true", false, false)]
    public void Reads_flags(string text, bool isFlag, bool expected)
    {
        FlagText.TryParse(text, out bool value).Should().Be(isFlag);
        value.Should().Be(expected);
    }

    [Theory]
    [InlineData(20240331, 0, 1, 0, 20240430, 20240229)]
    [InlineData(20240229, 1, 0, 0, 20250228, 20230228)]
    [InlineData(20240630, 2, 0, 0, 20260630, 20220630)]
    [InlineData(20240101, 0, 0, 30, 20240131, 20231202)]
    [InlineData(20241231, 9999, 0, 0, 99991231, 10101)]
    [InlineData(20240131, 0, 1, 1, 20240301, 20231230)]
    public void Moves_days_by_the_calendar(int day, int years, int months, int days, int later, int earlier)
    {
        Duration duration = new(years, months, days);
        DateMath.Plus(day, duration).Should().Be(later);
        DateMath.Minus(day, duration).Should().Be(earlier);
    }

    [Fact]
    public void Does_not_depend_on_the_machines_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            MoneyText.TryParse("1.5万元", out Rational fen).Should().BeTrue();
            fen.ToString().Should().Be("1500000");
            RatioText.TryParse("12.5%", out Rational ratio).Should().BeTrue();
            ratio.ToString().Should().Be("1/8");
            DateText.TryParse("2024-06-30", out DateSpan span).Should().BeTrue();
            span.First.Should().Be(20240630);
            RangeText.TryParse("1I..2i", out RangeText? range).Should().BeTrue();
            range!.Canonical.Should().Be("1I..2i");
            Yaml.Map("TITLE: I\ntitle: i\n").Entries.Should().HaveCount(2);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
