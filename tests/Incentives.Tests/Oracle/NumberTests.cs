using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Incentives.Core.Evaluation.Groups;
using Incentives.Core.Numbers;

namespace Incentives.Tests.Oracle;

/// <summary>The engine's exact numbers against big integers.</summary>
public class NumberTests
{
    private static Gen<long> Longs { get; } = Gen.OneOf(
        Gen.Choose(-12, 12).Select(i => (long)i),
        Gen.Choose(int.MinValue + 1, int.MaxValue).Select(i => (long)i),
        Gen.Choose(1, int.MaxValue).Select(i => 1_000_000_000_000_000L - i));

    private static Gen<(long Num, long Den)> Fractions { get; } = Longs.SelectMany(n => Longs.Where(d => d != 0), (n, d) => (n, d));

    [Fact]
    public void Fractions_add_subtract_multiply_divide_and_compare_as_they_should() => Examples.Check(3000, 401, Fractions.Two().ToArbitrary(), pair =>
    {
        ((long Num, long Den) x, (long Num, long Den) y) = pair;
        Rational a = Rational.Of(x.Num, x.Den), b = Rational.Of(y.Num, y.Den);
        BigInteger n = x.Num, d = x.Den, m = y.Num, e = y.Den;
        Same(() => a + b, (n * e) + (m * d), d * e);
        Same(() => a - b, (n * e) - (m * d), d * e);
        Same(() => a * b, n * m, d * e);
        if (m != 0) Same(() => a / b, n * e, d * m);
        BigInteger order = ((n * e) - (m * d)) * d.Sign * e.Sign;
        a.CompareTo(b).Should().Be(order.Sign);
        (a == b).Should().Be(order.IsZero);
        if (order.IsZero) a.GetHashCode().Should().Be(b.GetHashCode());
        BigInteger floor = BigInteger.Divide(n - ((((n % d) + d) % d) * (d.Sign > 0 ? 1 : 0)), d);
        if (d.Sign > 0) a.Floor().Should().Be((Int128)floor);
    });

    [Theory]
    [InlineData(RoundingMode.HalfUp, "half-up")]
    [InlineData(RoundingMode.HalfEven, "half-even")]
    [InlineData(RoundingMode.Down, "down")]
    [InlineData(RoundingMode.Up, "up")]
    public void Rounding_goes_to_the_neighbour_that_the_mode_names(RoundingMode mode, string name) => Examples.Check(
        2000, 402, Gen.Choose(0, 5000).SelectMany(_ => Gen.Elements(1, 2, 3, 7, 8, 100), (n, d) => (n, d)).SelectMany(_ => Gen.Elements(1L, 2L, 5L, 100L), (f, u) => (f.n, f.d, u)).ToArbitrary(), c =>
        {
            long rounded = new Rounding(c.u, mode).Apply(Rational.Of(c.n, c.d)).Fen;
            rounded.Should().Be((long)Exact.Round(c.n, c.d, new Unit(c.u, name)));
            (rounded % c.u).Should().Be(0);
            // By distances: it is a neighbour, and no neighbour is nearer unless the mode says so.
            long twice = Math.Abs((rounded * c.d) - c.n) * 2, span = c.u * c.d;
            twice.Should().BeLessThan(mode is RoundingMode.Down or RoundingMode.Up ? 2 * span : span + 1);
            if (mode == RoundingMode.Down) (rounded * c.d).Should().BeLessThanOrEqualTo(c.n);
            if (mode == RoundingMode.Up) (rounded * c.d).Should().BeGreaterThanOrEqualTo(c.n);
            if (mode == RoundingMode.HalfUp && twice == span) (rounded * c.d).Should().BeGreaterThan(c.n);
            if (mode == RoundingMode.HalfEven && twice == span) (rounded / c.u % 2).Should().Be(0);
        });

    [Fact]
    public void Rounding_refuses_what_no_amount_can_be() =>
        FluentActions.Invoking(() => Rounding.Default.Apply(Money.LargestFen + 1L)).Should().Throw<OverflowException>();

    [Fact]
    public void Largest_remainder_hands_out_every_unit_beside_its_quota() => Examples.Check(
        2000, 403, Gen.Choose(0, 1000).Zip(Gen.Choose(0, 30).NonEmptyListOf().Where(w => w.Any(x => x > 0)), (units, weights) => (units, weights)).ToArbitrary(), c =>
        {
            BigInteger[] weights = [.. c.weights.Select(w => (BigInteger)w)];
            long[] parts = Apportion.LargestRemainder(c.units, (ReadOnlySpan<BigInteger>)weights);
            parts.Sum().Should().Be(c.units);
            long whole = c.weights.Sum();
            for (int i = 0; i < parts.Length; i++)
            {
                (parts[i] * whole - ((long)c.units * c.weights[i])).Should().BeInRange(1 - whole, whole - 1);
                for (int j = 0; j < i; j++) if (c.weights[j] == c.weights[i]) parts[j].Should().BeGreaterThanOrEqualTo(parts[i], "equals go in order");
            }

            parts.Select(p => (BigInteger)p).Should().Equal(Exact.Apportion(c.units, weights));
        });

    [Fact]
    public void Whole_weights_keep_the_proportion_of_fractions() =>
        Apportion.Whole([Rational.Of(1, 2), Rational.Of(1, 3), Rational.Of(3, 4), Rational.Zero]).Should().Equal(6, 4, 9, 0);

    // Either exactly the fraction in lowest terms, or an overflow where a part of the unreduced result is beyond 128 bits.
    private static void Same(Func<Rational> work, BigInteger num, BigInteger den)
    {
        if (den.Sign < 0) (num, den) = (-num, -den);
        BigInteger divisor = BigInteger.GreatestCommonDivisor(num, den);
        try
        {
            Rational result = work();
            ((BigInteger)result.Numerator).Should().Be(num / divisor);
            ((BigInteger)result.Denominator).Should().Be(den / divisor);
        }
        catch (OverflowException)
        {
            BigInteger.Max(BigInteger.Abs(num), den).Should().BeGreaterThan((BigInteger)Int128.MaxValue);
        }
    }
}
