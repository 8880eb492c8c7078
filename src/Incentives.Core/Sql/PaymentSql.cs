using System.Globalization;
using System.Numerics;
using Incentives.Core.Clauses;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Stage 11 in SQL: who pays which part of a line, and when.</summary>
internal sealed class PaymentSql(SqlScript script)
{
    private readonly List<(string Name, string Sql)> _results = [];

    private Dialect Dialect => script.Dialect;

    /// <summary>The columns of the result, in order.</summary>
    public IReadOnlyList<(string Name, string Sql)> Results => _results;

    /// <summary>Adds the parts over lines that have <c>payable</c>; gives the name of the last.</summary>
    public string Write(string from)
    {
        from = Funds(from);
        from = Instalments(from);
        Clause[] clauses = [.. script.Plan.Clauses];
        if (clauses.Any(c => c.Earmarks.Count > 0)) _results.Add(("earmark", ByClause(c => Earmark(c), "''")));
        if (clauses.Any(c => c.As.Length > 0)) _results.Add(("paid_as", ByClause(c => c.As.Length == 0 ? null : Dialect.Text(c.As), "''")));
        return from;
    }

    private string Funds(string from)
    {
        FundSplit[] splits = [.. script.Plan.Clauses.Select(c => c.Fund).OfType<FundSplit>().Distinct()];
        if (splits.Length == 0) return from;
        List<(string Condition, IReadOnlyList<(string Fund, Rational Weight)> Parts)> cases = [];
        List<string> joins = [];
        int number = 0;
        foreach (FundSplit split in splits)
        {
            foreach (var group in script.Plan.Clauses.Where(c => c.Fund == split).GroupBy(c => c.Scheme))
            {
                string clauses = $"l.clause_no in ({string.Join(", ", group.Select(c => Dialect.Digits(c.Index)))})";
                if (split.Cases is [{ Box.Tests.Count: 0 }])
                {
                    cases.Add((clauses, split.Cases[0].Parts));
                    continue;
                }

                string name = string.Create(CultureInfo.InvariantCulture, $"payers{++number}");
                TestSql tests = new(script, script.Schemes.First(s => s.Scheme == group.Key).Cells);
                string which = string.Join(" ", split.Cases.Select((c, i) => $"when {tests.One(c.Box)?.Sql ?? "0 = 0"} then {i + 1}"));
                script.Add(name, $"select row_no, case {which} end as which\nfrom {script.Prefix(group.Key)}", $"{group.Key.Id}: which split of payers holds for a row");
                joins.Add($"\nleft join {name} on {name}.row_no = l.row_no");
                cases.AddRange(split.Cases.Select((c, i) => ($"{clauses} and {name}.which = {i + 1}", c.Parts)));
            }
        }

        IReadOnlyList<string> funds = script.Funds;
        List<string> columns = [];
        for (int f = 0; f < funds.Count; f++)
        {
            string column = $"fund{f + 1}";
            string[] whens = [.. cases.Where(c => c.Parts.Any(p => p.Fund == funds[f])).Select(c => $"when {c.Condition} then {Part(c.Parts, funds[f])}")];
            columns.Add($"case {string.Join("\n            ", whens)} else {Dialect.Number(0)} end as {column}");
            _results.Add((Header($"fund_{funds[f]}_yuan", $"fund_{f + 1}_yuan"), Dialect.Yuan($"l.{column}")));
        }

        script.Add("funded", $"select l.*,\n       {string.Join(",\n       ", columns)}\nfrom {from} l{string.Concat(joins)}", $"stage 11: who pays which part: {string.Join(", ", funds)}");
        return "funded";
    }

    // Each payer gets the floor of its part, the last the rest.
    private string Part(IReadOnlyList<(string Fund, Rational Weight)> parts, string fund)
    {
        (BigInteger[] weights, BigInteger whole) = Whole([.. parts.Select(p => p.Weight)]);
        int at = parts.Count - 1;
        while (parts[at].Fund != fund) at--;
        string Floor(int i) => Dialect.Divide($"(l.payable * {Dialect.Digits(weights[i])})", Dialect.Digits(whole));
        return at < parts.Count - 1 ? Floor(at) : string.Join(" - ", [.. new[] { "l.payable" }, .. Enumerable.Range(0, at).Select(Floor)]);
    }

    private static (BigInteger[] Weights, BigInteger Sum) Whole(IReadOnlyList<Rational> weights)
    {
        BigInteger common = weights.Aggregate(BigInteger.One, (c, w) => c / BigInteger.GreatestCommonDivisor(c, (BigInteger)w.Denominator) * (BigInteger)w.Denominator);
        BigInteger[] whole = [.. weights.Select(w => (BigInteger)w.Numerator * (common / (BigInteger)w.Denominator))];
        return (whole, whole.Aggregate(BigInteger.Zero, (a, b) => a + b));
    }

