using Incentives.Core.Numbers;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>The claim lines of some consecutive roster rows, as one worker made them. Used again for other rows.</summary>
internal sealed class RowBlock
{
    private ClaimLine[] _lines = new ClaimLine[1024];
    private int[] _keys = [];
    private Rational?[] _numbers = [];

    /// <summary>Rows in it.</summary>
    public int RowCount { get; private set; }

    /// <summary>Lines in it.</summary>
    public int LineCount { get; private set; }

    /// <summary>Physical line of each row.</summary>
    public List<int> RowLines { get; } = [];

    /// <summary>A hash of each row that has an id, to find copies of it; 0 for a row without one.</summary>
    public List<ulong> Marks { get; } = [];

    /// <summary>Lines of each row.</summary>
    public List<byte> LinesOfRow { get; } = [];

    /// <summary>For a rider's block: which rows of the whole block these are.</summary>
    public List<int> RowsOfWhole { get; } = [];

    /// <summary>The blocks of the riders, in their order; empty where there are none.</summary>
    public RowBlock[] Riders { get; set; } = [];

    /// <summary>Steps of the lines somebody wants to see, by position here.</summary>
    public Dictionary<int, StepRecorder> Traces { get; } = [];

    /// <summary>The lines; <see cref="ClaimLine.Row"/> counts from the block's first row.</summary>
    public ReadOnlySpan<ClaimLine> Lines => _lines.AsSpan(0, LineCount);

    /// <summary>Kept keys, so many a line.</summary>
    public ReadOnlySpan<int> Keys(int width) => _keys.AsSpan(0, LineCount * width);

    /// <summary>Kept numbers, so many a line.</summary>
    public ReadOnlySpan<Rational?> Numbers(int width) => _numbers.AsSpan(0, LineCount * width);

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        RowCount = LineCount = 0;
        RowLines.Clear();
        Marks.Clear();
        LinesOfRow.Clear();
        Traces.Clear();
        RowsOfWhole.Clear();
        foreach (RowBlock rider in Riders) rider.Clear();
    }

    /// <summary>Begins a row.</summary>
    public void StartRow(int physicalLine, ulong mark)
    {
        Marks.Add(mark);
        RowLines.Add(physicalLine);
        LinesOfRow.Add(0);
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
        LinesOfRow[^1]++;
    }

    private static void Grow<T>(ref T[] array, int length)
    {
        if (array.Length < length) Array.Resize(ref array, length);
    }
}
