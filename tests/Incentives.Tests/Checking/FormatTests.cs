using System.Text.Json;
using Incentives.Core.Checking;
using Incentives.Core.Diagnostics;
using Incentives.Tests.Commands;
using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>The findings as JSON and as SARIF.</summary>
public sealed class FormatTests : IDisposable
{
    private static readonly string Overlap = Scheme(Clause("a", "when: {award: 甲奖}, pay: {fixed: 5万元}"), Clause("b", "when: {award: 甲奖}, pay: {fixed: 3万元}"));

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--json")]
    [InlineData("--format=json")]
    public void Json_for_scripts(string option)
    {
        CommandResult result = CommandLine.English("check", _folder.Write("plan.yaml", Overlap), "--on", "2024-06-30", option);
        result.Exit.Should().Be(1);
        result.Error.Should().BeEmpty();
        using JsonDocument json = JsonDocument.Parse(result.Output);
        json.RootElement.GetProperty("version").GetString().Should().NotBeEmpty();
        string rest = result.Output[result.Output.IndexOf("  \"on\"", StringComparison.Ordinal)..];
        rest.Should().Be(
            """
              "on": "2024-06-30",
              "schemes": 1,
              "clauses": 2,
              "errors": 1,
              "warnings": 0,
              "notes": 0,
              "findings": [
                {
                  "code": "INC3005",
                  "severity": "error",
                  "file": "plan.yaml",
                  "line": 7,
                  "column": 10,
                  "message": "clauses 'b' and 'a' (plan.yaml:6:10) both grant the same row: award=甲奖",
                  "expected": "an overlap that relates the two (keep: all, highest or one), or disjoint conditions",
                  "next": "see the text: do they add, does the higher hold, or is one a slip; where the text is ambiguous, use a reading"
                }
              ]
            }

            """);
    }

    [Fact]
    public void Json_when_nothing_is_found()
    {
        CommandResult result = CommandLine.Chinese("check", _folder.Write("plan.yaml", Scheme(Clause("a", "when: {award: 甲奖}, pay: {fixed: 5万元}"))), "--on", "2024-06-30", "--json");
        result.Exit.Should().Be(0);
        JsonDocument.Parse(result.Output).RootElement.GetProperty("findings").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public void Quietly_only_errors()
    {
        string file = _folder.Write("plan.yaml", Overlap.Replace("department: 市局, ", "", StringComparison.Ordinal));
        foreach (string format in (string[])["json", "sarif"])
            CommandLine.English("check", file, "--on", "2024-06-30", "--format", format, "--quiet").Output.Should().Contain("INC3005").And.NotContain("INC3002");
    }

    // Exactly what the format asks for: version, tool with its rules, results that point at them, places from 1.
    [Fact]
    public void Sarif_for_code_hosts()
    {
        string rules = _folder.Write("规则/示例 1.yaml", Overlap);
        DiagnosticBag bag = new();
        CheckReport report = RuleCheck.Run(new CheckRequest([Path.GetDirectoryName(rules)!], "", "2024-06-30", 0), bag);
        using JsonDocument json = JsonDocument.Parse(CheckSarif.Write(report, bag.Sorted(), Language.Chinese, _folder.Path));
        JsonElement root = json.RootElement, run = root.GetProperty("runs")[0], driver = run.GetProperty("tool").GetProperty("driver"), result = run.GetProperty("results")[0];
        root.GetProperty("version").GetString().Should().Be("2.1.0");
        root.GetProperty("$schema").GetString().Should().EndWith("/sarif-schema-2.1.0.json");
        root.GetProperty("runs").GetArrayLength().Should().Be(1);
        driver.GetProperty("name").GetString().Should().Be("incentives");
        run.GetProperty("columnKind").GetString().Should().Be("unicodeCodePoints");
        run.GetProperty("results").GetArrayLength().Should().Be(1);
        result.GetProperty("ruleId").GetString().Should().Be("INC3005");
        driver.GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().Should().Be("INC3005");
        result.GetProperty("level").GetString().Should().Be("error");
        result.GetProperty("message").GetProperty("text").GetString().Should().Be(
            """
            条款“b”与“a”（示例 1.yaml:6:10）都给予同一行奖补：奖项=甲奖
              应为：一个 overlap 写明两者的关系（keep: all、highest 或 one），或条件互不重叠
              怎么办：核对原文：相加、就高，还是其中一处写错；文本有歧义时用 reading
            """);
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        uri.Should().Be("%E8%A7%84%E5%88%99/%E7%A4%BA%E4%BE%8B%201.yaml");
        Uri.IsWellFormedUriString(uri, UriKind.Relative).Should().BeTrue();
        place.GetProperty("region").EnumerateObject().Select(p => $"{p.Name}={p.Value}").Should().Equal("startLine=7", "startColumn=10");
    }

    // The published schema forbids other properties and levels; validated by hand against it, and held here.
    [Fact]
    public void Sarif_has_no_property_the_schema_does_not_know()
    {
        Diagnostic[] findings = [.. Enum.GetValues<Severity>().Select(s => new Diagnostic("INC3005", s, new Place("规则.yaml", 7, 10), new Phrase("甲", "a")))];
        CheckReport report = RuleCheck.Run(new CheckRequest([_folder.Write("plan.yaml", Overlap)], "", "2024-06-30", 0), new DiagnosticBag());
        using JsonDocument json = JsonDocument.Parse(CheckSarif.Write(report, findings, Language.English, _folder.Path));
        SortedDictionary<string, string> shape = new(StringComparer.Ordinal);
        Shape("log", json.RootElement, shape);
        shape.Select(p => $"{p.Key}: {p.Value}").Should().Equal(
            "artifactLocation: uri",
            "driver: name version language rules",
            "help: text",
            "locations: physicalLocation",
            "log: $schema version runs",
            "message: text",
            "physicalLocation: artifactLocation region",
            "region: startLine startColumn",
            "results: ruleId ruleIndex level message locations",
            "rules: id help",
            "runs: tool columnKind results",
            "tool: driver");
        json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("level").GetString()).Should().Equal("note", "warning", "error");
    }

    private static void Shape(string name, JsonElement value, SortedDictionary<string, string> shape)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in value.EnumerateArray()) Shape(name, item, shape);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            string own = string.Join(' ', value.EnumerateObject().Select(p => p.Name));
            if (shape.TryGetValue(name, out string? other)) own.Should().Be(other);
            shape[name] = own;
            foreach (JsonProperty part in value.EnumerateObject()) Shape(part.Name, part.Value, shape);
        }
    }

    [Fact]
    public void Sarif_from_the_command()
    {
        CommandResult result = CommandLine.English("check", _folder.Write("plan.yaml", Overlap), "--on", "2024-06-30", "--format", "sarif");
        result.Exit.Should().Be(1);
        result.Error.Should().BeEmpty();
        using JsonDocument json = JsonDocument.Parse(result.Output);
        JsonElement run = json.RootElement.GetProperty("runs")[0];
        run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString().Should().Be("plan.yaml");
        run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[0].GetProperty("help").GetProperty("text").GetString().Should().Be("docs/diagnostics.md#inc3005");
    }

    // What cannot be used at all is told in the format asked for, too.
    [Fact]
    public void A_request_that_cannot_be_used()
    {
        CommandResult result = CommandLine.English("check", _folder["nowhere.yaml"], "--format", "sarif");
        result.Exit.Should().Be(2);
        JsonDocument.Parse(result.Output).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("level").GetString().Should().Be("error");
    }
}
