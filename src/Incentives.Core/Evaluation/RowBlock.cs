using Incentives.Core.Numbers;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>The claim lines of some consecutive roster rows, as one worker made them. Used again for other rows.</summary>
/// <param name="most">Most rows it can hold.</param>
internal sealed class RowBlock(int most)
{
    private readonly int[] _rowLines = new int[most];
    private readonly int[] _firstLines = new int[most];
    private readonly ulong[] _marks = new ulong[most];
    private ClaimLine[] _lines = new ClaimLine[most];
    private int[] _keys = [];
    private Rational?[] _numbers = [];

    /// <summary>Rows in it.</summary>
    public int RowCount { get; private set; }

    /// <summary>Lines in it.</summary>
    public int LineCount { get; private set; }

    /// <summary>Whether no row fits in any more.</summary>
    public bool IsFull => RowCount == _rowLines.Length;

    /// <summary>Physical line of each row.</summary>
    public ReadOnlySpan<int> RowLines => _rowLines.AsSpan(0, RowCount);

    /// <summary>A hash of each row that has an id, to find copies of it; 0 for a row without one.</summary>
    public ReadOnlySpan<ulong> Marks => _marks.AsSpan(0, RowCount);

    /// <summary>The first line of each row.</summary>
    public ReadOnlySpan<int> FirstLines => _firstLines.AsSpan(0, RowCount);

    /// <summary>Steps of the lines somebody wants to see, by position here.</summary>
    public Dictionary<int, StepRecorder> Traces { get; } = [];

    /// <summary>The lines.</summary>
    public ReadOnlySpan<ClaimLine> Lines => _lines.AsSpan(0, LineCount);

    /// <summary>Kept keys, so many a line.</summary>
    public ReadOnlySpan<int> Keys(int width) => _keys.AsSpan(0, LineCount * width);

    /// <summary>Kept numbers, so many a line.</summary>
    public ReadOnlySpan<Rational?> Numbers(int width) => _numbers.AsSpan(0, LineCount * width);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        RowCount = LineCount = 0;
        Traces.Clear();
    }

    /// <summary>Begins a row.</summary>
    public void StartRow(int physicalLine, ulong mark)
    {
        _marks[RowCount] = mark;
        _rowLines[RowCount] = physicalLine;
        _firstLines[RowCount] = LineCount;
        RowCount++;
    }

    /// <summary>Adds a line to the row begun last, and gives the places for its keys and numbers.</summary>
    public void Add(in ClaimLine line, int keyWidth, int numberWidth, out Span<int> keys, out Span<Rational?> numbers)
    {
        if (LineCount == _lines.Length) Array.Resize(ref _lines, _lines.Length * 2);
        Grow(ref _keys, _lines.Length * keyWidth);
        Grow(ref _numbers, _lines.Length * numberWidth);
        _lines[LineCount] = line;
        _lines[LineCount].Row = RowCount - 1;
        keys = _keys.AsSpan(LineCount * keyWidth, keyWidth);
        numbers = _numbers.AsSpan(LineCount * numberWidth, numberWidth);
        LineCount++;
    }

    /// <summary>Counts rows and lines from where the block stands in the batch, once that is known.</summary>
    public void StandAt(int firstRow, int firstLine)
    {
        foreach (ref ClaimLine line in _lines.AsSpan(0, LineCount)) line.Row += firstRow;
        foreach (ref int line in _firstLines.AsSpan(0, RowCount)) line += firstLine;
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, length);
    }
}
