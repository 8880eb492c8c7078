using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>A sum under the base and under a variant.</summary>
/// <param name="By">What is added up by: total, clause, department, district.</param>
/// <param name="Key">Of which this is the sum; empty for the total and for what has none.</param>
/// <param name="Base">Paid under the base.</param>
/// <param name="Then">Paid under the variant.</param>
/// <param name="More">What changed rows gain together.</param>
/// <param name="Less">What changed rows lose together, as a positive sum.</param>
/// <param name="Rows">How many changed rows and clauses.</param>
internal sealed record ComparisonSum(string By, string Key, Money Base, Money Then, Money More, Money Less, int Rows)
{
    /// <summary>What the variant costs more; negative for less.</summary>
    public Money Difference => Then - Base;
}

/// <summary>What one change of a variant moved under one clause. A variant's attributions add up to its difference in total.</summary>
/// <param name="Change">The change.</param>
/// <param name="Clause">The clause, as sums name it.</param>
/// <param name="Cite">Its article.</param>
/// <param name="Difference">What it moved.</param>
/// <param name="Rows">In how many rows.</param>
internal sealed record Attribution(VariantChange Change, string Clause, string Cite, Money Difference, int Rows);

/// <summary>Somebody who gains or loses.</summary>
/// <param name="Recipient">Symbol of who it is.</param>
/// <param name="Base">Paid under the base, all rows together.</param>
/// <param name="Then">Paid under the variant.</param>
/// <param name="FirstRow">The first row that changed, counted over all rosters from 0.</param>
/// <param name="Rows">How many changed rows and clauses.</param>
internal readonly record struct RecipientChange(int Recipient, Money Base, Money Then, int FirstRow, int Rows)
{
    /// <summary>What is gained; negative for what is lost.</summary>
    public Money Difference => Then - Base;
}

/// <summary>A variant against the base.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Sums">By total (the first), clause, department and district; keys in ordinal order.</param>
/// <param name="Attributions">What each change moved under each clause, in the order of the changes and of the rules.</param>
/// <param name="Gainers">Who gains, the most first.</param>
/// <param name="Losers">Who loses, the most first.</param>
/// <param name="Held">Reserved while rows wait.</param>
/// <param name="Changes">The pieces: row, clause and change, by row, then change.</param>
/// <param name="Runs">The base, then the runs after each of the variant's changes.</param>
internal sealed record VariantComparison(
    Variant Variant,
    IReadOnlyList<ComparisonSum> Sums,
    IReadOnlyList<Attribution> Attributions,
    IReadOnlyList<RecipientChange> Gainers,
    IReadOnlyList<RecipientChange> Losers,
    Money Held,
    IReadOnlyList<RowChange> Changes,
    IReadOnlyList<VariantRun> Runs)
{
    /// <summary>The sum of everything.</summary>
    public ComparisonSum Total => Sums[0];

    /// <summary>The sums by one thing.</summary>
    public IEnumerable<ComparisonSum> By(string by) => Sums.Where(s => s.By == by);

    /// <summary>The clause a piece is told under: that of the run after the change, else of the one before; null for a row that no clause pays.</summary>
    public Clause? ClauseOf(in RowChange change) =>
        change.After.Clause >= 0 ? Runs[change.Step + 1].Plan.Clauses[change.After.Clause]
        : change.Before.Clause >= 0 ? Runs[change.Step].Plan.Clauses[change.Before.Clause] : null;
}

/// <summary>What a comparison found. Holds the rosters open, for the text of their rows.</summary>
internal sealed class Comparison : IDisposable
{
    /// <summary>The base as a calculated batch.</summary>
    public required BatchResult Base { get; init; }

    /// <summary>Rules of the base, by their short name.</summary>
    public required string BaseRules { get; init; }

    /// <summary>Readings and settings chosen for the base.</summary>
    public required IReadOnlyList<VariantChange> BaseChoices { get; init; }

    /// <summary>Roster rows.</summary>
    public int RosterRows => Base.Lines.RowCount;

    /// <summary>Paid under the base.</summary>
    public required Money Payable { get; init; }

    /// <summary>Reserved under the base while rows wait.</summary>
    public required Money Held { get; init; }

    /// <summary>The variants, in the order asked for.</summary>
    public required IReadOnlyList<VariantComparison> Variants { get; init; }

    /// <inheritdoc/>
    public void Dispose() => Base.Dispose();
}
