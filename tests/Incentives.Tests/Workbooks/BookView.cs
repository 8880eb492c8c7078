using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace Incentives.Tests.Workbooks;

/// <summary>A workbook as another program reads it: sheets by name, rows of cells.</summary>
internal sealed class BookView
{
    // The reader asks for an old encoding before it knows the file.
    static BookView() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public BookView(string path) : this(File.ReadAllBytes(path))
    {
    }

    public BookView(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using IExcelDataReader reader = ExcelReaderFactory.CreateReader(stream);
        do
        {
            List<object?[]> rows = [];
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            Sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());

        using MemoryStream again = new(bytes);
        using SpreadsheetDocument document = SpreadsheetDocument.Open(again, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").Should().BeEmpty("the workbook should be valid");
    }

    public List<(string Name, List<object?[]> Rows)> Sheets { get; } = [];

    public List<object?[]> this[string sheet] => Sheets.Single(s => s.Name == sheet).Rows;

    /// <summary>The cells below a header.</summary>
    public object?[] Column(string sheet, string header)
    {
        int at = Array.IndexOf(this[sheet][0], header);
        at.Should().BeGreaterThanOrEqualTo(0, "{0} should be a column of {1}: {2}", header, sheet, string.Join(", ", this[sheet][0]));
        return [.. this[sheet].Skip(1).Select(r => r[at])];
    }
}
