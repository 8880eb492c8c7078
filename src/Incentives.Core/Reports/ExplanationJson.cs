using System.Text;
using System.Text.Json;

namespace Incentives.Core.Reports;

/// <summary>Explained lines as JSON text: an array of what <c>trace.jsonl</c> holds of each, with what would have to change.</summary>
internal static class ExplanationJson
{
    /// <summary>The text, indented.</summary>
    public static string Write(IReadOnlyList<ExplainedLine> lines)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, TraceJson.Readable))
        {
            json.WriteStartArray();
            foreach (ExplainedLine line in lines) TraceJson.Write(json, line);
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
