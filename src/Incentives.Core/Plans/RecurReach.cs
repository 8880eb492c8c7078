namespace Incentives.Core.Plans;

/// <summary>Which awards can be an earlier one for some line of a <c>recur</c>.</summary>
internal static class RecurReach
{
    /// <summary>The awards; null for any.</summary>
    public static IReadOnlySet<int>? Of(RecurOperation operation, Scheme scheme, Column award)
    {
        if (operation.Of.Kind == RecurAwardsKind.List) return operation.Of.List;
        HashSet<int> own = [];
        foreach (Clause clause in scheme.Clauses.Where(c => operation.Among.MayInclude(c, award)))
        {
            if (clause.Awards(award) is not { } some) return null;
            own.UnionWith(some);
        }

        if (operation.Of.Kind == RecurAwardsKind.Same) return own;
        HashSet<string> ladders = [.. own.Where(scheme.Names.Rungs.ContainsKey).Select(a => scheme.Names.Rungs[a].Ladder)];
        own.UnionWith(scheme.Names.Rungs.Where(r => ladders.Contains(r.Value.Ladder)).Select(r => r.Key));
        return own;
    }

    /// <summary>The clauses, beside the operation's own, whose lines can be an earlier award.</summary>
    public static IReadOnlyList<Clause> OtherClauses(RecurOperation operation, Scheme scheme, IReadOnlyList<Clause> all, Column award)
    {
        IReadOnlySet<int>? reach = Of(operation, scheme, award);
        return [.. all.Where(c => !operation.Among.Clauses.Contains(c.Index) && (reach is null || (c.Awards(award)?.Overlaps(reach) ?? true)))];
    }
}
