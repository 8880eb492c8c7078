using Incentives.Core.Numbers;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>All claim lines of a batch, in roster order: file, line, clause, payee. A line's position is therefore its order among equals of date.</summary>
internal sealed class LineStore(int keyWidth, int numberWidth)
{
    private readonly Chunked<ClaimLine> _lines = new();
    private readonly Chunked<int> _keys = new();
    private readonly Chunked<Rational?> _numbers = new();
    private readonly Chunked<int> _firstLineOfRow = new();
    private readonly Chunked<int> _physicalLine = new();
    private readonly Chunked<ulong> _marks = new();
    private readonly List<(int FirstRow, string File)> _files = [];
    private readonly Dictionary<int, StepRecorder> _traces = [];

    /// <summary>How many lines there are.</summary>
    public int Count => _lines.Count;

    /// <summary>How many rows there are.</summary>
    public int RowCount => _physicalLine.Count;

    /// <summary>A line.</summary>
    public ref ClaimLine this[int line] => ref _lines[line];

    /// <summary>A kept key of a line; 0 when its cell was empty.</summary>
    public int Key(int line, int slot) => _keys[(line * keyWidth) + slot];

    /// <summary>A kept number of a line; null when it could not be worked out.</summary>
    public Rational? Number(int line, int slot) => _numbers[(line * numberWidth) + slot];

    /// <summary>The lines of a row: the first, and the one behind the last.</summary>
    public (int First, int End) LinesOf(int row) => (_firstLineOfRow[row], row + 1 < RowCount ? _firstLineOfRow[row + 1] : Count);

    /// <summary>Physical line of a row in its file.</summary>
    public int PhysicalLine(int row) => _physicalLine[row];

    /// <summary>The row of a file that stands on a physical line, or -1. Rows of one file stand on rising lines.</summary>
    public int FindRow(int firstRow, int endRow, int physicalLine)
    {
        int low = firstRow, high = endRow - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) / 2);
            int line = _physicalLine[middle];
            if (line == physicalLine) return middle;
            if (line < physicalLine) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    /// <summary>The rows of a file, by its position: the first, and the one behind the last.</summary>
    public (int First, int End) RowsOf(int file) => (_files[file].FirstRow, file + 1 < _files.Count ? _files[file + 1].FirstRow : RowCount);

    /// <summary>Forgets the hashes of rows, once copies have been found.</summary>
    public void ForgetMarks() => _marks.Clear();

    /// <summary>A hash of a row that has an id; 0 for a row without one.</summary>
    public ulong Mark(int row) => _marks[row];

    /// <summary>Where a line's row stands.</summary>
    public RowReference Reference(int line)
    {
        int row = this[line].Row;
        return new RowReference(_files.Last(f => f.FirstRow <= row).File, PhysicalLine(row));
    }

    /// <summary>Whether steps of any line are kept.</summary>
    public bool IsAnyTraced => _traces.Count > 0;

    /// <summary>The steps of a line, or null when nobody wants them.</summary>
    public StepRecorder? Trace(int line) => _traces.Count == 0 ? null : _traces.GetValueOrDefault(line);

    /// <summary>Says that the rows from here on are another file's.</summary>
    public void StartFile(string name) => _files.Add((RowCount, name));

    /// <summary>Takes over a block's lines.</summary>
    public void Add(RowBlock block)
    {
        int firstRow = RowCount, firstLine = Count;
        block.StandAt(firstRow, firstLine);
        _lines.Add(block.Lines);
        _keys.Add(block.Keys(keyWidth));
        _numbers.Add(block.Numbers(numberWidth));
        _firstLineOfRow.Add(block.FirstLines);
        _physicalLine.Add(block.RowLines);
        _marks.Add(block.Marks);
        foreach ((int at, StepRecorder steps) in block.Traces) _traces.Add(firstLine + at, steps);
    }
}
