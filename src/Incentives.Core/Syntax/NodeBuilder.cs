using Incentives.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Incentives.Core.Syntax;

/// <summary>Builds nodes from YAML events and reports what YAML would have changed in silence. A method returns null once the parser has failed.</summary>
internal sealed class NodeBuilder(SourceText source, YamlEvents events, DiagnosticBag bag)
{
    /// <summary>How deep mappings and lists may stand in each other.</summary>
    public const int DeepestLevel = 40;

    /// <summary>The file's one mapping; null if there is none.</summary>
    public MapNode? Document()
    {
        ParsingEvent? e = events.Next();
        while (e is StreamStart or DocumentStart) e = events.Next();
        if (e is null) return null;
        if (e is StreamEnd)
        {
            bag.Add(SyntaxMessages.EmptyFile(new Place(source.File)));
            return null;
        }

        Place start = source.PlaceAt(Index(e));
        Node? root = Node(e, depth: 0);
        if (root is null || !OneDocumentOnly()) return null;
        if (root is MapNode map) return map;
        bag.Add(root is ScalarNode { IsQuoted: false, Text: "" }
            ? SyntaxMessages.EmptyFile(new Place(source.File))
            : ScalarTraps.KeyWithoutColon(root) ?? SyntaxMessages.RootNotMapping(start, root));
        return null;
    }

    // Reads on to the end, so that what is wrong further down is found as well.
    private bool OneDocumentOnly()
    {
        bool said = false;
        while (events.Next() is { } e)
        {
            if (e is DocumentStart && !said)
            {
                said = true;
                bag.Add(SyntaxMessages.SeveralDocuments(source.PlaceAt(Index(e))));
            }
        }

        return events.Failure is null;
    }

    private Node? Node(ParsingEvent e, int depth)
    {
        Place place = source.PlaceAt(Index(e));
        if (e is NodeEvent node) ReportProperties(node, place);
        if (depth > DeepestLevel && (e is MappingStart or SequenceStart))
        {
            bag.Add(SyntaxMessages.TooDeep(place, DeepestLevel));
            return Skip() ? new ScalarNode(place, "…", IsQuoted: true) : null;
        }

        switch (e)
        {
            case Scalar scalar:
                return new ScalarNode(place, scalar.Value, scalar.Style != ScalarStyle.Plain);
            case AnchorAlias alias:
                bag.Add(SyntaxMessages.Alias(place, alias.Value.Value));
                return new ScalarNode(place, "*" + alias.Value.Value, IsQuoted: true);
            case MappingStart:
                return Map(e, place, depth);
            default:
                return List(e, place, depth);
        }
    }

    private ListNode? List(ParsingEvent start, Place place, int depth)
    {
        List<Node> items = [];
        int previousEnd = -1;
        while (events.Next() is { } e)
        {
            if (e is SequenceEnd) return new ListNode(place, items);
            if (YamlEvents.IsFlow(start) && previousEnd >= 0) ReportMissing(',', previousEnd, Index(e));
            if (Node(e, depth + 1) is not { } item) return null;
            if (item is ScalarNode scalar && !ReportEmpty(e, scalar, key: null))
            {
                ReportComment(e);
                if (ScalarTraps.InList(source, e, scalar, items, YamlEvents.IsFlow(start)) is { } trap) bag.Add(trap);
            }

            items.Add(item);
            previousEnd = (int)events.Last!.End.Index;
        }

        return null;
    }

    private MapNode? Map(ParsingEvent start, Place place, int depth)
    {
        List<MapEntry> entries = [];
        Dictionary<string, Place> places = new(StringComparer.Ordinal);
        while (events.Next() is { } keyEvent)
        {
            if (keyEvent is MappingEnd) return new MapNode(place, entries);
            if (Node(keyEvent, depth + 1) is not { } key || events.Next() is not { } valueEvent) return null;
            if (keyEvent is Scalar { Style: not ScalarStyle.Plain } quoted && valueEvent is not Scalar { Value.Length: 0 }) ReportMissing(':', (int)quoted.End.Index, Index(valueEvent));
            if (Node(valueEvent, depth + 1) is not { } value) return null;
            if (key is not ScalarNode keyText || keyEvent is AnchorAlias)
            {
                if (keyEvent is not AnchorAlias) bag.Add(SyntaxMessages.KeyNotText(key.Place));
                continue;
            }

            MapEntry entry = new(keyText.Text, keyText.Place, keyText.IsQuoted, value);
            if (!ReportEntry(entry, valueEvent, entries, YamlEvents.IsFlow(start))) continue;
            if (places.TryAdd(entry.Key, entry.KeyPlace)) entries.Add(entry);
            else bag.Add(SyntaxMessages.DuplicateKey(entry.KeyPlace, entry.Key, places[entry.Key]));
        }

        return null;
    }

