using System.Numerics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Expressions as SQL: exact fractions, multiplied first and divided once, at the rounding.</summary>
internal sealed class ExprSql(SqlScript script, SqlCells cells, Layers layers)
{
    // Longer texts that are needed twice get a name.
    private const int LongestRepeated = 24;

    private Dialect Dialect => script.Dialect;

    /// <summary>An expression's value.</summary>
    public SqlValue Value(Expr expr) => expr switch
    {
        ConstantExpr { Kind: ValueKind.Text } text => new SqlValue(new Term(Dialect.Text(script.Plan.Symbols.Name((int)text.Value.Numerator))), Term.One, null, 0),
        ConstantExpr constant => SqlValue.Of(constant.Value),
        ColumnExpr column => cells[column.Reads!],
        DefaultedExpr defaulted => Defaulted(defaulted),
        BinaryExpr binary => Binary(binary),
        ExtremeExpr extreme => Extreme(extreme),
        UnpublishedExpr => new SqlValue(Term.Of(0), Term.One, Failure.Unpublished, 0),
        NoneExpr none => none.Evaluate(null!, out Rational most) == Outcome.Ok ? SqlValue.Of(most) : new SqlValue(Term.Of(0), Term.One, Failure.NoRow, 0),
        TableExpr table => Table(table),
        MarginalExpr marginal => Marginal(marginal),
        SteppedExpr stepped => new PaySql(script, cells, layers).Stepped(stepped),
        _ => throw new InvalidOperationException($"{expr.GetType().Name} has no SQL"),
    };

    /// <summary>A value whose parts are short enough to stand twice.</summary>
    public SqlValue Named(SqlValue value, string hint)
    {
        int layer = value.Layer;
        Term num = Short(value.Num, hint, value.Layer, isNumber: true, ref layer), den = Short(value.Den, hint + "_den", value.Layer, isNumber: true, ref layer);
        string? fail = value.Fail is null ? null : Short(new Term(value.Fail), hint + "_bad", value.Layer, isNumber: false, ref layer).Text;
        return new SqlValue(num, den, fail, layer);
    }

    /// <summary>The greatest whole number at or below a value.</summary>
    public SqlValue Floor(SqlValue value)
    {
        if (value.Den.Constant is { IsOne: true }) return value;
        value = Named(value, "v");
        return new SqlValue(new Term($"({Dialect.FloorDivide(value.Num.Text, value.Den.Text)})"), Term.One, value.Fail, value.Layer);
    }

    /// <summary>Joins two values that may be over different denominators: a + b, or the choice of one of several.</summary>
    public static (IReadOnlyList<Term> Nums, Term Den) Common(IReadOnlyList<SqlValue> values)
    {
        if (!values.All(v => v.Den.Constant is not null)) return ([], default);
        BigInteger common = BigInteger.One;
        foreach (SqlValue v in values) common = common / BigInteger.GreatestCommonDivisor(common, v.Den.Constant!.Value) * v.Den.Constant.Value;
        return ([.. values.Select(v => v.Num * Term.Of(common / v.Den.Constant!.Value))], Term.Of(common));
    }

    /// <summary>The value of the first case whose condition holds.</summary>
    /// <param name="cases">Conditions with values.</param>
    /// <param name="otherwise">The value where none does, or null.</param>
    /// <param name="failFirst">What keeps the cases from being asked at all; null for nothing.</param>
    /// <param name="failLast">Why there is no value where no case holds.</param>
    /// <param name="layer">The layer in which the conditions can stand.</param>
    /// <param name="isText">Whether the values are texts.</param>
    public SqlValue Choose(IReadOnlyList<(string Condition, SqlValue Value)> cases, SqlValue? otherwise, string? failFirst, string failLast, int layer, bool isText)
    {
        if (cases.Count == 0)
        {
            SqlValue only = otherwise ?? new SqlValue(Term.Of(0), Term.One, failLast, 0);
            return only with { Fail = Failure.First(failFirst, only.Fail), Layer = Math.Max(layer, only.Layer) };
        }

        SqlValue[] values = [.. cases.Select(c => c.Value), .. otherwise is null ? [] : new[] { otherwise }];
        layer = Math.Max(layer, values.Length == 0 ? 0 : values.Max(v => v.Layer));
        (IReadOnlyList<Term> nums, Term den) = Common(values);
        string denText = "";
        if (nums.Count < values.Length)
        {
            nums = [.. values.Select(v => v.Num)];
            denText = Case(cases, i => values[i].Den.Text, otherwise is null ? "1" : values[^1].Den.Text);
            den = new Term(Dialect.Cast(denText));
        }

        string num = Case(cases, i => nums[i].Text, otherwise is null ? null : nums[^1].Text);
        string? fail = values.Any(v => v.Fail is not null) || otherwise is null
            ? $"case {First(failFirst)}{string.Join(" ", Fails(cases, values))} else {(otherwise is null ? failLast : values[^1].Fail ?? "null")} end"
            : failFirst;
        return new SqlValue(new Term(isText ? num : Dialect.Cast(num)), den, fail, layer);
    }

