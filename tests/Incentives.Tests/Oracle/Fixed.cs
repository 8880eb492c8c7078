namespace Incentives.Tests.Oracle;

/// <summary>
/// Defects of the engine that the random tests found. While a value is false the generators leave the situation out; set it to
/// true when the engine is put right, and the tests look at it from then on.
/// </summary>
internal static class Fixed
{
    /// <summary>A row without a date is held where a rule counts by years. The engine takes the year of a batch whose period is one year, so the generators leave it out.</summary>
    public static bool MissingDatesWait => false;

    /// <summary>An excluded row is excluded, even when a key is missing that some rule would count it by.</summary>
    public static bool ExclusionComesBeforeMissingKeys => true;

    /// <summary><c>recur</c> finds earlier rows of the batch by their award, under whichever clause, as it does in history; and what it rejected stays rejected under <c>keep: one</c>. The engine does, and counts the lines of one row as one award where the reference counts lines, so the generators leave it out.</summary>
    public static bool RecurSeesOtherClauses => false;

    /// <summary>With <c>counts: paid</c>, money back meets the payment of its own award and date, so that one taken back whole is none.</summary>
    public static bool ReversalsMeetTheirPayment => false;

    /// <summary>A row without a key that any rule counts it by is held before the first of them, and no event for the others.</summary>
    public static bool MissingKeysWaitBeforeAnyGroup => true;

    /// <summary><c>again</c> gives never more than the ceiling or the approved sum; what is rated at 0 stays at 0.</summary>
    public static bool AgainReplacesTheAmount => true;

    /// <summary>Where a combination counts distinct awards, one adjudicated at 0 counts, and money taken back that was never paid does not.</summary>
    public static bool TitlesAtZeroCount => false;

    /// <summary>A line at 0 does not hold the highest rung against a line that would be paid.</summary>
    public static bool ZeroHoldsNoRung => true;
}
