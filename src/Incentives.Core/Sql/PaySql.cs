using Incentives.Core.Clauses;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>What a clause grants a row before it is rounded, in SQL.</summary>
/// <param name="Amount">The amount, in fen.</param>
/// <param name="IsCeiling">Whether it is a ceiling: true, false, or a condition.</param>
/// <param name="Capped">A condition: the clause's cap cut it; null for never.</param>
/// <param name="Raised">A condition: the clause's floor raised it; null for never.</param>
internal sealed record RatedSql(SqlValue Amount, string IsCeiling, string? Capped, string? Raised);

/// <summary>Stage 3 in SQL: the amount and its steps, in the order of the language.</summary>
internal sealed class PaySql(SqlScript script, SqlCells cells, Layers layers)
{
    private readonly ExprSql _exprs = new(script, cells, layers);

    private Dialect Dialect => script.Dialect;

    /// <summary>What a clause grants.</summary>
    public RatedSql Rate(Pay pay)
    {
        RatedSql rated = pay switch
        {
            AmountPay amount => Amount(amount),
            RowsPay rows => Rows(rows),
            _ => throw new InvalidOperationException($"{pay.GetType().Name} has no SQL"),
        };
        return Steps(rated, pay.Steps);
    }

    /// <summary>An amount inside another, with its steps; what they were is forgotten.</summary>
    public SqlValue Stepped(SteppedExpr expr) => Steps(new RatedSql(_exprs.Value(expr.Inner), "false", null, null), expr.Steps).Amount;

    /// <summary>Rounds an amount of at least 0 to the scheme's unit.</summary>
    public string Rounded(SqlValue amount, Rounding rounding)
    {
        if (amount.Den.Constant is { IsOne: true } && rounding.UnitFen == 1) return amount.Num.Text;
        Term n = amount.Num, d = amount.Den * Term.Of(rounding.UnitFen);
        string units = rounding.Mode switch
        {
            RoundingMode.Down => Dialect.Divide(n.Text, d.Text),
            RoundingMode.Up => Dialect.Divide((n + d - Term.One).Text, d.Text),
            RoundingMode.HalfEven => HalfEven(n, d),
            _ => Dialect.Divide(((n * Term.Of(2)) + d).Text, (d * Term.Of(2)).Text),
        };
        return rounding.UnitFen == 1 ? units : $"({Dialect.Digits(rounding.UnitFen)} * {units})";
    }

    private string HalfEven(Term n, Term d)
    {
        string q = Dialect.Divide(n.Text, d.Text), twice = $"(2 * {Dialect.Modulo(n.Text, d.Text)})";
        return $"({q} + case when {twice} > {d} or ({twice} = {d} and {Dialect.Modulo(q, "2")} = 1) then 1 else 0 end)";
    }

    private RatedSql Amount(AmountPay pay)
    {
        SqlValue value = _exprs.Value(pay.Amount);
        if (value.Constant is not { } known) value = CanBeNegative(pay.Amount) ? _exprs.Extreme(_exprs.Named(value, "amount"), SqlValue.Of(Rational.Zero), isLeast: false) : value;
        else if (known.Num.Sign < 0) value = SqlValue.Of(Rational.Zero);
        return new RatedSql(value, pay.IsCeiling ? "true" : "false", null, null);
    }

    // Sums, percentages and tables of them cannot; differences and cells of numbers can.
    private static bool CanBeNegative(Expr expr) => expr switch
    {
        ConstantExpr constant => constant.Value.Sign < 0,
        ColumnExpr or DefaultedExpr => expr.Kind != ValueKind.Money,
        UnpublishedExpr or NoneExpr => false,
        BinaryExpr { Operator: Operator.Subtract } => true,
        _ => expr.Parts.Any(CanBeNegative) || expr.AllReads().Any(c => c.Derived is not null),
    };

    private RatedSql Rows(RowsPay pay)
    {
        TestSql tests = new(script, cells);
        List<(string Condition, RatedSql Rated)> rows = [];
        List<string> conditions = [];
        int layer = 0;
        foreach ((Box box, Pay own) in pay.Rows)
        {
            RatedSql rated = Rate(own);
            string condition = "true";
            if (tests.One(box) is { } test)
            {
                (string name, int at) = layers.Name("is_row", test.Sql, test.Layer);
                condition = Dialect.Quote(name);
                layer = Math.Max(layer, at);
            }

            conditions.Add(condition);
            rows.Add((condition, rated));
        }

        string unknown = string.Join(" or ", conditions.Where(c => c != "true").Select(c => $"{c} is null"));
        string none = unknown.Length == 0 ? Failure.NoRow : $"case when {unknown} then {Failure.Missing} else {Failure.NoRow} end";
        SqlValue amount = _exprs.Choose([.. rows.Select(r => (r.Condition, r.Rated.Amount))], null, null, none, layer, isText: false);
        return new RatedSql(_exprs.Named(amount, "granted"), Which(rows, r => r.IsCeiling) ?? "false", Which(rows, r => r.Capped), Which(rows, r => r.Raised));
    }

