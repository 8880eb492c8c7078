using Incentives.Core.Diagnostics;

namespace Incentives.Core.Plans;

/// <summary>The names a scheme knows: awards with their aliases, lists and ladders.</summary>
internal sealed class NameScope
{
    /// <summary>Every spelling of an award (its name included), as symbol, to the award's own symbol.</summary>
    public Dictionary<int, int> Awards { get; } = [];

    /// <summary>Where each award was declared, by its own symbol.</summary>
    public Dictionary<int, AwardFacts> Facts { get; } = [];

    /// <summary>Named lists, references already spliced in.</summary>
    public Dictionary<string, IReadOnlyList<string>> Lists { get; } = [];

    /// <summary>Where names stand in lists and ladders.</summary>
    public Dictionary<string, Place> Places { get; } = [];

    /// <summary>Ladders, lowest rung first; a rung is a set of equal awards.</summary>
    public Dictionary<string, IReadOnlyList<IReadOnlyList<string>>> Ladders { get; } = [];

    /// <summary>Names of lists, ladders and settings that were referred to.</summary>
    public HashSet<string> Used { get; } = [];

    /// <summary>Every award that a condition, table or list of the scheme names, with its place.</summary>
    public List<(string Name, int Symbol, Place Place)> References { get; } = [];

    /// <summary>Rung of an award (from 0) and its ladder; null for an award in none.</summary>
    public Dictionary<int, (string Ladder, int Rung)> Rungs { get; } = [];

    /// <summary>The award a spelling means; a spelling that is not declared means itself.</summary>
    public int Canonical(int spelling) => Awards.GetValueOrDefault(spelling, spelling);
}

/// <summary>What is known of an award.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Level">国家, 省, 市 ... or empty.</param>
/// <param name="Kind">组织, 个人 or empty.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record AwardFacts(string Name, string Level, string Kind, Place Place)
{
    /// <summary>The level as a symbol; 0 for none.</summary>
    public int LevelSymbol { get; init; }

    /// <summary>The kind as a symbol; 0 for none.</summary>
    public int KindSymbol { get; init; }
}
