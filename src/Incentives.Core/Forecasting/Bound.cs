using Incentives.Core.Numbers;

namespace Incentives.Core.Forecasting;

/// <summary>Between what an amount can lie; an end that is null is open.</summary>
internal readonly record struct Bound(Rational? Least, Rational? Most)
{
    /// <summary>Nothing is known.</summary>
    public static Bound Unknown => default;

    /// <summary>A single value.</summary>
    public static Bound Only(Rational value) => new(value, value);

    public static Bound operator +(Bound a, Bound b) => new(a.Least + b.Least, a.Most + b.Most);

    public static Bound operator -(Bound a) => new(-a.Most, -a.Least);

    /// <summary>The product. Where an end is open and a factor may be negative nothing is known.</summary>
    public static Bound operator *(Bound a, Bound b)
    {
        if (a == Only(0) || b == Only(0)) return Only(0);
        if (a.Least is { Sign: >= 0 } low && b.Least is { Sign: >= 0 } other) return new Bound(low * other, a.Most * b.Most);
        if (a.Least is not { } a1 || a.Most is not { } a2 || b.Least is not { } b1 || b.Most is not { } b2) return Unknown;
        Rational[] corners = [a1 * b1, a1 * b2, a2 * b1, a2 * b2];
        return new Bound(corners.Min(), corners.Max());
    }

    /// <summary>The quotient; nothing is known where the divisor may be 0 or negative.</summary>
    public static Bound operator /(Bound a, Bound b)
    {
        if (b.Least is not { Sign: > 0 } low) return b.Least is { Sign: 0 } && a.Least is { Sign: >= 0 } ? new Bound(0, null) : Unknown;
        return a * new Bound(b.Most is { } high ? Rational.One / high : Rational.Zero, Rational.One / low);
    }

    /// <summary>What lies in one or the other.</summary>
    public Bound Or(Bound other) => new(Extreme(Least, other.Least, least: true, openWins: true), Extreme(Most, other.Most, least: false, openWins: true));

    /// <summary>What lies in both.</summary>
    public Bound And(Bound other) => new(Extreme(Least, other.Least, least: false, openWins: false), Extreme(Most, other.Most, least: true, openWins: false));

    /// <summary>The lesser of two amounts.</summary>
    public static Bound Min(Bound a, Bound b) => new(Extreme(a.Least, b.Least, least: true, openWins: true), Extreme(a.Most, b.Most, least: true, openWins: false));

    /// <summary>The greater of two amounts.</summary>
    public static Bound Max(Bound a, Bound b) => new(Extreme(a.Least, b.Least, least: false, openWins: false), Extreme(a.Most, b.Most, least: false, openWins: true));

    private static Rational? Extreme(Rational? a, Rational? b, bool least, bool openWins)
    {
        if (a is not { } x) return openWins ? null : b;
        if (b is not { } y) return openWins ? null : a;
        return least ? Rational.Min(x, y) : Rational.Max(x, y);
    }
}
