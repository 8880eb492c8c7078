using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>Whether a cell holds anything.</summary>
internal enum CellState : byte
{
    /// <summary>A derived column that nobody has asked for yet.</summary>
    Pending,

    /// <summary>Empty, or the roster has no such column. Absent is not 0.</summary>
    Absent,

    /// <summary>A value.</summary>
    Present,

    /// <summary>A derived value that cannot exist, such as a division by 0.</summary>
    Impossible,
}

/// <summary>One value of a row. Text is its symbol, a date is yyyymmdd, a flag 1 or 0, money fen.</summary>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">The value; for a partial date (2024-03) its first day.</param>
/// <param name="LastDay">For a date the last day meant; otherwise 0.</param>
internal readonly record struct Cell(CellState State, Rational Value, int LastDay = 0)
{
    /// <summary>No value.</summary>
    public static Cell Absent => new(CellState.Absent, default);

    /// <summary>Whether there is a value.</summary>
    public bool IsPresent => State == CellState.Present;

    /// <summary>A single value.</summary>
    public static Cell Of(Rational value) => new(CellState.Present, value);

    /// <summary>A date, or a month or year standing for all its days.</summary>
    public static Cell OfDays(int first, int last) => new(CellState.Present, first, last);

    /// <summary>Whether it is a month or a year standing for all its days.</summary>
    public bool IsPartial => LastDay != 0 && Value.Numerator != LastDay;

    /// <summary>The text's symbol; only for a present text cell.</summary>
    public int Symbol => (int)Value.Numerator;
}
