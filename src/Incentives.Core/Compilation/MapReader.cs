using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Reads the keys of a mapping by its <see cref="Shape"/>, and reports unknown, missing and malformed ones.</summary>
internal sealed class MapReader
{
    private readonly Shape _shape;
    private readonly DiagnosticBag _bag;

    /// <summary>Checks the keys at once.</summary>
    public MapReader(MapNode map, Shape shape, DiagnosticBag bag)
    {
        Map = map;
        _shape = shape;
        _bag = bag;
        if (shape.OpenKeys is not null) return;
        foreach (MapEntry entry in map.Entries)
        {
            if (shape.Find(entry.Key) is null)
            {
                IEnumerable<string> known = shape.Fields.Select(f => f.Name);
                bag.Add(RuleMessages.UnknownKey(entry.KeyPlace, entry.Key, shape.Name, known, Suggestion.Nearest(entry.Key, known)));
            }
        }

        foreach (Field field in shape.Fields.Where(f => f.IsRequired && map[f.Name] is null))
        {
            bag.Add(RuleMessages.MissingKey(map.Place, field.Name, shape.Name, field.Words));
        }
    }

    /// <summary>The mapping itself.</summary>
    public MapNode Map { get; }

    /// <summary>The node under a key, or null.</summary>
    public Node? Node(string key) => Map[key];

    /// <summary>The text under a key, or null; anything but a text is reported.</summary>
    public ScalarNode? Scalar(string key)
    {
        switch (Map[key])
        {
            case null: return null;
            case ScalarNode scalar: return Chosen(key, scalar);
            case { } other:
                _bag.Add(RuleMessages.WrongForm(other.Place, key, new("一段文字", "a text"), NodeText.Describe(other)));
                return null;
        }
    }

    /// <summary>The text under a key, or empty.</summary>
    public string Text(string key) => Scalar(key)?.Text ?? "";

    /// <summary>A mapping under a key, or null.</summary>
    public MapNode? Mapping(string key)
    {
        if (Map[key] is not { } node) return null;
        if (node is MapNode map) return map;
        _bag.Add(RuleMessages.WrongForm(node.Place, key, new("带缩进的“名称: 值”", "a mapping"), NodeText.Describe(node)));
        return null;
    }

    /// <summary>One text or a list of texts under a key.</summary>
    public IReadOnlyList<ScalarNode> Names(string key) => Map[key] is { } node ? NamesOf(node, key) : [];

    /// <summary>A list of mappings under a key; a single mapping counts as a list of one.</summary>
    public IReadOnlyList<MapNode> Mappings(string key)
    {
        switch (Map[key])
        {
            case null: return [];
            case MapNode one: return [one];
            case ListNode list:
                List<MapNode> maps = [];
                foreach (Node item in list.Items)
                {
                    if (item is MapNode map) maps.Add(map);
                    else _bag.Add(RuleMessages.WrongForm(item.Place, key, new("每项是“名称: 值”", "each item a mapping"), NodeText.Describe(item)));
                }

                return maps;
            case { } other:
                if (other is ScalarNode { Text: "none", IsQuoted: false }) return [];
                _bag.Add(RuleMessages.WrongForm(other.Place, key, new("以“- ”开头的列表", "a list"), NodeText.Describe(other)));
                return [];
        }
    }

    private IReadOnlyList<ScalarNode> NamesOf(Node node, string key)
    {
        switch (node)
        {
            case ScalarNode scalar: return [scalar];
            case ListNode list:
                return [.. list.Items.SelectMany(i => NamesOf(i, key))];
            default:
                _bag.Add(RuleMessages.WrongForm(node.Place, key, new("一个名称或名称的列表", "a name or a list of names"), NodeText.Describe(node)));
                return [];
        }
    }

    private ScalarNode? Chosen(string key, ScalarNode scalar)
    {
        if (_shape.Find(key)?.Choices is not { } choices || choices.Contains(scalar.Text)) return scalar;
        _bag.Add(RuleMessages.NotAChoice(scalar.Place, key, scalar.Text, choices, Suggestion.Nearest(scalar.Text, choices)));
        return null;
    }
}
