using System.Text.RegularExpressions;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>Names in words: columns by their headers, settings by their values, lists by what they hold, clauses with their articles.</summary>
internal sealed partial class NameWords
{
    private const int MostInline = 12;

    private readonly Telling _telling;
    private readonly Dictionary<string, Node> _lists = [];
    private readonly Dictionary<string, string> _settings = [];
    private readonly Dictionary<string, string> _clauses = [];

    /// <summary>The names of a scheme and of the vocabularies beside it.</summary>
    public NameWords(Telling telling, MapNode root, IEnumerable<MapNode> vocabularies)
    {
        _telling = telling;
        foreach (MapNode file in vocabularies.Append(root))
        {
            foreach (string block in (string[])["lists", "ladders"])
            {
                foreach (MapEntry entry in (file[block] as MapNode)?.Entries ?? []) _lists[entry.Key] = entry.Value;
            }
        }

        foreach (MapEntry entry in (root["settings"] as MapNode)?.Entries ?? []) _settings[entry.Key] = NodeText.Describe(entry.Value);
        foreach (MapNode clause in Maps(root["clauses"]).Where(c => c["id"] is ScalarNode)) _clauses[((ScalarNode)clause["id"]!).Text] = (clause["cite"] as ScalarNode)?.Text ?? "";
    }

    /// <summary>The mappings in a node: itself, or those of a list.</summary>
    public static IEnumerable<MapNode> Maps(Node? node) => node switch
    {
        MapNode map => [map],
        ListNode list => list.Items.OfType<MapNode>(),
        _ => [],
    };

    /// <summary>A column as people know it.</summary>
    public string Column(string name) =>
        _telling.Language == Diagnostics.Language.Chinese && StandardColumns.Find(name) is { Headers: [string first, ..] } ? first : name;

    /// <summary>Columns as people know them, by what a rule is counted.</summary>
    public string Columns(Node? node) => _telling.And(Telling.Texts(node).Select(n => n switch
    {
        "recipient" => _telling.Say("奖补对象", "recipient"),
        "row" => _telling.Say("每一行", "each row alone"),
        _ => Column(n),
    }));

    /// <summary>A text in which settings are replaced by their values.</summary>
    public string Values(string text) => Reference().Replace(text, m => m.Groups[1].Value switch
    {
        "period" => _telling.Say("批次期间", "the batch's period"),
        "last-year" => _telling.Say("批次上一年", "the year before the batch"),
        string name when _settings.TryGetValue(name, out string? value) =>
            value == "unpublished" ? _telling.Say($"未公布的“{name}”", $"the unpublished '{name}'") : _telling.Say($"{value}（设定“{name}”）", $"{value} (setting '{name}')"),
        string name => _telling.Say($"清单“{name}”", $"the list '{name}'"),
    });

    /// <summary>What a name that rules concern means: a clause, an award, a list.</summary>
    public string Concerned(Node? node) => _telling.And(Telling.Texts(node).Select(n =>
        _clauses.TryGetValue(n, out string? cite) ? _telling.Say($"条款 {n}{(cite.Length > 0 ? $"（{cite}）" : "")}", $"clause {n}{(cite.Length > 0 ? $" ({cite})" : "")}")
        : n.StartsWith('$') ? List(n[1..]) : n));

    /// <summary>A list or ladder by what it holds; a long one, or one that a reading decides, by its name.</summary>
    public string List(string name)
    {
        if (!_lists.TryGetValue(name, out Node? node)) return Values("$" + name);
        string[] items = [.. Telling.Texts(node).Select(t => t.StartsWith('$') ? List(t[1..]) : t)];
        return node is MapNode || items.Length > MostInline
            ? _telling.Say($"清单“{name}”所列各项", $"those of the list '{name}'")
            : _telling.Say($"{_telling.And(items)}（清单“{name}”）", $"{_telling.And(items)} (the list '{name}')");
    }

    /// <summary>Whether a name is a list or a ladder.</summary>
    public bool IsList(string name) => _lists.ContainsKey(name);

    [GeneratedRegex(@"\$([^\s()|,，、]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
