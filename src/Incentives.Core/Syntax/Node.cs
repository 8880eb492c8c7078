using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>A piece of a rule file, with its place. Everything a scalar says is text; its type comes from the field it stands in.</summary>
/// <param name="Place">Where it starts.</param>
internal abstract record Node(Place Place);

/// <summary>A text. A quoted one is always a literal: never a range, a reference, an expression or a reserved word.</summary>
internal sealed record ScalarNode(Place Place, string Text, bool IsQuoted) : Node(Place);

/// <summary>A list, in file order.</summary>
internal sealed record ListNode(Place Place, IReadOnlyList<Node> Items) : Node(Place);

/// <summary>A mapping, in file order; keys are unique.</summary>
internal sealed record MapNode(Place Place, IReadOnlyList<MapEntry> Entries) : Node(Place)
{
    /// <summary>The value under a key, or null.</summary>
    public Node? this[string key] => Entry(key)?.Value;

    /// <summary>The entry with a key, or null.</summary>
    public MapEntry? Entry(string key)
    {
        foreach (MapEntry entry in Entries)
        {
            if (entry.Key == key) return entry;
        }

        return null;
    }
}

/// <summary>One key of a mapping with its value.</summary>
internal sealed record MapEntry(string Key, Place KeyPlace, bool IsKeyQuoted, Node Value);
