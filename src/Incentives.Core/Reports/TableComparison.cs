using CsvHelper;

namespace Incentives.Core.Reports;

/// <summary>A record of a CSV file with the physical line it begins on. Two are equal when their fields are.</summary>
/// <param name="Text">Its fields, joined.</param>
/// <param name="Line">Where it begins, from 1.</param>
internal readonly record struct TableRecord(string Text, int Line) : IEquatable<TableRecord>
{
    private const char Between = '\u001F';

    /// <summary>The fields.</summary>
    public string[] Fields => Text.Split(Between);

    /// <inheritdoc/>
    public bool Equals(TableRecord other) => Text == other.Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>All records of a file, its header among them.</summary>
    public static List<TableRecord> Read(string path)
    {
        CsvReaderOptions options = new()
        {
            Separator = ',',
            HasHeader = false,
            DetectSeparatorHint = false,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Recover,
            MissingField = CsvMissingFieldHandling.ReturnEmpty,
        };
        using CsvReader reader = CsvReader.FromFile(path, options);
        List<TableRecord> records = [];
        while (reader.Read()) records.Add(new TableRecord(string.Join(Between, Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)), (int)reader.LineNumber));
        return records;
    }
}

/// <summary>One difference between a CSV file and what it should be.</summary>
/// <param name="Line">Physical line in the file as it is; for a missing line, where it should stand.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Other">The other line of a swap; where a moved line should stand.</param>
/// <param name="Found">What stands there; null for a missing line.</param>
/// <param name="Right">What should stand there; null for a line too many.</param>
internal sealed record TableDifference(int Line, LineChange Kind, int Other, string? Found, string? Right);

/// <summary>Compares a CSV file with what it should be, line by line: a line is known by some of its columns, so that one line more or less hides nothing.</summary>
internal static class TableComparison
{
    /// <summary>The differences, by line.</summary>
    /// <param name="path">The file as it is.</param>
    /// <param name="rightPath">The file as it should be.</param>
    /// <param name="keys">Headers of the columns that a line is known by; those the file has not are left out.</param>
    public static IReadOnlyList<TableDifference> Between(string path, string rightPath, IReadOnlyList<string> keys)
    {
        List<TableRecord> now = TableRecord.Read(path), right = TableRecord.Read(rightPath);
        string[] headers = right.Count == 0 ? [] : right[0].Fields;
        int[] columns = [.. keys.Select(k => Array.IndexOf(headers, k)).Where(c => c >= 0)];
        string Key(TableRecord record)
        {
            string[] fields = record.Fields;
            return string.Join('\u001F', columns.Select(c => c < fields.Length ? fields[c] : ""));
        }

        return [.. LineDifference.Between(right, now, Key).Select(d => Of(d, headers, now, right))];
    }

    private static TableDifference Of(LineDifference d, string[] headers, List<TableRecord> now, List<TableRecord> right) => d.Kind switch
    {
        LineChange.Removed => new(right[d.Line - 1].Line, d.Kind, 0, null, Whole(right[d.Line - 1])),
        LineChange.Added => new(now[d.Line - 1].Line, d.Kind, 0, Whole(now[d.Line - 1]), null),
        LineChange.Moved => new(now[d.Line - 1].Line, d.Kind, right[d.Was - 1].Line, Whole(now[d.Line - 1]), null),
        LineChange.Swapped => new(now[d.Line - 1].Line, d.Kind, now[d.Was - 1].Line, Whole(now[d.Line - 1]), Whole(now[d.Was - 1])),
        _ => Changed(now[d.Line - 1], right[d.Was - 1], headers),
    };

    // Only the cells that differ, by their headers; the whole line where the columns are not the same.
    private static TableDifference Changed(TableRecord now, TableRecord right, string[] headers)
    {
        string[] found = now.Fields, wanted = right.Fields;
        if (found.Length != wanted.Length || wanted.Length > headers.Length) return new(now.Line, LineChange.Changed, right.Line, Whole(now), Whole(right));
        int[] differ = [.. Enumerable.Range(0, found.Length).Where(i => found[i] != wanted[i])];
        string Cells(string[] fields) => string.Join(", ", differ.Select(i => $"{headers[i]}={fields[i]}"));
        return new(now.Line, LineChange.Changed, right.Line, Cells(found), Cells(wanted));
    }

    private static string Whole(TableRecord record) => string.Join(',', record.Fields);
}
