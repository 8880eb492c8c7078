using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Ledger;

/// <summary>The texts of a roster's cells, by column.</summary>
internal sealed class RowCells(FileBinding binding)
{
    // What the ledger keeps by itself, or what says nothing of the past.
    private static readonly string[] Own = ["id", "recipient-id", "recipient", "award", "subject", "date", "quantity", "approved", "paid", "scheme", "clause"];

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FieldColumn[] _others =
        [.. binding.Columns.Where(c => !Own.Contains(c.Column.Name)).OrderBy(c => c.Column.Name, StringComparer.Ordinal)];

    /// <summary>A cell, trimmed; empty when the roster has no such column.</summary>
    public string Text(CsvReader record, string column) => Text(record, binding.Field(column));

    /// <summary>The other cells that are not empty, as a JSON object of history headers and texts.</summary>
    public string Details(CsvReader record)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, Plain))
        {
            json.WriteStartObject();
            foreach ((Column column, int field, long unit) in _others)
            {
                string text = Text(record, field);
                if (text.Length == 0) continue;
                if (column.Kind == ValueKind.Money) json.WriteString(column.Name + "(元)", Yuan(record.GetSpan(field), unit) ?? text);
                else json.WriteString(column.Name, text);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Text(CsvReader record, int field) => field < 0 || field >= record.FieldCount ? "" : record.GetString(field).Trim();

    // A cell may leave its unit to the header, so it is written anew, in yuan; null where that is no whole number of fen.
    private static string? Yuan(ReadOnlySpan<byte> cell, long unit) =>
        Cells.TryMoney(cell, unit, out Rational fen) && fen.IsWhole && Int128.Abs(fen.Numerator) <= long.MaxValue ? new Money((long)fen.Numerator).ToString() : null;
}
