using Incentives.Core.Diagnostics;

namespace Incentives.Core.Plans;

/// <summary>One provision that grants money.</summary>
internal sealed class Clause
{
    /// <summary>Position among all clauses of the batch.</summary>
    public required int Index { get; init; }

    public required Scheme Scheme { get; init; }

    public required string Id { get; init; }

    public required Place Place { get; init; }

    /// <summary>The article.</summary>
    public string Cite { get; init; } = "";

    /// <summary>Who manages the money.</summary>
    public string Department { get; init; } = "";

    /// <summary>Payment in kind, such as vouchers; empty for money.</summary>
    public string As { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>The rows it applies to: any of these.</summary>
    public required IReadOnlyList<Box> When { get; init; }

    /// <summary>What it grants.</summary>
    public required Pay Pay { get; init; }

    /// <summary>The column that holds who is paid; null for the row's recipient.</summary>
    public Column? Payee { get; init; }

    /// <summary>Whether it says per item or per recipient, so that a quantity other than 1 has a meaning.</summary>
    public required bool SaysPer { get; init; }

    public FundSplit? Fund { get; set; }

    public IReadOnlyList<Instalment> Instalments { get; set; } = [];

    /// <summary>What parts of the money must be spent on; changes no amount.</summary>
    public IReadOnlyList<(string Purpose, Numbers.Rational Share)> Earmarks { get; init; } = [];

    /// <summary>All boxes in which it grants something: what <c>when</c> says and what its table of amounts is keyed by.</summary>
    public required IReadOnlyList<Box> Boxes { get; init; }

    /// <summary>The only awards it can apply to, or null when any.</summary>
    public IReadOnlySet<int>? Awards(Column award)
    {
        HashSet<int> all = [];
        foreach (Box box in Boxes)
        {
            if (box.On(award) is not TextTest { IsComplement: false } test) return null;
            all.UnionWith(test.Symbols);
        }

        return all;
    }
}

/// <summary>The claim lines a rule is about: all of some clauses, and those of some awards under others.</summary>
/// <param name="clauses">The clauses of which every line is meant.</param>
/// <param name="awards">Awards that are meant under whichever clause.</param>
/// <param name="scheme">The clauses <paramref name="awards"/> may stand under.</param>
internal sealed class LineSet(IEnumerable<Clause> clauses, IReadOnlySet<int> awards, IReadOnlyList<Clause> scheme)
{
    private readonly HashSet<int> _whole = [.. clauses.Select(c => c.Index)];
    private readonly HashSet<int> _all = [.. scheme.Select(c => c.Index)];

    /// <summary>Awards meant under whichever clause.</summary>
    public IReadOnlySet<int> Awards => awards;

    /// <summary>The clauses of which every line is meant.</summary>
    public IReadOnlySet<int> Clauses => _whole;

    /// <summary>Whether a line of a clause and an award is meant.</summary>
    public bool Includes(int clause, int award) => _whole.Contains(clause) || (awards.Count > 0 && awards.Contains(award) && _all.Contains(clause));

    /// <summary>Whether some line of a clause can be meant.</summary>
    public bool MayInclude(Clause clause, Column award) =>
        _whole.Contains(clause.Index) || (awards.Count > 0 && _all.Contains(clause.Index) && (clause.Awards(award)?.Overlaps(awards) ?? true));
}

/// <summary>Who is out, or waits.</summary>
/// <param name="Boxes">The rows meant (any of these); for <paramref name="IsUnless"/> those that are safe.</param>
/// <param name="IsUnless">Whether it strikes rows outside the box.</param>
/// <param name="List">Name lists instead of a box: a recipient on one of them is struck.</param>
/// <param name="Outcome">What becomes of the row.</param>
/// <param name="Cite">The article.</param>
/// <param name="Why">The words for the list of results.</param>
/// <param name="Clauses">The clauses it concerns, or null for all.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record Exclusion(IReadOnlyList<Box> Boxes, bool IsUnless, NameList? List, ExclusionOutcome Outcome, string Cite, string Why, LineSet? Clauses, Place Place);

/// <summary>The name lists an exclusion looks into.</summary>
/// <param name="Names">Names of the lists, inputs of the run.</param>
/// <param name="By">Who is looked for.</param>
/// <param name="AsOf">The date column that must lie in an entry's period; the row's date where the scheme names none.</param>
/// <param name="NeedsDate">Whether the scheme names the column, so that an empty cell leaves the row undecided whoever is on the list.</param>
internal sealed record NameList(IReadOnlyList<string> Names, Column By, Column AsOf, bool NeedsDate);

/// <summary>What an exclusion does.</summary>
internal enum ExclusionOutcome
{
    /// <summary>Lost; stands in the result at 0.</summary>
    Rejected,

    /// <summary>Waits; the amount is reserved.</summary>
    Held,

    /// <summary>Stands in the result at 0.</summary>
    Zero,
}
