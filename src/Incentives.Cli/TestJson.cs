using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Incentives.Core.Diagnostics;
using Incentives.Core.Testing;
using Incentives.Core.Testing.Coverage;
using Incentives.Core.Testing.Mutation;

namespace Incentives.Cli;

/// <summary>What <c>incentives test</c> found, for scripts.</summary>
internal static class TestJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The report as JSON text.</summary>
    public static string Of(TestReport report, int atLeast, Language language)
    {
        JsonObject json = new()
        {
            ["cases"] = report.Outcomes.Count,
            ["failed"] = List(report.Outcomes.Where(o => o.Problems.Count > 0).Select(o => At(o.Case.Place, new() { ["case"] = o.Case.Name, ["problems"] = List(o.Problems.Select(p => (JsonNode)p.In(language))) }))),
            ["without_cases"] = List(report.Empty.Select(d => At(d.Place, new() { ["code"] = d.Code, ["what"] = d.What.In(language) }))),
        };
        if (report.Coverage is { } coverage)
            json["coverage"] = new JsonObject
            {
                ["items"] = coverage.Items,
                ["reached"] = coverage.Items - coverage.Gaps.Count,
                ["gaps"] = List(coverage.Gaps.Select(g => At(g.Place, new() { ["kind"] = g.Kind.Words().En, ["missing"] = g.Missing.In(language) }))),
            };
        if (report.Mutation is { } mutation)
            json["mutation"] = new JsonObject
            {
                ["mutants"] = mutation.Mutants,
                ["caught"] = mutation.Caught,
                ["refused"] = mutation.Refused,
                ["at_least_percent"] = atLeast,
                ["survivors"] = List(mutation.Survivors.Select(m => At(m.Place, new() { ["kind"] = Mutant.Words(m.Kind).En, ["was"] = m.Was, ["becomes"] = m.Becomes }))),
            };
        return json.ToJsonString(Readable);
    }

    private static JsonArray List(IEnumerable<JsonNode> items) => [.. items];

    private static JsonObject At(Place place, JsonObject rest)
    {
        JsonObject all = new() { ["file"] = place.File, ["line"] = place.Line, ["column"] = place.Column };
        foreach ((string key, JsonNode? value) in rest.ToArray())
        {
            rest.Remove(key);
            all[key] = value;
        }

        return all;
    }
}
