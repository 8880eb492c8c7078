using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Clauses;

/// <summary><c>per: item</c>: times the quantity, which is 1 where the roster says nothing.</summary>
internal sealed class PerItemStep(Column quantity) : RateStep
{
    public override string Word => "per";

    public override Outcome Apply(Row row, ref Rated rated)
    {
        ref readonly Cell cell = ref row[quantity.Slot];
        if (cell.IsPresent) rated.Amount *= cell.Value;
        return Outcome.Ok;
    }

    public override IEnumerable<Column> Reads() => [quantity];
}

/// <summary><c>per: {of, each, part}</c>: times how often a unit goes into a measure.</summary>
internal sealed class PerMeasureStep(Expr measure, Rational each, bool wholeUnits) : RateStep
{
    public override string Word => "per";

    /// <summary>The unit.</summary>
    public Rational Each => each;

    /// <summary>Whether a part of a unit counts nothing.</summary>
    public bool WholeUnits => wholeUnits;

    public override Outcome Apply(Row row, ref Rated rated)
    {
        Outcome outcome = measure.Evaluate(row, out Rational value);
        if (outcome != Outcome.Ok) return outcome;
        Rational units = value / each;
        rated.Amount *= wholeUnits ? new Rational(units.Floor()) : units;
        return Outcome.Ok;
    }

    public override IEnumerable<Expr> Exprs() => [measure];
}

/// <summary><c>times</c>: a factor.</summary>
internal sealed class TimesStep(Expr factor) : RateStep
{
    public override string Word => "times";

    public override Outcome Apply(Row row, ref Rated rated)
    {
        Outcome outcome = factor.Evaluate(row, out Rational value);
        if (outcome == Outcome.Ok) rated.Amount *= value;
        return outcome;
    }

    public override IEnumerable<Expr> Exprs() => [factor];
}

/// <summary><c>plus</c>: a bonus.</summary>
internal sealed class PlusStep(Expr bonus) : RateStep
{
    public override string Word => "plus";

    public override Outcome Apply(Row row, ref Rated rated)
    {
        Outcome outcome = bonus.Evaluate(row, out Rational value);
        if (outcome == Outcome.Ok) rated.Amount = Rational.Max(Rational.Zero, rated.Amount + value);
        return outcome;
    }

    public override IEnumerable<Expr> Exprs() => [bonus];
}

/// <summary><c>at-least</c>: a floor.</summary>
internal sealed class AtLeastStep(Expr floor) : RateStep
{
    public override string Word => "at-least";

    public override Outcome Apply(Row row, ref Rated rated)
    {
        Outcome outcome = floor.Evaluate(row, out Rational value);
        if (outcome != Outcome.Ok || rated.Amount >= value) return outcome;
        rated.Amount = value;
        rated.Because(Reason.RaisedToFloor);
        return Outcome.Ok;
    }

    public override IEnumerable<Expr> Exprs() => [floor];
}

/// <summary><c>at-most</c>: a cap.</summary>
internal sealed class AtMostStep(Expr cap) : RateStep
{
    public override string Word => "at-most";

    public override Outcome Apply(Row row, ref Rated rated)
    {
        Outcome outcome = cap.Evaluate(row, out Rational value);
        if (outcome != Outcome.Ok || rated.Amount <= value) return outcome;
        rated.Amount = Rational.Max(Rational.Zero, value);
        rated.Because(Reason.ClauseCap);
        return Outcome.Ok;
    }

    public override IEnumerable<Expr> Exprs() => [cap];
}

/// <summary><c>round</c> inside <c>pay</c>.</summary>
internal sealed class RoundStep(Rounding rounding) : RateStep
{
    public override string Word => "round";

    /// <summary>The unit and which way.</summary>
    public Rounding Rounding => rounding;

    /// <summary>A rounded amount.</summary>
    public Rational Round(Rational amount) => new(rounding.Apply(amount).Fen);

    public override Outcome Apply(Row row, ref Rated rated)
    {
        rated.Amount = Round(rated.Amount);
        return Outcome.Ok;
    }
}
