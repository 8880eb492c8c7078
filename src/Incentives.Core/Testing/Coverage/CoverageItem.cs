using Incentives.Core.Diagnostics;

namespace Incentives.Core.Testing.Coverage;

/// <summary>What kind of thing a case can reach.</summary>
internal enum CoverageKind
{
    /// <summary>A clause grants a row something.</summary>
    Clause,

    /// <summary>A row takes the value of a table cell, band or decision row.</summary>
    Cell,

    /// <summary>A row stands at the end of a range, and one just across it.</summary>
    Edge,

    /// <summary>A case tells an option of a reading from the others.</summary>
    Reading,

    /// <summary>A construct gives a row one of its reasons.</summary>
    Reason,
}

/// <summary>One thing that a case should reach.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Missing">What is missing as long as no case reaches it.</param>
internal sealed record CoverageItem(CoverageKind Kind, Place Place, Phrase Missing);

/// <summary>The words of <see cref="CoverageKind"/>.</summary>
internal static class CoverageKindTable
{
    private static readonly Phrase[] Texts = [new("条款", "clause"), new("表格", "cell"), new("边界", "edge"), new("口径", "reading"), new("原因", "reason")];

    /// <summary>The words for people; the English one is the stable code.</summary>
    public static Phrase Words(this CoverageKind kind) => Texts[(int)kind];
}
