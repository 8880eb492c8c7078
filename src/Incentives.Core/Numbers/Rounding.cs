namespace Incentives.Core.Numbers;

/// <summary>Which neighbour a fraction of the unit goes to.</summary>
public enum RoundingMode
{
    /// <summary>四舍五入: a half goes up.</summary>
    HalfUp,

    /// <summary>四舍六入五成双: a half goes to the even neighbour.</summary>
    HalfEven,

    /// <summary>舍去: always down.</summary>
    Down,

    /// <summary>进一: always up.</summary>
    Up,
}

/// <summary>The unit that amounts are rounded to, and how.</summary>
/// <param name="UnitFen">The unit in fen, at least 1.</param>
/// <param name="Mode">Which neighbour a fraction goes to.</param>
internal readonly record struct Rounding(long UnitFen, RoundingMode Mode)
{
    /// <summary>To the fen, a half up: what holds where a scheme says nothing.</summary>
    public static Rounding Default => new(1, RoundingMode.HalfUp);

    /// <summary>Rounds a number of fen, which must not be negative.</summary>
    /// <exception cref="OverflowException">The result is beyond <see cref="Money.LargestFen"/>.</exception>
    public Money Apply(Rational fen)
    {
        if (fen.IsWhole && UnitFen == 1) return Checked(fen.Numerator);
        Rational units = fen / new Rational(UnitFen);
        Int128 n = units.Numerator, d = units.Denominator;
        Int128 quotient = n / d, rest = n % d;
        bool up = Mode switch
        {
            RoundingMode.Down => false,
            RoundingMode.Up => rest > 0,
            RoundingMode.HalfEven => rest > d - rest || (rest == d - rest && Int128.IsOddInteger(quotient)),
            _ => rest >= d - rest && rest > 0,
        };
        return Checked(checked((quotient + (up ? 1 : 0)) * UnitFen));
    }

    /// <summary>The greatest multiple of the unit at or below an amount.</summary>
    public long Floor(long fen) => fen - (fen % UnitFen);

    private static Money Checked(Int128 fen) =>
        fen <= Money.LargestFen ? new Money((long)fen) : throw new OverflowException();
}
