using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Documents;

/// <summary>What of a scheme has been put into words so far: at the end nothing may be left over.</summary>
internal sealed partial class Telling(Language language)
{
    private readonly HashSet<MapEntry> _told = new(ReferenceEqualityComparer.Instance);

    /// <summary>The language of the page.</summary>
    public Language Language => language;

    /// <summary>A sentence in the page's language.</summary>
    public string Say(string zh, string en) => language == Language.Chinese ? zh : en;

    /// <summary>How a choice between readings begins.</summary>
    public string ByReading => Say("按口径", "by the reading");

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

    /// <summary>A text in one line, without the blanks that folding puts between Chinese characters.</summary>
    public static string OneLine(string text) => FoldedBlank().Replace(text.Trim().ReplaceLineEndings(" "), "");

    [GeneratedRegex("(?<=[\u2018-\u201d\u3000-\u9fff\uff00-\uffef]) (?=[\u2018-\u201d\u3000-\u9fff\uff00-\uffef])", RegexOptions.CultureInvariant)]
    private static partial Regex FoldedBlank();

    /// <summary>A choice between readings, each option in words; anything else as it is.</summary>
    public string Choose(Node node, Func<Node, string> words)
    {
        if (node is not MapNode map || ReadingUses.ChoiceOf(map) is null) return words(node);
        string reading = Text(map, "reading");
        string[] options = [.. Entries(map, "reading").Select(o => $"{Under(o.Key)}{Choose(o.Value, words)}")];
        return $"{ByReading}{Say($"“{reading}”：", $" '{reading}': ")}{string.Join(Say("；", "; "), options)}";
    }

    /// <summary>That an option of a reading is taken.</summary>
    public string Under(string option) => Say($"取“{option}”时，", $"under '{option}' ");

    /// <summary>The word under a key in a sentence; the sentence for an empty word where there is none.</summary>
    public string Word(MapNode map, string key, Func<string, string> sentence) =>
        Take(map, key) is { } node ? Choose(node, n => sentence(n is ScalarNode scalar ? OneLine(scalar.Text) : NodeText.Describe(n))) : sentence("");

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
