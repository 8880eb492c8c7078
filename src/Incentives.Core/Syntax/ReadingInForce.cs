using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>An ambiguity of the policy and how it is read in this run.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Question">What the text leaves open.</param>
/// <param name="Option">The option in force.</param>
/// <param name="Default">The option the scheme takes where nobody chooses.</param>
/// <param name="DecidedBy">Who decided; null when the scheme does not say.</param>
/// <param name="Note">What the scheme adds; null for nothing.</param>
/// <param name="Options">All options, in the order of their first use.</param>
/// <param name="DeclaredAt">Where it is declared.</param>
/// <param name="UsedAt">Where it is used, in file order; empty for one that nothing uses.</param>
internal sealed record ReadingInForce(
    string Id,
    string Question,
    string Option,
    string Default,
    string? DecidedBy,
    string? Note,
    IReadOnlyList<string> Options,
    Place DeclaredAt,
    IReadOnlyList<Place> UsedAt)
{
    /// <summary>Whether the option in force is the scheme's default.</summary>
    public bool IsDefault => Option == Default;
}
