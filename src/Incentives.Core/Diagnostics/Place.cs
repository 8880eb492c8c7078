namespace Incentives.Core.Diagnostics;

/// <summary>Where something stands in an input. Lines and columns count from 1; 0 means "the file as a whole" or "the line as a whole".</summary>
/// <param name="File">The file's name as its owner wrote it, empty when no file is meant.</param>
/// <param name="Line">Physical line, from 1; 0 for the whole file.</param>
/// <param name="Column">Column in characters, from 1; 0 for the whole line.</param>
public sealed record Place(string File, int Line = 0, int Column = 0)
{
    /// <summary>No place: what is said of the command or the batch as a whole.</summary>
    public static Place Nowhere { get; } = new("");

    /// <summary>Orders by file name (ordinal), line, column.</summary>
    internal static Comparer<Place> Order { get; } = Comparer<Place>.Create((a, b) =>
    {
        int byFile = string.CompareOrdinal(a.File, b.File);
        if (byFile != 0) return byFile;
        int byLine = a.Line.CompareTo(b.Line);
        return byLine != 0 ? byLine : a.Column.CompareTo(b.Column);
    });

    /// <summary><c>file:line:column</c>, leaving out what is 0.</summary>
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => File,
        (_, 0) => $"{File}:{Line}",
        _ => $"{File}:{Line}:{Column}",
    };
}
