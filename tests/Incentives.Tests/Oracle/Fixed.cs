namespace Incentives.Tests.Oracle;

/// <summary>
/// Defects of the engine that the random tests found. While a value is false the generators leave the situation out; set it to
/// true when the engine is put right, and the tests look at it from then on.
/// </summary>
internal static class Fixed
{
    /// <summary>A row without a date waits (or is refused) where a rule needs its date, instead of counting as the last day of 9999.</summary>
    public static bool MissingDatesWait => false;

    /// <summary>An excluded joint winner, or one that recur rejects, keeps its place in the sharing; the others get their own parts.</summary>
    public static bool StruckPartnersKeepTheirPlace => false;

    /// <summary><c>keep: all</c> minds <c>paid: deduct</c> and <c>paid: block</c> where they are written.</summary>
    public static bool KeepAllMindsWhatWasPaid => false;

    /// <summary>An excluded row is excluded, even when a key is missing that some rule would count it by.</summary>
    public static bool ExclusionComesBeforeMissingKeys => false;

    /// <summary><c>recur</c> finds earlier rows of the batch by their award, under whichever clause, as it does in history; and what it rejected stays rejected under <c>keep: one</c>.</summary>
    public static bool RecurSeesOtherClauses => false;

    /// <summary>With <c>counts: paid</c>, money back meets the payment of its own award and date, so that one taken back whole is none.</summary>
    public static bool ReversalsMeetTheirPayment => false;

    /// <summary>A row without a key that any rule counts it by is held before the first of them, and no event for the others.</summary>
    public static bool MissingKeysWaitBeforeAnyGroup => false;

    /// <summary><c>again</c> replaces the amount, under the approved sum where there is one; what is rated at 0 stays at 0.</summary>
    public static bool AgainReplacesTheAmount => false;

    /// <summary>Where a combination counts distinct awards, one adjudicated at 0 counts, and money taken back that was never paid does not.</summary>
    public static bool TitlesAtZeroCount => false;

    /// <summary>What a combination or a quantity cap pays is floored to the rounding unit at once, before any further limit.</summary>
    public static bool CombinationsAndCountsAreFlooredAtOnce => false;

    /// <summary>A repeat that <c>again: rejected</c> refused is still an award event: it starts the years anew where wins count.</summary>
    public static bool RefusedRepeatsStartTheYearsAnew => false;

    /// <summary>A line at 0 does not hold the highest rung against a line that would be paid.</summary>
    public static bool ZeroHoldsNoRung => false;
}
