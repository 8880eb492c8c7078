using Incentives.Core.Clauses;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Caps below every amount they cap.</summary>
internal static class CapCheck
{
    /// <summary>The cap inside a clause's <c>pay</c>.</summary>
    public static void Run(Clause clause, DiagnosticBag bag)
    {
        if (Least(clause) is not { } least) return;
        foreach (ConstantExpr cap in clause.Pay.Steps.OfType<AtMostStep>().SelectMany(s => s.Exprs()).OfType<ConstantExpr>())
        {
            if (cap.Value < least) bag.Add(CheckMessages.CapBelow(clause.Place, clause.Id, Yuan(cap.Value), Yuan(least)));
        }
    }

    /// <summary>Money limits over groups.</summary>
    public static void Run(Scheme scheme, DiagnosticBag bag)
    {
        foreach (LimitOperation limit in scheme.Groups.OfType<LimitOperation>().Where(l => !l.IsCount && !l.IsMinimum))
        {
            if (limit.Amount is not ConstantExpr cap) continue;
            // A pool shared among winners is no amount of one of them.
            bool pooled(Clause c) => scheme.Groups.OfType<ShareOperation>().Any(s => s.Among.Clauses.Contains(c.Index));
            Rational?[] leasts = [.. scheme.Clauses.Where(c => limit.Among.Clauses.Contains(c.Index)).Select(c => pooled(c) ? null : Least(c))];
            if (leasts.Length == 0 || leasts.Any(l => l is null)) continue;
            Rational least = leasts.Min()!.Value;
            if (cap.Value < least) bag.Add(CheckMessages.CapBelow(limit.Place, "limit", Yuan(cap.Value), Yuan(least)));
        }
    }

    // The least amount of a clause above 0, where all its amounts are constants that only a quantity can raise.
    private static Rational? Least(Clause clause)
    {
        Expr[] amounts = [.. clause.Pay.Cases().Select(c => c.Amount)];
        bool isPlain = amounts.Length > 0 && amounts.All(a => a is ConstantExpr) && clause.Pay.Steps.All(s => s is AtMostStep or PerItemStep or AtLeastStep);
        Rational[] above = [.. amounts.OfType<ConstantExpr>().Select(c => c.Value).Where(v => v.Sign > 0)];
        return isPlain && above.Length > 0 ? above.Min() : null;
    }

    private static string Yuan(Rational fen) => Symbols.ShowNumber(ValueKind.Money, fen);
}
