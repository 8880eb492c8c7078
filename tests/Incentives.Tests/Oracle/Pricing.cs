using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>An exact amount in fen, and whether it is a ceiling.</summary>
/// <param name="Num">Numerator; only of an amount that no step has followed yet may it be negative.</param>
/// <param name="Den">Denominator, positive.</param>
/// <param name="IsCeiling">Whether a sum may be approved under it.</param>
/// <param name="IsBounded">Whether a floor or a cap of the clause changed it.</param>
internal readonly record struct Amount(BigInteger Num, BigInteger Den, bool IsCeiling, bool IsBounded);

/// <summary>Stage 3 without the rounding of the scheme: what a grant is worth to a row.</summary>
internal static class Pricing
{
    /// <summary>False when nothing is meant for the row, null when nobody can say because a cell is empty.</summary>
    public static bool? Of(Grant grant, Claim claim, out Amount amount)
    {
        bool? meant = Base(grant, claim, out amount);
        if (meant != true) return meant;
        (BigInteger num, BigInteger den, bool isCeiling, bool isBounded) = amount;
        // Nobody owes a part of less than nothing: what follows is added to 0.
        num = BigInteger.Max(0, num);
        if (grant.PerItem) num *= claim.Quantity ?? 1;
        if (grant.Times is { } times) (num, den) = (num * times.Num, den * times.Den);
        if (grant.Plus is { } plus) num += plus * den;
        isBounded |= (grant.AtLeast is { } l && num < l * den) || (grant.AtMost is { } m && num > m * den);
        if (grant.AtLeast is { } least) num = BigInteger.Max(num, least * den);
        if (grant.AtMost is { } most) num = BigInteger.Min(num, most * den);
        if (grant.Round is { } round) (num, den) = (Exact.Round(num, den, round), 1);
        amount = new Amount(num, den, isCeiling, isBounded);
        return true;
    }

    private static bool? Base(Grant grant, Claim claim, out Amount amount)
    {
        amount = new Amount(grant.Sum, 1, grant.IsCeiling, false);
        if (grant.Rows.Count > 0) return FromRows(grant, claim, out amount);
        if (grant.Table is { } table)
        {
            bool? meant = FromTable(table, claim, out BigInteger fen);
            amount = amount with { Num = fen };
            return meant;
        }

        if (grant.Part is { } part)
        {
            if (claim.Number(part.Column) is not { } whole) return null;
            amount = amount with { Num = new BigInteger(whole) * part.Num, Den = part.Den };
        }

        if (grant.Marginal is { } marginal)
        {
            if (claim.Number(marginal.Measure) is not { } measure) return null;
            // Rates of money are per cent.
            amount = amount with { Num = Sum(marginal, measure), Den = marginal.Measure == "quantity" ? 1 : 100 };
        }

        return true;
    }

    private static BigInteger Sum(Marginal marginal, BigInteger measure)
    {
        BigInteger sum = 0, from = 0;
        foreach ((long? end, _, int rate) in marginal.Bands)
        {
            BigInteger upTo = end is { } e ? BigInteger.Min(e, measure) : measure;
            sum += BigInteger.Max(0, upTo - from) * rate;
            from = end ?? from;
        }

        return sum;
    }

    private static bool? FromRows(Grant grant, Claim claim, out Amount amount)
    {
        amount = default;
        bool isUnknown = false;
        foreach (DecisionRow row in grant.Rows)
        {
            bool? holds = Logic.All(row.When.Select(c => Logic.Of(c, claim)));
            if (holds == true) return Of(row.Grant, claim, out amount);
            isUnknown |= holds is null;
        }

        return isUnknown ? null : false;
    }

    private static bool? FromTable(Table table, Claim claim, out BigInteger fen)
    {
        fen = 0;
        bool isUnknown = false;
        foreach ((string[] outer, string[]? inner, long sum) in table.Rows)
        {
            bool? meant = Logic.All([Logic.Among(claim.Text(table.By[0]), outer), inner is null ? true : Logic.Among(claim.Text(table.By[1]), inner)]);
            if (meant == true)
            {
                fen = sum;
                return true;
            }

            isUnknown |= meant is null;
        }

        if (isUnknown) return null;
        fen = table.Else ?? 0;
        return table.Else is not null;
    }
}
