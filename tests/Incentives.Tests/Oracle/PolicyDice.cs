namespace Incentives.Tests.Oracle;

/// <summary>Random schemes: one to three clauses over disjoint awards, sometimes a pair over the same, and a choice of group rules.</summary>
internal static class PolicyDice
{
    public static readonly string[] Awards = ["甲奖", "乙奖", "丙奖", "丁奖"];
    public static readonly string[] Levels = ["国家", "省", "市"];
    public static readonly string[] Roles = ["主导", "参与"];

    private static readonly string[] Modes = ["half-up", "half-even", "down", "up"];
    private static readonly string[][] Keys = [["recipient"], ["subject"], ["recipient", "subject"]];

    /// <summary>A scheme.</summary>
    public static Policy Throw(Dice dice)
    {
        string[][] parts = dice.One<string[][]>([["甲奖", "乙奖", "丙奖", "丁奖"]], [["甲奖", "乙奖"], ["丙奖", "丁奖"]], [["甲奖"], ["乙奖", "丙奖"], ["丁奖"]]);
        bool shares = dice.Chance(20), counts = !shares && dice.Chance(20);
        List<Provision> clauses = [.. parts.Select((awards, i) => Clause(dice, $"c{i + 1}", awards, shares && i == 0, counts))];
        List<Overlap> overlaps = [];
        if (dice.Chance(15))
        {
            clauses.Add(Clause(dice, "twin", parts[0], false, counts) with { Recur = null, When = [[new Condition("award", ConditionKind.OneOf, parts[0])]] });
            overlaps.Add(new Overlap([clauses[0].Id, "twin"], [], false, dice.One("all", "highest", "one"), [], "ignore", "date"));
        }
        else if (dice.Chance(45))
        {
            overlaps.Add(Overlap(dice, [.. clauses.Take(dice.Between(1, clauses.Count)).Select(c => c.Id)]));
        }

        List<Limit> limits = dice.Chance(45) ? Limits(dice) : [];
        return new Policy
        {
            Clauses = clauses,
            Ladder = ["甲奖", "乙奖", "丙奖", "丁奖"],
            Overlaps = overlaps,
            Limits = limits,
            Unit = dice.Chance(50) ? new Unit(1, "half-up") : new Unit(dice.One(1L, 10L, 100L, 5000L), dice.One(Modes)),
            Exclusions = Exclusions(dice, clauses),
            Fund = dice.Chance(15) ? Fund(dice) : null,
        };
    }

    // Flags, and in some schemes a name list before, between or behind them.
    private static List<Exclusion> Exclusions(Dice dice, List<Provision> clauses)
    {
        List<Exclusion> exclusions = [new("剔除", dice.One("zero", "rejected")), new("暂缓", "held")];
        for (int i = dice.One(0, 0, 1, 2); i > 0; i--)
        {
            exclusions.Insert(dice.Between(0, exclusions.Count), new(dice.One("recipient", "recipient", "subject"), dice.One("held", "rejected", "zero"), dice.One(Policy.ListNames),
                dice.Chance(40) ? "applied" : null, dice.Chance(25) ? [clauses[0].Id] : null));
        }

        return exclusions;
    }

    private static Fund Fund(Dice dice)
    {
        (string, int)[] Split() => dice.One<(string, int)[]>([("市", 1), ("县", 1)], [("市", 40), ("县", 60)], [("县", 3), ("市", 2), ("省", 2)], [("市", 1)], [("省", 33), ("县", 0), ("市", 67)]);
        return dice.Between(0, 3) switch
        {
            0 => new(null, [([], Split())]),
            1 => new("district", [(["甲县"], Split()), (["乙县", "丙县"], Split())]),
            2 => new("level", [(["国家"], Split()), ([], Split())]),
            _ => new("district", [(["乙县"], Split()), (["甲县"], Split()), ([], Split())]),
        };
    }

