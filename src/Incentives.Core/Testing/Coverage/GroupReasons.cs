using Incentives.Core.Plans;

namespace Incentives.Core.Testing.Coverage;

/// <summary>Which reasons a rule on groups, or an exclusion, can give.</summary>
internal static class GroupReasons
{
    /// <summary>The reasons of a rule on groups of a scheme.</summary>
    public static IReadOnlyList<Reason> Of(GroupOperation operation, Scheme scheme) => operation switch
    {
        RecurOperation recur => [Repeat(recur)],
        OverlapOperation overlap => [.. Overlap(overlap).Where(r => r != Reason.LowerAward || HasSeveral(overlap, scheme))],
        ShareOperation { IsOfWhole: true, RestUnpaid: false } => [Reason.Shared, Reason.ShareMissing],
        ShareOperation => [Reason.Shared],
        LimitOperation { Cut: Cut.Report } => [],
        LimitOperation limit => [Limit(limit)],
        _ => [],
    };

    /// <summary>The reason of an exclusion.</summary>
    public static Reason Of(Exclusion exclusion) => exclusion.Outcome == ExclusionOutcome.Held ? Reason.Suspended : Reason.Excluded;

    private static Reason Repeat(RecurOperation recur) =>
        recur.Again is not null ? Reason.RepeatReduced : recur.Grouping.Within.Kind == WithinKind.Back ? Reason.WithinYears : Reason.NotFirst;

    // History reaches a group that is more than one row; only by date does a later row top an earlier one up.
    private static IReadOnlyList<Reason> Overlap(OverlapOperation overlap)
    {
        bool deducts = !overlap.IsPerRow && overlap.Paid == PaidBefore.Deduct;
        switch (overlap.Keep)
        {
            case Keep.All: return [];
            case Keep.One: return [Reason.Exclusive];
            case Keep.ByCount: return [Reason.Combined];
            case Keep.Last: return [Reason.ToppedUp];
            case Keep.Highest when !overlap.IsPerRow && overlap.Paid == PaidBefore.Block: return [Reason.LowerAward, Reason.AlreadyPaid];
            default:
                bool byDate = overlap.Order is { ByAmount: false, ByTier: false, ByColumn: null };
                return [Reason.LowerAward, .. deducts || byDate ? [Reason.ToppedUp] : Array.Empty<Reason>(), .. deducts ? [Reason.AlreadyPaid] : Array.Empty<Reason>()];
        }
    }

    // Where the one award of the one clause is granted once to whom the overlap counts by, there is never a lower one beside it.
    private static bool HasSeveral(OverlapOperation overlap, Scheme scheme)
    {
        Column? award = scheme.Clauses.SelectMany(c => c.Boxes).SelectMany(b => b.Tests).FirstOrDefault(t => t.Column.Name == "award")?.Column;
        if (award is null || scheme.Clauses.Where(c => overlap.Among.MayInclude(c, award)).ToArray() is not [var only] || only.Awards(award) is not { Count: 1 }) return true;
        return !scheme.Groups.OfType<RecurOperation>().Any(r =>
            r.Among.Clauses.Contains(only.Index) && r is { First: 1, Again: null, AgainHeld: false, Counted.Tests.Count: 0, Grouping.Within.Kind: WithinKind.Ever } && r.Grouping.Columns.All(overlap.Grouping.Columns.Contains));
    }

    private static Reason Limit(LimitOperation limit)
    {
        if (limit.IsMinimum) return Reason.BelowMinimum;
        if (limit.IsCount) return Reason.CapQuantity;
        if (limit.Cut == Cut.ProRata) return Reason.EnvelopeProrata;
        if (limit.Cut == Cut.Refuse) return Reason.EnvelopeExceeded;
        if (limit.IsEnvelope) return limit.PriorityColumn is not null ? Reason.EnvelopePriority : Reason.EnvelopeOrder;
        if (!limit.Grouping.HasRecipient) return Reason.CapSubject;
        return limit.Grouping.Within.Kind is WithinKind.Year or WithinKind.Period ? Reason.CapYear : Reason.CapLifetime;
    }
}
