using Incentives.Core.Clauses;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Caps and envelopes below the amounts they are for.</summary>
internal sealed class CapCheck(Scheme scheme, Symbols symbols, DiagnosticBag bag)
{
    /// <summary>The caps inside clauses, and money limits over groups.</summary>
    public void Run()
    {
        foreach (Clause clause in scheme.Clauses)
        {
            foreach (ConstantExpr cap in clause.Pay.Steps.OfType<AtMostStep>().SelectMany(s => s.Exprs()).OfType<ConstantExpr>())
            {
                if (Least(clause) is { } least && cap.Value < least) bag.Add(CheckMessages.CapBelow(clause.Place, clause.Id, Yuan(cap.Value), Yuan(least)));
                else Above(clause, Box.Everything, cap.Value, clause.Place);
            }
        }

        foreach (LimitOperation limit in scheme.Groups.OfType<LimitOperation>().Where(l => !l.IsCount && !l.IsMinimum)) Limit(limit);
    }

    private void Limit(LimitOperation limit)
    {
        if (limit.Amount is not ConstantExpr cap) return;
        // A pool shared among winners is no amount of one of them.
        bool pooled(Clause c) => scheme.Groups.OfType<ShareOperation>().Any(s => s.Among.Clauses.Contains(c.Index));
        Clause[] clauses = [.. scheme.Clauses.Where(c => limit.Among.Clauses.Contains(c.Index))];
        Rational?[] leasts = [.. clauses.Select(c => pooled(c) ? null : Least(c))];
        if (leasts.Length > 0 && leasts.All(l => l is not null) && leasts.Min()!.Value is var least && cap.Value < least)
        {
            bag.Add(CheckMessages.CapBelow(limit.Place, "limit", Yuan(cap.Value), Yuan(least)));
            return;
        }

        foreach (Clause clause in clauses.Where(c => !pooled(c))) Above(clause, limit.Counted, cap.Value, limit.Place);
    }

    // An amount of a clause that the cap never lets through whole.
    private void Above(Clause clause, Box counted, Rational cap, Place place)
    {
        if (!IsPlain(clause)) return;
        foreach ((Box box, Expr amount, _) in clause.Pay.Cases())
        {
            if (amount is not ConstantExpr stated || stated.Value <= cap) continue;
            if (clause.When.Select(w => w.And(box)?.And(counted)).OfType<Box>().FirstOrDefault(BoxAlgebra.IsPossible) is not { } row) continue;
            bag.Add(CheckMessages.AboveCap(clause.Place, clause.Id, Witness.Of(row, symbols), Yuan(stated.Value), place, Yuan(cap)));
            return;
        }
    }

    // The least amount of a clause above 0, where all its amounts are constants that only a quantity can raise.
    private static Rational? Least(Clause clause)
    {
        Expr[] amounts = [.. clause.Pay.Cases().Select(c => c.Amount)];
        bool isPlain = amounts.Length > 0 && amounts.All(a => a is ConstantExpr) && IsPlain(clause);
        Rational[] above = [.. amounts.OfType<ConstantExpr>().Select(c => c.Value).Where(v => v.Sign > 0)];
        return isPlain && above.Length > 0 ? above.Min() : null;
    }

    private static bool IsPlain(Clause clause) => clause.Pay.Steps.All(s => s is AtMostStep or PerItemStep or AtLeastStep);

    private static string Yuan(Rational fen) => Symbols.ShowNumber(ValueKind.Money, fen);
}