    // A column that is empty fails in one way only.
    private static string First(string? fail)
    {
        if (fail is null) return "";
        const string End = $" then {Failure.Missing} end";
        bool isPlain = fail.StartsWith("case when ", StringComparison.Ordinal) && fail.EndsWith(End, StringComparison.Ordinal) && fail.IndexOf(" then ", StringComparison.Ordinal) == fail.Length - End.Length;
        return isPlain ? fail["case ".Length..^" end".Length] + " " : $"when {fail} is not null then {fail} ";
    }

    // Neighbours that fail alike are one case.
    private static IEnumerable<string> Fails(IReadOnlyList<(string Condition, SqlValue Value)> cases, SqlValue[] values)
    {
        for (int i = 0; i < cases.Count;)
        {
            int end = i + 1;
            while (end < cases.Count && values[end].Fail == values[i].Fail) end++;
            yield return $"when {string.Join(" or ", cases.Skip(i).Take(end - i).Select(c => c.Condition))} then {values[i].Fail ?? "null"}";
            i = end;
        }
    }

    private static string Case(IReadOnlyList<(string Condition, SqlValue Value)> cases, Func<int, string> value, string? otherwise)
    {
        if (cases.Count == 0) return otherwise ?? "null";
        string separator = cases.Count > 2 ? "\n            " : " ";
        return $"case {string.Join(separator, cases.Select((c, i) => $"when {c.Condition} then {value(i)}"))}{(otherwise is null ? "" : $"{separator}else {otherwise}")} end";
    }

    private Term Short(Term term, string hint, int layer, bool isNumber, ref int ready)
    {
        if (term.Constant is not null || term.Text.Length <= LongestRepeated) return term;
        (string name, int at) = layers.Name(hint, isNumber && !term.Text.StartsWith("cast(", StringComparison.Ordinal) ? Dialect.Cast(term.Text) : term.Text, layer);
        ready = Math.Max(ready, at);
        return new Term(Dialect.Quote(name));
    }

    private SqlValue Defaulted(DefaultedExpr expr)
    {
        SqlValue value = cells[expr.Reads!];
        if (expr.Kind == ValueKind.Text)
            return new SqlValue(new Term($"coalesce({value.Num}, {Dialect.Text(script.Plan.Symbols.Name((int)expr.IfEmpty.Numerator))})"), Term.One, null, value.Layer);
        SqlValue other = SqlValue.Of(expr.IfEmpty);
        (IReadOnlyList<Term> nums, Term den) = Common([value, other]);
        bool isRoster = expr.Reads!.Derived is null;
        string? fail = isRoster ? null : $"case when {value.Fail ?? "null"} = {Failure.Impossible} then {Failure.Impossible} end";
        if (nums.Count == 0) return Choose([($"{value.Num} is not null", value with { Fail = null })], other, null, "null", value.Layer, isText: false) with { Fail = fail };
        return new SqlValue(new Term($"coalesce({nums[0]}, {Typed(nums[1])})"), den, fail, value.Layer);
    }

    private SqlValue Binary(BinaryExpr expr)
    {
        SqlValue a = Value(expr.Left), b = Value(expr.Right);
        int layer = Math.Max(a.Layer, b.Layer);
        string? fail = Failure.First(a.Fail, b.Fail);
        switch (expr.Operator)
        {
            case Operator.Multiply:
                return Reduced(a.Num * b.Num, a.Den * b.Den, fail, layer);
            case Operator.Divide:
                if (b.Constant is { } by)
                {
                    if (by.Num.IsZero) return new SqlValue(Term.Of(0), Term.One, Failure.First(fail, Failure.Impossible), layer);
                    int sign = by.Num.Sign;
                    return Reduced(a.Num * Term.Of(by.Den * sign), a.Den * Term.Of(by.Num * sign), fail, layer);
                }

                b = Named(b, "divisor");
                layer = Math.Max(layer, b.Layer);
                // The sign goes to the numerator; by 0 there is no value.
                Term size = new($"abs({b.Num})");
                Term num = a.Num * b.Den;
                Term signed = new($"(case when {b.Num} < 0 then -({num}) else {num} end)");
                string zero = $"case when {b.Num} = 0 then {Failure.Impossible} end";
                return Named(new SqlValue(signed, a.Den * size, Failure.First(fail, zero), layer), "ratio");
            default:
                bool isSum = expr.Operator == Operator.Add;
                (IReadOnlyList<Term> nums, Term den) = Common([a, b]);
                if (nums.Count > 0) return new SqlValue(isSum ? nums[0] + nums[1] : nums[0] - nums[1], den, fail, layer);
                Term left = a.Num * b.Den, right = b.Num * a.Den;
                return new SqlValue(isSum ? left + right : left - right, a.Den * b.Den, fail, layer);
        }
    }

