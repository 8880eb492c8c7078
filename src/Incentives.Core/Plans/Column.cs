using Incentives.Core.Diagnostics;

namespace Incentives.Core.Plans;

/// <summary>A column of a batch: read from the roster, or derived from other columns.</summary>
internal sealed class Column
{
    /// <summary>Position of the column's cell in a row.</summary>
    public required int Slot { get; init; }

    /// <summary>The name rule files use.</summary>
    public required string Name { get; init; }

    /// <summary>What its values are.</summary>
    public required ValueKind Kind { get; init; }

    /// <summary>The roster headers it is read from, besides its name; empty for a derived column.</summary>
    public IReadOnlyList<string> Headers { get; set; } = [];

    /// <summary>How it is derived; null for a column of the roster.</summary>
    public Expr? Derived { get; set; }

    /// <summary>Where it was declared; nowhere for the standard columns.</summary>
    public Place Declared { get; init; } = Diagnostics.Place.Nowhere;

    /// <summary>Whether its values are whole numbers.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Whether it was declared a ratio, so that its values are parts of a whole.</summary>
    public bool IsRatio { get; set; }

    /// <summary>Measuring units that the rules use for it, such as 亩; a cell in another unit is not this measure.</summary>
    public HashSet<string> Units { get; } = [];

    /// <summary>A level is compared without the ending 级: 国家级 is 国家.</summary>
    public bool IsLevel => Name == "level";
}
