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

/// <summary>The other rows that a step depended on: the first of them by place, and how many there are beside those.</summary>
/// <param name="Named">At most <see cref="MostNamed"/> of them.</param>
/// <param name="More">How many are not named.</param>
internal sealed record StepRows(IReadOnlyList<RowReference> Named, int More)
{
    /// <summary>Most rows that are named; an envelope can depend on a whole roster.</summary>
    public const int MostNamed = 20;

    /// <summary>No other row.</summary>
    public static StepRows None { get; } = new([], 0);

    /// <summary>How many rows there are.</summary>
    public int Count => Named.Count + More;

    /// <summary>Some rows.</summary>
    public static StepRows Of(IEnumerable<RowReference> rows)
    {
        List<RowReference> named = [];
        int more = 0;
        foreach (RowReference row in rows)
        {
            if (named.Contains(row)) continue;
            if (named.Count < MostNamed) named.Add(row);
            else more++;
        }

        return new StepRows(named, more);
    }
}

/// <summary>What one stage did to one claim line, as data.</summary>
/// <param name="Stage">Stage 1 to 11, see <c>docs/semantics.md</c>.</param>
/// <param name="Operation">Stable word for what was done, such as <c>fixed</c>, <c>times</c>, <c>recur</c>.</param>
/// <param name="Cite">The article that says so.</param>
/// <param name="Before">Amount that came in, fen (unrounded inside stage 3).</param>
/// <param name="After">Amount that went out.</param>
/// <param name="Reason">The code it set, or null.</param>
/// <param name="Inputs">Values it looked at.</param>
/// <param name="Rows">The other rows it depended on.</param>
internal sealed record Step(
    int Stage, string Operation, string Cite, Rational Before, Rational After, string? Reason, IReadOnlyList<StepInput> Inputs, StepRows Rows);
