using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The awards that a scheme can be about. A vocabulary knows many more, which a script need not name.</summary>
internal static class SchemeAwards
{
    /// <summary>They, in the scheme's naming; null when it can be about any.</summary>
    public static IReadOnlySet<int>? Of(Scheme scheme, Column award)
    {
        HashSet<int> all = [];
        foreach (Clause clause in scheme.Clauses)
        {
            if (clause.Awards(award) is not { } own) return null;
            all.UnionWith(own);
        }

        foreach (GroupOperation group in scheme.Groups)
        {
            all.UnionWith(group.Among.Awards);
            if (group is RecurOperation recur) all.UnionWith(recur.Of.List);
            if (group is not OverlapOperation { Keep: not Keep.All } overlap) continue;
            // History of any award counts.
            if (overlap.Awards is not { } awards) return null;
            all.UnionWith(awards);
        }

        HashSet<string> ladders = [.. all.Where(scheme.Names.Rungs.ContainsKey).Select(a => scheme.Names.Rungs[a].Ladder)];
        all.UnionWith(scheme.Names.Rungs.Where(r => ladders.Contains(r.Value.Ladder)).Select(r => r.Key));
        return all;
    }
}
