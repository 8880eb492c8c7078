using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>Stage 11 for one amount: who pays which part, and when. Parts add up to the amount to the fen.</summary>
internal static class LinePayment
{
    /// <summary>Parts by weight: all but the last take their floor, the last takes the rest.</summary>
    public static long[] Split(long fen, IReadOnlyList<Rational> weights)
    {
        Rational whole = weights.Aggregate(Rational.Zero, (a, b) => a + b);
        long[] parts = new long[weights.Count];
        long left = fen;
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = i == parts.Length - 1 ? left : (long)(new Rational(fen) * weights[i] / whole).Floor();
            left -= parts[i];
        }

        return parts;
    }

    /// <summary>Instalments in order; <c>rest</c> takes what the others leave, and none takes more than is left. Sums are for one item.</summary>
    public static long[] Instalments(long fen, IReadOnlyList<Instalment> instalments, Rational quantity)
    {
        long[] parts = new long[instalments.Count];
        long left = fen;
        int rest = parts.Length - 1;
        for (int i = 0; i < parts.Length; i++)
        {
            Instalment instalment = instalments[i];
            if (instalment is { Share: null, Sum: null })
            {
                rest = i;
                continue;
            }

            Rational wanted = instalment.Sum is { } sum ? new Rational(sum) * quantity : new Rational(fen) * instalment.Share!.Value;
            parts[i] = Math.Min(left, (long)wanted.Floor());
            left -= parts[i];
        }

        if (parts.Length > 0) parts[rest] += left;
        return parts;
    }
}
