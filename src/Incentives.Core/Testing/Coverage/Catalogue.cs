using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Coverage;

/// <summary>Everything in some schemes that a case should reach, under whichever reading.</summary>
internal static class Catalogue
{
    private const int MostCombinations = 64;

    /// <summary>The items, by place.</summary>
    public static IReadOnlyList<CoverageItem> Of(Suite suite)
    {
        HashSet<CoverageItem> items = [];
        Period? period = suite.Cases.Select(c => c.Case.Period).FirstOrDefault(p => p.Length > 0) is { } asked ? PeriodText.Read(asked) : null;
        IReadOnlyList<Scheme> schemes = Compile(suite.Rules, period, []);
        IReadOnlyList<ReadingInForce> readings = [.. schemes.SelectMany(s => s.Readings).DistinctBy(r => r.Id)];
        foreach (ReadingInForce reading in readings) items.UnionWith(reading.Options.Select(o => CoverageItems.Option(reading, o)));
        foreach (Dictionary<string, string> choice in Choices(readings))
        {
            foreach (Scheme scheme in Compile(suite.Rules, period, choice)) Scheme(scheme, i => items.Add(i));
        }

        return [.. items.OrderBy(i => i.Place, Place.Order).ThenBy(i => i.Kind).ThenBy(i => i.Missing.En, StringComparer.Ordinal)];
    }

    /// <summary>The derived columns that a clause looks at.</summary>
    public static IEnumerable<Column> Derived(Clause clause)
    {
        HashSet<Column> seen = [];
        Queue<Column> left = new(clause.Boxes.SelectMany(b => b.Tests).Select(t => t.Column).Concat(clause.Pay.Exprs().SelectMany(e => e.AllReads())));
        while (left.TryDequeue(out Column? column))
        {
            if (column.Derived is null or DefaultedExpr || !seen.Add(column)) continue;
            foreach (Column deeper in column.Derived.AllReads()) left.Enqueue(deeper);
        }

        return seen;
    }

    /// <summary>The expressions of a rule on groups that rows are asked for.</summary>
    public static IEnumerable<Expr> Exprs(GroupOperation operation) => operation switch
    {
        RecurOperation { Again: { } again } => [again],
        ShareOperation share => [share.Weight],
        LimitOperation limit => [limit.Amount],
        _ => [],
    };

    // All combinations where there are few; else each option once, beside the defaults.
    private static List<Dictionary<string, string>> Choices(IReadOnlyList<ReadingInForce> readings)
    {
        List<Dictionary<string, string>> all = [[]];
        foreach (ReadingInForce reading in readings) all = [.. all.Take(MostCombinations).SelectMany(c => reading.Options.Select(o => new Dictionary<string, string>(c) { [reading.Id] = o }))];
        return [[], .. all.Count <= MostCombinations ? all : readings.SelectMany(r => r.Options, (r, o) => new Dictionary<string, string> { [r.Id] = o })];
    }

    private static IReadOnlyList<Scheme> Compile(RuleSet rules, Period? period, Dictionary<string, string> readings) =>
        rules.Compile(new ColumnTable(), new BatchSettings(new Symbols(), period, readings, new Dictionary<string, string>()), new DiagnosticBag());

    private static void Scheme(Scheme scheme, Action<CoverageItem> add)
    {
        foreach (Clause clause in scheme.Clauses)
        {
            Phrase home = CoverageItems.Home(clause.Id, scheme);
            add(CoverageItems.Clause(clause));
            new PlanWalk(home, null, add).Pay(clause.Pay);
            foreach (Column column in Derived(clause)) new PlanWalk(CoverageItems.Home(column), null, add).Expr(column.Derived!);
            if (!clause.Pay.Cases().Any(c => c.IsCeiling)) continue;
            foreach (Reason reason in (ReadOnlySpan<Reason>)[Reason.CeilingOpen, Reason.Approved, Reason.AboveCeiling]) add(CoverageItems.Reason(home, clause.Pay.Place, "up-to", reason));
        }

        Phrase whole = CoverageItems.Home(null, scheme);
        foreach (GroupOperation group in scheme.Groups)
        {
            Phrase home = CoverageItems.HomeOf(group, scheme);
            foreach (Reason reason in GroupReasons.Of(group, scheme)) add(CoverageItems.Reason(home, group.Place, group.Word, reason));
            if (group is LimitOperation { Cut: Cut.Report }) add(CoverageItems.Reported(home, group.Place));
            foreach (Expr expr in Exprs(group)) new PlanWalk(home, null, add).Expr(expr);
        }

        foreach (Exclusion exclusion in scheme.Exclusions) add(CoverageItems.Reason(whole, exclusion.Place, "exclude", GroupReasons.Of(exclusion)));
        foreach (WrittenRange range in scheme.Ranges)
        {
            foreach (Edge edge in Edge.Of(range))
            {
                add(CoverageItems.At(CoverageItems.Home(range.Clause, scheme), range, edge));
                if (edge.CanBeCrossed) add(CoverageItems.Across(CoverageItems.Home(range.Clause, scheme), range, edge));
            }
        }
    }
}
