using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Ledger;

/// <summary>
/// The ledger as a history file: payments in posting order with their corrections taken off, awards that a correction removed left
/// out, money back as rows of its own with a negative amount.
/// </summary>
internal static class LedgerHistory
{
    private static readonly string[] Headers = ["名称", "统一社会信用代码", "奖项", "主体", "日期", "已获奖励(元)", "政策", "条款", "数量"];

    /// <summary>Writes a ledger's history; the number of its rows, or null after reporting why it cannot be written.</summary>
    /// <param name="ledger">The ledger file.</param>
    /// <param name="except">A posted batch whose awards are left out, to calculate it anew; 0 for none.</param>
    /// <param name="path">The history file; one that is there is replaced.</param>
    /// <param name="bag">Takes what is wrong.</param>
    public static string? Write(string ledger, long except, string path, DiagnosticBag bag)
    {
        DiagnosticBag found = new();
        List<LedgerItem>? posted = LedgerFile.Read(ledger, bag, file =>
        {
            LedgerCheck.Everything(file, found);
            if (except != 0) file.Posted(except, bag);
            return file.PostedItems();
        });
        IReadOnlyList<Diagnostic> wrong = found.Sorted();
        if (wrong.Count > 0)
        {
            bag.AddRange(wrong);
            bag.Add(LedgerMessages.NotSound(ledger, wrong.Count));
        }

        if (posted is null || bag.HasErrors) return null;
        try
        {
            return Write(Rows(posted, except), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(LedgerMessages.CannotWrite(path, e.Message));
            return null;
        }
    }

    /// <summary>The rows of the history, in order: facts and fen. The awards of one batch can be left out.</summary>
    public static List<(LedgerItem Facts, long Fen)> Rows(IReadOnlyList<LedgerItem> posted, long except = 0)
    {
        AwardBook book = new(posted);
        HashSet<PaidAward> leftOut = [.. posted.Where(i => i.Batch == except).Select(book.Of).OfType<PaidAward>()];
        List<(LedgerItem, long)> rows = [];
        foreach (LedgerItem item in posted)
        {
            if (book.Of(item) is not { IsRemoved: false } award || leftOut.Contains(award)) continue;
            if (item.Kind == ItemKind.Pay) rows.Add((award.Latest, award.Gross));
            else if (item.Kind == ItemKind.Clawback) rows.Add((award.Latest, item.Fen));
        }

        return rows;
    }

    // Beside its target first, so that no half of it can be taken for the whole.
    private static string Write(List<(LedgerItem Facts, long Fen)> rows, string path)
    {
        string full = Path.GetFullPath(path), scratch = $"{full}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        try
        {
            using (FileStream file = new(scratch, FileMode.CreateNew)) Write(rows, file);
            File.Move(scratch, full, overwrite: true);
        }
        finally
        {
            File.Delete(scratch);
        }

        return rows.Count.ToString(CultureInfo.InvariantCulture);
    }

    private static void Write(List<(LedgerItem Facts, long Fen)> rows, Stream output)
    {
        List<Dictionary<string, string>> details = [.. rows.Select(r => Details(r.Facts))];
        string[] more = [.. details.SelectMany(d => d.Keys).Distinct().Order(StringComparer.Ordinal)];
        using CsvWriter writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true);
        writer.WriteRecord([.. Headers, .. more]);
        for (int i = 0; i < rows.Count; i++)
        {
            (LedgerItem facts, long fen) = rows[i];
            foreach (string text in (ReadOnlySpan<string>)[facts.Name, facts.Code, facts.Award, facts.Subject, facts.Date]) writer.WriteField(text);
            Number(writer, new decimal(fen) / 100m, "F2");
            foreach (string text in (ReadOnlySpan<string>)[facts.Scheme, facts.Clause, facts.Quantity]) writer.WriteField(text);
            foreach (string column in more) Cell(writer, details[i].GetValueOrDefault(column, ""));
            writer.EndRecord();
        }
    }

    // A negative number is no formula, and must stay a number.
    private static void Cell(CsvWriter writer, string text)
    {
        if (text.StartsWith('-') && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)) Number(writer, number, "G");
        else writer.WriteField(text);
    }

    private static void Number(CsvWriter writer, decimal number, string format) => writer.WriteField(number, format);

    private static Dictionary<string, string> Details(LedgerItem item)
    {
        Dictionary<string, string> cells = [];
        using JsonDocument json = JsonDocument.Parse(item.Details);
        foreach (JsonProperty cell in json.RootElement.EnumerateObject()) cells[cell.Name] = cell.Value.GetString() ?? "";
        return cells;
    }
}
