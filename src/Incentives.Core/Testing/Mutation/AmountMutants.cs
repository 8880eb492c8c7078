using Incentives.Core.Compilation;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>Mutants of what a clause pays, and of conditions.</summary>
/// <param name="sink">Where they go.</param>
/// <param name="find">The column of a name.</param>
internal sealed class AmountMutants(MutantSink sink, Func<string, Column?> find)
{
    private const string Published = "1000元";

    private static readonly string[] Modifiers = ["times", "plus", "at-least", "at-most"];

    /// <summary>A node, or the nodes behind a choice between readings.</summary>
    public static IEnumerable<Node> Each(Node? node) => node switch
    {
        null or ScalarNode { Text: "none", IsQuoted: false } => [],
        MapNode map when ReadingUses.ChoiceOf(map) is not null => ReadingUses.OptionsOf(map).SelectMany(o => Each(o.Value)),
        _ => [node],
    };

    /// <summary>The mappings of a list, or the one mapping that stands for a list.</summary>
    public static IEnumerable<MapNode> Maps(Node? node) =>
        Each(node).SelectMany(n => n is ListNode list ? list.Items.SelectMany(Each) : [n]).OfType<MapNode>();

    /// <summary>What a clause pays.</summary>
    public void Pay(Node? node)
    {
        foreach (MapNode map in Maps(node))
        {
            foreach (MapEntry entry in map.Entries) PayEntry(map, entry);
        }

        foreach (ScalarNode unpublished in Each(node).OfType<ScalarNode>().Where(s => s.Text == "unpublished")) sink.Fixed(unpublished, Published);
    }

    /// <summary>Conditions: one group of tests, or several.</summary>
    public void Tests(Node? node)
    {
        foreach (MapNode map in Maps(node))
        {
            foreach (MapEntry entry in map.Entries) Condition(entry.Key, entry.Value);
        }
    }

    /// <summary>An amount, a share or a factor, as a text or a table.</summary>
    public void Amount(Node? node)
    {
        foreach (Node each in Each(node))
        {
            switch (each)
            {
                case ScalarNode { IsQuoted: false } scalar: Scalar(scalar); break;
                case ListNode list: foreach (Node item in list.Items) Amount(item); break;
                case MapNode map: Nested(map); break;
            }
        }
    }

    /// <summary>How a sum is rounded.</summary>
    public void Round(Node? node)
    {
        foreach (MapNode map in Maps(node))
        {
            if (map["to"] is ScalarNode to) foreach (string other in Figures.Greater(to.Text)) sink.Text(MutantKind.Amount, to, other);
            if (map.Entry("mode") is { Value: ScalarNode mode } entry) sink.Value(MutantKind.Relation, entry, mode, mode.Text == "down" ? "up" : "down");
            else sink.Added(map, "mode", "down");
        }
    }

    private void PayEntry(MapNode map, MapEntry entry)
    {
        switch (entry.Key)
        {
            case "fixed" or "up-to":
                Amount(entry.Value);
                // Nothing is nothing, as a sum or as a ceiling.
                if (entry.Value is not ScalarNode { Text: "0" }) sink.Key(MutantKind.Relation, map, entry, entry.Key == "fixed" ? "up-to" : "fixed");
                break;
            case "rows":
                foreach (MapNode row in Maps(entry.Value))
                {
                    foreach (MapEntry part in row.Entries)
                    {
                        if (Shapes.Pay.Find(part.Key) is not null && !part.IsKeyQuoted) PayEntry(row, part);
                        else Condition(part.Key, part.Value);
                    }
                }

                break;
            case "per": Per(entry); break;
            case "round": Round(entry.Value); break;
            case var key when Modifiers.Contains(key): Amount(entry.Value); break;
        }
    }