    private string Instalments(string from)
    {
        int count = script.Plan.Clauses.Count == 0 ? 0 : script.Plan.Clauses.Max(c => c.Instalments.Count);
        if (count == 0) return from;
        string left = "l.payable";
        for (int i = 0; i < count; i++)
        {
            string before = left;
            string wanted = ByClause(c => i < c.Instalments.Count && Wanted(c, c.Instalments[i]) is { } sum ? $"least({before}, {sum})" : null, Dialect.Number(0));
            script.Add($"due{i + 1}", $"select l.*, {Dialect.Cast(wanted)} as due{i + 1}\nfrom {from} l", i == 0 ? "stage 11: what falls due when; none takes more than is left" : "");
            from = $"due{i + 1}";
            left = $"({left} - l.due{i + 1})";
            if (i > 0) left = $"(l.payable{string.Concat(Enumerable.Range(1, i + 1).Select(n => $" - l.due{n}"))})";
        }

        for (int i = 0; i < count; i++)
        {
            string own = $"l.due{i + 1}", number = (i + 1).ToString(CultureInfo.InvariantCulture), rest = left;
            _results.Add(($"instalment_{number}_yuan", ByClause(c => i >= c.Instalments.Count ? null : Dialect.Yuan(Rest(c) == i ? $"({own} + {rest})" : own), "null")));
            _results.Add(($"instalment_{number}_due", ByClause(c => i >= c.Instalments.Count ? null : $"case when l.date <> 99991231 then {SqlDates.Text(Dialect, Due(c.Instalments[i]))} end", "null")));
            _results.Add(($"instalment_{number}_needs", ByClause(c => i >= c.Instalments.Count || c.Instalments[i].Needs.Length == 0 ? null : Dialect.Text(c.Instalments[i].Needs), "''")));
        }

        return from;
    }

    private string Due(Instalment instalment) =>
        instalment.Due is { } due ? Dialect.Later("l.date", (due.Years * 12) + due.Months, due.Days) : "l.date";

    // The one that takes what the others leave.
    private static int Rest(Clause clause)
    {
        int rest = clause.Instalments.Count - 1;
        for (int i = 0; i < clause.Instalments.Count; i++)
        {
            if (clause.Instalments[i] is { Share: null, Sum: null }) rest = i;
        }

        return rest;
    }

    // Sums of an instalment plan are for one item where the clause pays per item.
    private string? Wanted(Clause clause, Instalment instalment)
    {
        if (instalment.Share is { } share)
            return Dialect.Divide($"(l.payable * {Dialect.Digits((BigInteger)share.Numerator)})", Dialect.Digits((BigInteger)share.Denominator));
        if (instalment.Sum is not { } sum) return null;
        if (!clause.Pay.Steps.Any(s => s is PerItemStep)) return Dialect.Number(sum);
        string quantity = $"coalesce(l.items, {Dialect.Number(1_000_000)})";
        return Dialect.Divide($"({quantity} * {Dialect.Digits(sum)})", "1000000");
    }

    private string? Earmark(Clause clause)
    {
        if (clause.Earmarks.Count == 0) return null;
        IEnumerable<string> parts = clause.Earmarks.Select(e =>
            $"{Dialect.Text(e.Purpose + "=")} || cast({Dialect.Yuan(Dialect.Divide($"(l.payable * {Dialect.Digits((BigInteger)e.Share.Numerator)})", Dialect.Digits((BigInteger)e.Share.Denominator)))} as {Dialect.TextType})");
        return $"case when l.payable = 0 then '' else {string.Join(" || ';' || ", parts)} end";
    }

    // Clauses that give the same are one case.
    private string ByClause(Func<Clause, string?> value, string otherwise)
    {
        var groups = script.Plan.Clauses.Select(c => (c, Value: value(c))).Where(p => p.Value is not null).GroupBy(p => p.Value!).ToArray();
        if (groups.Length == 0) return otherwise;
        return $"case {string.Join("\n            ", groups.Select(g => $"when l.clause_no in ({string.Join(", ", g.Select(p => Dialect.Digits(p.c.Index)))}) then {g.Key}"))} else {otherwise} end";
    }

    // PostgreSQL cuts longer names.
    private string Header(string name, string otherwise) =>
        System.Text.Encoding.UTF8.GetByteCount(name) <= 60 && !_results.Exists(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)) ? name : otherwise;
}