    // Known factors that both sides have are left out, so that numbers stay short.
    private static SqlValue Reduced(Term num, Term den, string? fail, int layer)
    {
        if (num.Constant is { } n && den.Constant is { } d)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(n, d);
            return new SqlValue(Term.Of(n / common), Term.Of(d / common), fail, layer);
        }

        return new SqlValue(num, den, fail, layer);
    }

    private SqlValue Extreme(ExtremeExpr expr)
    {
        SqlValue best = Value(expr.Parts[0]);
        foreach (Expr part in expr.Parts.Skip(1)) best = Extreme(best, Value(part), expr.IsLeast);
        return best;
    }

    /// <summary>The lesser or the greater of two values.</summary>
    public SqlValue Extreme(SqlValue a, SqlValue b, bool isLeast)
    {
        if (a.Constant is { } x && b.Constant is { } y) return (x.Num * y.Den <= y.Num * x.Den) == isLeast ? a : b;
        string? fail = Failure.First(a.Fail, b.Fail);
        (IReadOnlyList<Term> nums, Term den) = Common([a, b]);
        if (nums.Count > 0)
            return Named(new SqlValue(new Term($"{(isLeast ? "least" : "greatest")}({Typed(nums[0])}, {Typed(nums[1])})"), den, fail, Math.Max(a.Layer, b.Layer)), isLeast ? "lesser" : "greater");
        a = Named(a, "a");
        b = Named(b, "b");
        string first = SqlValue.Compare(a, isLeast ? "<=" : ">=", b);
        return Named(new SqlValue(new Term($"(case when {first} then {a.Num} else {b.Num} end)"), new Term($"(case when {first} then {a.Den} else {b.Den} end)"), fail, Math.Max(a.Layer, b.Layer)), isLeast ? "lesser" : "greater");
    }

    private string Typed(Term term) => term.Constant is { } known ? Dialect.Number(known) : term.Text;

    private SqlValue Table(TableExpr table)
    {
        SqlValue value = Level(table.Top, table.Kind == ValueKind.Text);
        bool isFlat = table.Top.Else is null && table.Top.Cells.All(c => c.Entry.Amount is ConstantExpr);
        if (!isFlat || table.Kind == ValueKind.Text) return Named(value, "amount");
        // Where no key holds there is no amount, and nothing else can be the cause.
        SqlValue named = Named(value with { Fail = null }, "amount");
        string fail = $"case {First(cells[table.Top.Column].Fail)}when {named.Num} is null then {Failure.NoRow} end";
        return Named(named with { Fail = fail }, "amount");
    }

    private SqlValue Level(TableLevel level, bool isText)
    {
        TestSql tests = new(script, cells);
        SqlValue key = cells[level.Column];
        List<(string, SqlValue)> cases = [];
        int layer = key.Layer;
        foreach (TableCell cell in level.Cells)
        {
            (string condition, int at) = tests.On(level.Column, cell.Key);
            layer = Math.Max(layer, at);
            cases.Add((condition, Entry(cell.Entry, isText)));
        }

        return Choose(cases, level.Else is { } rest ? Entry(rest, isText) : null, key.Fail, Failure.NoRow, layer, isText);
    }

    private SqlValue Entry(TableEntry entry, bool isText) => entry.Deeper is { } deeper ? Level(deeper, isText) : Value(entry.Amount!);

    private SqlValue Marginal(MarginalExpr marginal)
    {
        SqlValue measure = Named(Value(marginal.Measure), "measure");
        SqlValue sum = SqlValue.Of(Rational.Zero);
        List<string?> fails = [measure.Fail];
        int layer = measure.Layer;
        foreach (Band band in marginal.Bands)
        {
            SqlValue low = SqlValue.Of(band.Low), rate = Value(band.Rate);
            string inside = SqlValue.Compare(measure, ">", low);
            SqlValue top = band.High is { } high ? Extreme(measure with { Fail = null }, SqlValue.Of(high), isLeast: true) : measure;
            layer = Math.Max(layer, Math.Max(rate.Layer, top.Layer));
            if (rate.Fail is not null) fails.Add($"case when {inside} then {rate.Fail} end");
            (IReadOnlyList<Term> nums, Term den) = Common([top, low]);
            Term width = nums.Count > 0 ? nums[0] - nums[1] : (top.Num * low.Den) - (low.Num * top.Den);
            if (nums.Count == 0) den = top.Den * low.Den;
            Term part = new($"(case when {inside} then {rate.Num * width} else 0 end)");
            SqlValue piece = new(part, rate.Den * den, null, layer);
            (nums, Term common) = Common([sum, piece]);
            sum = nums.Count > 0 ? new SqlValue(nums[0] + nums[1], common, null, layer) : new SqlValue((sum.Num * piece.Den) + (piece.Num * sum.Den), sum.Den * piece.Den, null, layer);
        }

        return Named(sum with { Fail = Failure.First(fails), Layer = layer }, "marginal");
    }
}
