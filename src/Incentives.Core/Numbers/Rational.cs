using System.Globalization;
using System.Numerics;

namespace Incentives.Core.Numbers;

/// <summary>
/// An exact fraction of two 128-bit integers, in lowest terms with a positive denominator. Any operation whose exact result
/// does not fit throws <see cref="OverflowException"/>; nothing is ever rounded.
/// </summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly Int128 _denominatorLessOne;

    /// <summary>A whole number.</summary>
    public Rational(Int128 whole)
    {
        Numerator = whole;
        _denominatorLessOne = 0;
    }

    private Rational(Int128 numerator, Int128 denominator)
    {
        Numerator = numerator;
        _denominatorLessOne = denominator - 1;
    }

    /// <summary>Numerator; carries the sign.</summary>
    public Int128 Numerator { get; }

    /// <summary>Denominator, at least 1.</summary>
    public Int128 Denominator => _denominatorLessOne + 1;

    /// <summary>Zero.</summary>
    public static Rational Zero => default;

    /// <summary>One.</summary>
    public static Rational One => new(1);

    /// <summary>Whether the value is a whole number.</summary>
    public bool IsWhole => _denominatorLessOne == 0;

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Int128.Sign(Numerator);

    /// <summary>A fraction, reduced. The denominator may be negative but not zero.</summary>
    public static Rational Of(Int128 numerator, Int128 denominator)
    {
        if (denominator == 0) throw new DivideByZeroException();
        if (denominator == 1) return new Rational(numerator);
        if (denominator < 0) (numerator, denominator) = (checked(-numerator), checked(-denominator));
        Int128 divisor = GreatestCommonDivisor(Int128.Abs(numerator), denominator);
        return divisor == 1 ? new Rational(numerator, denominator) : new Rational(numerator / divisor, denominator / divisor);
    }

    public static Rational operator +(Rational a, Rational b) =>
        a.IsWhole && b.IsWhole
            ? new Rational(checked(a.Numerator + b.Numerator))
            : Of(checked((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator)), checked(a.Denominator * b.Denominator));

    public static Rational operator -(Rational a) => new(checked(-a.Numerator), a.Denominator);

    public static Rational operator -(Rational a, Rational b) => a + (-b);

    public static Rational operator *(Rational a, Rational b)
    {
        if (a.IsWhole && b.IsWhole) return new Rational(checked(a.Numerator * b.Numerator));
        // Reduce across first, so that a long chain of percentages does not overflow before it cancels.
        Rational left = Of(a.Numerator, b.Denominator), right = Of(b.Numerator, a.Denominator);
        return new Rational(checked(left.Numerator * right.Numerator), checked(left.Denominator * right.Denominator));
    }

    public static Rational operator /(Rational a, Rational b) => a * Of(b.Denominator, b.Numerator);

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static implicit operator Rational(long whole) => new(whole);

    /// <summary>The lesser of two.</summary>
    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    /// <summary>The greater of two.</summary>
    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    /// <summary>The greatest whole number at or below the value.</summary>
    public Int128 Floor()
    {
        if (IsWhole) return Numerator;
        Int128 quotient = Numerator / Denominator;
        return Numerator < 0 ? quotient - 1 : quotient;
    }

    /// <inheritdoc/>
    public int CompareTo(Rational other) =>
        IsWhole && other.IsWhole
            ? Numerator.CompareTo(other.Numerator)
            : ((BigInteger)Numerator * (BigInteger)other.Denominator).CompareTo((BigInteger)other.Numerator * (BigInteger)Denominator);

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorLessOne == other._denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorLessOne);

    /// <summary><c>n</c> or <c>n/d</c>.</summary>
    public override string ToString() =>
        IsWhole ? Numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        if (a <= long.MaxValue && b <= long.MaxValue)
        {
            long x = (long)a, y = (long)b;
            while (y != 0) (x, y) = (y, x % y);
            return x;
        }

        while (b != 0) (a, b) = (b, a % b);
        return a;
    }
}
