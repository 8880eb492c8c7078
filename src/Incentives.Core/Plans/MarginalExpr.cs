using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>One band of a marginal schedule. <paramref name="Rate"/> is the price of one unit of the measure within the band; <paramref name="Key"/> is the band as written.</summary>
internal sealed record Band(Rational Low, Rational? High, Expr Rate, Diagnostics.Place Place, string Key);

/// <summary>Each part of a measure at its own rate: the sum over the bands of rate times the part of the measure in the band.</summary>
internal sealed class MarginalExpr(Expr measure, IReadOnlyList<Band> bands, ValueKind kind) : Expr
{
    private readonly Band[] _bands = [.. bands];

    public override ValueKind Kind => kind;

    /// <summary>What is measured.</summary>
    public Expr Measure => measure;

    /// <summary>The bands, lowest first, without gaps.</summary>
    public IReadOnlyList<Band> Bands => _bands;

    public override IReadOnlyList<Expr> Parts => [measure, .. _bands.Select(b => b.Rate)];

    public override Outcome Evaluate(Row row, out Rational value)
    {
        value = default;
        Outcome outcome = measure.Evaluate(row, out Rational x);
        if (outcome != Outcome.Ok) return outcome;
        try
        {
            foreach (Band band in _bands)
            {
                if (x <= band.Low) break;
                outcome = band.Rate.Evaluate(row, out Rational rate);
                if (outcome != Outcome.Ok) return outcome;
                Rational top = band.High is { } high ? Rational.Min(x, high) : x;
                value += rate * (top - band.Low);
            }
        }
        catch (OverflowException)
        {
            return Outcome.Impossible;
        }

        return Outcome.Ok;
    }
}
