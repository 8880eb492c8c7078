using System.Globalization;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>
/// One change by path. A path is keys joined by <c>/</c>; a key may itself hold a <c>/</c>. An item of a list is addressed by its
/// <c>id</c>, by its own text, or by its number from 1.
/// </summary>
/// <param name="Path">The path as written.</param>
/// <param name="Place">Where the overlay says so.</param>
/// <param name="Change">The entry with the new value, or null to remove.</param>
internal sealed record OverlayEdit(string Path, Place Place, MapEntry? Change)
{
    private const int Missing = -1;

    /// <summary>The tree with the change made, or the same tree when the path leads nowhere.</summary>
    public MapNode Apply(MapNode root, DiagnosticBag bag)
    {
        string[] steps = Path.Split('/', StringSplitOptions.TrimEntries);
        if (steps.Contains(""))
        {
            bag.Add(SyntaxMessages.PathHasEmptyStep(Place, Path));
            return root;
        }

        return (MapNode?)Rewrite(root, steps, 0, bag) ?? root;
    }

    // The node with the rest of the path applied; null when that failed and was reported.
    private Node? Rewrite(Node node, string[] steps, int done, DiagnosticBag bag)
    {
        switch (node)
        {
            case MapNode map:
                (int entry, int used) = FindKey(map, steps, done);
                if (entry == Missing) return done == steps.Length - 1 && Change is not null ? map with { Entries = [.. map.Entries, NewEntry(steps[done])] } : NotFound(steps, done, map.Entries.Select(e => e.Key), bag);
                if (done + used == steps.Length) return map with { Entries = Replace(map.Entries, entry, Change is null ? null : map.Entries[entry] with { Value = Change.Value }) };
                return Rewrite(map.Entries[entry].Value, steps, done + used, bag) is { } value ? map with { Entries = Replace(map.Entries, entry, map.Entries[entry] with { Value = value }) } : null;
            case ListNode list:
                int item = FindItem(list, steps[done]);
                bool last = done == steps.Length - 1;
                if (item == Missing) return last && Change is not null && Name(Change.Value) == steps[done] ? list with { Items = [.. list.Items, Change.Value] } : NotFound(steps, done, list.Items.Select(Name).OfType<string>(), bag);
                if (last) return list with { Items = Replace(list.Items, item, Change?.Value) };
                return Rewrite(list.Items[item], steps, done + 1, bag) is { } rewritten ? list with { Items = Replace(list.Items, item, rewritten) } : null;
            default:
                bag.Add(SyntaxMessages.PathLeadsIntoText(Place, Path, string.Join('/', steps[..done]), NodeText.Describe(node)));
                return null;
        }
    }

    private MapEntry NewEntry(string key) => new(key, Place, IsKeyQuoted: false, Change!.Value);

    private static (int Entry, int Used) FindKey(MapNode map, string[] steps, int done)
    {
        for (int used = 1; done + used <= steps.Length; used++)
        {
            string key = string.Join('/', steps[done..(done + used)]);
            for (int i = 0; i < map.Entries.Count; i++)
            {
                if (map.Entries[i].Key == key) return (i, used);
            }
        }

        return (Missing, 0);
    }

    private static int FindItem(ListNode list, string step)
    {
        for (int i = 0; i < list.Items.Count; i++)
        {
            if (Name(list.Items[i]) == step) return i;
        }

        bool isNumber = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return isNumber && number >= 1 && number <= list.Items.Count ? number - 1 : Missing;
    }

    private static string? Name(Node item) => item switch
    {
        MapNode map => (map["id"] as ScalarNode)?.Text,
        ScalarNode scalar => scalar.Text,
        _ => null,
    };

    private static List<T> Replace<T>(IReadOnlyList<T> all, int index, T? with)
        where T : class
    {
        List<T> copy = [.. all];
        if (with is null) copy.RemoveAt(index);
        else copy[index] = with;
        return copy;
    }

    private Node? NotFound(string[] steps, int done, IEnumerable<string> known, DiagnosticBag bag)
    {
        string[] names = [.. known];
        bag.Add(SyntaxMessages.PathNotFound(Place, Path, string.Join('/', steps[..done]), steps[done], Suggestion.Nearest(steps[done], names), names));
        return null;
    }
}
