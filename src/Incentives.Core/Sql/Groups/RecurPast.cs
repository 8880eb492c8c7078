using Incentives.Core.Plans;

namespace Incentives.Core.Sql.Groups;

/// <summary>The award events of history, as CTE <c>earlier</c>: every award won, or, where only payments count, those that were not taken back.</summary>
internal static class RecurPast
{
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

        string over = $"over (partition by {string.Join(", ", group.Keys("p").Append("p.award"))} order by p.seq rows between unbounded preceding and current row)";
        string whole = $"over (partition by {string.Join(", ", group.Keys("p").Append("p.award"))})";
        script.Add(group.Name("sum"), $"select p.*, sum(p.paid) {over} as c\nfrom {group.Name("past")} p", "money back undoes what was paid for the same award");
        script.Add(group.Name("net"), $"select p.*, p.c - least(min(p.c) {over}, 0) as net\nfrom {group.Name("sum")} p");
        script.Add(group.Name("undone"), $"select p.*, coalesce(max(case when p.paid <= 0 and p.net = 0 then p.seq end) {whole}, 0) as undone\nfrom {group.Name("net")} p");
        script.Add(group.Name("earlier"), $"select p.*{names.Columns("p")}\nfrom {group.Name("undone")} p\nwhere p.paid > 0 and p.seq > p.undone{names.InList("p")}");
    }

    private static string Where(RecurNames names) => names.InList("p") is { Length: > 0 } list ? $"\nwhere {list[5..]}" : "";
}
