namespace Incentives.Tests.Oracle;

/// <summary>Amounts near the limit of 10^15 fen, worked by hand.</summary>
public class ExactnessTests
{
    private const long Largest = 1_000_000_000_000_000;

    [Theory]
    [InlineData(1, 3, 333_333_333_333_333)] // 999,999,999,999,999 / 3, exact
    [InlineData(2, 3, 666_666_666_666_666)]
    [InlineData(1, 7, 142_857_142_857_143)] // 142,857,142,857,142.714...
    [InlineData(33, 100, 330_000_000_000_000)] // 329,999,999,999,999.67
    public void A_ratio_of_a_sum_that_floating_point_cannot_hold(int num, int den, long expected) =>
        Pay(new Grant { Sum = Largest - 1, Times = (num, den) }, 1).Should().Equal(expected);

    [Fact]
    public void The_largest_amount_is_paid_to_the_fen() => Pay(new Grant { Sum = Largest }, 2).Should().Equal(Largest, Largest);

    [Fact]
    public void Pro_rata_of_a_thousand_million_million_over_three() =>
        Pay(new Grant { Sum = Largest - 1 }, 3, p => p with { Limits = [new Limit("money", Largest, [], "ever", "pro-rata", "date")] })
            .Should().Equal(333_333_333_333_334, 333_333_333_333_333, 333_333_333_333_333);

    [Fact]
    public void Pro_rata_with_one_fen_too_little_takes_it_from_the_last() =>
        Pay(new Grant { Sum = Largest / 2 }, 2, p => p with { Limits = [new Limit("money", Largest - 1, [], "ever", "pro-rata", "date")] })
            .Should().Equal(500_000_000_000_000, 499_999_999_999_999);

    [Fact]
    public void A_pool_of_the_largest_amount_over_three() =>
        Pay(new Grant { Sum = Largest }, 3, p => p with { Clauses = [p.Clauses[0] with { Share = new Share("equal", [], false) }] })
            .Should().Equal(333_333_333_333_334, 333_333_333_333_333, 333_333_333_333_333);

    [Fact]
    public void A_cap_one_fen_below_the_sum_of_two() =>
        Pay(new Grant { Sum = Largest / 2 }, 2, p => p with { Limits = [new Limit("money", Largest - 1, ["recipient"], "ever", "in-order", "date")] })
            .Should().Equal(500_000_000_000_000, 499_999_999_999_999);

    private static IEnumerable<long> Pay(Grant grant, int rows, Func<Policy, Policy>? with = null)
    {
        Policy policy = PropertyTests.Simple(grant);
        Claim row = new() { Date = 20240101, Subject = "品牌一", Suspended = false, Struck = false };
        return Engine.Evaluate(new Example(with is null ? policy : with(policy), [.. Enumerable.Repeat(row, rows)], [], "2024")).Select(r => r.Payable);
    }
}
