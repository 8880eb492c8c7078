using System.Text.Encodings.Web;
using System.Text.Json;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>The findings for a script.</summary>
internal static class CheckJson
{
    /// <summary>How JSON for scripts is written: indented, Chinese as it is.</summary>
    public static JsonWriterOptions Options { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object: what was checked, and each finding in the order of files, lines and columns.</summary>
    public static string Write(CheckReport report, IReadOnlyList<Diagnostic> findings, Language language, string folder)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("version", ProgramVersion.Text);
            if (report.Day > 0) json.WriteString("on", new Period(report.Day, report.Day).ToString()[..10]);
            json.WriteNumber("schemes", report.Schemes);
            json.WriteNumber("clauses", report.Clauses);
            json.WriteNumber("errors", findings.Count(f => f.Severity == Severity.Error));
            json.WriteNumber("warnings", findings.Count(f => f.Severity == Severity.Warning));
            json.WriteNumber("notes", findings.Count(f => f.Severity == Severity.Note));
            json.WriteStartArray("findings");
            foreach (Diagnostic finding in findings) Write(json, finding, language, report.FileOf(finding.Place, folder));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Diagnostic finding, Language language, string file)
    {
        json.WriteStartObject();
        json.WriteString("code", finding.Code);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        if (file.Length > 0) json.WriteString("file", file);
        if (finding.Place.Line > 0) json.WriteNumber("line", finding.Place.Line);
        if (finding.Place.Column > 0) json.WriteNumber("column", finding.Place.Column);
        json.WriteString("message", finding.What.In(language));
        if (finding.Expected is { } expected) json.WriteString("expected", expected.In(language));
        if (finding.Next is { } next) json.WriteString("next", next.In(language));
        json.WriteEndObject();
    }
}
