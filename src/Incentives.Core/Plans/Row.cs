using Incentives.Core.Numbers;
using Incentives.Core.Traces;

namespace Incentives.Core.Plans;

/// <summary>The cells of the roster row under work. One per thread, used again for each row.</summary>
internal sealed class Row
{
    private readonly Cell[] _cells;
    private readonly Cell[] _blank;
    private readonly Column[] _columns;

    /// <summary>A row over a batch's columns.</summary>
    public Row(IReadOnlyList<Column> columns, Symbols symbols)
    {
        Symbols = symbols;
        _columns = [.. columns];
        _cells = new Cell[_columns.Length];
        _blank = new Cell[_columns.Length];
        foreach (Column c in _columns) _blank[c.Slot] = c.Derived is null ? Cell.Absent : default;
    }

    /// <summary>The batch's names.</summary>
    public Symbols Symbols { get; }

    /// <summary>Where the steps are written, or null when nobody asked.</summary>
    public StepRecorder? Steps { get; set; }

    /// <summary>The column whose absence made the last outcome <see cref="Outcome.Missing"/>.</summary>
    public Column? MissingColumn { get; private set; }

    /// <summary>Forgets the last row.</summary>
    public void Clear()
    {
        _blank.AsSpan().CopyTo(_cells);
        MissingColumn = null;
    }

    /// <summary>Takes over what the roster says from a row over the same columns, of which nothing has been derived yet.</summary>
    public void CopyFrom(Row other)
    {
        other._cells.AsSpan().CopyTo(_cells);
        MissingColumn = null;
    }

    /// <summary>Sets what the roster says.</summary>
    public void Set(int slot, Cell cell) => _cells[slot] = cell;

    /// <summary>The cell of a column; a derived one is worked out once.</summary>
    public ref readonly Cell this[int slot]
    {
        get
        {
            ref Cell cell = ref _cells[slot];
            if (cell.State == CellState.Pending) cell = Derive(_columns[slot]);
            return ref cell;
        }
    }

    /// <summary>Notes which column was absent.</summary>
    public Outcome Missing(int slot)
    {
        Column column = _columns[slot];
        // A derived column is absent because one that it is derived from is: that one is already noted.
        if (column.Derived is null || MissingColumn is null) MissingColumn = column;
        return Outcome.Missing;
    }

    private Cell Derive(Column column) =>
        column.Derived!.Evaluate(this, out Rational value) switch
        {
            Outcome.Ok => Cell.Of(value),
            Outcome.Impossible => new Cell(CellState.Impossible, default),
            _ => Cell.Absent,
        };
}
