using System.IO.Compression;
using System.Xml;

namespace Incentives.Core.Rosters;

/// <summary>
/// The cells of an .xlsx sheet that hold an error (<c>#REF!</c>, <c>#N/A</c>). The workbook reader shows them as empty, and an approved
/// amount that is an error must not pass for one that nobody has set.
/// </summary>
internal static class SheetErrors
{
    /// <summary>Error texts by row and column, both from 0; none for a package that is no .xlsx.</summary>
    public static Dictionary<(int Row, int Column), string> Find(Stream workbook, string sheet)
    {
        Dictionary<(int, int), string> errors = [];
        workbook.Position = 0;
        using ZipArchive zip = new(workbook, ZipArchiveMode.Read, leaveOpen: true);
        if (SheetPath(zip, sheet) is not { } path || zip.GetEntry(path) is not { } entry) return errors;
        using XmlReader xml = Open(entry);
        int row = -1, column = -1;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") (row, column) = (xml["r"] is { } r ? int.Parse(r, System.Globalization.CultureInfo.InvariantCulture) - 1 : row + 1, -1);
            if (xml.LocalName != "c") continue;
            column = xml["r"] is { } place ? Column(place) : column + 1;
            if (xml["t"] == "e") errors[(row, column)] = ErrorText(xml.ReadSubtree());
        }

        return errors;
    }

    private static string? SheetPath(ZipArchive zip, string sheet)
    {
        if (zip.GetEntry("xl/workbook.xml") is not { } book || zip.GetEntry("xl/_rels/workbook.xml.rels") is not { } links) return null;
        string? id = Elements(book, "sheet").FirstOrDefault(s => s.GetValueOrDefault("name") == sheet)?.GetValueOrDefault("id");
        string? target = Elements(links, "Relationship").FirstOrDefault(l => l.GetValueOrDefault("Id") == id)?.GetValueOrDefault("Target");
        return target is null ? null : target.StartsWith('/') ? target[1..] : "xl/" + target;
    }

    // The attributes of each element of a name, by local name.
    private static List<Dictionary<string, string>> Elements(ZipArchiveEntry entry, string name)
    {
        List<Dictionary<string, string>> found = [];
        using XmlReader xml = Open(entry);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != name) continue;
            Dictionary<string, string> attributes = [];
            while (xml.MoveToNextAttribute()) attributes[xml.LocalName] = xml.Value;
            found.Add(attributes);
        }

        return found;
    }

    private static string ErrorText(XmlReader cell)
    {
        using (cell)
        {
            while (cell.Read())
            {
                if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "v") return cell.ReadElementContentAsString();
            }

            return "#ERROR";
        }
    }

    // "AB12" is column 27.
    private static int Column(string place)
    {
        int column = 0;
        foreach (char c in place.TakeWhile(char.IsAsciiLetterUpper)) column = (column * 26) + (c - 'A' + 1);
        return column - 1;
    }

    private static XmlReader Open(ZipArchiveEntry entry) =>
        XmlReader.Create(entry.Open(), new XmlReaderSettings { CloseInput = true, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
}
