using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Forecasting;

/// <summary>The dearest row of a scheme inside a box: which clauses can grant it together, and what that comes to under the scheme's overlaps and caps.</summary>
internal sealed class PriceSearch(Scheme scheme, Column award)
{
    // Past this many combinations the clauses are simply added: never too little.
    private const long MostCombinations = 50_000;

    private List<(Clause Clause, Rational? Most)> _best = [];
    private bool _any;

    /// <summary>The price of a row in the box.</summary>
    public Price Find(Box box)
    {
        List<List<ClauseCase>> cases = [.. scheme.Clauses.Select(c => ClauseCases.Of(c, box).ToList()).Where(c => c.Count > 0)];
        if (cases.Count == 0) return Price.None(PriceStatus.NoClause);
        List<ClauseCase> published = [.. cases.SelectMany(c => c).Where(c => c.Amount is not null)];
        if (published.Count == 0) return Price.None(PriceStatus.Unpublished);
        if (cases.Aggregate(1L, (n, c) => Math.Min(long.MaxValue / 1000, n) * (c.Count + 1)) > MostCombinations) Take([.. cases.Select(Dearest)]);
        else Search(cases, 0, box, []);
        if (_best.Exists(p => p.Most is null)) return Price.None(PriceStatus.NoEnd);
        Money most = Sum(_best), least = published.Select(c => c.Amount!.Value.Most is { } m ? scheme.Rounding.Apply(m) : most).Where(m => m > Money.Zero).DefaultIfEmpty(most).Min();
        if (least > most) least = most;
        return new Price(PriceStatus.Priced, [.. _best.Select(p => new PricePart(p.Clause, scheme.Rounding.Apply(p.Most!.Value))).Where(p => p.Most > Money.Zero)], least, least == most ? [] : Open(published));
    }

    private void Search(List<List<ClauseCase>> cases, int clause, Box box, List<(Clause, Rational?)> taken)
    {
        if (clause == cases.Count)
        {
            if (taken.Count > 0) Take(taken);
            return;
        }

        Search(cases, clause + 1, box, taken);
        foreach (ClauseCase one in cases[clause])
        {
            if (one.Amount is not { } amount || box.And(one.Box) is not { } both) continue;
            Search(cases, clause + 1, both, [.. taken, (one.Clause, amount.Most)]);
        }
    }

    private static (Clause, Rational?) Dearest(List<ClauseCase> cases)
    {
        List<Bound> amounts = [.. cases.Select(c => c.Amount).OfType<Bound>()];
        return (cases[0].Clause, amounts.Count == 0 ? Rational.Zero : amounts.Exists(a => a.Most is null) ? null : amounts.Max(a => a.Most));
    }

    private void Take(List<(Clause Clause, Rational? Most)> taken)
    {
        if (AreUnrelated(taken)) return;
        List<(Clause Clause, Rational? Most)> granted = [.. taken];
        foreach (OverlapOperation overlap in scheme.Groups.OfType<OverlapOperation>().Where(o => o.Keep != Keep.All)) Overlap(overlap, granted);
        foreach (LimitOperation limit in scheme.Groups.OfType<LimitOperation>().Where(l => !l.IsCount && !l.IsMinimum && !l.IsEnvelope && l.Amount is ConstantExpr && l.Cut != Cut.Report)) Cap(limit, granted);
        if (_any && !IsMore(granted, _best)) return;
        (_best, _any) = (granted, true);
    }

    // Two clauses that grant one row without a stated relation are both held, so neither costs anything.
    private bool AreUnrelated(List<(Clause Clause, Rational? Most)> taken)
    {
        for (int i = 0; i < taken.Count; i++)
        {
            for (int j = i + 1; j < taken.Count; j++)
            {
                if (!scheme.MayBeRelated(taken[i].Clause, taken[j].Clause, award)) return true;
            }
        }

        return false;
    }

    private void Overlap(OverlapOperation overlap, List<(Clause Clause, Rational? Most)> granted)
    {
        List<int> members = [.. Enumerable.Range(0, granted.Count).Where(i => overlap.Among.MayInclude(granted[i].Clause, award))];
        if (members.Count == 0) return;
        int highest = members.OrderByDescending(i => granted[i].Most is null).ThenByDescending(i => granted[i].Most ?? Rational.Zero).First();
        Rational? worth = overlap.Keep == Keep.ByCount ? new Rational(overlap.WorthByCount[0]) : granted[highest].Most;
        foreach (int i in members) granted[i] = (granted[i].Clause, i == highest ? worth : Rational.Zero);
    }

    private void Cap(LimitOperation limit, List<(Clause Clause, Rational? Most)> granted)
    {
        Rational room = ((ConstantExpr)limit.Amount).Value;
        for (int i = 0; i < granted.Count; i++)
        {
            if (!limit.Among.MayInclude(granted[i].Clause, award)) continue;
            Rational left = granted[i].Most is { } amount ? Rational.Min(amount, room) : room;
            granted[i] = (granted[i].Clause, left);
            room -= left;
        }
    }

    private static bool IsMore(List<(Clause Clause, Rational? Most)> a, List<(Clause Clause, Rational? Most)> b)
    {
        if (b.Exists(p => p.Most is null)) return false;
        return a.Exists(p => p.Most is null) || a.Aggregate(Rational.Zero, (s, p) => s + p.Most!.Value) > b.Aggregate(Rational.Zero, (s, p) => s + p.Most!.Value);
    }

    private Money Sum(List<(Clause Clause, Rational? Most)> parts) => parts.Aggregate(Money.Zero, (sum, p) => sum + scheme.Rounding.Apply(p.Most!.Value));

    // What the target does not say and the amount depends on: the columns by which cases of different amounts are told apart.
    private static IReadOnlyList<Column> Open(List<ClauseCase> cases)
    {
        List<Column> open = [];
        foreach (ClauseCase a in cases)
        {
            foreach (ClauseCase b in cases.Where(b => b.Amount!.Value.Most != a.Amount!.Value.Most))
                open.AddRange(a.Box.Tests.Where(t => b.Box.On(t.Column) is { } other && t.Test.And(other) is null).Select(t => t.Column));
        }

        return [.. open.Distinct()];
    }
}