    private void Per(MapEntry entry)
    {
        foreach (Node node in Each(entry.Value))
        {
            switch (node)
            {
                case ScalarNode word:
                    sink.Value(MutantKind.Relation, entry, word, word.Text == "item" ? "recipient" : "item");
                    break;
                case MapNode map:
                    if (map["each"] is ScalarNode each) foreach (string other in Figures.Greater(each.Text)) sink.Text(MutantKind.Amount, each, other);
                    if (map.Entry("part") is { Value: ScalarNode { Text: "exact" } part } exact) sink.Value(MutantKind.Relation, exact, part, "whole");
                    else if (map.Entry("part") is null) sink.Added(map, "part", "exact");
                    break;
            }
        }
    }

    private void Scalar(ScalarNode scalar)
    {
        if (scalar.Text == "unpublished") sink.Text(MutantKind.Amount, scalar, Published);
        else foreach (string other in Figures.Greater(scalar.Text)) sink.Text(MutantKind.Amount, scalar, other);
    }

    private void Nested(MapNode map)
    {
        foreach (string key in Modifiers) Amount(map[key]);
        Round(map["round"]);
        if (map["is"] is { } inner) Amount(inner);
        else if (map["by"] is { } by) Level(map, [.. Names(by).Select(find)], 0);
        else if (map["marginal"] is { } measure) Marginal(map, measure);
    }

    private void Level(MapNode map, IReadOnlyList<Column?> columns, int depth)
    {
        foreach (MapEntry entry in map.Entries)
        {
            if (depth == 0 && (entry.Key is "by" or "round" || Modifiers.Contains(entry.Key)) && !entry.IsKeyQuoted) continue;
            if (columns[depth] is { } column && IsRange(column, entry.Key, entry.IsKeyQuoted))
            {
                foreach (string other in EdgeMutants.Of(entry.Key, column.Kind, column.IsWhole, Least(column))) sink.Key(MutantKind.Edge, map, entry, other);
            }

            foreach (Node value in Each(entry.Value))
            {
                bool isDeeper = depth + 1 < columns.Count && value is MapNode deeper && deeper["is"] is null && deeper["by"] is null && deeper["marginal"] is null;
                if (isDeeper) Level((MapNode)value, columns, depth + 1);
                else Amount(value);
            }
        }
    }

    // What a band's edge itself falls under changes nothing: both rates give the same there. The end of one band is the start of the next.
    private void Marginal(MapNode map, Node measure)
    {
        Amount(measure);
        foreach (MapEntry entry in map.Entries.Where(e => e.Key is not ("marginal" or "round") && !Modifiers.Contains(e.Key))) Amount(entry.Value);
    }

    private void Condition(string name, Node node)
    {
        Column? column = find(name);
        foreach (Node each in Each(node))
        {
            switch (each)
            {
                case ListNode list:
                    foreach (Node item in list.Items) Condition(name, item);
                    break;
                case MapNode { Entries: [{ Key: "not" } only] }:
                    Condition(name, only.Value);
                    break;
                case ScalarNode { IsQuoted: false } range when column is not null && IsRange(column, range.Text, false):
                    foreach (string other in EdgeMutants.Of(range.Text, column.Kind, column.IsWhole, Least(column))) sink.Text(MutantKind.Edge, range, other);
                    break;
                case ScalarNode { IsQuoted: false } number when column?.Kind == ValueKind.Number && Figures.IsCount(number.Text):
                    foreach (string other in Figures.NextCounts(number.Text).Take(1)) sink.Text(MutantKind.Rank, number, other);
                    break;
            }
        }
    }

    private static bool IsRange(Column column, string text, bool isQuoted) => !isQuoted && column.Kind != ValueKind.Text && RangeText.IsRange(text);

    private static int? Least(Column column) => column.Derived is not (null or DefaultedExpr) ? null : column.Name is "rank" or "quantity" ? 1 : 0;

    private static IEnumerable<string> Names(Node node) => node is ListNode list ? list.Items.SelectMany(Names) : node is ScalarNode scalar ? [scalar.Text] : [];
}
