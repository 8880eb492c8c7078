using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Tests.Oracle;

/// <summary>What holds for every batch, whatever the scheme: looked at without the reference.</summary>
public class PropertyTests
{
    private const int Together = 25;

    private static Arbitrary<Example[]> Groups(Func<Example, Example>? change = null, Func<Policy, bool>? only = null) => Arb.From(
        Examples.Any.Generator.Where(e => only is null || only(e.Policy)).Select(e => change is null ? e : change(e)).ArrayOf(Together),
        group => group.Length > 1 ? group.Select(e => new[] { e }) : []);

    private static void Each(int groups, ulong seed, Arbitrary<Example[]> examples, Action<Example, IReadOnlyList<Result>> holds) =>
        Examples.Check(groups, seed, examples, group =>
        {
            var got = Engine.Evaluate(group);
            for (int i = 0; i < group.Length; i++) holds(group[i], got[i]);
        });

    [Fact]
    public void Every_row_comes_out_and_amounts_fit_their_status() => Each(20, 101, Groups(), (example, results) =>
    {
        results.Select(r => r.Row).Distinct().Should().Equal(Enumerable.Range(0, example.Roster.Count), "rows in = rows out\n{0}", example);
        foreach (Result r in results)
        {
            bool fits = r.Status switch
            {
                "pay" or "pay-up-to" => r is { Payable: > 0, Held: 0 },
                "held" => r is { Payable: 0, Held: >= 0 },
                _ => r is { Payable: 0, Held: 0 },
            };
            fits.Should().BeTrue("{0}\n{1}", r, example);
            ((r.Payable + r.Held) % example.Policy.Unit.Fen).Should().Be(0, "{0}\n{1}", r, example);
            r.Reason.Should().NotBeEmpty();
        }
    });