    private static string? Which(List<(string Condition, RatedSql Rated)> rows, Func<RatedSql, string?> of)
    {
        string[] distinct = [.. rows.Select(r => of(r.Rated) ?? "false").Distinct()];
        if (distinct is ["false"]) return null;
        if (distinct is [var same] && same is "true") return same;
        return $"case {string.Join(" ", rows.Select(r => $"when {r.Condition} then {of(r.Rated) ?? "false"}"))} else false end";
    }

    private RatedSql Steps(RatedSql rated, IEnumerable<RateStep> steps)
    {
        foreach (RateStep step in steps) rated = Step(rated, step);
        return rated;
    }

    private RatedSql Step(RatedSql rated, RateStep step)
    {
        SqlValue amount = rated.Amount;
        switch (step)
        {
            case PerItemStep per:
                Column quantity = per.Reads().Single();
                SqlValue items = _exprs.Value(new DefaultedExpr(quantity, 1));
                return rated with { Amount = Times(amount, items) };
            case PerMeasureStep per:
                SqlValue measure = _exprs.Value(per.Exprs().Single()), each = SqlValue.Of(per.Each);
                SqlValue units = new(measure.Num * each.Den, measure.Den * each.Num, measure.Fail, measure.Layer);
                return rated with { Amount = Times(amount, per.WholeUnits ? _exprs.Floor(units) : units) };
            case TimesStep:
                return rated with { Amount = Times(amount, _exprs.Value(step.Exprs().Single())) };
            case PlusStep:
                SqlValue sum = Sum(amount, _exprs.Value(step.Exprs().Single()));
                return rated with { Amount = CanBeNegative(step.Exprs().Single()) ? _exprs.Extreme(_exprs.Named(sum, "total"), SqlValue.Of(Rational.Zero), isLeast: false) : sum };
            case AtLeastStep or AtMostStep:
                return Bound(rated, _exprs.Value(step.Exprs().Single()), step is AtMostStep, step.Exprs().Single());
            case RoundStep round:
                SqlValue named = _exprs.Named(amount, "granted");
                SqlValue whole = _exprs.Named(new SqlValue(new Term(Rounded(named, round.Rounding)), Term.One, named.Fail, named.Layer), "rounded");
                string over = $"case when {whole.Num} > {Dialect.Digits(Money.LargestFen)} then {Failure.Impossible} end";
                return rated with { Amount = whole with { Fail = Failure.First(whole.Fail, over) } };
            default:
                throw new InvalidOperationException($"{step.GetType().Name} has no SQL");
        }
    }

    private RatedSql Bound(RatedSql rated, SqlValue bound, bool isCap, Expr expr)
    {
        SqlValue amount = _exprs.Named(rated.Amount, "granted");
        bound = _exprs.Named(bound, isCap ? "cap_at" : "floor_at");
        int layer = Math.Max(amount.Layer, bound.Layer);
        // One that was never reached because an amount before it failed says nothing.
        string changes = $"coalesce({SqlValue.Compare(amount, isCap ? ">" : "<", bound)}, false)";
        (string name, int at) = layers.Name(isCap ? "is_capped" : "is_raised", changes, layer);
        SqlValue after = _exprs.Extreme(amount, bound, isLeast: isCap);
        if (isCap && CanBeNegative(expr)) after = _exprs.Extreme(after, SqlValue.Of(Rational.Zero), isLeast: false);
        string changed = Dialect.Quote(name);
        after = after with { Layer = Math.Max(after.Layer, at) };
        return isCap ? rated with { Amount = after, Capped = Or(rated.Capped, changed) } : rated with { Amount = after, Raised = Or(rated.Raised, changed) };
    }

    private static string Or(string? first, string second) => first is null ? second : $"({first} or {second})";

    private static SqlValue Times(SqlValue a, SqlValue b)
    {
        // An item count of millionths times a whole sum: known factors cancel while writing.
        if (a.Num.Constant is { } n && b.Den.Constant is { } d)
        {
            var common = System.Numerics.BigInteger.GreatestCommonDivisor(n, d);
            if (common > 1) return new SqlValue(Term.Of(n / common) * b.Num, a.Den * Term.Of(d / common), Failure.First(a.Fail, b.Fail), Math.Max(a.Layer, b.Layer));
        }

        return new SqlValue(a.Num * b.Num, a.Den * b.Den, Failure.First(a.Fail, b.Fail), Math.Max(a.Layer, b.Layer));
    }

    private static SqlValue Sum(SqlValue a, SqlValue b)
    {
        (IReadOnlyList<Term> nums, Term den) = ExprSql.Common([a, b]);
        string? fail = Failure.First(a.Fail, b.Fail);
        int layer = Math.Max(a.Layer, b.Layer);
        return nums.Count > 0 ? new SqlValue(nums[0] + nums[1], den, fail, layer) : new SqlValue((a.Num * b.Den) + (b.Num * a.Den), a.Den * b.Den, fail, layer);
    }
}
