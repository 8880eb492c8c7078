namespace Incentives.Core.Plans;

/// <summary>What a value is; decides how a cell is read and which operations may take it.</summary>
internal enum ValueKind
{
    /// <summary>A name, compared after normalisation.</summary>
    Text,

    /// <summary>An amount, counted in fen.</summary>
    Money,

    /// <summary>A plain number: a count, a ratio, a rank, a measure.</summary>
    Number,

    /// <summary>A day, as the whole number yyyymmdd.</summary>
    Date,

    /// <summary>A year.</summary>
    Year,

    /// <summary>是 (1) or 否 (0).</summary>
    Flag,
}
