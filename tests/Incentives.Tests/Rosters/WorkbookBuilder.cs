using System.IO.Compression;
using System.Text;

namespace Incentives.Tests.Rosters;

/// <summary>Writes an .xlsx part by part. A sheet is a name and the XML of its rows.</summary>
internal static class WorkbookBuilder
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Styles: 1 date, 2 <c>0.00"万元"</c>, 3 percent, 4 yuan shown in 万.</summary>
    public static byte[] Xlsx(params (string Name, string Rows, string State)[] sheets)
    {
        using MemoryStream memory = new();
        using (ZipArchive zip = new(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            string types = string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"));
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/>{types}</Types>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r1\" Type=\"{Rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            string links = string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Rel}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"));
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{links}<Relationship Id=\"st\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/></Relationships>");
            string list = string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" state=\"{s.State}\" r:id=\"s{i + 1}\"/>"));
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets>{list}</sheets></workbook>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts count=\"2\"><numFmt numFmtId=\"170\" formatCode=\"0.00&quot;万元&quot;\"/><numFmt numFmtId=\"171\" formatCode=\"0!.0,&quot;万&quot;\"/></numFmts><cellXfs count=\"5\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"170\" applyNumberFormat=\"1\"/><xf numFmtId=\"9\" applyNumberFormat=\"1\"/><xf numFmtId=\"171\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (int i = 0; i < sheets.Length; i++) Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheets[i].Rows}</sheetData></worksheet>");
        }

        return memory.ToArray();
    }

    public static byte[] Xlsx(string rows) => Xlsx(("Sheet1", rows, "visible"));

    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select((c, i) => c.Replace("@", $"{(char)('A' + i)}{number}", StringComparison.Ordinal)))}</row>";

    public static string Text(string text) => $"<c r=\"@\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";

    public static string Number(string value, int style = 0) => $"<c r=\"@\" s=\"{style}\"><v>{value}</v></c>";

    public static string Raw(string type, string value) => $"<c r=\"@\" t=\"{type}\"><v>{value}</v></c>";

    /// <summary>A zip with one entry: a package that is no workbook.</summary>
    public static byte[] OtherZip()
    {
        using MemoryStream memory = new();
        using (ZipArchive zip = new(memory, ZipArchiveMode.Create, leaveOpen: true)) Add(zip, "word/document.xml", "<w/>");
        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string xml)
    {
        using StreamWriter writer = new(zip.CreateEntry(path).Open(), new UTF8Encoding(false));
        writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml);
    }
}
