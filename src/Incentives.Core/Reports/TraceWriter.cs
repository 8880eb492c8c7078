using System.Buffers;
using System.Text.Json;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports;

/// <summary>
/// Writes <c>trace.jsonl</c>: one JSON object a payout line, in the order of <c>payouts.csv</c>. Steps are not kept while the batch is calculated: part after part of the
/// rows it is calculated again with the steps of that part only, so that memory is bounded however long the roster is.
/// </summary>
internal sealed class TraceWriter(BatchResult batch, RuleSet rules, BatchRequest request, CancellationToken cancel)
{
    private const int FlushAt = 1 << 16;

    /// <summary>Rows whose steps are kept at a time.</summary>
    public int RowsInPart { get; init; } = 100_000;

    /// <summary>Writes all lines. Throws <see cref="InputChangedException"/> when an input is not what it was.</summary>
    public void Write(Stream output)
    {
        ArrayBufferWriter<byte> buffer = new(2 * FlushAt);
        using Utf8JsonWriter json = new(buffer, TraceJson.Plain);
        BatchResult? part = null;
        int end = 0;
        try
        {
            foreach ((int index, string id) in RosterCells.Of(batch, "id", cancel))
            {
                int row = batch.Lines[index].Row;
                if (row >= end)
                {
                    part?.Dispose();
                    end = Math.Min(batch.Lines.RowCount, row + RowsInPart);
                    part = Part(row, end);
                }

                TraceJson.Write(json, ExplainedLine.Of(part!, index, id));
                json.Flush();
                json.Reset();
                buffer.Write("\n"u8);
                if (buffer.WrittenCount < FlushAt) continue;
                output.Write(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }
        finally
        {
            part?.Dispose();
        }

        output.Write(buffer.WrittenSpan);
    }

    // The batch once more, with the steps of some rows.
    private BatchResult Part(int firstRow, int endRow)
    {
        (int File, int Line) first = PlaceOf(firstRow), last = PlaceOf(endRow - 1);
        BatchRequest again = request with
        {
            WantsSteps = (file, line) => (file, line).CompareTo(first) >= 0 && (file, line).CompareTo(last) <= 0,
            Progress = null,
        };
        BatchResult? part = Batch.Run(rules, again, new DiagnosticBag(), cancel);
        if (part is null || part.Lines.Count != batch.Lines.Count) throw new InputChangedException(request.Rosters[first.File].Name);
        // Who pays which part and when is worked out while payouts are written.
        new PayoutWriter(part, request.Threads > 0 ? request.Threads : Environment.ProcessorCount).Write(Stream.Null, cancel);
        return part;
    }

    private (int File, int Line) PlaceOf(int row)
    {
        int file = 0;
        while (batch.Lines.RowsOf(file).End <= row) file++;
        return (file, batch.Lines.PhysicalLine(row));
    }
}
