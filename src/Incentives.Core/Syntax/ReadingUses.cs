using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>All choices of a tree, <c>{reading: id, option-a: …, option-b: …}</c>, those inside options included.</summary>
internal sealed class ReadingUses
{
    private readonly Dictionary<string, List<ReadingUse>> _byId = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _bag;

    /// <summary>Collects the choices below a scheme's root; the <c>readings</c> block itself holds none.</summary>
    public ReadingUses(MapNode root, DiagnosticBag bag)
    {
        _bag = bag;
        foreach (MapEntry entry in root.Entries)
        {
            if (entry.Key != ReadingResolver.Block) Collect(entry.Value);
        }
    }

    /// <summary>Uses by reading, each in file order.</summary>
    public IReadOnlyDictionary<string, List<ReadingUse>> ById => _byId;

    /// <summary>The reading a mapping is a choice of, or null when it is no choice.</summary>
    public static MapEntry? ChoiceOf(MapNode map) => map.Entry("reading");

    /// <summary>The options of a choice: all its keys but <c>reading</c>.</summary>
    public static IEnumerable<MapEntry> OptionsOf(MapNode choice) => choice.Entries.Where(e => e.Key != "reading");

    private void Collect(Node node)
    {
        if (node is ListNode list)
        {
            foreach (Node item in list.Items) Collect(item);
        }

        if (node is not MapNode map) return;
        if (ChoiceOf(map) is { } choice) Add(map, choice);
        foreach (MapEntry entry in map.Entries) Collect(entry.Value);
    }

    private void Add(MapNode map, MapEntry choice)
    {
        string[] options = [.. OptionsOf(map).Select(e => e.Key)];
        if (choice.Value is not ScalarNode id)
        {
            _bag.Add(SyntaxMessages.ReadingNotAName(choice.Value.Place));
            return;
        }

        if (options.Length == 0) _bag.Add(SyntaxMessages.ReadingWithoutOptions(choice.KeyPlace, id.Text));
        if (options.Length == 1) _bag.Add(SyntaxMessages.ReadingWithOneOption(choice.KeyPlace, id.Text, options[0]));
        if (!_byId.TryGetValue(id.Text, out List<ReadingUse>? uses)) _byId.Add(id.Text, uses = []);
        uses.Add(new ReadingUse(choice.KeyPlace, id.Place, options));
    }
}

/// <summary>One choice.</summary>
/// <param name="Place">Where the choice stands.</param>
/// <param name="IdPlace">Where it names its reading.</param>
/// <param name="Options">Its options, in file order.</param>
internal sealed record ReadingUse(Place Place, Place IdPlace, IReadOnlyList<string> Options);
