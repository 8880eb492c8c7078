using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The cells of one kind of row as SQL: where a column's value and its last day stand, and why there may be none.</summary>
internal abstract class SqlCells
{
    /// <summary>Plain numbers are counted in millionths.</summary>
    public static readonly Term Millionths = Term.Of(1_000_000);

    /// <summary>A column's value.</summary>
    public abstract SqlValue this[Column column] { get; }

    /// <summary>The last day of a date column that may hold a month or a year; null for other columns.</summary>
    public abstract string? LastDay(Column column);

    /// <summary>The value of a column of an input table: NULL where the cell is empty.</summary>
    protected static SqlValue OfTable(Column column, string name) =>
        new(new Term(name), column.Kind == ValueKind.Number ? Millionths : Term.One, $"case when {name} is null then {Failure.Missing} end", 0);
}

/// <summary>The rows of the roster or the history; derived columns are worked out in layers over them.</summary>
/// <param name="script">The script.</param>
/// <param name="layers">Where derived columns are worked out.</param>
/// <param name="isHistory">Whether the rows are those of the history.</param>
internal sealed class TableCells(SqlScript script, Layers layers, bool isHistory) : SqlCells
{
    private readonly Dictionary<Column, SqlValue> _derived = [];

    /// <inheritdoc/>
    public override SqlValue this[Column column] =>
        column.Derived is { } expr ? Derived(column, expr) : OfTable(column, isHistory ? script.Columns.OfHistory(column) : script.Columns.Of(column));

    /// <summary>The same columns for a query behind the layers, in which all derived ones stand.</summary>
    public SqlCells Behind => new CellsBehind(this);

    /// <inheritdoc/>
    public override string? LastDay(Column column)
    {
        if (column.Kind != ValueKind.Date || column.Derived is not null) return null;
        if (isHistory) script.Columns.OfHistory(column);
        return script.Columns.LastDay(column, isHistory);
    }

    private SqlValue Derived(Column column, Expr expr)
    {
        if (_derived.TryGetValue(column, out SqlValue? known)) return known;
        SqlValue value = new ExprSql(script, this, layers).Value(expr);
        string raw = script.Columns.Raw(column), num = value.Num.Text;
        string? fail = null;
        int layer = value.Layer;
        if (value.Fail is not null)
        {
            (string named, layer) = layers.Add(raw + "_bad", value.Fail, value.Layer);
            string bad = script.Dialect.Quote(named);
            num = $"case when {bad} is null then {num} end";
            // What cannot be worked out is absent, but for what cannot exist.
            fail = $"case when {bad} = {Failure.Impossible} then {bad} when {bad} is not null then {Failure.Missing} end";
        }

        (string name, int ready) = layers.Add(raw, expr.Kind == ValueKind.Text ? num : script.Dialect.Cast(num), layer);
        Term den = value.Den;
        if (den.Constant is null) den = new Term(script.Dialect.Quote(layers.Add(raw + "_den", script.Dialect.Cast(den.Text), layer).Name));
        return _derived[column] = new SqlValue(new Term(script.Dialect.Quote(name)), den, fail, ready);
    }

    private sealed class CellsBehind(TableCells table) : SqlCells
    {
        public override SqlValue this[Column column] => table[column] with { Layer = 0 };

        public override string? LastDay(Column column) => table.LastDay(column);
    }
}
