using System.Globalization;
using CsvHelper;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Ledger;

/// <summary>A ledger as three CSV files and back, to the same hashes.</summary>
internal static class LedgerTransfer
{
    private const string Batches = "batches.csv";
    private const string Items = "items.csv";
    private const string Actions = "actions.csv";

    private static readonly string[] BatchHeaders = ["number", "kind", "run", "corrects", "rows", "posted"];
    private static readonly string[] ItemHeaders = [.. LedgerItem.Columns, "posted", "hash"];
    private static readonly string[] ActionHeaders = ["number", "action", "batch", "by", "by_key", "at", "reason", "content", "previous", "hash"];

    /// <summary>Writes a ledger to a new or empty folder; the hash of its last action, or null after reporting why not.</summary>
    public static string? Export(string ledger, string folder, DiagnosticBag bag)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            bag.Add(LedgerMessages.NotEmpty(folder));
            return null;
        }

        var all = LedgerFile.Read(ledger, bag, file => Tuple.Create(file.Batches(), file.Batches().SelectMany(b => file.Items(b.Number)).ToList(), file.Actions()));
        if (all is null) return null;
        try
        {
            Directory.CreateDirectory(folder);
            Write(Path.Combine(folder, Batches), BatchHeaders, all.Item1.Select(b => (string[])[.. b.Fields(), Text(b.Posted)]));
            Write(Path.Combine(folder, Items), ItemHeaders, all.Item2.Select(i => (string[])[.. i.Fields(), Text(i.Posted), i.Hash]));
            Write(Path.Combine(folder, Actions), ActionHeaders, all.Item3.Select(a => (string[])[.. a.Fields(), a.Hash]));
            return all.Item3.LastOrDefault()?.Hash ?? "";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(LedgerMessages.CannotWrite(folder, e.Message));
            return null;
        }
    }

    /// <summary>Makes a new ledger of an exported folder, if it verifies; the hash of its last action, or null after reporting why not.</summary>
    public static string? Import(string folder, string ledger, DiagnosticBag bag)
    {
        if (File.Exists(ledger) && new FileInfo(ledger).Length > 0)
        {
            bag.Add(LedgerMessages.NotEmpty(ledger));
            return null;
        }

        List<LedgerBatch> batches = Read(folder, Batches, BatchHeaders, bag, (t, n) => new LedgerBatch(n(0), t(1), t(2), n(3), n(4), n(5)));
        List<LedgerItem> items = Read(folder, Items, ItemHeaders, bag, LedgerTables.FromFields);
        List<LedgerAction> actions = Read(folder, Actions, ActionHeaders, bag, (t, n) => new LedgerAction(n(0), t(1), n(2), t(3), t(4), t(5), t(6), t(7), t(8), t(9)));
        if (bag.HasErrors) return null;
        return LedgerFile.Create(ledger, bag, file =>
        {
            batches.ForEach(file.Insert);
            file.Insert(items.OrderBy(i => i.Posted).ThenBy(i => i.Batch).ThenBy(i => i.Row));
            actions.ForEach(file.Insert);
            DiagnosticBag found = new();
            LedgerCheck.Everything(file, found);
            IReadOnlyList<Diagnostic> wrong = found.Sorted();
            bag.AddRange(wrong);
            if (wrong.Count > 0) bag.Add(LedgerMessages.NotSound(folder, wrong.Count));
            return actions.LastOrDefault()?.Hash ?? "";
        });
    }

    private static void Write(string path, string[] headers, IEnumerable<string[]> rows)
    {
        using FileStream file = new(path, FileMode.CreateNew);
        using CsvWriter writer = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\r\n", WriteByteOrderMark = true, Quoting = CsvQuoting.WhenNeededOrWhitespace });
        writer.WriteRecord(headers);
        foreach (string[] row in rows)
        {
            foreach (string text in row)
            {
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) && Text(number) == text) writer.WriteField(number, default);
                else writer.WriteField(Harmless(text));
            }

            writer.EndRecord();
        }
    }

    // What a spreadsheet would run as a formula gets an apostrophe, and so does what already begins with one: taking one off undoes it.
    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\'' ? "'" + text : text;

    private static List<T> Read<T>(string folder, string name, string[] headers, DiagnosticBag bag, Func<Func<int, string>, Func<int, long>, T> make)
    {
        List<T> rows = [];
        string path = Path.Combine(folder, name);
        if (!File.Exists(path))
        {
            bag.Add(LedgerMessages.BadImport(path, 0, name));
            return rows;
        }

        try
        {
            using CsvReader reader = CsvReader.FromFile(path, new CsvReaderOptions { Separator = ',', TrimWhitespace = false, TrackLineNumbers = true, DetectSeparatorHint = false });
            reader.ReadHeader();
            while (reader.Read())
            {
                string? missing = reader.FieldCount != headers.Length ? name : null;
                string Field(int i) => i < reader.FieldCount && reader.GetString(i) is { } text ? text.StartsWith('\'') ? text[1..] : text : "";
                long Number(int i)
                {
                    if (!long.TryParse(Field(i), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)) missing ??= headers[i];
                    return number;
                }

                rows.Add(make(Field, Number));
                if (missing is not null) bag.Add(LedgerMessages.BadImport(path, (int)reader.LineNumber, missing));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            bag.Add(LedgerMessages.BadImport(path, 0, e.Message));
        }

        return rows;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
