using FsCheck.Fluent;

namespace Incentives.Tests.Oracle;

/// <summary>What is calculated in one batch comes out the same in two, with the first posted as history, where SEMANTICS section 6 promises it.</summary>
public class SplitTests
{
    private const int Middle = 20240215;

    public static TheoryData<string, int> Promises => new()
    {
        { "first time", 1 }, { "combination", 2 }, { "cap in order", 3 }, { "quantity cap", 4 }, { "envelope in order", 5 }, { "cool-down", 6 }, { "nested caps", 7 }, { "ladder top-up", 9 },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public void Two_batches_pay_what_one_pays(string rule, int kind) => Examples.Check(12, (ulong)(200 + kind), Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(s => Make(kind, s)).ArrayOf(25)), group =>
    {
        var whole = Engine.Evaluate(group);
        var first = Engine.Evaluate([.. group.Select(e => e with { Roster = [.. e.Roster.Where(r => r.Date < Middle)] })]);
        var second = Engine.Evaluate([.. group.Select((e, i) => e with { Roster = [.. e.Roster.Where(r => r.Date >= Middle)], History = [.. e.History, .. Posted(e, first[i])] })]);
        for (int i = 0; i < group.Length; i++)
        {
            string expected = Show(whole[i].Where(r => group[i].Roster[r.Row].Date < Middle)) + Show(whole[i].Where(r => group[i].Roster[r.Row].Date >= Middle));
            (Show(first[i]) + Show(second[i])).Should().Be(expected, "{0}\n{1}", rule, group[i]);
        }
    });

    [Fact]
    public void Highest_only_pays_the_same_total_in_two_batches() => Examples.Check(12, 300, Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(s => Make(8, s)).ArrayOf(25)), group =>
    {
        var whole = Engine.Evaluate(group);
        var first = Engine.Evaluate([.. group.Select(e => e with { Roster = [.. e.Roster.Where(r => r.Date < Middle)] })]);
        var second = Engine.Evaluate([.. group.Select((e, i) => e with { Roster = [.. e.Roster.Where(r => r.Date >= Middle)], History = [.. e.History, .. Posted(e, first[i])] })]);
        for (int i = 0; i < group.Length; i++)
            (first[i].Sum(r => r.Payable) + second[i].Sum(r => r.Payable)).Should().Be(whole[i].Sum(r => r.Payable), "{0}", group[i]);
    });

    private static IEnumerable<Past> Posted(Example example, IReadOnlyList<Result> results)
    {
        Claim[] rows = [.. example.Roster.Where(r => r.Date < Middle)];
        return results.Select(r => new Past
        {
            Recipient = rows[r.Row].Recipient,
            Award = rows[r.Row].Award,
            Date = rows[r.Row].Date,
            Subject = rows[r.Row].Subject,
            Quantity = rows[r.Row].Quantity,
            Paid = r.Payable,
            Scheme = Policy.Id,
            Clause = r.Clause,
        });
    }

    private static string Show(IEnumerable<Result> results) => string.Concat(results.Select(r => $"{r.Status} {r.Payable}; "));

    private static Example Make(int kind, int seed)
    {
        Dice dice = new(seed);
        long cap = dice.Between(1, 400_000);
        Policy simple = PropertyTests.Simple(new Grant
        {
            Table = new Table(["award"], [.. PolicyDice.Awards.Select(a => (new[] { a }, (string[]?)null, (long)dice.Between(1, 100_000)))], null),
            PerItem = kind == 4,
        });
        Recur First(int? years) => new(dice.One<string[]>(["recipient"], ["recipient", "subject"]), years, false, dice.One("award", "family"), [], false, 1, Again.Zero, 0);
        Policy policy = kind switch
        {
            1 => simple with { Clauses = [simple.Clauses[0] with { Recur = First(null) }] },
            2 => simple with { Overlaps = [new Overlap(["c1"], ["recipient"], false, "count", [cap, cap + 7, cap * 2], "deduct", "date")] },
            3 => simple with { Limits = [new Limit("money", cap, [dice.One("recipient", "subject")], dice.One("year", "ever"), "in-order", "date")] },
            4 => simple with { Limits = [new Limit("count", dice.Between(0, 12), ["recipient"], "year", "in-order", "date")] },
            5 => simple with { Limits = [new Limit("money", cap, [], "year", "in-order", "date")] },
            6 => simple with { Clauses = [simple.Clauses[0] with { Recur = First(2) }] },
            7 => simple with { Limits = [new Limit("money", cap * 2, ["recipient"], "ever", "in-order", "date"), new Limit("money", cap, ["recipient", "subject"], "ever", "in-order", "date")] },
            9 => simple with { Overlaps = [new Overlap(["c1"], ["recipient"], false, "highest", [], "deduct", "date")] },
            _ => simple with { Overlaps = [new Overlap(["c1"], ["recipient"], false, "highest", [], "deduct", "-amount")] },
        };
        policy = policy with { Ladder = PolicyDice.Awards };
        Claim[] rows = [.. Enumerable.Range(0, dice.Between(1, 12)).Select(_ => new Claim
        {
            Recipient = dice.One("甲公司", "乙公司"), Award = dice.One(PolicyDice.Awards), Date = dice.One(20240110, 20240201, 20240214, 20240215, 20240301, 20240229),
            Quantity = dice.Between(1, 5), Subject = dice.One("品牌一", "品牌二"), Suspended = false, Struck = false,
        })];
        Past[] history = dice.Chance(50) ? [] : [new Past { Recipient = "甲公司", Award = dice.One(PolicyDice.Awards), Date = dice.One(20220215, 20220229 - 1, 20230301, 20240101), Subject = "品牌一", Paid = dice.Between(1, 50_000), Scheme = Policy.Id, Clause = "c1" }];
        return new Example(policy, rows, history, "2024") { Seed = seed };
    }
}
