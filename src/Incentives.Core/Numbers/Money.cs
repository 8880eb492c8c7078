using System.Globalization;

namespace Incentives.Core.Numbers;

/// <summary>
/// An exact amount of money in whole fen (1 yuan = 100 fen). One amount lies within ±10^15 fen; sums may reach 10^18 - 1.
/// Money adds to money; money times a <see cref="Rational"/> is no longer whole fen until it is rounded, so that product is a
/// <see cref="Rational"/> number of fen and comes back through <see cref="Rounding"/>.
/// </summary>
/// <param name="Fen">Whole fen.</param>
public readonly record struct Money(long Fen) : IComparable<Money>
{
    /// <summary>The largest single amount an input may hold, 10^15 fen.</summary>
    public const long LargestFen = 1_000_000_000_000_000;

    /// <summary>No money.</summary>
    public static Money Zero => default;

    /// <summary>The sum, exact.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Fen + b.Fen));

    /// <summary>The difference, exact.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Fen - b.Fen));

    /// <summary>Whether the first is less.</summary>
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    /// <summary>Whether the first is greater.</summary>
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    /// <summary>Whether the first is at most the second.</summary>
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    /// <summary>Whether the first is at least the second.</summary>
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;

    /// <summary>Whole yuan as money.</summary>
    public static Money Yuan(long yuan) => new(checked(yuan * 100));

    /// <inheritdoc/>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Yuan with two decimals and no separators, as the run folder writes it: <c>500000.00</c>.</summary>
    public override string ToString()
    {
        UInt128 absolute = (UInt128)Int128.Abs(Fen);
        return string.Create(CultureInfo.InvariantCulture, $"{(Fen < 0 ? "-" : "")}{absolute / 100}.{absolute % 100:D2}");
    }

    /// <summary>Yuan for people: thousands separators, and no decimals where there are none: <c>500,000</c>.</summary>
    public string ToReadable()
    {
        UInt128 absolute = (UInt128)Int128.Abs(Fen);
        string decimals = absolute % 100 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{absolute % 100:D2}");
        return string.Create(CultureInfo.InvariantCulture, $"{(Fen < 0 ? "-" : "")}{absolute / 100:N0}{decimals}");
    }
}
