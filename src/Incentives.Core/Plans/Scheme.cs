using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Plans;

/// <summary>A stretch of days, both ends included, as yyyymmdd.</summary>
internal readonly record struct Period(int First, int Last)
{
    /// <summary>No end in either direction.</summary>
    public static Period Always => new(0, 99991231);

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(int day) => day >= First && day <= Last;

    /// <summary>Whether two have a day in common.</summary>
    public bool Overlaps(Period other) => First <= other.Last && other.First <= Last;

    /// <inheritdoc/>
    public override string ToString() => $"{Day(First)}..{Day(Last)}";

    private static string Day(int day) =>
        day is 0 or 99991231 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day / 10000:D4}-{day / 100 % 100:D2}-{day % 100:D2}");
}

/// <summary>Money of the scheme that goes to no row: a budget line.</summary>
/// <param name="Id">Its name in the scheme.</param>
/// <param name="Amount">How much.</param>
/// <param name="Every"><c>year</c> when it recurs each year, otherwise empty.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Cite">The article.</param>
internal sealed record EarmarkLine(string Id, Money Amount, string Every, string Purpose, string Cite);

/// <summary>One version of one published policy, compiled for a batch.</summary>
internal sealed class Scheme
{
    public required string Id { get; init; }

    public required string File { get; init; }

    public required Place Place { get; init; }

    public string Title { get; init; } = "";

    public string Issuer { get; init; } = "";

    public string Document { get; init; } = "";

    public string Status { get; init; } = "";

    /// <summary>Versions of one policy share this; the scheme's own id where it says nothing.</summary>
    public required string Policy { get; init; }

    /// <summary>Schemes it replaces; what they paid counts against its caps.</summary>
    public IReadOnlyList<string> Supersedes { get; init; } = [];

    /// <summary>When it is in force.</summary>
    public Period Effective { get; init; } = Period.Always;

    /// <summary>Whether the scheme says which date that is.</summary>
    public bool SaysVersionBy { get; init; }

    /// <summary>The date column that says whether a row falls under this version.</summary>
    public required Column VersionBy { get; init; }

    public Rounding Rounding { get; init; } = Rounding.Default;

    public IReadOnlyList<ReadingInForce> Readings { get; init; } = [];

    public IReadOnlyList<SettingInForce> Settings { get; init; } = [];

    /// <summary>Names of lists and settings that the scheme's own file declares.</summary>
    public IReadOnlyList<(string Name, Place Place)> Declared { get; init; } = [];

    public required NameScope Names { get; init; }

    public IReadOnlyList<Exclusion> Exclusions { get; set; } = [];

    public IReadOnlyList<EarmarkLine> Earmarks { get; init; } = [];

    /// <summary>Who pays which part, where a clause does not say.</summary>
    public FundSplit? Fund { get; init; }

    /// <summary>What parts of each clause's money must be spent on, where the clause says nothing.</summary>
    public IReadOnlyList<(string Purpose, Rational Share)> EarmarkShares { get; init; } = [];

    /// <summary>Every range that it writes.</summary>
    public IReadOnlyList<WrittenRange> Ranges { get; set; } = [];

    /// <summary>Filled while compiling, in file order.</summary>
    public List<Clause> Clauses { get; } = [];

    /// <summary>What happens to groups of rows, in stage order.</summary>
    public List<GroupOperation> Groups { get; } = [];

    /// <summary>Roster columns to add totals by.</summary>
    public IReadOnlyList<Column> Totals { get; init; } = [];

    /// <summary>Whether an overlap relates two of its clauses on some row; which rows, <see cref="OverlapOperation.Relates"/> says.</summary>
    public bool MayBeRelated(Clause a, Clause b, Column award) =>
        Groups.OfType<OverlapOperation>().Any(o => o.Among.MayInclude(a, award) && o.Among.MayInclude(b, award));
}

/// <summary>A named value and where it came from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">As written.</param>
/// <param name="IsDefault">Whether it is the scheme's own value.</param>
internal sealed record SettingInForce(string Name, string Value, bool IsDefault);
