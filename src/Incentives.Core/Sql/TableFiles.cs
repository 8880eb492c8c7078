using System.Buffers.Text;
using System.Globalization;
using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Sql;

/// <summary>Writes the input tables of a script as CSV, one file a table: what the engine reads of rosters, history and lists, already brought to one form.</summary>
internal sealed class TableFiles(SqlScript script, DiagnosticBag bag, CancellationToken cancel)
{
    private static readonly CsvWriterOptions Plain = new() { NewLine = "\n", WriteByteOrderMark = false };

    private readonly SqlTables _tables = new(script);
    private readonly RecipientTable _recipients = new(script.Plan.Symbols);

    /// <summary>Writes all files of a batch into a folder; mistakes go to the bag.</summary>
    /// <returns>How many rows the roster and the history have.</returns>
    public (long Rows, long HistoryRows) Write(BatchRequest request, string folder)
    {
        List<RosterFile> open = [];
        try
        {
            List<(RosterFile File, FileBinding Binding)> rosters = Open(request.Rosters, open), pasts = Open(request.History, open);
            Dictionary<int, int> aliases = AliasReader.Read(request.Aliases, script.Plan.Symbols, open, bag);
            NameListIndex lists = Lists(request, open);
            if (bag.HasErrors) return default;
            long rows = 0, past = 0;
            Table(folder, "roster", w => rows = Roster(w, rosters));
            Table(folder, "history", w => past = History(w, pasts));
            Table(folder, "name_lists", w =>
            {
                foreach ((string list, int key, Period period) in lists.Entries.OrderBy(e => e.List, StringComparer.Ordinal).ThenBy(e => Name(e.Key), StringComparer.Ordinal).ThenBy(e => e.Period.First))
                    Record(w, list, Name(key), Text(period.First), Text(period.Last));
            });
            Table(folder, "aliases", w =>
            {
                foreach ((int former, int present) in aliases.OrderBy(a => Name(a.Key), StringComparer.Ordinal)) Record(w, Name(former), Name(present));
            });
            return (rows, past);
        }
        finally
        {
            open.ForEach(f => f.Dispose());
        }
    }

    private List<(RosterFile, FileBinding)> Open(IReadOnlyList<InputFile> inputs, List<RosterFile> open)
    {
        List<(RosterFile, FileBinding)> bound = [];
        foreach (InputFile input in inputs)
        {
            if (RosterFile.Open(input.Path, input.Name, bag) is not { } file) continue;
            open.Add(file);
            bound.Add((file, FileBinding.Bind(file, script.Plan, bag)));
        }

        return bound;
    }

    private NameListIndex Lists(BatchRequest request, List<RosterFile> open)
    {
        NameListIndex index = new();
        foreach ((string list, InputFile input) in request.Lists)
        {
            if (RosterFile.Open(input.Path, input.Name, bag) is not { } file) continue;
            open.Add(file);
            NameListReader.Read(list, file, script.Plan, index, bag);
        }

        return index;
    }

