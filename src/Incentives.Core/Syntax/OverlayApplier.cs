using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>Applies an overlay, <c>{overlay: id, base: scheme, change: {path: node}, remove: [path]}</c>, to a scheme's tree: changes first, then removals, each in file order.</summary>
internal static class OverlayApplier
{
    private static readonly string[] Fields = ["overlay", "title", "note", "base", "change", "remove"];

    /// <summary>The changed tree; a path that leads nowhere is reported and changes nothing.</summary>
    public static MapNode Apply(MapNode scheme, MapNode overlay, DiagnosticBag bag)
    {
        foreach (MapEntry field in overlay.Entries)
        {
            if (!Fields.Contains(field.Key)) bag.Add(SyntaxMessages.OverlayFieldUnknown(field.KeyPlace, field.Key, Suggestion.Nearest(field.Key, Fields), Fields));
        }

        if (!FitsBase(scheme, overlay, bag)) return scheme;
        List<OverlayEdit> edits = [.. Changes(overlay, bag), .. Removals(overlay, bag)];
        if (overlay.Entries.All(e => e.Key is "overlay" or "title" or "note" or "base")) bag.Add(SyntaxMessages.OverlayChangesNothing(overlay.Place));
        foreach (OverlayEdit edit in edits) scheme = edit.Apply(scheme, bag);
        return scheme;
    }

    private static bool FitsBase(MapNode scheme, MapNode overlay, DiagnosticBag bag)
    {
        string id = (scheme["scheme"] as ScalarNode)?.Text ?? "";
        if (overlay.Entry("base") is not { } named)
        {
            bag.Add(SyntaxMessages.OverlayWithoutBase(overlay.Place, id));
            return false;
        }

        if (named.Value is ScalarNode text && text.Text == id) return true;
        bag.Add(SyntaxMessages.OverlayOfAnotherScheme(named.Value.Place, NodeText.Describe(named.Value), id));
        return false;
    }

    private static IEnumerable<OverlayEdit> Changes(MapNode overlay, DiagnosticBag bag)
    {
        switch (overlay["change"])
        {
            case null:
                return [];
            case MapNode map:
                return map.Entries.Select(e => new OverlayEdit(e.Key, e.KeyPlace, e));
            case { } other:
                bag.Add(SyntaxMessages.OverlayChangeNotABlock(other.Place));
                return [];
        }
    }

    private static List<OverlayEdit> Removals(MapNode overlay, DiagnosticBag bag)
    {
        List<OverlayEdit> edits = [];
        Node[] paths = overlay["remove"] switch { null => [], ListNode list => [.. list.Items], { } one => [one] };
        foreach (Node path in paths)
        {
            if (path is ScalarNode text) edits.Add(new OverlayEdit(text.Text, text.Place, null));
            else bag.Add(SyntaxMessages.TextExpected(path.Place, "remove"));
        }

        return edits;
    }
}
