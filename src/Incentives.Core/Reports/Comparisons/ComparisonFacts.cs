using System.Text.Json;
using System.Text.Json.Serialization;
using Incentives.Core.Comparing;
using Incentives.Core.Numbers;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>A comparison as <c>--json</c> and <c>compare.json</c> tell it. Amounts in yuan with two decimals.</summary>
internal sealed record ComparisonFacts(BaseFacts Base, IReadOnlyList<VariantFacts> Variants)
{
    /// <summary>The facts of a comparison.</summary>
    public static ComparisonFacts Of(ComparisonReport report)
    {
        Comparison comparison = report.Comparison;
        return new ComparisonFacts(
            new BaseFacts(comparison.BaseRules, [.. comparison.BaseChoices.Select(Change)], comparison.RosterRows, Yuan(comparison.Payable), Yuan(comparison.Held)),
            [.. comparison.Variants.Select((v, i) => Variant(v, report.People[i]))]);
    }

    private static VariantFacts Variant(VariantComparison v, NamedPeople people) => new(
        v.Variant.Name, [.. v.Variant.Changes.Select(Change)], Yuan(v.Total.Then), Yuan(v.Total.Difference), Yuan(v.Held), v.Total.Rows,
        [.. v.Sums.Select(s => new SumFacts(s.By, s.Key, Yuan(s.Base), Yuan(s.Then), Yuan(s.Difference), Yuan(s.More), Yuan(s.Less), s.Rows))],
        [.. v.Attributions.Select(a => new AttributionFacts(a.Change.Text, a.Clause, a.Cite, Yuan(a.Difference), a.Rows))],
        v.Gainers.Count, v.Losers.Count, [.. people.Gainers.Select(Person)], [.. people.Losers.Select(Person)]);

    private static PersonFacts Person(NamedRecipient p) => new(p.Id, p.Name, Yuan(p.Base), Yuan(p.Then), Yuan(p.Difference), p.RowCount, [.. p.Lines.Select(l => new LineFacts(l.Roster, l.Line, l.Clause))]);

    private static ChangeFacts Change(VariantChange c) => new(c.Kind.ToString().ToLowerInvariant(), c.Name, c.Value);

    private static string Yuan(Money money) => money.ToString();
}

/// <summary>The base.</summary>
internal sealed record BaseFacts(string Rules, IReadOnlyList<ChangeFacts> Choices, int RosterRows, string PayableYuan, string HeldYuan);

/// <summary>A change: rules, reading or setting.</summary>
internal sealed record ChangeFacts(string Kind, string Name, string Value);

/// <summary>A variant against the base.</summary>
internal sealed record VariantFacts(
    string Name, IReadOnlyList<ChangeFacts> Changes, string PayableYuan, string DifferenceYuan, string HeldYuan, int ChangedRows, IReadOnlyList<SumFacts> Sums, IReadOnlyList<AttributionFacts> Attributions,
    int GainerCount, int LoserCount, IReadOnlyList<PersonFacts> Gainers, IReadOnlyList<PersonFacts> Losers);

/// <summary>A sum.</summary>
internal sealed record SumFacts(string By, string Key, string BaseYuan, string VariantYuan, string DifferenceYuan, string MoreYuan, string LessYuan, int Rows);

/// <summary>What a change moved under a clause.</summary>
internal sealed record AttributionFacts(string Change, string Clause, string Cite, string DifferenceYuan, int Rows);

/// <summary>Somebody who gains or loses.</summary>
internal sealed record PersonFacts(string RecipientId, string Recipient, string BaseYuan, string VariantYuan, string DifferenceYuan, int Rows, IReadOnlyList<LineFacts> Lines);

/// <summary>A row that changed.</summary>
internal sealed record LineFacts(string Roster, int Line, string Clause);

/// <summary>A file with its hash.</summary>
internal sealed record HashedFile(string Role, string Name, long Bytes, string Sha256);

/// <summary>What <c>compare.json</c> holds. No clock, no path of the machine.</summary>
internal sealed record ComparisonManifest(
    string Program, string Version, int Format, string Command, string Period, ComparisonFacts Comparison, IReadOnlyList<HashedFile> Inputs, IReadOnlyList<HashedFile> Outputs, IReadOnlyList<RunRemark> Remarks)
{
    /// <summary>The manifest as UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ComparisonJson.Readable.ComparisonManifest);

    /// <summary>The manifest in some JSON; null when it is not one, with the line that tells, or 0.</summary>
    public static ComparisonManifest? FromJson(ReadOnlySpan<byte> json, out int line)
    {
        line = 0;
        try
        {
            return JsonSerializer.Deserialize(json, ComparisonJson.Default.ComparisonManifest) is { Program: "incentives", Command: "compare" } one ? one : null;
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
[JsonSerializable(typeof(ComparisonFacts))]
[JsonSerializable(typeof(ComparisonManifest))]
internal sealed partial class ComparisonJson : JsonSerializerContext
{
    private static readonly Lazy<ComparisonJson> LazyReadable = new(() => new ComparisonJson(new JsonSerializerOptions
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>Chinese as Chinese rather than as escapes.</summary>
    public static ComparisonJson Readable => LazyReadable.Value;

    /// <summary>A comparison as JSON text.</summary>
    public static string Write(ComparisonReport report) => JsonSerializer.Serialize(Comparisons.ComparisonFacts.Of(report), Readable.ComparisonFacts);
}
