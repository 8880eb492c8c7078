using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Reports;

namespace Incentives.Tests.Reports;

public class LinePaymentTests
{
    private static readonly Instalment Half = new(new Rational(1) / new Rational(2), null, null, "");
    private static readonly Instalment Rest = new(null, null, null, "达产验收");

    // 2万元 at once, 5000元 after two years, 5000元 after four.
    private static readonly Instalment[] Patents = [new(null, 2_000_000, null, ""), new(null, 500_000, null, "年费"), new(null, 500_000, null, "年费")];

    [Theory]
    [InlineData(3_000_000, new long[] { 2_000_000, 500_000, 500_000 })]
    [InlineData(2_300_000, new long[] { 2_000_000, 300_000, 0 })]
    [InlineData(1_999_999, new long[] { 1_999_999, 0, 0 })]
    [InlineData(6_000_000, new long[] { 2_000_000, 500_000, 3_500_000 })]
    [InlineData(0, new long[] { 0, 0, 0 })]
    public void Sums_are_paid_in_order_and_the_last_takes_what_is_over(long fen, long[] parts) =>
        LinePayment.Instalments(fen, Patents, Rational.One).Should().Equal(parts);

    [Theory]
    [InlineData(10_000, new long[] { 5_000, 5_000 })]
    [InlineData(10_001, new long[] { 5_000, 5_001 })]
    [InlineData(1, new long[] { 0, 1 })]
    public void Half_and_rest_add_up_to_the_fen(long fen, long[] parts) =>
        LinePayment.Instalments(fen, [Half, Rest], Rational.One).Should().Equal(parts);

    [Fact]
    public void Thirds_leave_the_odd_fen_to_the_last()
    {
        Instalment third = new(new Rational(1) / new Rational(3), null, null, "");
        LinePayment.Instalments(10_000, [third, third, third], Rational.One).Should().Equal(3_333, 3_333, 3_334);
    }

    [Fact]
    public void The_rest_is_what_the_others_leave_wherever_it_stands() =>
        LinePayment.Instalments(10_000, [Rest, new Instalment(null, 2_500, null, "")], Rational.One).Should().Equal(7_500, 2_500);

    [Fact]
    public void Without_instalments_there_are_no_parts() => LinePayment.Instalments(10_000, [], Rational.One).Should().BeEmpty();

    [Fact]
    public void City_and_county_share_to_the_fen() =>
        LinePayment.Split(10_001, [new Rational(40), new Rational(60)]).Should().Equal(4_000, 6_001);
}
