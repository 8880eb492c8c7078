using CsvHelper;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports;

/// <summary>One column's cells for a batch's lines, which stand only in the rosters themselves.</summary>
internal static class RosterCells
{
    /// <summary>Every line's position with its cell, trimmed, in order. Throws <see cref="InputChangedException"/> when a roster is not what it was.</summary>
    public static IEnumerable<(int Index, string Text)> Of(BatchResult batch, string column, CancellationToken cancel)
    {
        for (int file = 0; file < batch.Rosters.Count; file++)
        {
            BoundRoster roster = batch.Rosters[file];
            int field = roster.Binding.Field(column);
            (int row, int end) = batch.Lines.RowsOf(file);
            using CsvReader reader = roster.File.CreateReader();
            for (; reader.Read(); row++)
            {
                if (row >= end || batch.Lines.PhysicalLine(row) != reader.LineNumber) throw new InputChangedException(roster.File.Name);
                if ((row & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
                string text = field < 0 || field >= reader.FieldCount ? "" : reader.GetString(field).Trim();
                (int first, int past) = batch.Lines.LinesOf(row);
                for (int i = first; i < past; i++) yield return (i, text);
            }

            if (row != end) throw new InputChangedException(roster.File.Name);
        }
    }
}
