using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Shares, cost splits and instalments that do not add up.</summary>
internal static class PartsCheck
{
    /// <summary>Cost splits and instalments of a clause.</summary>
    public static void Run(Clause clause, DiagnosticBag bag)
    {
        foreach ((_, IReadOnlyList<(string Fund, Rational Weight)> parts) in clause.Fund?.Cases ?? [])
        {
            Rational sum = parts.Aggregate(Rational.Zero, (a, p) => a + p.Weight);
            // Weights below 1 are meant as parts of a whole; 1 : 1 or 3 : 2 are proportions.
            if (parts.All(p => p.Weight < 1) && sum != Rational.One)
                bag.Add(sum > 1 ? CheckMessages.PartsTooMuch(clause.Place, $"{clause.Id} fund", Percent(sum)) : CheckMessages.PartsNotWhole(clause.Place, $"{clause.Id} fund", Percent(sum)));
        }

        if (clause.Instalments.Count == 0 || clause.Instalments.Any(i => i is { Share: null, Sum: null })) return;
        if (clause.Instalments.All(i => i.Share is not null))
        {
            Rational sum = clause.Instalments.Aggregate(Rational.Zero, (a, i) => a + i.Share!.Value);
            if (sum > 1) bag.Add(CheckMessages.PartsTooMuch(clause.Place, $"{clause.Id} instalments", Percent(sum)));
            else if (sum < 1) bag.Add(CheckMessages.PartsNotWhole(clause.Place, $"{clause.Id} instalments", Percent(sum)));
        }
        else if (clause.Pay.Cases().ToList() is [{ Amount: ConstantExpr amount }] && clause.Instalments.All(i => i.Sum is not null))
        {
            Rational sum = clause.Instalments.Aggregate(Rational.Zero, (a, i) => a + i.Sum!.Value);
            if (sum != amount.Value) bag.Add(CheckMessages.PartsNotWhole(clause.Place, $"{clause.Id} instalments", Symbols.ShowNumber(ValueKind.Money, sum)));
        }
    }

    /// <summary>Weights of joint winners.</summary>
    public static void Run(Scheme scheme, DiagnosticBag bag)
    {
        foreach (ShareOperation share in scheme.Groups.OfType<ShareOperation>().Where(s => s.IsOfWhole))
        {
            if (share.Weight is not TableExpr table) continue;
            Rational sum = table.Parts.OfType<ConstantExpr>().Aggregate(Rational.Zero, (a, c) => a + c.Value);
            if (sum > 1) bag.Add(CheckMessages.PartsTooMuch(share.Place, "share", Percent(sum)));
        }
    }

    private static string Percent(Rational ratio) => $"{ratio * 100}%";
}
