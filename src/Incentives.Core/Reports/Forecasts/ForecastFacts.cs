using System.Text.Json;
using System.Text.Json.Serialization;
using Incentives.Core.Compilation;
using Incentives.Core.Forecasting;
using Incentives.Core.Numbers;
using Incentives.Core.Reports.Comparisons;

namespace Incentives.Core.Reports.Forecasts;

/// <summary>A forecast as <c>--json</c> and <c>forecast.json</c> tell it. Amounts in yuan with two decimals; null where nothing ends them.</summary>
internal sealed record ForecastFacts(
    IReadOnlyList<string> Schemes, IReadOnlyList<ForecastReadingFacts> Readings, IReadOnlyList<TargetFacts> Targets, IReadOnlyList<ForecastSumFacts> Sums, IReadOnlyList<OtherReadingFacts> OtherReadings,
    IReadOnlyList<EarmarkFacts> Earmarks)
{
    /// <summary>The facts of a forecast.</summary>
    public static ForecastFacts Of(Forecast forecast) => new(
        [.. forecast.Schemes.Select(s => s.Id)],
        [.. forecast.Readings.Select(r => new ForecastReadingFacts(r.Id, r.Question, r.Option, r.IsDefault, r.DecidedBy))],
        [.. forecast.Main.Lines.Select(Target)],
        [.. forecast.Main.Sums.Select(Sum)],
        [.. forecast.Others.Select(o => new OtherReadingFacts(o.Reading.Id, o.Option, [.. o.Case.Sums.Select(Sum)]))],
        [.. forecast.Earmarks.Select(e => new EarmarkFacts(e.Scheme.Id, e.Line.Id, e.Line.Purpose, e.Line.Cite, Yuan(e.Line.Amount), e.Years, Yuan(e.Total)))]);

    /// <summary>The code of a kind of target.</summary>
    public static string Code(TargetKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The code of a price's status.</summary>
    public static string Code(PriceStatus status) => status switch
    {
        PriceStatus.Priced => "priced",
        PriceStatus.NoEnd => "no-end",
        PriceStatus.Unpublished => "amount-unpublished",
        PriceStatus.OutsidePeriod => "outside-period",
        _ => "no-clause",
    };

    private static TargetFacts Target(PricedTarget line) => new(
        line.List.Id, line.Target.Name, Code(line.Target.Kind), line.Target.RecipientKind, line.Target.IsKindAssumed, line.Target.Level, line.Target.Count.Least, line.Target.Count.Most, line.Years, Code(line.Price.Status),
        [.. line.Price.Parts.Select(p => new PartFacts(p.Clause.Scheme.Id, p.Clause.Id, p.Clause.Cite, Yuan(p.Most)))],
        Yuan(line.Price.Least), Yuan(line.Price.Most), Yuan(line.Least), line.Most is { } most ? Yuan(most) : null, [.. line.Price.DependsOn.Select(c => c.Name)]);

    private static ForecastSumFacts Sum(ForecastSum s) => new(Code(s.Kind), s.By, s.Key, s.Count.Least, s.Count.Most, Yuan(s.Least), s.Most is { } most ? Yuan(most) : null);

    private static string Yuan(Money money) => money.ToString();
}

/// <summary>A reading in force.</summary>
internal sealed record ForecastReadingFacts(string Id, string Question, string Option, bool IsDefault, string? DecidedBy);

/// <summary>A target with its price.</summary>
internal sealed record TargetFacts(
    string Targets, string Award, string Kind, string RecipientKind, bool KindAssumed, string Level, long CountLeast, long? CountMost, IReadOnlyList<int> Years, string Status, IReadOnlyList<PartFacts> Clauses,
    string UnitLeastYuan, string UnitMostYuan, string LeastYuan, string? MostYuan, IReadOnlyList<string> DependsOn);

/// <summary>What one clause grants at most for one.</summary>
internal sealed record PartFacts(string Scheme, string Clause, string Cite, string UnitYuan);

/// <summary>A sum.</summary>
internal sealed record ForecastSumFacts(string Kind, string By, string Key, long CountLeast, long? CountMost, string LeastYuan, string? MostYuan);

/// <summary>The sums under another option.</summary>
internal sealed record OtherReadingFacts(string Reading, string Option, IReadOnlyList<ForecastSumFacts> Sums);

/// <summary>A budget line.</summary>
internal sealed record EarmarkFacts(string Scheme, string Id, string Purpose, string Cite, string AmountYuan, int Years, string TotalYuan);

/// <summary>What <c>forecast.json</c> holds. No clock, no path of the machine.</summary>
internal sealed record ForecastManifest(
    string Program, string Version, int Format, string Command, string Period, IReadOnlyDictionary<string, string> ChosenReadings, IReadOnlyDictionary<string, string> ChosenSettings, ForecastFacts Forecast,
    IReadOnlyList<HashedFile> Inputs, IReadOnlyList<HashedFile> Outputs, IReadOnlyList<RunRemark> Remarks)
{
    /// <summary>The manifest as UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ForecastJson.Readable.ForecastManifest);

    /// <summary>The manifest in some JSON; null when it is not one, with the line that tells, or 0.</summary>
    public static ForecastManifest? FromJson(ReadOnlySpan<byte> json, out int line)
    {
        line = 0;
        try
        {
            return JsonSerializer.Deserialize(json, ForecastJson.Default.ForecastManifest) is { Program: "incentives", Command: "forecast" } one ? one : null;
        }
        catch (JsonException e)
        {
            line = (int)(e.LineNumber ?? -1) + 1;
            return null;
        }
    }
}

/// <summary>JSON without reflection.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ForecastFacts), TypeInfoPropertyName = "Facts")]
[JsonSerializable(typeof(ForecastManifest))]
internal sealed partial class ForecastJson : JsonSerializerContext
{
    private static readonly Lazy<ForecastJson> LazyReadable = new(() => new ForecastJson(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>Chinese as Chinese rather than as escapes.</summary>
    public static ForecastJson Readable => LazyReadable.Value;

    /// <summary>A forecast as JSON text.</summary>
    public static string Write(Forecast forecast) => JsonSerializer.Serialize(ForecastFacts.Of(forecast), Readable.Facts);
}
