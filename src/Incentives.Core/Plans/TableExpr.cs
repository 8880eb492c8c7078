using System.Collections.Frozen;
using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>One level of a table: the column looked at, and for each key what stands there.</summary>
/// <param name="Column">The column.</param>
/// <param name="Cells">Keys, disjoint, and what they give.</param>
/// <param name="Else">What all other values give, or null.</param>
internal sealed record TableLevel(Column Column, IReadOnlyList<TableCell> Cells, TableEntry? Else)
{
    private readonly FrozenDictionary<int, TableEntry>? _bySymbol = ByOneSymbol(Column, Cells);

    /// <summary>The entry for a value; null when no key holds it.</summary>
    public TableEntry? Find(in Cell cell)
    {
        if (_bySymbol is not null) return _bySymbol.GetValueOrDefault(cell.Symbol) ?? Else;
        for (int i = 0; i < Cells.Count; i++)
        {
            if (Cells[i].Key.Check(cell) == Truth.Yes) return Cells[i].Entry;
        }

        return Else;
    }

    private static FrozenDictionary<int, TableEntry>? ByOneSymbol(Column column, IReadOnlyList<TableCell> cells)
    {
        if (column.Kind != ValueKind.Text || cells.Any(c => c.Key is not TextTest { IsComplement: false })) return null;
        return cells.SelectMany(c => ((TextTest)c.Key).Symbols, (c, s) => (s, c.Entry)).DistinctBy(p => p.s).ToFrozenDictionary(p => p.s, p => p.Entry);
    }
}

/// <summary>A key of a table and what it gives.</summary>
internal sealed record TableCell(Test Key, TableEntry Entry);

/// <summary>What a table gives: an amount, or a deeper level.</summary>
/// <param name="Amount">The amount, or null for a deeper level.</param>
/// <param name="Deeper">The deeper level, or null.</param>
/// <param name="Place">Where its key stands.</param>
/// <param name="Key">The key as written.</param>
internal sealed record TableEntry(Expr? Amount, TableLevel? Deeper, Diagnostics.Place Place, string Key);

/// <summary>A value looked up by one or more columns.</summary>
internal sealed class TableExpr(TableLevel top, ValueKind kind) : Expr
{
    public override ValueKind Kind => kind;

    /// <summary>The outermost level.</summary>
    public TableLevel Top => top;

    public override IReadOnlyList<Expr> Parts => [.. Entries(top).Select(e => e.Amount!)];

    public override Outcome Evaluate(Row row, out Rational value)
    {
        value = default;
        TableLevel level = top;
        while (true)
        {
            ref readonly Cell cell = ref row[level.Column.Slot];
            if (cell.State == CellState.Impossible) return Outcome.Impossible;
            if (!cell.IsPresent) return row.Missing(level.Column.Slot);
            if (level.Find(cell) is not { } entry) return Outcome.NoRow;
            if (entry.Deeper is null) return entry.Amount!.Evaluate(row, out value);
            level = entry.Deeper;
        }
    }

    public override IEnumerable<Column> AllReads() => Columns(top).Concat(base.AllReads());

    /// <summary>Every path through the table, as a box of its keys with the amount at its end.</summary>
    public IEnumerable<(Box Box, Expr Amount)> Paths() => Paths(top, Box.Everything);

    private static IEnumerable<(Box Box, Expr Amount)> Paths(TableLevel level, Box outer)
    {
        IEnumerable<TableCell> cells = level.Cells;
        if (level.Else is { } rest)
        {
            Test? others = level.Cells.Aggregate((Test?)new PresenceTest(true), (left, c) => c.Key.Not() is { } not ? left?.And(not) : null);
            if (others is not null) cells = cells.Append(new TableCell(others, rest));
        }

        foreach (TableCell cell in cells)
        {
            if (outer.And(new Box([new ColumnTest(level.Column, cell.Key)])) is not { } box) continue;
            if (cell.Entry.Deeper is null)
            {
                yield return (box, cell.Entry.Amount!);
            }
            else
            {
                foreach (var path in Paths(cell.Entry.Deeper, box)) yield return path;
            }
        }
    }

    private static IEnumerable<Column> Columns(TableLevel level) =>
        level.Cells.Select(c => c.Entry).Append(level.Else).SelectMany(e => e?.Deeper is { } deeper ? Columns(deeper) : []).Prepend(level.Column).Distinct();

    private static IEnumerable<TableEntry> Entries(TableLevel level)
    {
        IEnumerable<TableEntry> own = level.Cells.Select(c => c.Entry);
        if (level.Else is not null) own = own.Append(level.Else);
        return own.SelectMany(e => e.Deeper is null ? [e] : Entries(e.Deeper));
    }
}