    private void Table(string folder, string table, Action<CsvWriter> write)
    {
        using FileStream file = new(Path.Combine(folder, table + ".csv"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        using CsvWriter writer = CsvWriter.Create(file, Plain);
        writer.WriteRecord([.. _tables.Columns(table).Select(c => c.Name)]);
        write(writer);
    }

    private long Roster(CsvWriter writer, List<(RosterFile File, FileBinding Binding)> rosters)
    {
        long number = 0;
        Column[] cells = [.. script.Columns.Roster];
        Column award = script.Plan.Standard("award");
        Row row = new(script.Plan.Columns, script.Plan.Symbols);
        for (int f = 0; f < rosters.Count; f++)
        {
            (RosterFile file, FileBinding binding) = rosters[f];
            RowReader source = new(script.Plan, _recipients, binding, isHistory: false);
            int id = binding.Field("id"), code = binding.Field("recipient-id"), name = binding.Field("recipient"), awardField = binding.Field("award");
            using CsvReader reader = file.CreateReader();
            while (reader.Read())
            {
                if ((++number & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
                Reason problem = source.Read(reader, row);
                ulong mark = source.Mark(reader);
                Whole(writer, number);
                Whole(writer, f + 1);
                Whole(writer, reader.LineNumber);
                writer.WriteField(problem == Reason.None ? "" : problem.Code());
                writer.WriteField(mark == 0 ? "" : mark.ToString("x16", CultureInfo.InvariantCulture));
                Symbol(writer, _recipients[source.Recipient].Name);
                Symbol(writer, _recipients[source.Recipient].Code);
                Symbol(writer, row[award.Slot].IsPresent ? row[award.Slot].Symbol : 0);
                foreach (int field in (ReadOnlySpan<int>)[id, code, name, awardField]) writer.WriteField(field < 0 || field >= reader.FieldCount ? default : reader.GetSpan(field));
                foreach (Column column in cells) Cell(writer, column, row, new Place(file.Name, (int)reader.LineNumber), problem == Reason.None);
                writer.EndRecord();
            }
        }

        return number;
    }

    private long History(CsvWriter writer, List<(RosterFile File, FileBinding Binding)> pasts)
    {
        long number = 0;
        Column[] cells = [.. script.Columns.History];
        Column award = script.Plan.Standard("award");
        Row row = new(script.Plan.Columns, script.Plan.Symbols);
        for (int f = 0; f < pasts.Count; f++)
        {
            (RosterFile file, FileBinding binding) = pasts[f];
            RowReader source = new(script.Plan, _recipients, binding, isHistory: true);
            using CsvReader reader = file.CreateReader();
            while (reader.Read())
            {
                cancel.ThrowIfCancellationRequested();
                Reason problem = source.Read(reader, row);
                if (problem == Reason.TotalRow) continue;
                Place place = new(file.Name, (int)reader.LineNumber);
                if (problem != Reason.None)
                {
                    bag.Add(EvaluationMessages.HistoryRow(place, problem));
                    continue;
                }

                Whole(writer, ++number);
                Whole(writer, f + 1);
                Whole(writer, reader.LineNumber);
                Symbol(writer, _recipients[source.Recipient].Name);
                Symbol(writer, _recipients[source.Recipient].Code);
                Symbol(writer, row[award.Slot].Symbol);
                foreach (Column column in cells) Cell(writer, column, row, place, isWanted: true);
                writer.EndRecord();
            }
        }

        return number;
    }

    private void Cell(CsvWriter writer, Column column, Row row, Place place, bool isWanted)
    {
        ref readonly Cell cell = ref row[column.Slot];
        bool hasLast = column.Kind == ValueKind.Date;
        if (!cell.IsPresent)
        {
            writer.WriteField("");
            if (hasLast) writer.WriteField("");
        }
        else if (column.Kind == ValueKind.Text)
        {
            Symbol(writer, cell.Symbol);
        }
        else
        {
            Rational value = column.Kind == ValueKind.Number ? new Rational(1_000_000) * cell.Value : cell.Value;
            if (!value.IsWhole && isWanted) bag.Add(SqlMessages.NotWhole(place, column.Name, column.Kind == ValueKind.Money));
            writer.WriteField(value.IsWhole ? value.ToString() : "");
            if (hasLast) Whole(writer, cell.LastDay);
        }
    }

    private void Symbol(CsvWriter writer, int symbol) => writer.WriteField(symbol == 0 ? default : script.Plan.Symbols.Utf8(symbol));

    private static void Whole(CsvWriter writer, long value)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(value, text, out int length);
        writer.WriteField(text[..length]);
    }

    private string Name(int symbol) => script.Plan.Symbols.Name(symbol);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static void Record(CsvWriter writer, params string[] fields) => writer.WriteRecord(fields);
}
