using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>Money of some lines, by how certain it is.</summary>
/// <param name="Lines">Payout lines.</param>
/// <param name="Pay">Sums to pay.</param>
/// <param name="Provisional">Of these, what may still change.</param>
/// <param name="UpTo">Ceilings nobody has set an amount under: the most that can be owed.</param>
/// <param name="Held">Reserved while lines wait.</param>
internal readonly record struct Sums(int Lines, Money Pay, Money Provisional, Money UpTo, Money Held)
{
    /// <summary>The most that can be owed: what the run folder calls payable.</summary>
    public Money Payable => Pay + UpTo;

    /// <summary>With a line more.</summary>
    public Sums With(Status status, bool isProvisional, Money payable, Money held) => new(
        Lines + 1,
        status == Status.PayUpTo ? Pay : Pay + payable,
        status != Status.PayUpTo && isProvisional ? Provisional + payable : Provisional,
        status == Status.PayUpTo ? UpTo + payable : UpTo,
        Held + held);
}

/// <summary>The money of one clause, department, district and so on.</summary>
/// <param name="Key">Its name; empty for lines without one.</param>
/// <param name="Detail">More about it; may be empty.</param>
/// <param name="Sums">Its money.</param>
internal sealed record KeyedSums(string Key, string Detail, Sums Sums);

/// <summary>Money added up by one thing, the largest first.</summary>
/// <param name="By">What by: clause, department, award, district, fund, ...</param>
/// <param name="Items">The sums.</param>
internal sealed record Breakdown(string By, IReadOnlyList<KeyedSums> Items);

/// <summary>A line of <c>payouts.csv</c>.</summary>
internal sealed record ViewLine(
    int Line, string Roster, string Id, string Code, string Recipient, string Award, Clause? Clause, Status Status, Reason Reason, IReadOnlyList<Reason> Reasons,
    Money Entitled, Money Payable, Money Held, bool IsProvisional, Concern Concern);

/// <summary>What one recipient is due.</summary>
/// <param name="Code">Identity code; empty where the roster has none.</param>
/// <param name="Name">Name, as its first line has it.</param>
/// <param name="Sums">Its money.</param>
/// <param name="InKind">Of the sums to pay, what is paid in vouchers or the like.</param>
internal sealed record RecipientDue(string Code, string Name, Sums Sums, Money InKind)
{
    /// <summary>What a payment order says: sums to pay, in money.</summary>
    public Money InMoney => Sums.Pay - InKind;
}

/// <summary>What a report for people says about a run, in no language yet.</summary>
internal sealed record RunView
{
    /// <summary>Most lines that a page lists in full.</summary>
    public const int MostLines = 5_000;

    /// <summary>Most doubtful lines, and most recipients, that a page lists.</summary>
    public const int MostListed = 2_000;

    public required RunManifest Manifest { get; init; }

    public required IReadOnlyList<Scheme> Schemes { get; init; }

    /// <summary>Everything together.</summary>
    public required Sums Whole { get; init; }

    /// <summary>Of the sums to pay, what is paid in vouchers or the like.</summary>
    public required Money InKind { get; init; }

    /// <summary>Of the sums to pay, what is paid in money.</summary>
    public Money InMoney => Whole.Pay - InKind;

    public required Money Entitled { get; init; }

    /// <summary>Lines and money by status, in the order of <see cref="Status"/>.</summary>
    public required IReadOnlyList<Sums> ByStatus { get; init; }

    /// <summary>Lines by concern, in the order of <see cref="Views.Concern"/>.</summary>
    public required IReadOnlyList<int> ByConcern { get; init; }

    public required IReadOnlyList<Breakdown> Breakdowns { get; init; }

    /// <summary>Budget lines that are paid to no row.</summary>
    public required IReadOnlyList<Total> Earmarks { get; init; }

    /// <summary>The first lines that a person should look at, the most urgent concern first.</summary>
    public required IReadOnlyList<ViewLine> Doubtful { get; init; }

    /// <summary>All lines, or none where there are more than <see cref="MostLines"/>.</summary>
    public required IReadOnlyList<ViewLine> Lines { get; init; }

    /// <summary>Those due the most.</summary>
    public required IReadOnlyList<RecipientDue> Recipients { get; init; }

    /// <summary>How many recipients are due anything, or may be.</summary>
    public required int RecipientCount { get; init; }
}
