using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>What of a scheme has been put into words so far: at the end nothing may be left over.</summary>
internal sealed class Telling(Language language)
{
    private readonly HashSet<MapEntry> _told = new(ReferenceEqualityComparer.Instance);

    /// <summary>The language of the page.</summary>
    public Language Language => language;

    /// <summary>A sentence in the page's language.</summary>
    public string Say(string zh, string en) => language == Language.Chinese ? zh : en;

    /// <summary>Several things as one text: <c>甲、乙、丙</c>.</summary>
    public string And(IEnumerable<string> parts) => string.Join(Say("、", ", "), parts);

    /// <summary>Several clauses of a sentence.</summary>
    public string Comma(IEnumerable<string> parts) => string.Join(Say("，", "; "), parts.Where(p => p.Length > 0));

    /// <summary>The node under a key, which is told from now on; null for none.</summary>
    public Node? Take(MapNode map, string key)
    {
        if (map.Entry(key) is not { } entry) return null;
        _told.Add(entry);
        return entry.Value;
    }

    /// <summary>The entries of a mapping, which are told from now on, but for some keys.</summary>
    public IReadOnlyList<MapEntry> Entries(MapNode map, params string[] but)
    {
        MapEntry[] entries = [.. map.Entries.Where(e => e.IsKeyQuoted || !but.Contains(e.Key))];
        _told.UnionWith(entries);
        return entries;
    }

    /// <summary>The text under a key in one line; empty for none.</summary>
    public string Text(MapNode map, string key) => Take(map, key) is ScalarNode scalar ? OneLine(scalar.Text) : "";

    /// <summary>One text or a list of texts.</summary>
    public static IReadOnlyList<string> Texts(Node? node) => node switch
    {
        ScalarNode scalar => [OneLine(scalar.Text)],
        ListNode list => [.. list.Items.SelectMany(Texts)],
        _ => [],
    };

    /// <summary>A text without line ends.</summary>
    public static string OneLine(string text) => text.Trim().ReplaceLineEndings(" ");

    /// <summary>A choice between readings, each option in words; anything else as it is.</summary>
    public string Choose(Node node, Func<Node, string> words)
    {
        if (node is not MapNode map || ReadingUses.ChoiceOf(map) is null) return words(node);
        string reading = Text(map, "reading");
        string[] options = [.. Entries(map, "reading").Select(o => Say($"取“{o.Key}”时，{Choose(o.Value, words)}", $"under '{o.Key}' {Choose(o.Value, words)}"))];
        return Say($"按口径“{reading}”：{string.Join("；", options)}", $"by the reading '{reading}': {string.Join("; ", options)}");
    }

    /// <summary>What was never told, by path.</summary>
    public IEnumerable<(string Path, Node Value)> Untold(Node node, string path = "")
    {
        switch (node)
        {
            case ListNode list:
                foreach ((int i, Node item) in list.Items.Index())
                {
                    foreach (var left in Untold(item, $"{path}[{i + 1}]")) yield return left;
                }

                break;
            case MapNode map:
                foreach (MapEntry entry in map.Entries)
                {
                    string at = path.Length == 0 ? entry.Key : $"{path}.{entry.Key}";
                    if (!_told.Contains(entry)) yield return (at, entry.Value);
                    else foreach (var left in Untold(entry.Value, at)) yield return left;
                }

                break;
        }
    }
}
