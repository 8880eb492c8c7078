using System.Text.Json;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Reports;

/// <summary>A claim line with its steps as JSON: what <c>trace.jsonl</c> holds of each line and <c>explain --json</c> of those asked for. Amounts are exact yuan, as text.</summary>
internal static class TraceJson
{
    /// <summary>How numbers and Chinese are written: plainly, without spaces.</summary>
    public static JsonWriterOptions Plain { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>For people: the same, indented.</summary>
    public static JsonWriterOptions Readable { get; } = Plain with { Indented = true, NewLine = "\n" };

    /// <summary>Writes one line as an object.</summary>
    public static void Write(Utf8JsonWriter json, ExplainedLine line)
    {
        json.WriteStartObject();
        json.WriteString("file", line.Roster);
        json.WriteNumber("line", line.Line);
        json.WriteString("roster_id", line.Id);
        json.WriteString("recipient", line.Recipient);
        json.WriteString("award", line.Award);
        json.WriteString("scheme", line.Scheme);
        json.WriteString("clause", line.Clause);
        json.WriteString("cite", line.Cite);
        json.WriteString("department", line.Department);
        json.WriteString("status", line.Status.Code());
        json.WriteString("reason", line.Reason.Code());
        json.WriteString("entitled_yuan", line.Entitled.ToString());
        json.WriteString("payable_yuan", line.Payable.ToString());
        json.WriteString("held_yuan", line.Held.ToString());
        json.WriteStartArray("steps");
        foreach (Step step in line.Steps) Write(json, step);
        json.WriteEndArray();
        if (line.Changes is { } changes)
        {
            json.WriteStartArray("changes");
            foreach (Change change in changes) Write(json, change);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Step step)
    {
        json.WriteStartObject();
        json.WriteNumber("stage", step.Stage);
        json.WriteString("operation", step.Operation);
        json.WriteString("cite", step.Cite);
        json.WriteString("before_yuan", ExactYuan.Of(step.Before));
        json.WriteString("after_yuan", ExactYuan.Of(step.After));
        if (step.Reason is { } reason) json.WriteString("reason", reason);
        json.WriteStartArray("inputs");
        foreach (StepInput input in step.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("name", input.Name);
            json.WriteString("value", input.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (step.Rows.Count > 0)
        {
            json.WriteStartArray("rows");
            foreach (RowReference row in step.Rows.Named) Write(json, null, row);
            json.WriteEndArray();
        }

        if (step.Rows.More > 0) json.WriteNumber("more_rows", step.Rows.More);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Change change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.Kind);
        if (change.Reason is { } reason) json.WriteString("reason", reason.Code());
        if (change.Reading is { } reading) json.WriteString("reading", reading);
        if (change.Option is { } option) json.WriteString("option", option);
        if (change.Column is { } column) json.WriteString("column", column);
        if (change.Row is { } row) Write(json, "row", row);
        if (change.Payable is { } payable) json.WriteString("payable_yuan", payable.ToString());
        json.WriteString("zh", change.Words.Zh);
        json.WriteString("en", change.Words.En);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string? name, RowReference row)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        json.WriteString("file", row.File);
        json.WriteNumber("line", row.Line);
        json.WriteEndObject();
    }
}
