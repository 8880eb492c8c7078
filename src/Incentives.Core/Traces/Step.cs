using Incentives.Core.Numbers;

namespace Incentives.Core.Traces;

/// <summary>A value that went into a step.</summary>
/// <param name="Name">The column or part, as the scheme names it.</param>
/// <param name="Value">As it was read, for people.</param>
internal readonly record struct StepInput(string Name, string Value);

/// <summary>Another row that a step depended on.</summary>
/// <param name="File">The roster or history file.</param>
/// <param name="Line">Its physical line.</param>
internal readonly record struct RowReference(string File, int Line);

/// <summary>What one stage did to one claim line, as data.</summary>
/// <param name="Stage">Stage 1 to 11, see <c>docs/semantics.md</c>.</param>
/// <param name="Operation">Stable word for what was done, such as <c>fixed</c>, <c>times</c>, <c>recur</c>.</param>
/// <param name="Cite">The article that says so.</param>
/// <param name="Before">Amount that came in, fen (unrounded inside stage 3).</param>
/// <param name="After">Amount that went out.</param>
/// <param name="Reason">The code it set, or null.</param>
/// <param name="Inputs">Values it looked at.</param>
/// <param name="Because">Another row it depended on.</param>
internal sealed record Step(
    int Stage, string Operation, string Cite, Rational Before, Rational After, string? Reason, IReadOnlyList<StepInput> Inputs, RowReference? Because = null);
