using System.Globalization;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Stages 2 and 3 of one clause in SQL: the rows it may apply to, what becomes of each, and the claim lines it gives.</summary>
internal sealed class ClauseSql(SqlScript script, SchemeSql scheme, ExclusionSql exclusions, Clause clause)
{
    private readonly Layers _layers = new();

    private Dialect Dialect => script.Dialect;

    /// <summary>The part with the clause's outcome.</summary>
    public string Name { get; } = string.Create(CultureInfo.InvariantCulture, $"c{clause.Index + 1}");

    /// <summary>Adds the clause's parts.</summary>
    public void Write()
    {
        SqlCells cells = scheme.Cells;
        TestSql tests = new(script, cells);
        RatedSql rated = new PaySql(script, cells, _layers).Rate(clause.Pay);
        SqlValue amount = new ExprSql(script, cells, _layers).Named(rated.Amount, "granted");
        string when = tests.Any(clause.When)?.Sql ?? "";
        string verdict = Verdict(tests, amount, when);
        SettleSql settle = new(script, clause, cells, _layers, rated with { Amount = amount });
        Dictionary<string, string> line = settle.Line(exclusions);
        Kept(line, cells, tests);

        (string columns, string joins) = exclusions.Joins(clause);
        string where = string.Join("\n  and ", new[] { Awards(), when.Length == 0 ? "" : $"coalesce({when}, true)" }.Where(w => w.Length > 0));
        string from = $"{scheme.Name} r{joins}{(where.Length == 0 ? "" : $"\nwhere {where}")}";
        string title = $"{scheme.Scheme.Id} {clause.Cite} {clause.Id}: the rows it may apply to, and what it grants them";
        string rows = Name + "_rows";
        foreach (var layer in _layers.Write(rows, "r.*" + columns, from, Dialect.Quote))
        {
            script.Add(layer.Name, layer.Sql, title);
            script.Keep(layer.Name);
            title = "";
        }

        string select = LineColumns.Select(script.LineColumns.All, c => line.GetValueOrDefault(c, c));
        script.Add(Name, $"select {verdict} as verdict, {Elsewhere(cells)} as elsewhere, {(script.Plan.NeedsDate(clause) ? "1" : "0")} as needs_date,\n       {select}\nfrom {rows}", $"{clause.Cite} {clause.Id}: claim lines");
    }

    private string Awards()
    {
        if (clause.Awards(script.Plan.Standard("award")) is not { } awards) return "";
        if (awards.Count == 1) return $"award = {Dialect.Text(script.Plan.Symbols.Name(awards.Single()))}";
        return awards.Count == 0 ? "award <> award" : $"award in ({string.Join(", ", awards.Select(script.Plan.Symbols.Name).Order(StringComparer.Ordinal).Select(Dialect.Text))})";
    }

    private string Verdict(TestSql tests, SqlValue amount, string when)
    {
        string? inForce = scheme.InForce();
        string matches = ReferenceEquals(clause.Boxes, clause.When) ? when : tests.Any(clause.Boxes)?.Sql ?? "";
        List<string> cases = [];
        if (inForce is not null || when.Length > 0)
        {
            // What could not apply whatever the cell held is no reason to wait.
            string Unless(string word) => matches.Length == 0 ? $"'{word}'" : $"case when not {Once("matches", matches)} then 'no' else '{word}' end";
            if (inForce is not null)
            {
                string force = Once("in_force", inForce);
                cases.Add($"when {force} is null then {Unless("unknown")}");
                cases.Add($"when not {force} then {Unless("outside")}");
            }

            if (when.Length > 0) cases.Add($"when {Once("applies", when)} is null then {Unless("unknown")}");
        }

        if (amount.Fail is { } fail)
        {
            cases.Add($"when {fail} = {Failure.NoRow} then 'no'");
            cases.Add($"when {fail} = {Failure.Unpublished} then 'unpublished'");
            cases.Add($"when {fail} = {Failure.Missing} then 'unknown'");
        }

        // Nobody to pay it is like nothing said of how much: the row waits.
        if (clause.Fund is { } fund && tests.Any([.. fund.Cases.Select(c => c.Box)]) is { } funded)
            cases.Add($"when {(amount.Fail is { } f ? $"{f} is null and " : "")}not coalesce({funded.Sql}, false) then 'unknown'");
        return cases.Count == 0 ? "'line'" : $"case {string.Join("\n            ", cases)}\n            else 'line' end";
    }

    private string Once(string hint, string sql) => Dialect.Quote(_layers.Name(hint, sql, 0).Name);

    // Only where no version of the policy was in force is the date the reason.
    private string Elsewhere(SqlCells cells)
    {
        string[] others = [.. script.Plan.Schemes.Where(s => s.Policy == scheme.Scheme.Policy && s != scheme.Scheme).Select(s => Contains(cells, s))];
        return others.Length == 0 ? "0" : $"case when {string.Join(" or ", others)} then 1 else 0 end";
    }

    private static string Contains(SqlCells cells, Scheme other)
    {
        string first = cells[other.VersionBy].Num.Text, last = cells.LastDay(other.VersionBy) ?? first;
        string range = $"between {other.Effective.First} and {other.Effective.Last}";
        return first == last ? $"{first} {range}" : $"({first} {range} and {last} {range})";
    }

    // What the group stages still need of the row.
    private void Kept(Dictionary<string, string> line, SqlCells cells, TestSql tests)
    {
        KeepPlan keep = script.Plan.Keep;
        Scheme own = scheme.Scheme;
        HashSet<Column> keys = [.. SchemeKeys.Of(own)];
        for (int i = 0; i < keep.Keys.Count; i++)
        {
            Column key = keep.Keys[i];
            bool isKnown = key.Derived is null || keys.Contains(key);
            line[$"k{i}"] = !isKnown ? script.LineColumns.Null($"k{i}") : key.Kind == ValueKind.Text ? cells[key].Num.Text : Dialect.Cast(cells[key].Num.Text);
        }

        HashSet<int> numbers = [.. SchemeKeys.Numbers(own, keep)], bits = [.. own.Groups.Select(g => g.CountedBit)];
        ExprSql exprs = new(script, cells, _layers);
        for (int i = 0; i < keep.Numbers.Count; i++)
        {
            if (!numbers.Contains(i))
            {
                line[$"n{i}"] = line[$"d{i}"] = script.LineColumns.Null($"n{i}");
                continue;
            }

            SqlValue value = exprs.Named(exprs.Value(keep.Numbers[i]), $"kept{i}");
            string num = value.Num.Constant is { } known ? Dialect.Number(known) : Dialect.Cast(value.Num.Text);
            line[$"n{i}"] = value.Fail is null ? num : $"case when {value.Fail} is null then {num} end";
            line[$"d{i}"] = value.Den.Constant is { } den ? Dialect.Number(den) : Dialect.Cast(value.Den.Text);
        }

        for (int i = 0; i < keep.Tests.Count; i++)
            line[$"t{i}"] = bits.Contains(i) && tests.One(keep.Tests[i]) is { } test ? $"case when {test.Sql} then 1 else 0 end" : "0";
        if (keep.QuantitySlot >= 0) line["q"] = script.LineColumns.Null("q");
    }
}
