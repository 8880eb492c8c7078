using System.Text.Json;
using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Commands;

/// <summary>The JSON Schema that editors complete rule files by.</summary>
public sealed class ExportSchemaTests
{
    private static readonly string SchemaFile = Repository.Path("docs/schema.json");

    private static string Exported => CommandLine.English("export", "schema").Output;

    public static TheoryData<string> RuleFiles()
    {
        TheoryData<string> files = [];
        string rules = Repository.Path("rules");
        foreach (string file in Directory.EnumerateFiles(rules, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) files.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
        return files;
    }

    [Fact]
    public void It_is_the_file_in_docs() => File.ReadAllText(SchemaFile).Should().Be(Exported);

    [Fact]
    public void It_is_the_same_in_both_languages() => CommandLine.Chinese("export", "schema").Output.Should().Be(Exported);

    [Fact]
    public void It_is_a_schema_whose_references_lead_somewhere()
    {
        using JsonDocument schema = JsonDocument.Parse(Exported);
        schema.RootElement.GetProperty("$schema").GetString().Should().Be("http://json-schema.org/draft-07/schema#");
        JsonElement definitions = schema.RootElement.GetProperty("definitions");
        string[] references = [.. References(schema.RootElement).Distinct()];
        references.Should().NotBeEmpty();
        foreach (string reference in references)
        {
            reference.Should().StartWith("#/definitions/");
            definitions.TryGetProperty(reference["#/definitions/".Length..], out _).Should().BeTrue(reference);
        }
    }

    [Fact]
    public void Every_key_is_described_in_both_languages()
    {
        using JsonDocument schema = JsonDocument.Parse(Exported);
        foreach (JsonProperty definition in schema.RootElement.GetProperty("definitions").EnumerateObject())
        {
            if (!definition.Value.TryGetProperty("properties", out JsonElement keys)) continue;
            foreach (JsonProperty key in keys.EnumerateObject()) key.Value.GetProperty("description").GetString().Should().MatchRegex("[\u4e00-\u9fff].* / .*[a-z]", $"{definition.Name}.{key.Name}");
        }
    }

    // What an editor offers where a text has words of its own.
    [Theory]
    [InlineData("recur", "within", "year")]
    [InlineData("recur", "of", "same-or-higher")]
    [InlineData("recur", "again", "rejected")]
    [InlineData("overlap", "keep", "highest")]
    [InlineData("overlap", "by", "recipient")]
    [InlineData("overlap", "order", "tier")]
    [InlineData("limit", "cut", "pro-rata")]
    [InlineData("share", "weight", "equal")]
    [InlineData("pay", "per", "item")]
    [InlineData("clause", "pay", "unpublished")]
    [InlineData("instalment", "pay", "rest")]
    [InlineData("conditions", "recipient-kind", "组织")]
    [InlineData("expect", "status", "pay-up-to")]
    [InlineData("column", "type", "money")]
    public void It_offers_words(string definition, string key, string word)
    {
        using JsonDocument schema = JsonDocument.Parse(Exported);
        JsonElement property = schema.RootElement.GetProperty("definitions").GetProperty(definition).GetProperty("properties").GetProperty(key);
        property.GetProperty("anyOf").EnumerateArray().Where(o => o.TryGetProperty("enum", out _)).SelectMany(o => o.GetProperty("enum").EnumerateArray()).Select(w => w.GetString()).Should().Contain(word);
    }

    // Every mapping of the language has a definition that is described, conditions, amounts and splits too.
    [Fact]
    public void Every_definition_is_described()
    {
        using JsonDocument schema = JsonDocument.Parse(Exported);
        JsonProperty[] definitions = [.. schema.RootElement.GetProperty("definitions").EnumerateObject()];
        definitions.Select(d => d.Name).Should().Contain(["conditions", "amount", "decision-row", "fund", "spent", "by-count", "case-row", "expect", "per-measure", "round"]);
        foreach (JsonProperty definition in definitions) definition.Value.GetProperty("description").GetString().Should().MatchRegex("[\u4e00-\u9fff].* / .*[a-z]", definition.Name);
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void Every_rule_file_names_it(string file)
    {
        string first = File.ReadLines(Repository.Path(file)).First();
        const string Prefix = "# yaml-language-server: $schema=";
        first.Should().StartWith(Prefix);
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.Path(file))!, first[Prefix.Length..])).Should().Be(Path.GetFullPath(SchemaFile));
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void It_knows_every_key_of_every_rule_file(string file)
    {
        using JsonDocument schema = JsonDocument.Parse(Exported);
        DiagnosticBag bag = new();
        MapNode root = YamlReader.Read(file, File.ReadAllBytes(Repository.Path(file)), bag)!;
        bag.Sorted().Should().BeEmpty();
        string kind = root.Entries[0].Key;
        List<string> unknown = [];
        new KeyWalk(schema.RootElement.GetProperty("definitions"), unknown).Walk(kind, root, kind);
        unknown.Should().BeEmpty();
    }

    // A walk that finds nothing must not pass for one that looked.
    [Fact]
    public void The_walk_finds_an_unknown_key()
    {
        using JsonDocument schema = JsonDocument.Parse(Exported);
        MapNode root = YamlReader.Read("probe.yaml", ProbeScheme.With("    department:", "    departmnet:"), new DiagnosticBag())!;
        List<string> unknown = [];
        new KeyWalk(schema.RootElement.GetProperty("definitions"), unknown).Walk("scheme", root, "scheme");
        unknown.Should().Equal("scheme/clauses/departmnet");
    }

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "$ref" ? [p.Value.GetString()!] : References(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };

    /// <summary>Follows a rule file and the schema side by side, along the definitions that the schema refers to.</summary>
    private sealed class KeyWalk(JsonElement definitions, List<string> unknown)
    {
        public void Walk(string definition, MapNode map, string path)
        {
            JsonElement shape = definitions.GetProperty(definition);
            bool hasKeys = shape.TryGetProperty("properties", out JsonElement keys);
            bool hasOthers = shape.TryGetProperty("additionalProperties", out JsonElement others);
            foreach (MapEntry entry in map.Entries)
            {
                string at = $"{path}/{entry.Key}";
                if (hasKeys && keys.TryGetProperty(entry.Key, out JsonElement key)) Inside(key, entry.Value, at);
                else if (hasOthers && others.ValueKind == JsonValueKind.Object) Inside(others, entry.Value, at);
                else if (hasOthers && others.ValueKind == JsonValueKind.False) unknown.Add(at);
            }
        }

        private void Inside(JsonElement key, Node value, string path)
        {
            string? definition = References(key).Select(r => r["#/definitions/".Length..]).FirstOrDefault();
            if (definition is null) return;
            if (value is MapNode map && !map.Entries.Any(e => e.Key == "reading")) Walk(definition, map, path);
            if (value is ListNode list)
            {
                foreach (MapNode item in list.Items.OfType<MapNode>()) Walk(definition, item, path);
            }
        }
    }
}
