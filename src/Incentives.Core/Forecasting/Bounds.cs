using Incentives.Core.Clauses;
using Incentives.Core.Plans;

namespace Incentives.Core.Forecasting;

/// <summary>Between what an expression can lie for the rows of a box: exact ends where it is built of constants, never too narrow.</summary>
internal static class Bounds
{
    /// <summary>The bound; null where there is no amount in the box: a table without a row for it, or an amount that is not published.</summary>
    public static Bound? Of(Expr expr, Box box) => expr switch
    {
        ConstantExpr constant => Bound.Only(constant.Value),
        ColumnExpr column => OfColumn(column.Reads!, box),
        DefaultedExpr column => OfColumn(column.Reads!, box).Or(Bound.Only(column.IfEmpty)),
        NoneExpr or UnpublishedExpr => null,
        TableExpr table => table.Paths().Select(p => box.And(p.Box) is { } both ? Of(p.Amount, both) : null).OfType<Bound>().Aggregate((Bound?)null, (all, one) => all is { } known ? known.Or(one) : one),
        BinaryExpr binary => Both(Of(binary.Left, box), Of(binary.Right, box), binary.Operator),
        ExtremeExpr extreme => All(extreme.Parts.Select(p => Of(p, box)), extreme.IsLeast ? Bound.Min : Bound.Max),
        MarginalExpr marginal => OfMarginal(marginal, box),
        SteppedExpr stepped => Of(stepped.Inner, box) is { } inner ? After(stepped.Steps, inner, box) : null,
        _ => Bound.Unknown,
    };

    /// <summary>The bound after some steps; null where a step has no value in the box.</summary>
    public static Bound? After(IEnumerable<RateStep> steps, Bound amount, Box box)
    {
        Bound? at = amount;
        foreach (RateStep step in steps)
        {
            if (at is not { } before) return null;
            at = step switch
            {
                // A target counts items: each is one.
                PerItemStep => before,
                PerMeasureStep => before * new Bound(0, null),
                TimesStep => Each(step, before, box, (a, b) => a * b),
                PlusStep => Each(step, before, box, (a, b) => Bound.Max(a + b, Bound.Only(0))),
                AtLeastStep => Each(step, before, box, Bound.Max),
                AtMostStep => step.Exprs().First() is { } cap && Of(cap, box) is { } most ? MayBeUncapped(cap, box) ? before : Bound.Max(Bound.Min(before, most), Bound.Only(0)) : before,
                RoundStep round => new Bound(before.Least is { } low ? round.Round(low) : null, before.Most is { } high ? round.Round(high) : null),
                _ => Bound.Unknown,
            };
        }

        return at;
    }

    private static Bound? Each(RateStep step, Bound amount, Box box, Func<Bound, Bound, Bound> combine) =>
        Of(step.Exprs().First(), box) is { } value ? combine(amount, value) : null;

    // A table of caps with "none" for some of the rows.
    private static bool MayBeUncapped(Expr cap, Box box) =>
        cap is NoneExpr || (cap is TableExpr table && table.Paths().Any(p => box.And(p.Box) is { } both && MayBeUncapped(p.Amount, both)));

    private static Bound OfColumn(Column column, Box box)
    {
        Bound known = column.Derived is { } derived ? Of(derived, box) ?? Bound.Unknown : column.Kind switch
        {
            ValueKind.Money => new Bound(0, null),
            ValueKind.Flag => new Bound(0, 1),
            _ => Bound.Unknown,
        };
        return box.On(column) is RangeTest range ? known.And(Hull(range)) : known;
    }

    private static Bound Hull(RangeTest range) => range.Intervals.Select(i => new Bound(i.Low, i.High)).Aggregate((a, b) => a.Or(b));

    private static Bound? Both(Bound? left, Bound? right, Operator op)
    {
        if (left is not { } a || right is not { } b) return null;
        return op switch
        {
            Operator.Add => a + b,
            Operator.Subtract => a + -b,
            Operator.Multiply => a * b,
            _ => a / b,
        };
    }

    private static Bound? All(IEnumerable<Bound?> parts, Func<Bound, Bound, Bound> combine)
    {
        Bound? all = null;
        foreach (Bound? part in parts)
        {
            if (part is not { } one) return null;
            all = all is { } known ? combine(known, one) : one;
        }

        return all;
    }

    private static Bound? OfMarginal(MarginalExpr marginal, Box box)
    {
        if (Of(marginal.Measure, box) is not { } measure) return null;
        Bound sum = Bound.Only(0);
        foreach (Band band in marginal.Bands)
        {
            if (Of(band.Rate, box) is not { } rate) return null;
            Bound top = band.High is { } high ? Bound.Min(measure, Bound.Only(high)) : measure;
            sum += rate * Bound.Max(top + Bound.Only(-band.Low), Bound.Only(0));
        }

        return sum;
    }
}