    // Says what is wrong with one entry; false if the entry is not to be kept.
    private bool ReportEntry(MapEntry entry, ParsingEvent valueEvent, List<MapEntry> before, bool inBrackets)
    {
        if (entry is { Key: "<<", IsKeyQuoted: false })
        {
            bag.Add(SyntaxMessages.MergeKey(entry.KeyPlace));
            return false;
        }

        if (entry.Key.Length == 0)
        {
            bag.Add(SyntaxMessages.EmptyKey(entry.KeyPlace));
            return false;
        }

        if (!entry.IsKeyQuoted && ScalarTraps.Comparison(entry.Key, entry.KeyPlace) is { } comparison) bag.Add(comparison);
        if (entry.Value is not ScalarNode scalar) return true;
        if (scalar.Text.Length == 0)
        {
            MapEntry? previous = inBrackets && before.Count > 0 ? before[^1] : null;
            if (!scalar.IsQuoted && ScalarTraps.EmptyEntry(entry, previous) is { } cut) bag.Add(cut);
            else ReportEmpty(valueEvent, scalar, entry);
            return true;
        }

        ReportComment(valueEvent);
        if (ScalarTraps.InMap(source, valueEvent, scalar) is { } trap) bag.Add(trap);
        return true;
    }

    private bool ReportEmpty(ParsingEvent e, ScalarNode scalar, MapEntry? key)
    {
        if (scalar.Text.Length > 0) return false;
        int i = Index(e);
        while (source.At(i) is ' ' or '\t') i++;
        Place place = key?.KeyPlace ?? scalar.Place;
        bag.Add(!scalar.IsQuoted && source.At(i) == '#'
            ? SyntaxMessages.EmptyBecauseOfHash(place, key?.Key, source.RestOfLine(i))
            : SyntaxMessages.EmptyValue(place, key?.Key));
        return true;
    }

    // "3 #楼" is cut to "3": a comment right behind a text needs two spaces, or it is likely part of the text.
    private void ReportComment(ParsingEvent e)
    {
        if (e is not Scalar { Style: ScalarStyle.Plain } scalar) return;
        int end = (int)scalar.End.Index;
        while (end > 0 && source.At(end - 1) is ' ' or '\t' or '\n') end--;
        if (source.At(end) is not (' ' or '\t') || source.At(end + 1) != '#') return;
        bag.Add(SyntaxMessages.CommentCutsText(source.PlaceAt(end + 1), scalar.Value, source.RestOfLine(end + 1)));
    }

    // The parser lets ["a" "b"] and {"a" "b"} pass.
    private void ReportMissing(char sign, int from, int to)
    {
        if (to > from && !source.Text.AsSpan(from, to - from).Contains(sign)) bag.Add(SyntaxMessages.TextAfterClosing(source.PlaceAt(to), source.RestOfLine(to)));
    }

    private void ReportProperties(NodeEvent node, Place place)
    {
        if (!node.Anchor.IsEmpty) bag.Add(SyntaxMessages.Anchor(place, node.Anchor.Value));
        if (!node.Tag.IsEmpty) bag.Add(SyntaxMessages.Tag(place, source.RestOfLine(Index(node)).Split(' ')[0]));
    }

    // Passes over the rest of a collection whose start was just read.
    private bool Skip()
    {
        for (int open = 1; open > 0;)
        {
            if (events.Next() is not { } e) return false;
            if (e is MappingStart or SequenceStart) open++;
            if (e is MappingEnd or SequenceEnd) open--;
        }

        return true;
    }

    private static int Index(ParsingEvent e) => (int)e.Start.Index;
}
