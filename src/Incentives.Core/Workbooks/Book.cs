using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Incentives.Core.Workbooks;

/// <summary>Writes a workbook sheet by sheet and row by row, keeping no row in memory. Equal content gives equal bytes.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="title">What stands above each printed page.</param>
/// <param name="mostRows">Rows a sheet takes before a further one is begun.</param>
internal sealed class Book(Stream output, string title, int mostRows = Book.MostRows) : IDisposable
{
    /// <summary>Rows a sheet can have, its header among them.</summary>
    public const int MostRows = 1_048_576;

    // The earliest time a zip can hold: a workbook must not tell when it was made.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _zip = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<(string Name, int LastRow, string LastColumn)> _sheets = [];

    /// <summary>How many sheets a table needs.</summary>
    public static int SheetsFor(long rows) => (int)Math.Max(1, (rows + MostRows - 2) / (MostRows - 1));

    /// <summary>Writes a table as a sheet; as several, numbered, where it has more rows than one takes.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows: as many cells as columns.</param>
    /// <param name="bold">How many rows at the start are in bold.</param>
    public void Table(string name, IReadOnlyList<BookColumn> columns, IEnumerable<BookCell[]> rows, int bold = 0)
    {
        using IEnumerator<BookCell[]> all = rows.GetEnumerator();
        bool isMore = all.MoveNext();
        for (int part = 1; part == 1 || isMore; part++)
        {
            using Stream stream = Entry(SheetFile(_sheets.Count));
            using SheetXml xml = new(stream, columns, title, isActive: _sheets.Count == 0);
            int row = 1;
            for (; isMore && row < mostRows; row++)
            {
                xml.Row(all.Current, isBold: bold-- > 0);
                isMore = all.MoveNext();
            }

            _sheets.Add((BookText.SheetName(part == 1 ? name : $"{name} ({part})"), row, SheetXml.Letters(columns.Count - 1)));
        }
    }

    /// <summary>Completes the workbook: what holds the sheets together.</summary>
    public void Complete()
    {
        using MemoryStream frame = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(frame, SpreadsheetDocumentType.Workbook)) Frame(document);
        frame.Position = 0;
        using ZipArchive made = new(frame, ZipArchiveMode.Read);
        // The frame's sheets are empty; the full ones were written already.
        HashSet<string> written = [.. _sheets.Select((_, i) => SheetFile(i))];
        foreach (ZipArchiveEntry entry in made.Entries.Where(e => !written.Contains(e.FullName)))
        {
            using Stream from = entry.Open(), to = Entry(entry.FullName);
            from.CopyTo(to);
        }

        _zip.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private static string SheetFile(int sheet) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"xl/worksheets/sheet{sheet + 1}.xml");

    private Stream Entry(string name)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    // Every name that the library would make up is given, for the same bytes each time.
    private void Frame(SpreadsheetDocument document)
    {
        WorkbookPart workbook = document.AddWorkbookPart();
        document.ChangeIdOfPart(workbook, "workbook");
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = BookStyles.Sheet();
        Sheets sheets = new();
        DefinedNames names = new();
        for (int i = 0; i < _sheets.Count; i++)
        {
            (string name, int lastRow, string lastColumn) = _sheets[i];
            WorksheetPart part = workbook.AddNewPart<WorksheetPart>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"sheet{i + 1}"));
            part.Worksheet = new Worksheet(new SheetData());
            if (part.Uri.OriginalString != "/" + SheetFile(i)) throw new InvalidOperationException($"sheet {i} is expected elsewhere: {part.Uri}");
            sheets.Append(new Sheet { Name = name, SheetId = (uint)(i + 1), Id = workbook.GetIdOfPart(part) });
            string quoted = $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
            names.Append(new DefinedName($"{quoted}!$A$1:${lastColumn}${lastRow}") { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true });
            names.Append(new DefinedName($"{quoted}!$1:$1") { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
        }

        workbook.Workbook = new Workbook(sheets, names);
    }
}
