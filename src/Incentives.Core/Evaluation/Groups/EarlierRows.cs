using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>The rows that the next line of a group depends on: its history, then the lines taken before it. Kept only while somebody is looking; otherwise it costs nothing.</summary>
internal struct EarlierRows
{
    private readonly GroupContext _context;
    private readonly List<RowReference>? _named;
    private int _more;
    private RowReference _last;

    /// <summary>Starts with a group's history.</summary>
    public EarlierRows(GroupContext context, IReadOnlyList<int>? past)
    {
        _context = context;
        if (!context.IsAnyTraced) return;
        _named = [];
        foreach (int item in past ?? []) Add(context.HistoryReference(item));
    }

    /// <summary>Adds a line.</summary>
    public void Add(int line)
    {
        if (_named is not null) Add(_context.Lines.Reference(line));
    }

    /// <summary>The rows so far; null where nobody is looking at the line.</summary>
    public readonly StepRows? For(int line) => _named is not null && _context.IsTraced(line) ? new StepRows([.. _named], _more) : null;

    // The lines of one row follow each other.
    private void Add(RowReference row)
    {
        if (row == _last || _named!.Contains(row)) return;
        _last = row;
        if (_named.Count < StepRows.MostNamed) _named.Add(row);
        else _more++;
    }
}
