using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>An amount inside another, with its own factor, bonus, floor, cap and rounding.</summary>
internal sealed class SteppedExpr(Expr inner, IReadOnlyList<RateStep> steps) : Expr
{
    private readonly RateStep[] _steps = [.. steps];

    public override ValueKind Kind => inner.Kind;

    /// <summary>The amount before its steps.</summary>
    public Expr Inner => inner;

    /// <summary>Its steps.</summary>
    public IReadOnlyList<RateStep> Steps => _steps;

    public override IReadOnlyList<Expr> Parts => [inner, .. _steps.SelectMany(s => s.Exprs())];

    public override Outcome Evaluate(Row row, out Rational value)
    {
        Outcome outcome = inner.Evaluate(row, out value);
        if (outcome != Outcome.Ok) return outcome;
        Rated rated = new() { Amount = value };
        try
        {
            foreach (RateStep step in _steps)
            {
                outcome = step.Apply(row, ref rated);
                if (outcome != Outcome.Ok) return outcome;
            }
        }
        catch (OverflowException)
        {
            return Outcome.Impossible;
        }

        value = rated.Amount;
        return Outcome.Ok;
    }
}
