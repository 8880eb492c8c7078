using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>Collects the mutants of one scheme, and makes the usual sorts of change.</summary>
internal sealed class MutantSink
{
    private readonly List<Mutant> _all = [];

    /// <summary>The mutants, by place.</summary>
    public IReadOnlyList<Mutant> Sorted => [.. _all.OrderBy(m => m.Place, Place.Order)];

    /// <summary>Another text in the place of one.</summary>
    public void Text(MutantKind kind, ScalarNode was, string becomes)
    {
        if (becomes != was.Text) _all.Add(new Mutant(kind, was.Place, was.Text, becomes, was, was with { Text = becomes }));
    }

    /// <summary>A fixed sum in the place of a word that stands for the whole of what is paid.</summary>
    public void Fixed(ScalarNode was, string sum) =>
        _all.Add(new Mutant(MutantKind.Amount, was.Place, was.Text, $"fixed: {sum}", was, new MapNode(was.Place, [new MapEntry("fixed", was.Place, false, new ScalarNode(was.Place, sum, false))])));

    /// <summary>Another text under a key.</summary>
    public void Value(MutantKind kind, MapEntry entry, ScalarNode was, string becomes) =>
        _all.Add(new Mutant(kind, was.Place, $"{entry.Key}: {was.Text}", $"{entry.Key}: {becomes}", was, was with { Text = becomes, IsQuoted = false }));

    /// <summary>A key renamed.</summary>
    public void Key(MutantKind kind, MapNode map, MapEntry entry, string becomes) =>
        _all.Add(new Mutant(kind, entry.KeyPlace, entry.Key, becomes, map, map with { Entries = [.. map.Entries.Select(e => e == entry ? e with { Key = becomes } : e)] }));

    /// <summary>A key added.</summary>
    public void Added(MapNode map, string key, string value)
    {
        MapEntry entry = new(key, map.Place, false, new ScalarNode(map.Place, value, false));
        _all.Add(new Mutant(MutantKind.Relation, map.Place, $"{key}: —", $"{key}: {value}", map, map with { Entries = [.. map.Entries, entry] }));
    }

    /// <summary>A key taken away.</summary>
    public void Removed(MapNode map, MapEntry entry) =>
        _all.Add(new Mutant(MutantKind.Relation, entry.KeyPlace, $"{entry.Key}: {NodeText.Describe(entry.Value)}", $"{entry.Key}: —", map, map with { Entries = [.. map.Entries.Where(e => e != entry)] }));

    /// <summary>Each item of a list taken away in turn, where there are several.</summary>
    public void EachDropped(MapEntry entry, ListNode list)
    {
        if (list.Items.Count < 2) return;
        foreach (Node item in list.Items)
        {
            ListNode left = list with { Items = [.. list.Items.Where(i => !ReferenceEquals(i, item))] };
            _all.Add(new Mutant(MutantKind.Relation, item.Place, $"{entry.Key}: {NodeText.Describe(list)}", $"{entry.Key}: {NodeText.Describe(left)}", list, left));
        }
    }

    /// <summary>Two neighbours of a list exchanged, each pair in turn.</summary>
    public void NeighboursExchanged(ListNode list)
    {
        for (int i = 1; i < list.Items.Count; i++)
        {
            Node[] items = [.. list.Items];
            (items[i - 1], items[i]) = (items[i], items[i - 1]);
            _all.Add(new Mutant(MutantKind.Rank, list.Items[i].Place, $"{NodeText.Describe(list.Items[i - 1])} < {NodeText.Describe(list.Items[i])}", $"{NodeText.Describe(list.Items[i])} < {NodeText.Describe(list.Items[i - 1])}", list, list with { Items = items }));
        }
    }
}
