using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>
/// Which rows can come out otherwise under one plan than under another: those whose award falls under a clause that differs, or that is tied to
/// one that does: by a row that both may pay, or by a rule over groups that both take part in.
/// </summary>
internal sealed class Affected
{
    private readonly BatchPlan[] _plans;
    private readonly int[] _parent;

    private Affected(BatchPlan first, BatchPlan second)
    {
        _plans = [first, second];
        _parent = [.. Enumerable.Range(0, first.Clauses.Count)];
    }

    /// <summary>Whether rows read for one plan serve the other: the same columns in the same places, and nobody else for a nameless row.</summary>
    public static bool SameColumns(BatchPlan first, BatchPlan second) =>
        first.Unnamed == second.Unnamed && first.Columns.Count == second.Columns.Count && first.Columns.Zip(second.Columns).All(p => IsSameInput(p.First, p.Second));

    /// <summary>The awards, as spelled, whose rows may come out otherwise; null for all rows.</summary>
    public static IReadOnlySet<int>? Awards(BatchPlan first, BatchPlan second)
    {
        bool isParallel = first.Schemes.Count == second.Schemes.Count && first.Schemes.Zip(second.Schemes).All(p => p.First.Id == p.Second.Id && p.First.Policy == p.Second.Policy && p.First.Clauses.Count == p.Second.Clauses.Count);
        return isParallel ? new Affected(first, second).Awards() : null;
    }

    // A derived column may be derived otherwise: whoever uses it differs then.
    private static bool IsSameInput(Column a, Column b) => a.Derived is not null && b.Derived is not null ? a.Kind == b.Kind : a.Derived is null && b.Derived is null && Structure.Same(a, b);

    private HashSet<int>? Awards()
    {
        bool[] differs = new bool[_parent.Length];
        for (int s = 0; s < _plans[0].Schemes.Count; s++) Differences(s, differs);
        foreach (BatchPlan plan in _plans)
        {
            Column award = plan.Standard("award");
            foreach (List<int> together in Spellings(plan, award).Values) Tie(together);
            // A clause for any award meets every other one.
            if (plan.Clauses.FirstOrDefault(c => c.Awards(award) is null) is { } any) Tie([any.Index, .. Enumerable.Range(0, _parent.Length)]);
            foreach (Scheme scheme in plan.Schemes)
            {
                foreach (GroupOperation operation in scheme.Groups) Tie([.. TakingPart(plan, scheme, operation, award)]);
            }
        }

        HashSet<int> roots = [.. Enumerable.Range(0, _parent.Length).Where(c => differs[c]).Select(Root)];
        HashSet<int> awards = [];
        foreach (BatchPlan plan in _plans)
        {
            Column award = plan.Standard("award");
            if (plan.Clauses.Any(c => roots.Contains(Root(c.Index)) && c.Awards(award) is null)) return null;
            foreach ((int spelling, List<int> clauses) in Spellings(plan, award))
            {
                if (clauses.Exists(c => roots.Contains(Root(c)))) awards.Add(spelling);
            }
        }

        return awards;
    }

    private void Differences(int scheme, bool[] differs)
    {
        Scheme a = _plans[0].Schemes[scheme], b = _plans[1].Schemes[scheme];
        bool isOther = a.Groups.Count != b.Groups.Count || !Structure.Same(Common(a), Common(b));
        for (int i = 0; i < a.Clauses.Count; i++) differs[a.Clauses[i].Index] = isOther || !Structure.Same(a.Clauses[i], b.Clauses[i]);
        if (isOther) return;
        for (int g = 0; g < a.Groups.Count; g++)
        {
            if (Structure.Same(a.Groups[g], b.Groups[g])) continue;
            foreach (Clause clause in a.Clauses.Where(c => a.Groups[g].Among.MayInclude(c, _plans[0].Standard("award")))) differs[clause.Index] = true;
            foreach (Clause clause in b.Clauses.Where(c => b.Groups[g].Among.MayInclude(c, _plans[1].Standard("award")))) differs[clause.Index] = true;
        }
    }

    // What of a scheme, beside its clauses and groups, decides what its rows come to.
    private static object[] Common(Scheme s) => [s.Effective, s.SaysVersionBy, s.VersionBy, s.Rounding, s.Exclusions, s.Supersedes, s.Names.Awards, s.Names.Facts, s.Names.Rungs];

    private static Dictionary<int, List<int>> Spellings(BatchPlan plan, Column award)
    {
        Dictionary<int, List<int>> all = [];
        foreach (Scheme scheme in plan.Schemes)
        {
            ILookup<int, int> spellings = scheme.Names.Awards.ToLookup(a => a.Value, a => a.Key);
            foreach (Clause clause in scheme.Clauses)
            {
                foreach (int spelling in (clause.Awards(award) ?? new HashSet<int>()).SelectMany(a => spellings[a].Append(a)).Distinct())
                {
                    if (!all.TryGetValue(spelling, out List<int>? clauses)) all[spelling] = clauses = [];
                    clauses.Add(clause.Index);
                }
            }
        }

        return all;
    }

    // Earlier awards count under whichever clause of whichever scheme they were granted.
    private static IEnumerable<int> TakingPart(BatchPlan plan, Scheme scheme, GroupOperation operation, Column award)
    {
        List<Clause> own = [.. scheme.Clauses.Where(c => operation.Among.MayInclude(c, award))];
        IEnumerable<int> indexes = own.Select(c => c.Index);
        if (operation is not RecurOperation recur) return indexes;
        HashSet<int> counted = [.. recur.Of.List, .. own.SelectMany(c => c.Awards(award) ?? new HashSet<int>())];
        bool climbs = recur.Of.Kind is RecurAwardsKind.SameOrHigher or RecurAwardsKind.Family;
        HashSet<string> ladders = [.. counted.Where(a => climbs && scheme.Names.Rungs.ContainsKey(a)).Select(a => scheme.Names.Rungs[a].Ladder)];
        return indexes.Concat(plan.Clauses.Where(c => c.Awards(award) is not { } awards || awards.Any(a => counted.Contains(a) || (scheme.Names.Rungs.TryGetValue(a, out var at) && ladders.Contains(at.Ladder)))).Select(c => c.Index));
    }

    private void Tie(List<int> clauses)
    {
        foreach (int clause in clauses) _parent[Root(clause)] = Root(clauses[0]);
    }

    private int Root(int clause)
    {
        while (_parent[clause] != clause) clause = _parent[clause] = _parent[_parent[clause]];
        return clause;
    }
}
