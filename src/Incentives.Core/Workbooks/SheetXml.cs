using System.Globalization;
using System.Text;
using System.Xml;

namespace Incentives.Core.Workbooks;

/// <summary>Writes one sheet: a frozen header with filters, rows, and how it is printed.</summary>
internal sealed class SheetXml : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int MostOfTitle = 200;

    // In points; a row may be 409 high.
    private const int LineHeight = 17, MostLines = 24;

    private readonly XmlWriter _xml;
    private readonly IReadOnlyList<BookColumn> _columns;
    private readonly string[] _letters;
    private readonly string _title;
    private int _row;

    /// <summary>Begins a sheet with its header.</summary>
    public SheetXml(Stream stream, IReadOnlyList<BookColumn> columns, string title, bool isActive)
    {
        _columns = columns;
        _title = title;
        _letters = [.. Enumerable.Range(0, columns.Count).Select(Letters)];
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = false });
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", Main);
        _xml.WriteStartElement("sheetPr", Main);
        Empty("pageSetUpPr", ("fitToPage", "1"));
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetViews", Main);
        _xml.WriteStartElement("sheetView", Main);
        _xml.WriteAttributeString("tabSelected", isActive ? "1" : "0");
        _xml.WriteAttributeString("workbookViewId", "0");
        Empty("pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteStartElement("cols", Main);
        for (int i = 0; i < columns.Count; i++) Empty("col", ("min", Number(i + 1)), ("max", Number(i + 1)), ("width", Number(columns[i].Width)), ("customWidth", "1"));
        _xml.WriteEndElement();
        _xml.WriteStartElement("sheetData", Main);
        StartRow(1 + columns.Max(c => BookText.Lines(c.Title, c.Width) - 1));
        for (int i = 0; i < columns.Count; i++) Text(i, columns[i].Title, BookStyles.Header);
        _xml.WriteEndElement();
    }

    /// <summary>Writes a row.</summary>
    public void Row(BookCell[] cells, bool isBold)
    {
        int lines = 1;
        for (int i = 0; i < _columns.Count; i++)
        {
            if (_columns[i].IsWrapped) lines = Math.Max(lines, BookText.Lines(cells[i].Content, _columns[i].Width));
        }

        StartRow(lines);
        for (int i = 0; i < _columns.Count; i++)
        {
            BookCell cell = cells[i];
            if (cell.Content.Length == 0) continue;
            int style = BookStyles.Of(cell, _columns[i].IsWrapped, isBold);
            if (cell.Kind == BookCellKind.Text) Text(i, cell.Content, style);
            else Figure(i, cell.Content, style);
        }

        _xml.WriteEndElement();
    }

    /// <summary>Ends the sheet.</summary>
    public void Dispose()
    {
        _xml.WriteEndElement();
        Empty("autoFilter", ("ref", $"A1:{_letters[^1]}{Number(_row)}"));
        Empty("pageMargins", ("left", "0.4"), ("right", "0.4"), ("top", "0.7"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Empty("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        _xml.WriteStartElement("headerFooter", Main);
        string title = BookText.Cell(_title.Length > MostOfTitle ? _title[..MostOfTitle] : _title).Replace("&", "&&", StringComparison.Ordinal);
        _xml.WriteElementString("oddHeader", Main, "&C" + title);
        _xml.WriteElementString("oddFooter", Main, "&L&A&R&P / &N");
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Dispose();
    }

    /// <summary>The letters of a column, from 0.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + (char)('A' + (column % 26));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // Not every reader finds the height of wrapped text by itself.
    private void StartRow(int lines)
    {
        _row++;
        _xml.WriteStartElement("row", Main);
        _xml.WriteAttributeString("r", Number(_row));
        if (lines == 1) return;
        _xml.WriteAttributeString("ht", Number(Math.Min(lines, MostLines) * LineHeight));
        _xml.WriteAttributeString("customHeight", "1");
    }

    private void StartCell(int column, int style)
    {
        _xml.WriteStartElement("c", Main);
        _xml.WriteAttributeString("r", _letters[column] + Number(_row));
        _xml.WriteAttributeString("s", Number(style));
    }

    private void Text(int column, string text, int style)
    {
        StartCell(column, style);
        _xml.WriteAttributeString("t", "inlineStr");
        _xml.WriteStartElement("is", Main);
        _xml.WriteStartElement("t", Main);
        _xml.WriteAttributeString("xml", "space", null, "preserve");
        _xml.WriteString(BookText.Cell(text));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Figure(int column, string digits, int style)
    {
        StartCell(column, style);
        _xml.WriteElementString("v", Main, digits);
        _xml.WriteEndElement();
    }

    private void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name, Main);
        foreach ((string attribute, string value) in attributes) _xml.WriteAttributeString(attribute, value);
        _xml.WriteEndElement();
    }
}
