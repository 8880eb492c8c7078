using System.Buffers;
using System.Text.Json;
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
        foreach ((int index, string id) in RosterCells.Of(batch, "id", cancel))
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
