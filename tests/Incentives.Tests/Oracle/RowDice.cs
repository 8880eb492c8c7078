namespace Incentives.Tests.Oracle;

/// <summary>
/// Random rows. A handful of days comes again and again, so there are equal dates, exact anniversaries, 29 February and the days
/// beside them; history holds reversals that belong to nothing, reversals of a part, and more than a cap allows.
/// </summary>
internal static class RowDice
{
    private static readonly int[] Days = [20240229, 20240228, 20240301, 20230228, 20230301, 20240115, 20241231, 20250101, 20240615];
    private static readonly int[] PastDays = [20180228, 20180301, 20200229, 20210228, 20210301, 20220115, 20230115, 20231231, 20240101, 20200615, 20210615];
    /// <summary>Costs at which something changes.</summary>
    public static readonly long[] Edges = [1_000_000, 5_000_000];

    private static readonly string[] Districts = ["甲县", "乙县", "丙县", "丁区"];
    private static readonly string[] Recipients = ["甲公司", "乙公司", "丙公司"];
    private static readonly string[] Subjects = ["品牌一", "品牌二", "品牌三"];

    /// <summary>A roster.</summary>
    public static List<Claim> Roster(Dice dice, Policy policy)
    {
        bool isClean = dice.Chance(50), shares = policy.Clauses.Any(c => c.Share is not null);
        int gaps = isClean ? 0 : 8, people = dice.Between(1, 3);
        List<Claim> rows = [];
        int count = dice.Between(1, 14);
        for (int i = 0; i < count; i++)
        {
            bool isStruck = dice.Chance(8);
            bool isPartial = dice.Chance(isClean ? 0 : 4);
            rows.Add(new Claim
            {
                Recipient = dice.Chance(isClean ? 0 : 2) ? "" : Recipients[dice.Between(0, people - 1)],
                Award = dice.Chance(isClean ? 0 : 2) ? "" : dice.Chance(3) ? "外奖" : dice.One(PolicyDice.Awards),
                Level = dice.Chance(gaps) ? null : dice.One(PolicyDice.Levels),
                Role = dice.Chance(gaps) ? null : dice.One(PolicyDice.Roles),
                Rank = dice.Maybe(gaps, dice.Between(1, shares ? 3 : 4)),
                Date = dice.Maybe(gaps, dice.Chance(isClean ? 0 : 2) ? 20091231 : isPartial ? 202403 : dice.One(Days)),
                Quantity = dice.Maybe(25, dice.Chance(15) ? 0 : dice.Between(1, 5)),
                Subject = dice.Chance(gaps) ? null : dice.One(Subjects),
                Approved = dice.Maybe(60, dice.Chance(15) ? 0 : dice.Between(1, 60_000) * (dice.Chance(50) ? 100L : 1L)),
                Suspended = dice.Maybe(isClean ? 0 : 2, dice.Chance(12)),
                Struck = dice.Maybe(isClean ? 0 : 2, isStruck),
                Priority = dice.Between(1, 3),
                Weight = dice.Between(0, 5),
                Cost = dice.Maybe(gaps, dice.Chance(25) ? dice.One(Edges) + dice.One(-1, 0, 1) : dice.Between(0, 9_000_000)),
                Aid = dice.Maybe(gaps, dice.Between(0, 4_000_000)),
                District = dice.Chance(gaps / 2) ? null : dice.Chance(isClean ? 0 : 4) ? Districts[3] : Districts[dice.Between(0, 2)],
                Applied = dice.Maybe(gaps, isPartial ? 202403 : dice.One(Days)),
            });
        }

        return rows;
    }

    /// <summary>Name lists: entries without an end, for a day, until the day before a date of the roster or from it on.</summary>
    public static List<Listed> Lists(Dice dice) => [.. Policy.ListNames.SelectMany(list => Enumerable.Range(0, dice.Between(0, 3)).Select(_ =>
    {
        int? from = dice.Maybe(40, dice.One(Days)), to = dice.Maybe(40, dice.One(Days));
        if (from > to) (from, to) = (to, from);
        return new Listed(list, dice.Chance(80) ? dice.One(Recipients) : dice.One(Subjects), from, to);
    }))];

    /// <summary>A history, in posting order.</summary>
    public static List<Past> History(Dice dice, Policy policy)
    {
        List<Past> rows = [];
        int count = dice.Chance(30) ? 0 : dice.Between(1, 8);
        for (int i = 0; i < count; i++)
        {
            bool reverses = rows.Count > 0 && dice.Chance(25);
            Past paid = reverses ? dice.One(rows) : Payment(dice, policy);
            if (reverses) paid = paid with { Paid = -Math.Abs(paid.Paid ?? 0) / dice.Between(1, 2), Date = dice.Chance(70) ? paid.Date : dice.One(PastDays) };
            rows.Add(paid);
        }

        return rows;
    }

    private static Past Payment(Dice dice, Policy policy)
    {
        string award = dice.One(PolicyDice.Awards);
        Provision? clause = policy.Clauses.FirstOrDefault(c => c.Awards.Contains(award));
        bool isOrphan = dice.Chance(8);
        string? scheme = dice.Chance(40) ? null : dice.Chance(10) && policy.Overlaps.Count == 0 ? "other" : Policy.Id;
        return new Past
        {
            Recipient = dice.One(Recipients),
            Award = award,
            Date = dice.One(PastDays),
            Subject = dice.One(Subjects),
            Quantity = dice.Maybe(50, dice.Between(1, 3)),
            Paid = dice.Chance(15) ? null : (isOrphan ? -1 : 1) * dice.Between(1, 40_000) * (dice.Chance(50) ? 100L : 1L),
            Scheme = scheme,
            Clause = scheme == Policy.Id && dice.Chance(50) ? clause?.Id : null,
        };
    }
}
