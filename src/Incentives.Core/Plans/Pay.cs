using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>What a clause grants a row so far, while stage 3 works on it.</summary>
internal struct Rated
{
    /// <summary>Fen, not yet rounded.</summary>
    public Rational Amount;

    /// <summary>Whether it is a ceiling (不高于) rather than a sum.</summary>
    public bool IsCeiling;

    /// <summary>The codes that changed it, one bit a <see cref="Reason"/>.</summary>
    public ulong Reasons;

    /// <summary>Notes a code.</summary>
    public void Because(Reason reason) => Reasons |= 1UL << (int)reason;
}

/// <summary>How a clause works out its grant on one row.</summary>
/// <param name="steps">What follows the amount, in the fixed order of the language.</param>
internal abstract class Pay(IReadOnlyList<RateStep> steps)
{
    private readonly RateStep[] _steps = [.. steps];

    /// <summary>Where it is written.</summary>
    public Diagnostics.Place Place { get; init; } = Diagnostics.Place.Nowhere;

    /// <summary>What follows the amount, in order.</summary>
    public IReadOnlyList<RateStep> Steps => _steps;

    /// <summary>Works out the grant. <see cref="Outcome.NoRow"/> means that the clause does not apply after all.</summary>
    public Outcome Rate(Row row, string cite, ref Rated rated)
    {
        Outcome outcome = Start(row, cite, ref rated);
        if (outcome != Outcome.Ok) return outcome;
        foreach (RateStep step in _steps)
        {
            Rational before = rated.Amount;
            ulong codes = rated.Reasons;
            outcome = step.Apply(row, ref rated);
            if (outcome != Outcome.Ok) return outcome;
            row.Steps?.Add(3, step.Word, cite, before, rated.Amount, Changed(codes, rated.Reasons), RowInputs.Of(row, step.Reads()));
        }

        return Outcome.Ok;
    }

    /// <summary>The amount before any step.</summary>
    protected abstract Outcome Start(Row row, string cite, ref Rated rated);

    /// <summary>The boxes in which there is an amount, apart from what <c>when</c> says, with that amount and whether it is a ceiling.</summary>
    public abstract IEnumerable<(Box Box, Expr Amount, bool IsCeiling)> Cases();

    /// <summary>The boxes in which all its tables have a row, apart from what <c>when</c> says.</summary>
    public IEnumerable<Box> Domain() => Steps.SelectMany(s => s.Exprs()).Aggregate(Start(), (boxes, e) => Domains.And(boxes, Domains.Of(e)));

    /// <summary>The boxes in which the amount before any step has a row.</summary>
    protected abstract IEnumerable<Box> Start();

    /// <summary>All expressions in it.</summary>
    public abstract IEnumerable<Expr> Exprs();

    private static string? Changed(ulong before, ulong after) =>
        before == after ? null : ((Reason)System.Numerics.BitOperations.TrailingZeroCount(after & ~before)).Code();
}

/// <summary>A sum or a ceiling.</summary>
internal sealed class AmountPay(Expr amount, bool isCeiling, IReadOnlyList<RateStep> steps) : Pay(steps)
{
    /// <summary>The amount before any step.</summary>
    public Expr Amount => amount;

    /// <summary>Whether it is a ceiling.</summary>
    public bool IsCeiling => isCeiling;

    protected override Outcome Start(Row row, string cite, ref Rated rated)
    {
        Outcome outcome = amount.Evaluate(row, out Rational value);
        if (outcome != Outcome.Ok) return outcome;
        if (value.Sign < 0) value = Rational.Zero;
        rated.Amount = value;
        rated.IsCeiling = isCeiling;
        row.Steps?.Add(3, isCeiling ? "up-to" : "fixed", cite, Rational.Zero, value, null, RowInputs.Of(row, amount.AllReads()));
        return Outcome.Ok;
    }

    public override IEnumerable<(Box Box, Expr Amount, bool IsCeiling)> Cases() =>
        amount is TableExpr table ? table.Paths().Select(p => (p.Box, p.Amount, isCeiling)) : [(Box.Everything, amount, isCeiling)];

    protected override IEnumerable<Box> Start() => Domains.Of(amount);

    public override IEnumerable<Expr> Exprs() => [amount, .. Steps.SelectMany(s => s.Exprs())];
}

/// <summary>Decision rows: disjoint boxes, each with its own grant.</summary>
internal sealed class RowsPay(IReadOnlyList<(Box Box, Pay Pay)> rows, IReadOnlyList<RateStep> steps) : Pay(steps)
{
    private readonly (Box Box, Pay Pay)[] _rows = [.. rows];

    /// <summary>The rows.</summary>
    public IReadOnlyList<(Box Box, Pay Pay)> Rows => _rows;

    protected override Outcome Start(Row row, string cite, ref Rated rated)
    {
        bool unknown = false;
        foreach ((Box box, Pay pay) in _rows)
        {
            switch (box.Check(row))
            {
                case Truth.Yes:
                    row.Steps?.Add(3, "rows", cite, Rational.Zero, Rational.Zero, null, RowInputs.Of(row, box.Tests.Select(t => t.Column)));
                    return pay.Rate(row, cite, ref rated);
                case Truth.Unknown: unknown = true; break;
            }
        }

        return unknown ? Outcome.Missing : Outcome.NoRow;
    }

    public override IEnumerable<(Box Box, Expr Amount, bool IsCeiling)> Cases()
    {
        foreach ((Box box, Pay pay) in _rows)
        {
            foreach (var inner in pay.Cases())
            {
                if (box.And(inner.Box) is { } both) yield return (both, inner.Amount, inner.IsCeiling);
            }
        }
    }

    protected override IEnumerable<Box> Start() => _rows.SelectMany(r => Domains.And([r.Box], r.Pay.Domain()));

    public override IEnumerable<Expr> Exprs() => [.. _rows.SelectMany(r => r.Pay.Exprs()), .. Steps.SelectMany(s => s.Exprs())];
}
