using Incentives.Core.Compilation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Forecasting;

/// <summary>What one of a target costs at most under the rules of a batch.</summary>
internal sealed class TargetPricer(BatchPlan plan)
{
    /// <summary>The price under some of the schemes. Of versions of one policy the dearest counts; different policies add.</summary>
    public Price Of(Target target, IReadOnlyList<Scheme> schemes)
    {
        Scheme[] inForce = [.. schemes.Where(s => target.Kind == TargetKind.Held || s.Effective.Overlaps(Window(target)))];
        if (inForce.Length == 0) return Price.None(PriceStatus.OutsidePeriod);
        Price[] prices = [.. inForce.GroupBy(s => s.Policy).Select(p => Dearest([.. p.Select(s => new PriceSearch(s, plan.Standard("award")).Find(BoxOf(target, s)))]))];
        Price[] priced = [.. prices.Where(p => p.Status == PriceStatus.Priced)];
        if (prices.Any(p => p.Status == PriceStatus.NoEnd)) return Price.None(PriceStatus.NoEnd);
        if (priced.Length == 0) return prices.FirstOrDefault(p => p.Status == PriceStatus.Unpublished) ?? prices[0];
        return new Price(PriceStatus.Priced, [.. priced.SelectMany(p => p.Parts)], priced.Aggregate(Money.Zero, (sum, p) => sum + p.Least), [.. priced.SelectMany(p => p.DependsOn).Distinct()]);
    }

    private static Price Dearest(Price[] versions) =>
        versions.FirstOrDefault(v => v.Status == PriceStatus.NoEnd)
        ?? versions.Where(v => v.Status == PriceStatus.Priced).MaxBy(v => v.Most.Fen)
        ?? versions.FirstOrDefault(v => v.Status == PriceStatus.Unpublished)
        ?? versions[0];

    // What is won by a year may have been won in any year before.
    private static Period Window(Target target) =>
        target.LastYear == 0 ? Period.Always : new Period(target.FirstYear == 0 ? 0 : (target.FirstYear * 10000) + 101, (target.LastYear * 10000) + 1231);

    private Box BoxOf(Target target, Scheme scheme)
    {
        int award = scheme.Names.Canonical(Symbol(target.Name));
        scheme.Names.Facts.TryGetValue(award, out AwardFacts? facts);
        int level = target.Level.Length > 0 ? Symbol(ValueReader.LevelName(NameNormalizer.Normalize(target.Level))) : facts?.LevelSymbol ?? 0;
        int kind = target.RecipientKind.Length > 0 ? Symbol(target.RecipientKind) : facts?.KindSymbol ?? 0;
        List<ColumnTest> tests = [Is("award", award), new ColumnTest(plan.Standard("quantity"), new RangeTest([Interval.Only(1)]))];
        if (level != 0) tests.Add(Is("level", level));
        if (kind != 0) tests.Add(Is("recipient-kind", kind));
        if (target.Kind != TargetKind.Held && target.LastYear != 0)
        {
            Period window = Window(target);
            tests.Add(new ColumnTest(plan.Standard("date"), new RangeTest([new Interval(window.First, true, window.Last, true)])));
        }

        return new Box(tests);
    }

    private ColumnTest Is(string column, int symbol) => new(plan.Standard(column), new TextTest(new HashSet<int> { symbol }, false));

    private int Symbol(string text) => plan.Symbols.Intern(NameNormalizer.Normalize(text));
}