    // Each line of 1,000 batches: from nothing to the result without a gap, stage after stage, and the reason of the result is said by a step.
    [Fact]
    public void Steps_lead_to_every_result() => Examples.Check(40, 107, Groups(), group => Engine.Evaluate(group, 1, batch =>
    {
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ClaimLine line = batch.Lines[i];
            IReadOnlyList<Step> steps = batch.Lines.Trace(i)!.Steps;
            string all = string.Join('\n', steps.Select(s => $"{s.Stage} {s.Operation} {s.Before} {s.After} {s.Reason} {string.Join(',', s.Inputs)} {string.Join(',', s.Rows.Named)}"));
            steps.Should().NotBeEmpty();
            steps[0].Before.Sign.Should().Be(0, "{0}", all);
            steps[^1].After.Should().Be(new Rational(line.Payable + line.Reserved), "{0}", all);
            steps.Zip(steps.Skip(1)).Where(p => p.First.After != p.Second.Before || p.First.Stage > p.Second.Stage).Should().BeEmpty("{0}", all);
            string reason = line.FinalReason.Code();
            (reason is "full" or "rated-zero" || steps.Any(s => s.Reason == reason)).Should().BeTrue("{0} is a reason\n{1}", reason, all);
            steps.Where(s => s.Reason is "lower-award" or "already-paid" or "not-first" or "within-years" or "repeat-reduced" && s.Rows.Count == 0).Should().BeEmpty("{0}", all);
        }
    }));

    [Fact]
    public void Rows_of_distinct_dates_may_stand_in_any_order()
    {
        Arbitrary<Example[]> examples = Groups(e => e with { Roster = [.. e.Roster.Select((r, i) => r with { Date = 20240101 + (i * 7919 % 28) })] });
        Examples.Check(15, 102, examples, group =>
        {
            var straight = Engine.Evaluate(group);
            int[][] orders = [.. group.Select(e => Enumerable.Range(0, e.Roster.Count).OrderBy(i => i * 31 % 17).ThenByDescending(i => i).ToArray())];
            var shuffled = Engine.Evaluate([.. group.Select((e, k) => e with { Roster = [.. orders[k].Select(i => e.Roster[i])] })]);
            for (int k = 0; k < group.Length; k++)
            {
                int[] order = orders[k];
                var back = shuffled[k].Select(r => r with { Row = order[r.Row] }).OrderBy(r => r.Row);
                back.Should().Equal(straight[k].OrderBy(r => r.Row), "{0}", group[k]);
            }
        });
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        Claim[] rows = [.. Enumerable.Range(0, 120_000).Select(i => new Claim
        {
            Recipient = $"企业{i * 7919 % 9973}", Award = PolicyDice.Awards[i % 4], Date = 20240101 + (i * 31 % 28), Quantity = i % 4, Subject = $"产品{i % 20011}",
            Suspended = i % 97 == 0, Struck = i % 89 == 0, Rank = (i % 3) + 1, Level = PolicyDice.Levels[i % 3], Role = PolicyDice.Roles[i % 2],
        })];
        Policy policy = Simple(new Grant { Sum = 12_345, PerItem = true }) with
        {
            Overlaps = [new Overlap(["c1"], ["recipient", "subject"], false, "highest", [], "deduct", "-amount")],
            Limits = [new Limit("money", 100_001, ["recipient"], "year", "in-order", "date"), new Limit("money", 333_333_333, [], "year", "pro-rata", "date")],
        };
        Example example = new(policy, rows, [], "2024");
        var one = Engine.Evaluate(example, 1);
        one.Should().HaveCount(rows.Length);
        foreach (int threads in new[] { 2, 5 }) Engine.Evaluate(example, threads).SequenceEqual(one).Should().BeTrue("with {0} threads", threads);
    }

    [Fact]
    public void No_cap_and_no_envelope_is_ever_passed() => Each(40, 103, Groups(only: p => p.AllLimits.Any(l => l is { Kind: "money", Cut: not "refuse", Years: null })), (example, results) =>
    {
        foreach (Provision? clause in example.Policy.Clauses.Append(null))
        {
            foreach (Limit limit in (clause?.Limits ?? example.Policy.Limits).Where(l => l is { Kind: "money", Cut: not "refuse", Years: null }))
            {
                var mine = results.Where(r => r.Payable + r.Held > 0 && (clause is null || r.Clause == clause.Id));
                foreach (var group in mine.GroupBy(r => LimitRule.Key(limit, example.Roster[r.Row])))
                {
                    BigInteger before = LimitRule.PaidBefore(limit, clause, example.Roster[group.First().Row], example);
                    BigInteger all = before + group.Aggregate(BigInteger.Zero, (sum, r) => sum + r.Payable + r.Held);
                    (all <= BigInteger.Max(limit.Most, before)).Should().BeTrue("{0} with {1} paid before\n{2}", limit, before, example);
                }
            }
        }
    });

    [Fact]
    public void Pro_rata_pays_the_available_amount_exactly_and_fairly() => Each(20, 104, Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(ProRata).ArrayOf(Together)), (example, results) =>
    {
        long unit = example.Policy.Unit.Fen, available = Math.Max(0, example.Policy.Limits[0].Most - example.History.Sum(p => p.Paid ?? 0)) / unit * unit;
        BigInteger demand = results.Aggregate(BigInteger.Zero, (sum, r) => sum + r.Entitled);
        results.Sum(r => r.Payable + r.Held).Should().Be((long)BigInteger.Min(demand, available), "{0}", example);
        foreach (Result r in results.Where(_ => demand > available))
        {
            BigInteger floor = new BigInteger(available / unit) * r.Entitled / demand * unit;
            (r.Payable + r.Held == floor || r.Payable + r.Held == floor + unit).Should().BeTrue("{0} is not beside its quota {1}\n{2}", r, floor, example);
        }
    });

    [Fact]
    public void Shares_add_up_to_the_pool() => Each(20, 105, Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(Shared).ArrayOf(Together)), (example, results) =>
    {
        foreach (var item in results.GroupBy(r => example.Roster[r.Row].Subject))
        {
            item.Sum(r => r.Payable).Should().Be(item.First().Entitled, "{0}", example);
            BigInteger whole = item.Aggregate(BigInteger.Zero, (sum, r) => sum + Weight(example, r));
            foreach (Result r in item)
            {
                BigInteger floor = r.Entitled / example.Policy.Unit.Fen * Weight(example, r) / whole * example.Policy.Unit.Fen;
                (r.Payable == floor || r.Payable == floor + example.Policy.Unit.Fen).Should().BeTrue("{0} beside {1}\n{2}", r, floor, example);
            }
        }
    });

    [Fact]
    public void A_larger_budget_lowers_no_total_and_in_order_no_line() => Examples.Check(15, 106, Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(ProRata).ArrayOf(Together)), group =>
    {
        foreach (string cut in new[] { "pro-rata", "in-order", "stop" })
        {
            Example With(Example e, long more) => e with { Policy = e.Policy with { Limits = [e.Policy.Limits[0] with { Cut = cut, Most = e.Policy.Limits[0].Most + more }] } };
            var small = Engine.Evaluate([.. group.Select(e => With(e, 0))]);
            var large = Engine.Evaluate([.. group.Select((e, i) => With(e, i % 2 == 0 ? 1 : 54_321))]);
            for (int i = 0; i < group.Length; i++)
            {
                large[i].Sum(r => r.Payable + r.Held).Should().BeGreaterThanOrEqualTo(small[i].Sum(r => r.Payable + r.Held), "{0} {1}", cut, group[i]);
                if (cut == "pro-rata") continue;
                for (int k = 0; k < small[i].Count; k++) (large[i][k].Payable + large[i][k].Held).Should().BeGreaterThanOrEqualTo(small[i][k].Payable + small[i][k].Held, "{0} {1}", cut, group[i]);
            }
        }
    });

    /// <summary>A scheme of one clause for all awards.</summary>
    internal static Policy Simple(Grant grant) => new()
    {
        Clauses = [new Provision { Id = "c1", When = [[new Condition("award", ConditionKind.OneOf, PolicyDice.Awards)]], Awards = PolicyDice.Awards, Grant = grant }],
    };

    private static BigInteger Weight(Example example, Result r) => example.Policy.Clauses[0].Share!.Weight == "equal" ? 1 : example.Roster[r.Row].Weight;

    private static Example ProRata(int seed)
    {
        Dice dice = new(seed);
        long budget = dice.Chance(10) ? 0 : dice.Between(1, 4_000_000);
        Policy policy = Simple(new Grant { Sum = dice.Between(1, 99_999), PerItem = true }) with
        {
            Limits = [new Limit("money", budget, [], "ever", "pro-rata", "date")],
            Unit = new Unit(dice.One(1L, 1L, 100L, 5000L), "half-up"),
        };
        Claim[] rows = [.. Enumerable.Range(0, dice.Between(1, 12)).Select(i => Row(dice) with { Suspended = dice.Chance(15), Date = 20240101 + i })];
        Past[] history = dice.Chance(50) ? [] : [new Past { Date = 20230101, Paid = dice.Between(1, 5_000_000), Scheme = Policy.Id, Subject = "品牌一" }];
        return new Example(policy, rows, history, "2024") { Seed = seed };
    }

    private static Example Shared(int seed)
    {
        Dice dice = new(seed);
        Policy simple = Simple(new Grant { Sum = dice.Between(1, 9_999_999) });
        Policy policy = simple with
        {
            Clauses = [simple.Clauses[0] with { Share = new Share(dice.One("equal", "权重"), [], false) }],
            Unit = new Unit(dice.One(1L, 1L, 100L), "up"),
        };
        return new Example(policy, [.. Enumerable.Range(0, dice.Between(1, 12)).Select(_ => Row(dice) with { Weight = dice.Between(1, 7) })], [], "2024") { Seed = seed };
    }

    private static Claim Row(Dice dice) => new()
    {
        Recipient = dice.One("甲公司", "乙公司"),
        Award = dice.One(PolicyDice.Awards),
        Date = 20240101,
        Quantity = dice.Between(0, 9),
        Subject = dice.One("品牌一", "品牌二", "品牌三"),
        Suspended = false,
        Struck = false,
    };
}
