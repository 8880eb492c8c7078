using CsvHelper;

namespace Incentives.Core.Rosters;

/// <summary>The record that names a table's columns.</summary>
/// <param name="Cells">The headers, trimmed.</param>
/// <param name="Line">The physical line it starts on.</param>
/// <param name="RecordsBefore">How many records stand above it, blank ones included.</param>
/// <param name="Titles">The first filled cell of each title row above it, and its line.</param>
internal sealed record HeaderRow(IReadOnlyList<string> Cells, int Line, int RecordsBefore, IReadOnlyList<(string Text, int Line)> Titles)
{
    private const int MostTitleRows = 5;

    /// <summary>
    /// The first record with at least two filled cells among the first six that are not blank; failing that the first that is not blank.
    /// Null when there is none.
    /// </summary>
    public static HeaderRow? Find(CsvReader reader, bool skipFirst)
    {
        HeaderRow? first = null;
        List<(string, int)> titles = [];
        for (int records = 0; titles.Count <= MostTitleRows && reader.Read(); records++)
        {
            if (skipFirst && records == 0) continue;
            string[] cells = [.. Enumerable.Range(0, reader.FieldCount).Select(i => Trim(reader.GetString(i)))];
            int filled = cells.Count(cell => cell.Length > 0);
            if (filled == 0) continue;
            HeaderRow row = new(cells, (int)Math.Min(reader.LineNumber, int.MaxValue), records, [.. titles]);
            if (filled > 1) return row;
            first ??= row;
            titles.Add((cells.First(cell => cell.Length > 0), row.Line));
        }

        return first;
    }

    /// <summary>The first two columns with the same header, from 0; null when all differ. Columns without a header are not compared.</summary>
    public (int First, int Second)? Duplicate()
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < Cells.Count; i++)
        {
            string name = NameNormalizer.Normalize(Cells[i]);
            if (name.Length > 0 && !seen.TryAdd(name, i)) return (seen[name], i);
        }

        return null;
    }

    /// <summary>The line of a header whose cells full-width commas separate: this one or a row above it, a single cell of several known headers. 0 when there is none.</summary>
    public int FullWidthCommaLine()
    {
        IEnumerable<(string Text, int Line)> single = Cells.Count(cell => cell.Length > 0) == 1 ? Titles.Append((string.Concat(Cells), Line)) : Titles;
        return single.FirstOrDefault(row => row.Text.Split('，').Count(StandardColumns.IsKnownHeader) >= 2).Line;
    }

    private static string Trim(string cell) => System.Text.Encoding.UTF8.GetString(CellText.Trim(System.Text.Encoding.UTF8.GetBytes(cell)));
}
