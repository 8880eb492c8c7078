using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>The award events of history, as CTE <c>earlier</c>: every award won, or, where only payments count, those that were not taken back whole.</summary>
internal static class RecurPast
{
    /// <summary>How often money for one award of one subject may have come back.</summary>
    public const int MostReturns = 8;

    /// <summary>Writes it.</summary>
    public static void Write(SqlGroup group, RecurOperation operation, RecurNames names)
    {
        SqlScript script = group.Script;
        // Money back is no award.
        group.Past(operation.CountsPaid ? "" : "p.paid >= 0");
        if (!operation.CountsPaid)
        {
            script.Add(group.Name("earlier"), $"select p.*{names.Columns("p")}\nfrom {group.Name("past")} p{Where(names)}");
            return;
        }

        string same = string.Join(", ", group.Keys("p").Append("p.award"));
        script.Add(group.Name("returns"), $"select p.*, row_number() over (partition by {same} order by p.seq) as nth\nfrom {group.Name("past")} p\nwhere p.paid < 0", "money back undoes payments for the same award: those of its own date first, then the latest");
        string left = group.Name("paid");
        script.Add(left, $"select p.*, p.paid as remains\nfrom {group.Name("past")} p\nwhere p.paid > 0");
        for (int nth = 1; nth <= MostReturns; nth++) left = Return(group, left, nth);
        string keys = string.Join(", ", group.Keys("p"));
        script.Add(group.Name("most_returns"), $"select {same}, max(p.nth) as most\nfrom {group.Name("returns")} p\ngroup by {same}");
        string tooMany = $"case when coalesce(m.most, 0) > {MostReturns.ToString(CultureInfo.InvariantCulture)} then cast('money back too often: history row ' || cast(p.seq as {group.Dialect.TextType}) as integer) else 0 end";
        script.Add(group.Name("earlier"), $"select p.*{names.Columns("p")}\nfrom {left} p\nleft join {group.Name("most_returns")} m on m.award = p.award{group.SameKeys("m", "p")}\nwhere p.remains > 0 and {tooMany} = 0{names.InList("p")}");
    }

    // The nth return of each award and subject: what it takes of each payment before it.
    private static string Return(SqlGroup group, string left, int nth)
    {
        string name = group.Name(string.Create(CultureInfo.InvariantCulture, $"return{nth}")), same = string.Join(", ", group.Keys("e").Append("e.award"));
        string keys = string.Join(", ", group.Keys("e"));
        group.Script.Add(name + "_hit", string.Create(CultureInfo.InvariantCulture, $"select e.seq, e.award, e.date, e.paid, e.remains, {keys}, case when b.seq > e.seq then 1 else 0 end as hit, case when b.date = e.date then 0 else 1 end as other_day, coalesce(-b.paid, 0) as back\nfrom {left} e\nleft join {group.Name("returns")} b on b.nth = {nth} and b.award = e.award{group.SameKeys("b", "e")}"));
        group.Script.Add(name, $"select e.seq, e.award, e.date, e.paid, {keys}, e.remains - (case when e.hit = 1 then least(e.remains, greatest(e.back - coalesce(sum(case when e.hit = 1 then e.remains else 0 end) over (partition by {same} order by e.hit desc, e.other_day, e.seq desc rows between unbounded preceding and 1 preceding), 0), 0)) else 0 end) as remains\nfrom {name}_hit e");
        return name;
    }

    private static string Where(RecurNames names) => names.InList("p") is { Length: > 0 } list ? $"\nwhere {list[5..]}" : "";
}
