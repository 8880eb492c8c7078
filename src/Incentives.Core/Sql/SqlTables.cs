using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The input tables of a script: names and types of their columns, in the order of the files that fill them.</summary>
internal sealed class SqlTables(SqlScript script)
{
    /// <summary>The tables in the order in which they are described.</summary>
    public static readonly string[] Names = ["roster", "history", "name_lists", "aliases"];

    private Dialect Dialect => script.Dialect;

    /// <summary>The columns of a table.</summary>
    public IReadOnlyList<(string Name, string Type)> Columns(string table) => table switch
    {
        "roster" =>
        [
            ("row_no", "bigint"), ("file", "integer"), ("line", "integer"), ("problem", Text), ("mark", Text), ("name", Text), ("code", Text), ("award", Text),
            ("roster_id", Text), ("recipient_id", Text), ("recipient", Text), ("award_text", Text), .. script.Columns.Roster.SelectMany(Cell),
        ],
        "history" => [("seq", "bigint"), ("file", "integer"), ("line", "integer"), ("name", Text), ("code", Text), ("award", Text), .. script.Columns.History.SelectMany(Cell)],
        "name_lists" => [("list", Text), ("entry", Text), ("first_day", "integer"), ("last_day", "integer")],
        "aliases" => [("former", Text), ("present", Text)],
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    /// <summary>The statement that makes a table.</summary>
    public string Create(string table) =>
        $"create table {table} (\n  {string.Join(",\n  ", Columns(table).Select(c => $"{Dialect.Quote(c.Name)} {c.Type}"))}\n){Dialect.TableOptions(table)};";

    /// <summary>What a cell holds, for people.</summary>
    public static string Words(Column column) => column.Kind switch
    {
        ValueKind.Money => "fen",
        ValueKind.Number => "millionths",
        ValueKind.Date => "yyyymmdd",
        ValueKind.Flag => "1, 0",
        ValueKind.Year => "year",
        _ => "",
    };

    private string Text => Dialect.TextType;

    private IEnumerable<(string, string)> Cell(Column column)
    {
        string name = script.Columns.Called(column);
        string type = column.Kind switch { ValueKind.Text => Text, ValueKind.Money or ValueKind.Number => Dialect.Money, _ => "integer" };
        yield return (name, type);
        if (column.Kind == ValueKind.Date) yield return (name + "_last", type);
    }
}
