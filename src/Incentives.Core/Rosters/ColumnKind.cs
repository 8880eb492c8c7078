namespace Incentives.Core.Rosters;

/// <summary>How the cells of a column are read.</summary>
internal enum ColumnKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>An exact number.</summary>
    Number,

    /// <summary>A whole number of things.</summary>
    Count,

    /// <summary>A percentage or ratio.</summary>
    Ratio,

    /// <summary>A day, month or year.</summary>
    Date,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Yes or no.</summary>
    Flag,
}
