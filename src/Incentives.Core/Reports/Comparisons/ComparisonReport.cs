using Incentives.Core.Comparing;
using Incentives.Core.Numbers;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>A comparison with the names that a person wants to read.</summary>
/// <param name="Comparison">What was found.</param>
/// <param name="People">Who gains and loses most under each variant, in the order of the variants.</param>
internal sealed record ComparisonReport(Comparison Comparison, IReadOnlyList<NamedPeople> People)
{
    /// <summary>Most gainers, and most losers, that are named for each variant.</summary>
    public const int MostNamed = 20;
}

/// <summary>Those who gain and lose most under a variant, the most first; all of them are in <c>compare-recipients.csv</c>.</summary>
internal sealed record NamedPeople(IReadOnlyList<NamedRecipient> Gainers, IReadOnlyList<NamedRecipient> Losers);

/// <summary>Somebody who gains or loses.</summary>
/// <param name="Id">Identity code as the roster writes it; empty for none.</param>
/// <param name="Name">The name as the roster writes it.</param>
/// <param name="Base">Paid under the base.</param>
/// <param name="Then">Paid under the variant.</param>
/// <param name="RowCount">How many rows and clauses changed.</param>
/// <param name="Lines">The first of them, in roster order.</param>
internal sealed record NamedRecipient(string Id, string Name, Money Base, Money Then, int RowCount, IReadOnlyList<RosterLine> Lines)
{
    /// <summary>Most lines that are told.</summary>
    public const int MostLines = 10;

    /// <summary>What is gained; negative for what is lost.</summary>
    public Money Difference => Then - Base;
}

/// <summary>A line of a roster and the clause that came out otherwise there.</summary>
/// <param name="Roster">The file's name.</param>
/// <param name="Line">Physical line; the header is 1.</param>
/// <param name="Clause">The clause.</param>
internal sealed record RosterLine(string Roster, int Line, string Clause);
