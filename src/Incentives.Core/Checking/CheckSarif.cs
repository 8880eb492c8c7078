using System.Text.Json;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>The findings in SARIF 2.1.0, the format in which code hosts show them beside the lines. Files are relative to the working folder.</summary>
internal static class CheckSarif
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>Writes one log of one run.</summary>
    public static string Write(CheckReport report, IReadOnlyList<Diagnostic> findings, Language language, string folder)
    {
        string[] codes = [.. findings.Select(f => f.Code).Distinct().Order(StringComparer.Ordinal)];
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, CheckJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            Tool(json, codes, language);
            json.WriteString("columnKind", "unicodeCodePoints");
            json.WriteStartArray("results");
            foreach (Diagnostic finding in findings) Result(json, finding, Array.IndexOf(codes, finding.Code), language, report.FileOf(finding.Place, folder));
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Tool(Utf8JsonWriter json, string[] codes, Language language)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "incentives");
        json.WriteString("version", ProgramVersion.Text);
        json.WriteString("language", language == Language.Chinese ? "zh-CN" : "en");
        json.WriteStartArray("rules");
        foreach (string code in codes)
        {
            json.WriteStartObject();
            json.WriteString("id", code);
            Message(json, "help", $"docs/diagnostics.md#{code.ToLowerInvariant()}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, Diagnostic finding, int rule, Language language, string file)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Code);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", finding.Severity.ToString().ToLowerInvariant());
        string text = (finding with { Place = Place.Nowhere }).ToText(language);
        Message(json, "message", text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        if (file.Length > 0)
        {
            json.WriteStartArray("locations");
            json.WriteStartObject();
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", string.Join('/', file.Split('/').Select(Uri.EscapeDataString)));
            json.WriteEndObject();
            if (finding.Place.Line > 0)
            {
                json.WriteStartObject("region");
                json.WriteNumber("startLine", finding.Place.Line);
                if (finding.Place.Column > 0) json.WriteNumber("startColumn", finding.Place.Column);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Message(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
