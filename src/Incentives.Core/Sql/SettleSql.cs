using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The end of stage 3 in SQL: rounds what a clause grants, applies the approved amount and the exclusions, and makes the line.</summary>
internal sealed class SettleSql(SqlScript script, Clause clause, SqlCells cells, Layers layers, RatedSql rated)
{
    private Dialect Dialect => script.Dialect;

    /// <summary>The columns of the clause's claim lines.</summary>
    public Dictionary<string, string> Line(ExclusionSql exclusions)
    {
        SqlValue amount = rated.Amount;
        PaySql pay = new(script, cells, layers);
        string round = pay.Rounded(amount, clause.Scheme.Rounding);
        (string name, int layer) = layers.Name("rounded", Typed(amount.Fail is null ? round : $"case when {amount.Fail} is null then {round} end"), amount.Layer);
        string rounded = Dialect.Quote(name), approved = cells[script.Plan.Standard("approved")].Num.Text;
        (string settled, layer) = Settled(rounded, approved, pay, layer);
        (string fate, layer) = Fate(exclusions, rounded, amount, layer);
        string hold = exclusions.Suspended(clause) is { } suspended ? $"case when fate is null and ({suspended}) then 1 else 0 end" : "0";
        string open = rated.IsCeiling switch
        {
            "false" => "0",
            "true" => $"case when fate is null and {approved} is null then 1 else 0 end",
            _ => $"case when fate is null and ({rated.IsCeiling}) and {approved} is null then 1 else 0 end",
        };
        (string base_, string reasons) = Reasons(rounded, settled, approved);
        string held = hold == "0" ? "" : $" || case when {hold} = 1 then ';suspended' else '' end";
        string reason = hold == "0" ? base_ : $"case when {hold} = 1 then 'suspended' else {base_} end";
        return new Dictionary<string, string>
        {
            ["ord"] = "cast(0 as bigint)",
            ["clause_no"] = Dialect.Digits(clause.Index),
            ["date"] = $"coalesce({cells[script.Plan.Standard("date")].Num}, 99991231)",
            ["name"] = clause.Payee is { } payee ? cells[payee].Num.Text : "name",
            ["code"] = clause.Payee is null ? "code" : script.LineColumns.Null("code"),
            ["who"] = script.LineColumns.Null("who"),
            ["e"] = $"case when {rounded} is null or {rounded} > {Dialect.Digits(Money.LargestFen)} then {Dialect.Number(0)} {(clause.SaysPer ? "" : $"when {Unclear()} then {rounded} ")}else {settled} end",
            ["a"] = $"case when fate is null then {settled} else {Dialect.Number(0)} end",
            ["live"] = "case when fate is null then 1 else 0 end",
            ["hold"] = hold,
            ["is_open"] = open,
            ["taint"] = open,
            ["event"] = "case when fate = 'excluded' then 1 when fate in ('missing-evidence', 'missing-value', 'quantity-unclear') then 2 else 0 end",
            ["decided"] = "case fate when 'no-value' then 'rejected' when 'excluded' then 'zero' when 'missing-value' then 'held' when 'missing-evidence' then 'held' when 'quantity-unclear' then 'held' end",
            ["reason"] = $"case when fate is not null then fate else {reason} end",
            ["zeroed"] = $"case when fate is null and {settled} = 0 then 'rated-zero' end",
            ["cut"] = script.LineColumns.Null("cut"),
            ["reasons"] = $"case when fate is not null then ';' || fate else {reasons} || case when {settled} = 0 then ';rated-zero' else '' end{held} end",
        };
    }

    private string Typed(string sql) => sql.StartsWith("case ", StringComparison.Ordinal) || sql.StartsWith("cast(", StringComparison.Ordinal) ? sql : Dialect.Cast(sql);

    // Under a ceiling the lesser of it and the approved amount; a fixed sum ignores what was approved.
    private (string Sql, int Layer) Settled(string rounded, string approved, PaySql pay, int layer)
    {
        if (rated.IsCeiling == "false") return (rounded, layer);
        string lower = pay.Rounded(new SqlValue(new Term(approved), Term.One, null, 0), clause.Scheme.Rounding);
        string isCeiling = rated.IsCeiling == "true" ? "" : $"not ({rated.IsCeiling}) or ";
        string sql = $"case when {isCeiling}{approved} is null or {approved} > {rounded} then {rounded} else {lower} end";
        (string name, int at) = layers.Name("settled", sql, layer);
        return (Dialect.Quote(name), at);
    }

    // What decides the line before any amount counts, as a reason code; NULL for a line that lives.
    private (string Sql, int Layer) Fate(ExclusionSql exclusions, string rounded, SqlValue amount, int layer)
    {
        List<string> cases = [];
        if (amount.Fail is { } fail) cases.Add($"when {fail} = {Failure.Impossible} then 'no-value'");
        if (clause.Payee is { } payee) cases.Add($"when {cells[payee].Num} is null then 'missing-value'");
        cases.Add($"when {rounded} > {Dialect.Digits(Money.LargestFen)} then 'no-value'");
        if (exclusions.Out(clause) is { } taken)
        {
            // Behind the joins with the lists.
            (string name, int at) = layers.Name("taken_out", taken, 1);
            layer = Math.Max(layer, at);
            cases.Add($"when {Dialect.Quote(name)} is not null then {Dialect.Quote(name)}");
        }

        if (!clause.SaysPer) cases.Add($"when {Unclear()} then 'quantity-unclear'");
        (string fate, int ready) = layers.Name("fate", $"case {string.Join("\n            ", cases)} end", layer);
        return (fate, ready);
    }

    // A quantity other than 1, where the clause does not say per what it grants.
    private string Unclear() =>
        $"{cells[script.Plan.Standard("quantity")].Num} <> {SqlCells.Millionths}";

    private (string Reason, string Reasons) Reasons(string rounded, string settled, string approved)
    {
        string own = rated switch
        {
            { Raised: { } raised, Capped: { } capped } => $"case when {raised} then 'raised-to-floor' when {capped} then 'clause-cap' else 'full' end",
            { Raised: { } raised } => $"case when {raised} then 'raised-to-floor' else 'full' end",
            { Capped: { } capped } => $"case when {capped} then 'clause-cap' else 'full' end",
            _ => "'full'",
        };
        List<string> texts = [];
        if (rated.Capped is { } cut) texts.Add($"case when {cut} then ';clause-cap' else '' end");
        if (rated.Raised is { } up) texts.Add($"case when {up} then ';raised-to-floor' else '' end");
        string changed = string.Join(" or ", new[] { rated.Capped, rated.Raised }.OfType<string>());
        string isIgnored = $"coalesce({approved} <> {rounded}, false)";
        string full = changed.Length == 0 ? "';full'" : $"case when {changed} then '' else ';full' end";
        string fixedText = string.Join(" || ", [.. texts, $"case when {isIgnored} then ';approved-ignored' else {full} end"]);
        string said = $"case when {approved} is null then 'ceiling-open' when {approved} > {rounded} then 'above-ceiling' else 'approved' end";
        string ceilingText = string.Join(" || ", [.. texts, $"';' || {said}"]);
        string ceiling = changed.Length == 0 ? said
            : $"case when {approved} > {rounded} then 'above-ceiling' when not ({changed}) then {said} when {settled} < {rounded} then 'approved' else {own} end";
        return rated.IsCeiling switch
        {
            "false" => (own, fixedText),
            "true" => (ceiling, ceilingText),
            _ => ($"case when {rated.IsCeiling} then {ceiling} else {own} end", $"case when {rated.IsCeiling} then {ceilingText} else {fixedText} end"),
        };
    }
}
