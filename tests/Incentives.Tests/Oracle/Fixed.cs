namespace Incentives.Tests.Oracle;

/// <summary>
/// Defects of the engine that the random tests found. While a value is false the generators leave the situation out; set it to
/// true when the engine is put right, and the tests look at it from then on.
/// </summary>
internal static class Fixed
{
    /// <summary>A row without a date waits (or is refused) where a rule needs its date, instead of counting as the last day of 9999.</summary>
    public static bool MissingDatesWait => false;

    /// <summary>An excluded joint winner keeps its place in the sharing; the others get their own parts.</summary>
    public static bool StruckPartnersKeepTheirPlace => false;

    /// <summary><c>keep: all</c> minds <c>paid: deduct</c> and <c>paid: block</c> where they are written.</summary>
    public static bool KeepAllMindsWhatWasPaid => false;

    /// <summary>A suspended row keeps the code <c>suspended</c> when an envelope refuses it as well.</summary>
    public static bool TheFirstHoldNamesTheReason => false;

    /// <summary>An excluded row is excluded, even when a key is missing that some rule would count it by.</summary>
    public static bool ExclusionComesBeforeMissingKeys => false;

    /// <summary><c>recur</c> finds earlier rows of the batch by their award, under whichever clause, as it does in history; and what it rejected stays rejected under <c>keep: one</c>.</summary>
    public static bool RecurSeesOtherClauses => false;

    /// <summary>With <c>counts: paid</c>, money back meets the payment of its own award and date, so that one taken back whole is none.</summary>
    public static bool ReversalsMeetTheirPayment => false;

    /// <summary>Only paid history takes places under a quantity cap, and money back gives them back.</summary>
    public static bool UnpaidHistoryTakesNoPlace => false;

    /// <summary>Equals in <c>order: -amount</c>, <c>tier</c> and a column of priorities go by date, then line.</summary>
    public static bool TiesGoByDate => false;

    /// <summary>A row without a key that any rule counts it by is held before the first of them, and no event for the others.</summary>
    public static bool MissingKeysWaitBeforeAnyGroup => false;

    /// <summary><c>again</c> replaces the amount, under the approved sum where there is one; what is rated at 0 stays at 0.</summary>
    public static bool AgainReplacesTheAmount => false;

    /// <summary>Where a combination counts distinct awards, one adjudicated at 0 counts, and money taken back that was never paid does not.</summary>
    public static bool TitlesAtZeroCount => false;

    /// <summary>Amounts are floored to the rounding unit where SEMANTICS says: a combination at once, caps at the end of stage 8.</summary>
    public static bool FloorsComeWhereTheyAreWritten => false;

    /// <summary>A line at 0 does not hold the highest rung against a line that would be paid.</summary>
    public static bool ZeroHoldsNoRung => false;
}
