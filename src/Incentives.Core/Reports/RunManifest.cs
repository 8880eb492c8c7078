using System.Text.Json;
using System.Text.Json.Serialization;

namespace Incentives.Core.Reports;

/// <summary>A file of a run.</summary>
/// <param name="Role">scheme, vocabulary, overlay, roster, history, list or output.</param>
/// <param name="Name">Its name among files of that role.</param>
/// <param name="File">Where it stands in the run folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
/// <param name="Encoding">How it was read; null for files that are always UTF-8.</param>
internal sealed record RunFile(string Role, string Name, string File, long Bytes, string Sha256, string? Encoding = null);

/// <summary>A reading in force.</summary>
internal sealed record RunReading(string Scheme, string Id, string Question, string Option, bool IsDefault, string? DecidedBy = null);

/// <summary>A setting in force.</summary>
internal sealed record RunSetting(string Scheme, string Name, string Value, bool IsDefault);

/// <summary>Something that was said about the run.</summary>
internal sealed record RunRemark(string Code, string Severity, string Place, string Zh, string En);

/// <summary>The sums a later reader can check without reading the rest.</summary>
internal sealed record RunTotals(int RosterRows, int PayoutLines, IReadOnlyDictionary<string, int> LinesByStatus, string EntitledYuan, string PayableYuan, string HeldYuan);

/// <summary>What <c>run.json</c> holds: enough to repeat the run elsewhere. No clock, no path of the machine, nothing that differs between equal runs.</summary>
/// <param name="Program">The program's name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Format">The form of this file.</param>
/// <param name="Period">The batch's period, as asked for.</param>
/// <param name="ChosenReadings">Options that were asked for.</param>
/// <param name="ChosenSettings">Values that were asked for.</param>
/// <param name="Readings">The readings in force.</param>
/// <param name="Settings">The settings in force.</param>
/// <param name="Inputs">What was read.</param>
/// <param name="Outputs">What was written.</param>
/// <param name="Totals">The sums.</param>
/// <param name="Remarks">What was said.</param>
/// <param name="Language">The language of the reports for people, zh or en; null where there are none.</param>
internal sealed record RunManifest(
    string Program,
    string Version,
    int Format,
    string Period,
    IReadOnlyDictionary<string, string> ChosenReadings,
    IReadOnlyDictionary<string, string> ChosenSettings,
    IReadOnlyList<RunReading> Readings,
    IReadOnlyList<RunSetting> Settings,
    IReadOnlyList<RunFile> Inputs,
    IReadOnlyList<RunFile> Outputs,
    RunTotals Totals,
    IReadOnlyList<RunRemark> Remarks,
    string? Language = null)
{
    /// <summary>The manifest as UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, RunManifestJson.Readable.RunManifest);

    /// <summary>The manifest in some JSON; null when it is not one.</summary>
    public static RunManifest? FromJson(ReadOnlySpan<byte> json) => FromJson(json, out _);

    /// <summary>The manifest in some JSON; null when it is not one, with the line that says so (0 when no line does).</summary>
    public static RunManifest? FromJson(ReadOnlySpan<byte> json, out int line)
    {
        line = 0;
        try
        {
            return JsonSerializer.Deserialize(json, RunManifestJson.Default.RunManifest);
        }
        catch (JsonException e)
        {
            line = (int)(e.LineNumber ?? -1) + 1;
            return null;
        }
    }
}

/// <summary>JSON without reflection.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunManifest))]
internal sealed partial class RunManifestJson : JsonSerializerContext
{
    /// <summary>Chinese as Chinese rather than as escapes.</summary>
    public static RunManifestJson Readable => LazyReadable.Value;

    private static readonly Lazy<RunManifestJson> LazyReadable = new(() => new RunManifestJson(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));
}
