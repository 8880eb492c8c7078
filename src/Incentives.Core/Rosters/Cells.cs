namespace Incentives.Core.Rosters;

/// <summary>
/// Reads cells as roster owners write them. Every reader takes the UTF-8 text of one cell, never throws, never depends on a culture,
/// allocates nothing, and says false rather than guess.
/// </summary>
internal static partial class Cells
{
    /// <summary>Whether the cell holds nothing but blanks.</summary>
    public static bool IsBlank(ReadOnlySpan<byte> cell) => CellText.IsBlank(cell);

    private static bool Take(scoped ref ReadOnlySpan<byte> text, scoped ReadOnlySpan<byte> word)
    {
        if (!text.StartsWith(word)) return false;
        text = text[word.Length..];
        return true;
    }

    private static void SkipSpaces(ref ReadOnlySpan<byte> text) => text = text.TrimStart((byte)' ');
}
