using System.Buffers;
using System.Text.Json;
using CsvHelper;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports;

/// <summary>Writes <c>trace.jsonl</c>: one JSON object a payout line, in the order of <c>payouts.csv</c>. The rosters are read again for the ids of their rows.</summary>
internal static class TraceWriter
{
    private const int FlushAt = 1 << 16;

    /// <summary>Writes all lines. Throws <see cref="InputChangedException"/> when a roster is not what it was.</summary>
    public static void Write(BatchResult batch, Stream output, CancellationToken cancel)
    {
        ArrayBufferWriter<byte> buffer = new(2 * FlushAt);
        using Utf8JsonWriter json = new(buffer, TraceJson.Plain);
        foreach ((int index, string id) in RosterIds.Of(batch, cancel))
        {
            TraceJson.Write(json, ExplainedLine.Of(batch, index, id));
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            if (buffer.WrittenCount < FlushAt) continue;
            output.Write(buffer.WrittenSpan);
            buffer.ResetWrittenCount();
        }

        output.Write(buffer.WrittenSpan);
    }
}

/// <summary>The roster ids of a batch's lines, which stand only in the rosters themselves.</summary>
internal static class RosterIds
{
    /// <summary>Every line's position with its id, in order. Throws <see cref="InputChangedException"/> when a roster is not what it was.</summary>
    public static IEnumerable<(int Index, string Id)> Of(BatchResult batch, CancellationToken cancel)
    {
        for (int file = 0; file < batch.Rosters.Count; file++)
        {
            BoundRoster roster = batch.Rosters[file];
            int field = roster.Binding.Field("id");
            (int row, int end) = batch.Lines.RowsOf(file);
            using CsvReader reader = roster.File.CreateReader();
            for (; reader.Read(); row++)
            {
                if (row >= end || batch.Lines.PhysicalLine(row) != reader.LineNumber) throw new InputChangedException(roster.File.Name);
                if ((row & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
                string id = field < 0 || field >= reader.FieldCount ? "" : reader.GetString(field).Trim();
                (int first, int past) = batch.Lines.LinesOf(row);
                for (int i = first; i < past; i++) yield return (i, id);
            }

            if (row != end) throw new InputChangedException(roster.File.Name);
        }
    }
}
