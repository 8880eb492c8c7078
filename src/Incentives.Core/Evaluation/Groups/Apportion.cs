using System.Numerics;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Hands out whole units in proportion to weights, to the last unit: largest remainder, equal remainders in the order given.</summary>
internal static class Apportion
{
    /// <summary>The parts; they add up to <paramref name="units"/> exactly. Weights are not negative and not all 0.</summary>
    public static long[] LargestRemainder<T>(long units, ReadOnlySpan<T> weights)
        where T : IBinaryInteger<T>
    {
        T whole = T.Zero, total = T.CreateChecked(units);
        foreach (T weight in weights) whole = checked(whole + weight);
        long[] parts = new long[weights.Length];
        T[] remainders = new T[weights.Length];
        long left = units;
        for (int i = 0; i < weights.Length; i++)
        {
            (T quotient, T remainder) = T.DivRem(checked(weights[i] * total), whole);
            parts[i] = long.CreateChecked(quotient);
            remainders[i] = remainder;
            left -= parts[i];
        }

        int[] order = [.. Enumerable.Range(0, parts.Length)];
        Array.Sort(order, (a, b) => remainders[a] == remainders[b] ? a.CompareTo(b) : remainders[b].CompareTo(remainders[a]));
        for (int i = 0; i < left; i++) parts[order[i]]++;
        return parts;
    }

    /// <summary>Whole-number weights in the proportion of some fractions.</summary>
    public static BigInteger[] Whole(IReadOnlyList<Numbers.Rational> weights)
    {
        BigInteger common = BigInteger.One;
        foreach (Numbers.Rational w in weights)
        {
            BigInteger d = (BigInteger)w.Denominator;
            common = common / BigInteger.GreatestCommonDivisor(common, d) * d;
        }

        return [.. weights.Select(w => (BigInteger)w.Numerator * (common / (BigInteger)w.Denominator))];
    }
}
