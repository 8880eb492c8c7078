using CsvHelper;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Reads the rosters of a calculated batch again for the text of some rows.</summary>
internal static class RosterWalk
{
    /// <summary>Shows the wanted rows in order, counted over all rosters from 0. Throws <see cref="InputChangedException"/> when a roster is not what it was.</summary>
    public static void Run(BatchResult batch, IEnumerable<int> wanted, Action<int, CsvReader, BoundRoster> show, CancellationToken cancel)
    {
        using IEnumerator<int> rows = wanted.GetEnumerator();
        if (!rows.MoveNext()) return;
        for (int file = 0; file < batch.Rosters.Count; file++)
        {
            BoundRoster roster = batch.Rosters[file];
            (int row, int end) = batch.Lines.RowsOf(file);
            if (rows.Current >= end) continue;
            using CsvReader reader = roster.File.CreateReader();
            for (; reader.Read(); row++)
            {
                if (row != rows.Current) continue;
                cancel.ThrowIfCancellationRequested();
                if (row >= end || batch.Lines.PhysicalLine(row) != reader.LineNumber) throw new InputChangedException(roster.File.Name);
                show(row, reader, roster);
                if (!rows.MoveNext()) return;
                if (rows.Current >= end) break;
            }

            if (rows.Current < end) throw new InputChangedException(roster.File.Name);
        }
    }

    /// <summary>A field as text.</summary>
    public static string Text(CsvReader record, int field) => field < 0 || field >= record.FieldCount ? "" : record.GetString(field).Trim();

    /// <summary>Who a row pays under a clause: code and name as written.</summary>
    public static (string Id, string Name) Recipient(CsvReader record, FileBinding binding, Clause? clause) =>
        clause?.Payee is { } payee ? ("", Text(record, binding.Field(payee.Name))) : (Text(record, binding.Field("recipient-id")), Text(record, binding.Field("recipient")));
}