    private static List<Instalment> Instalments(Dice dice)
    {
        int rest = dice.Between(0, 2);
        List<Instalment> parts = [.. Enumerable.Range(0, dice.Between(1, 4)).Select(i => new Instalment(dice.Chance(50) ? dice.One(50, 30, 33, 100, 0) : null, Sum(dice), dice.One(null, "1年", "6个月", "90日", "2年")))
            .Select(p => p.Percent is null ? p : p with { Fen = null })];
        if (rest == 0) parts[dice.Between(0, parts.Count - 1)] = new Instalment(null, null, dice.One(null, "3年"));
        return parts;
    }

    /// <summary>A sum: round, odd, tiny or large.</summary>
    public static long Sum(Dice dice) => dice.Between(0, 3) switch
    {
        0 => dice.Between(1, 50) * 10_000L,
        1 => dice.Between(1, 50_000),
        2 => dice.Between(1, 30) * 1000L,
        _ => dice.Between(1, 5) * 1_000_000L,
    };

    private static Provision Clause(Dice dice, string id, string[] awards, bool shares, bool counts) => new()
    {
        Id = id,
        When = Boxes(dice, awards),
        Awards = awards,
        Grant = Grant(dice, shares, counts),
        Recur = dice.Chance(40) ? Recur(dice, awards) : null,
        Share = shares ? Share(dice) : null,
        Limits = [.. ClauseLimits(dice, counts)],
        Fund = dice.Chance(15) ? Fund(dice) : null,
        Instalments = dice.Chance(15) ? Instalments(dice) : [],
    };

    private static List<IReadOnlyList<Condition>> Boxes(Dice dice, string[] awards)
    {
        Condition award = new("award", ConditionKind.OneOf, awards);
        if (dice.Chance(50)) return [[award]];
        Condition other = dice.Between(0, 7) switch
        {
            0 => new("level", ConditionKind.OneOf, ["国家", "省"]),
            1 => new("level", ConditionKind.NoneOf, ["市"]),
            2 => new("rank", ConditionKind.Range, [], 1, 3),
            3 => new("rank", ConditionKind.Range, [], 1, 4) { IsHighOut = true },
            4 => new("subject", ConditionKind.Present, []),
            5 => new("费用", ConditionKind.Range, [], RowDice.Edges[0], dice.One<long?>(null, RowDice.Edges[1])) { IsLowOut = dice.Chance(50) },
            6 => new("quantity", ConditionKind.Range, [], dice.Between(1, 2)),
            _ => new("role", ConditionKind.OneOf, ["主导"]),
        };
        return dice.Chance(30) ? [[award, other], [award, new Condition("level", ConditionKind.OneOf, ["市"])]] : [[award, other]];
    }

    private static Grant Grant(Dice dice, bool shares, bool counts)
    {
        bool isPlain = shares || counts;
        int kind = shares ? 0 : dice.Between(0, counts ? 6 : 11);
        return new Grant
        {
            IsCeiling = !shares && dice.Chance(45),
            Sum = Sum(dice),
            Table = kind is 1 or 2 or 3 ? Table(dice) : null,
            Rows = kind is 4 or 5 ? DecisionDice.Rows(dice, counts) : [],
            Part = kind is 7 or 8 ? DecisionDice.Part(dice) : null,
            Marginal = kind is 9 or 10 ? DecisionDice.Marginal(dice) : null,
            PerItem = !shares && (counts || dice.Chance(35)),
            Times = dice.Chance(20) ? dice.One<(int, int)>((30, 100), (150, 100), (1, 3), (2, 3)) : null,
            Plus = !isPlain && dice.Chance(12) ? Sum(dice) : null,
            AtLeast = !isPlain && dice.Chance(10) ? Sum(dice) : null,
            AtMost = !isPlain && dice.Chance(15) ? Sum(dice) : null,
            Round = !isPlain && dice.Chance(12) ? new Unit(dice.One(100L, 10_000L), dice.One(Modes)) : null,
        };
    }

