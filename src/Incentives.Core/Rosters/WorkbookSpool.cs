using System.Text;
using CsvHelper;
using ExcelDataReader;

namespace Incentives.Core.Rosters;

/// <summary>Copies a workbook's first visible sheet with cells to CSV, one line for each sheet row, so that line numbers are row numbers.</summary>
internal sealed class WorkbookSpool
{
    static WorkbookSpool() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly CsvWriterOptions WriterOptions = new() { NewLine = "\n", ValidateFieldCount = false };

    /// <summary>The sheet that was copied; null when none has cells.</summary>
    public string? Sheet { get; private set; }

    /// <summary>The visible sheets behind it, which were not read.</summary>
    public List<string> OtherSheets { get; } = [];

    /// <summary>Copies the sheet.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="errorSource">The same workbook, opened a second time.</param>
    /// <param name="isPackage">Whether it is a zip package rather than an old .xls.</param>
    /// <param name="csv">Where the sheet goes.</param>
    public void Copy(Stream workbook, Stream errorSource, bool isPackage, Stream csv)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(workbook, new ExcelReaderConfiguration { LeaveOpen = true });
        do
        {
            if (reader.VisibleState != "visible") continue;
            if (Sheet is not null) OtherSheets.Add(reader.Name);
            else if (CopySheet(reader, csv, isPackage ? SheetErrors.Find(errorSource, reader.Name) : [])) Sheet = reader.Name;
        }
        while (reader.NextResult());
    }

    private static bool CopySheet(IExcelDataReader reader, Stream csv, Dictionary<(int Row, int Column), string> errors)
    {
        using CsvWriter writer = CsvWriter.Create(csv, WriterOptions, leaveOpen: true);
        List<string> cells = [];
        int blankRows = 0;
        bool any = false;
        for (int row = 0; reader.Read(); row++)
        {
            ReadRow(reader, cells, row, errors);
            if (cells.Count == 0)
            {
                blankRows++;
                continue;
            }

            if (blankRows > 0) WriteBlankLines(writer, csv, blankRows);
            foreach (string cell in cells) writer.WriteField(cell);
            writer.EndRecord();
            (blankRows, any) = (0, true);
        }

        return any;
    }

    // The row's cells up to the last one that holds something.
    private static void ReadRow(IExcelDataReader reader, List<string> cells, int row, Dictionary<(int Row, int Column), string> errors)
    {
        cells.Clear();
        int filled = 0;
        for (int i = 0; i < reader.FieldCount; i++)
        {
            string text = errors.TryGetValue((row, i), out string? error) ? error : SheetCell.Text(reader.GetValue(i), reader.GetNumberFormatString(i));
            cells.Add(text);
            if (text.Length > 0) filled = cells.Count;
        }

        cells.RemoveRange(filled, cells.Count - filled);
    }

    private static void WriteBlankLines(CsvWriter writer, Stream csv, int count)
    {
        writer.Flush();
        for (int i = 0; i < count; i++) csv.WriteByte((byte)'\n');
    }
}
