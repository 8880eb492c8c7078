using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Exact arithmetic on non-negative big integers.</summary>
internal static class Exact
{
    /// <summary>The fraction <c>num/den</c> fen to a multiple of a unit.</summary>
    public static BigInteger Round(BigInteger num, BigInteger den, Unit unit)
    {
        BigInteger whole = den * unit.Fen, down = num / whole, rest = num % whole;
        bool up = unit.Mode switch
        {
            "down" => false,
            "up" => rest > 0,
            "half-even" => rest * 2 > whole || (rest * 2 == whole && !down.IsEven),
            _ => rest * 2 >= whole,
        };
        return (up ? down + 1 : down) * unit.Fen;
    }

    /// <summary>The greatest multiple of a unit at or below an amount.</summary>
    public static BigInteger Floor(BigInteger amount, long unit) => amount - (amount % unit);

    /// <summary>Largest remainder: each takes its floor, then the largest remainders one more each, the earlier first.</summary>
    public static BigInteger[] Apportion(BigInteger units, IReadOnlyList<BigInteger> weights)
    {
        BigInteger whole = weights.Aggregate(BigInteger.Zero, (a, b) => a + b);
        BigInteger[] parts = [.. weights.Select(w => units * w / whole)];
        BigInteger left = units - parts.Aggregate(BigInteger.Zero, (a, b) => a + b);
        foreach (int i in Enumerable.Range(0, parts.Length).OrderByDescending(i => units * weights[i] % whole).ThenBy(i => i).Take((int)left)) parts[i]++;
        return parts;
    }
}
