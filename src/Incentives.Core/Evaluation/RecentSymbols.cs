using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>
/// One worker's memory of cell texts it has just seen in one column, so that a repeated text is neither normalised nor looked up again.
/// </summary>
internal sealed class RecentSymbols(Symbols symbols, bool isLevel)
{
    private const int Places = 1 << 9;
    private const int Longest = 96;

    private readonly byte[] _texts = new byte[Places * Longest];
    private readonly byte[] _lengths = new byte[Places];
    private readonly int[] _symbols = new int[Places];
    private byte[] _buffer = new byte[256];

    /// <summary>The symbol of a cell's normalised text; 0 when nothing is left of it.</summary>
    public int Of(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > Longest) return Resolve(cell);
        int place = Utf8Key.Hash(cell) & (Places - 1);
        Span<byte> text = _texts.AsSpan(place * Longest, Longest);
        if (_symbols[place] != 0 && _lengths[place] == cell.Length && text[..cell.Length].SequenceEqual(cell)) return _symbols[place];
        int symbol = Resolve(cell);
        cell.CopyTo(text);
        _lengths[place] = (byte)cell.Length;
        return _symbols[place] = symbol;
    }

    private int Resolve(ReadOnlySpan<byte> cell)
    {
        if (_buffer.Length < cell.Length) _buffer = new byte[cell.Length * 2];
        ReadOnlySpan<byte> name = NameNormalizer.Normalize(cell, _buffer);
        if (isLevel && name.Length > 3 && name.EndsWith("级"u8)) name = name[..^3];
        return name.IsEmpty ? 0 : symbols.Intern(name);
    }
}
