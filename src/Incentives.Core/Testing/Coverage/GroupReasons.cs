using Incentives.Core.Plans;

namespace Incentives.Core.Testing.Coverage;

/// <summary>Which reasons a rule on groups, or an exclusion, can give.</summary>
internal static class GroupReasons
{
    /// <summary>The reasons of a rule on groups.</summary>
    public static IReadOnlyList<Reason> Of(GroupOperation operation) => operation switch
    {
        RecurOperation recur => [Repeat(recur)],
        OverlapOperation overlap => Overlap(overlap),
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