    private static Table Table(Dice dice) => dice.Between(0, 3) switch
    {
        0 => new(["level"], [(["国家"], null, Sum(dice)), (["省", "市"], null, Sum(dice))], null),
        1 => new(["rank"], [(["1"], null, Sum(dice)), (["2"], null, Sum(dice)), (["3"], null, Sum(dice))], null),
        2 => new(["level", "role"], [(["国家"], ["主导"], Sum(dice)), (["国家"], ["参与"], Sum(dice)), (["省"], ["主导", "参与"], Sum(dice)), (["市"], null, Sum(dice))], null),
        _ => new(["award"], [(["甲奖"], null, Sum(dice)), (["丙奖"], null, Sum(dice))], Sum(dice)),
    };

    private static Recur Recur(Dice dice, string[] awards)
    {
        string of = dice.One("award", "award", "same-or-higher", "family", "list");
        bool isPaid = dice.Chance(30);
        int? years = dice.Chance(40) ? dice.Between(2, 6) : null;
        int first = dice.Chance(70) ? 1 : dice.Between(2, 3);
        Again again = dice.One(Again.Zero, Again.Zero, Again.Amount, Again.Part, Again.Rejected, Again.Held);
        bool inYear = years is null && dice.Chance(20);
        return new Recur(dice.One(Keys), years, inYear, of, of == "list" ? dice.One<string[]>(awards, ["甲奖", "丁奖"]) : [], isPaid, first, again, Sum(dice));
    }

    private static Overlap Overlap(Dice dice, string[] among)
    {
        string keep = dice.One("highest", "highest", "highest", "count", "last", "one", "all");
        long one = Sum(dice);
        return new Overlap(among, dice.One(Keys), dice.Chance(40), keep, keep == "count" ? [one, one + Sum(dice), one + 6_000_000] : [],
            dice.One("deduct", "ignore", "block"),
            keep == "highest" ? dice.One("date", "-amount", "tier") : "date");
    }

    private static Share Share(Dice dice) => dice.Between(0, 3) switch
    {
        0 => new("equal", [], false),
        1 => new("权重", [], false),
        2 => new("rank", [50, 30, 20], true),
        _ => new("rank", dice.One<int[]>([60, 40, 30], [40, 30, 20]), dice.Chance(50)),
    };

    private static IEnumerable<Limit> ClauseLimits(Dice dice, bool counts)
    {
        if (counts) yield return new Limit("count", dice.Between(0, 6), dice.One(Keys), dice.One("year", "ever"), "in-order", dice.One("date", "-amount"));
        if (dice.Chance(25)) yield return new Limit("money", Cap(dice), dice.One(Keys), dice.One("year", "ever"), dice.One("in-order", "in-order", "pro-rata"), dice.One("date", "date", "-amount"));
        if (dice.Chance(12)) yield return new Limit("money", Cap(dice), [], dice.One("year", "ever", "period"), dice.One("in-order", "pro-rata", "stop", "refuse", "优先"), "date");
    }

    private static List<Limit> Limits(Dice dice)
    {
        List<Limit> limits = [];
        if (dice.Chance(40)) limits.Add(new Limit("money", Cap(dice), ["recipient"], dice.One("year", "period"), "in-order", "date"));
        if (dice.Chance(15)) limits.Add(new Limit("money", Cap(dice), dice.One(Keys), dice.One("2年", "4年"), "in-order", "date"));
        if (dice.Chance(30)) limits.Add(new Limit("money", Cap(dice), ["recipient"], "ever", "in-order", "date"));
        if (dice.Chance(20)) limits.Add(new Limit("minimum", Sum(dice), dice.One(Keys), dice.One("year", "ever"), "", "date"));
        if (dice.Chance(50)) limits.Add(new Limit("money", Cap(dice) * 3, [], dice.One("period", "year", "ever"), dice.One("in-order", "pro-rata", "pro-rata", "stop", "refuse", "优先"), "date"));
        return limits;
    }

    private static long Cap(Dice dice) => dice.Chance(8) ? 0 : Sum(dice) + (dice.Chance(30) ? dice.Between(1, 99) : 0);
}
