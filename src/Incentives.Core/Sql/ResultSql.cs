using Incentives.Core.Clauses;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The last select: the columns of <c>payouts.csv</c>, and behind them what joins them to the roster and to the recipients.</summary>
internal static class ResultSql
{
    /// <summary>Adds stage 11 and gives the last select with the names of its columns.</summary>
    public static (string Select, IReadOnlyList<string> Columns) Write(SqlScript script)
    {
        Dialect d = script.Dialect;
        bool countsItems = script.Plan.Clauses.Any(c => c.Instalments.Any(i => i.Sum is not null) && c.Pay.Steps.Any(s => s is PerItemStep));
        string items = countsItems ? $", r.{script.Columns.Of(script.Plan.Standard("quantity"))} as items" : "";
        script.Add("decided", $"""
            select l.*, r.roster_id, r.recipient_id, r.recipient, r.award_text{items},
                   case when l.live = 0 then l.decided when l.hold = 1 and l.a > 0 then 'held' when l.a = 0 then 'zero' when l.is_open = 1 then 'pay-up-to' else 'pay' end as status,
                   case when l.live = 1 and l.hold = 0 then l.a else {d.Number(0)} end as payable,
                   case when l.live = 1 and l.hold = 1 then l.a else {d.Number(0)} end as reserved
            from {script.Lines} l
            join roster r on r.row_no = l.row_no
            """, "what became of each line");
        PaymentSql payment = new(script);
        string from = payment.Write("decided");
        List<(string Name, string Sql)> columns =
        [
            ("line", "l.line"), ("roster_id", "l.roster_id"),
            ("recipient_id", Payees(script, "null", "l.recipient_id")), ("recipient", Payees(script, "l.name", "l.recipient")), ("award", "l.award_text"),
            ("scheme", Each(script, c => d.Text(c.Scheme.Id))), ("clause", Each(script, c => d.Text(c.Id))), ("status", "l.status"),
            ("reason", "case when l.live = 0 or l.status = 'held' then l.reason when l.status = 'zero' then l.zeroed else coalesce(l.cut, l.reason) end"),
            ("entitled_yuan", d.Yuan("l.e")), ("payable_yuan", d.Yuan("l.payable")), ("held_yuan", d.Yuan("l.reserved")),
            ("provisional", "case when l.taint = 1 and l.is_open = 0 and l.status in ('pay', 'held') then 1 else 0 end"),
            ("reasons", Reasons()),
            .. payment.Results,
            ("file", "l.file"), ("row_no", "l.row_no"), ("clause_no", "l.clause_no"), ("who", $"coalesce(l.who, l.name)"), ("award_name", "l.award"),
            .. Totals(script),
        ];
        string select = $"select {string.Join(",\n       ", columns.Select(c => $"{c.Sql} as {d.Quote(c.Name)}"))}\nfrom {from} l";
        return (select, [.. columns.Select(c => c.Name)]);
    }

    // Columns that a scheme names for totals.
    private static IEnumerable<(string, string)> Totals(SqlScript script) =>
        script.Plan.Schemes.SelectMany(s => s.Totals).Distinct().Select(c => ($"total_{script.Plan.Keep.KeySlot(c)}", $"l.k{script.Plan.Keep.KeySlot(c)}")).Where(t => !t.Item2.Contains('-', StringComparison.Ordinal));

    // Codes in the order of the stages, each once.
    private static string Reasons()
    {
        IEnumerable<string> codes = Enum.GetValues<Reason>().Where(r => r != Reason.None).Select(r => $"case when l.reasons || ';' like '%;{r.Code()};%' then ';{r.Code()}' else '' end");
        return $"substring({string.Join("\n         || ", codes)}, 2)";
    }

    private static string Payees(SqlScript script, string payee, string own)
    {
        string[] others = [.. script.Plan.Clauses.Where(c => c.Payee is not null).Select(c => Dialect.Digits(c.Index))];
        return others.Length == 0 ? own : $"case when l.clause_no in ({string.Join(", ", others)}) then {payee} else {own} end";
    }

    private static string Each(SqlScript script, Func<Clause, string> value)
    {
        var groups = script.Plan.Clauses.GroupBy(value).ToArray();
        if (groups.Length == 0) return "''";
        return $"case {string.Join("\n            ", groups.Select(g => $"when l.clause_no in ({string.Join(", ", g.Select(c => Dialect.Digits(c.Index)))}) then {g.Key}"))} else '' end";
    }
}
