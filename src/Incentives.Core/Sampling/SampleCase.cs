using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>How a cell of a case gets its text in each row.</summary>
internal enum CellSource : byte
{
    /// <summary>The same in each row.</summary>
    Fixed,

    /// <summary>A day of the case's window.</summary>
    Day,

    /// <summary>A name that belongs to the recipient, such as a brand or a patent.</summary>
    Name,
}

/// <summary>A row to be written again and again for different recipients: what is the same in each, and what is drawn.</summary>
internal sealed class SampleCase
{
    /// <summary>The clause it was made for; null where no clause is meant.</summary>
    public required Clause? Clause { get; init; }

    /// <summary>The fixed text of each field.</summary>
    public required byte[][] Texts { get; init; }

    /// <summary>How each field gets its text.</summary>
    public required CellSource[] Sources { get; init; }

    /// <summary>When its rows are dated.</summary>
    public required Window Window { get; init; }

    /// <summary>Whether the recipient is a person.</summary>
    public required bool IsPerson { get; init; }

    /// <summary>What the clause grants one such row, in fen; 0 when that is not known.</summary>
    public long GrantFen { get; init; }

    /// <summary>Whether what it grants is a ceiling.</summary>
    public bool IsCeiling { get; init; }

    /// <summary>Whether a quantity other than 1 has a meaning.</summary>
    public bool CountsItems { get; init; }

    /// <summary>Whether the quantity is drawn rather than part of the case.</summary>
    public bool DrawsQuantity { get; init; } = true;

    /// <summary>Texts of the rows of joint winners, the first included; empty for a case of one row.</summary>
    public IReadOnlyList<byte[][]> Partners { get; init; } = [];
}
