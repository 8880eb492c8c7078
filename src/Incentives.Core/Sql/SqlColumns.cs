using System.Globalization;
using System.Text;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>What the columns of a plan are called in the tables and queries, and which of them the script reads.</summary>
internal sealed class SqlColumns
{
    // PostgreSQL cuts longer names.
    private const int MostBytes = 58;

    /// <summary>Columns of every roster table, before the cells.</summary>
    public static readonly string[] Fixed =
        ["row_no", "file", "line", "problem", "mark", "name", "code", "award", "spelling", "roster_id", "recipient_id", "recipient", "award_text", "seq", "who"];

    private readonly Dictionary<Column, string> _names = [];
    private readonly HashSet<string> _taken = new(Fixed, StringComparer.OrdinalIgnoreCase);
    private readonly Dialect _dialect;
    private readonly SortedDictionary<int, Column> _roster = [], _history = [];

    /// <summary>Names all columns of a plan.</summary>
    public SqlColumns(BatchPlan plan, Dialect dialect)
    {
        _dialect = dialect;
        foreach (Column column in plan.Columns)
        {
            string name = column.Name switch
            {
                "award" when column.Derived is null && column.Kind == ValueKind.Text && column == plan.Standard("award") => "award",
                "recipient" when column == plan.Standard("recipient") => "name",
                _ => Unique(column),
            };
            _names[column] = name;
        }
    }

    /// <summary>The cells the roster table must have, by slot.</summary>
    public IReadOnlyList<Column> Roster => [.. _roster.Values];

    /// <summary>The cells the history table must have, by slot.</summary>
    public IReadOnlyList<Column> History => [.. _history.Values];

    /// <summary>A column's name, as an identifier.</summary>
    public string Of(Column column) => _dialect.Quote(Raw(column));

    /// <summary>A column's name, not quoted.</summary>
    public string Raw(Column column)
    {
        if (column.Derived is null && !IsFixed(column)) _roster[column.Slot] = column;
        return _names[column];
    }

    /// <summary>A column's name, not quoted, for whoever only lists what the script reads.</summary>
    public string Called(Column column) => _names[column];

    /// <summary>The last day of a date column.</summary>
    public string LastDay(Column column, bool isHistory = false) => _dialect.Quote((isHistory ? _names[column] : Raw(column)) + "_last");

    /// <summary>A column's name in the history.</summary>
    public string OfHistory(Column column)
    {
        if (column.Derived is null && !IsFixed(column)) _history[column.Slot] = column;
        return _dialect.Quote(_names[column]);
    }

    // Name and award stand in columns that every row has; the id columns are never read as cells.
    private bool IsFixed(Column column) => _names[column] is "name" or "award";

    private string Unique(Column column)
    {
        string name = column.Name.Replace('-', '_');
        // Names in plain letters are the script's own, but for the standard columns.
        bool isOwn = column.Declared != Diagnostics.Place.Nowhere || column.Derived is not null;
        if (isOwn && name.All(char.IsAscii)) name = "col_" + string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        if (!isOwn) name = name is "id" or "recipient_id" ? "cell_" + name : name;
        name = Cut(name);
        string unique = name;
        for (int i = 2; !Take(unique); i++) unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{i}");
        return unique;
    }

    // With the names that belong to it: its last day, its denominator, why it is absent.
    private bool Take(string name)
    {
        string[] all = [name, name + "_last", name + "_den", name + "_bad"];
        if (all.Any(_taken.Contains)) return false;
        _taken.UnionWith(all);
        return true;
    }

    private static string Cut(string name)
    {
        StringBuilder cut = new();
        int bytes = 0;
        foreach (Rune rune in name.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > MostBytes - 8) break;
            if (rune.Value >= ' ') cut.Append(rune);
        }

        return cut.Length == 0 ? "col" : cut.ToString();
    }
}
