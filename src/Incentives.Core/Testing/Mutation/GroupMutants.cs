using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>Mutants of <c>recur</c>, <c>overlap</c>, <c>share</c> and <c>limit</c>: how grants relate.</summary>
/// <param name="sink">Where they go.</param>
/// <param name="amounts">For the amounts and conditions in them.</param>
internal sealed class GroupMutants(MutantSink sink, AmountMutants amounts)
{
    /// <summary><c>recur</c>.</summary>
    public void Recur(Node? node)
    {
        foreach (MapNode map in AmountMutants.Maps(node))
        {
            Shared(map);
            if (map["within"] is null) sink.Added(map, "within", "year");
            Word(map, "counts", "won", "paid");
            if (map.Entry("of") is { Value: ScalarNode of } entry && of.Text is "same-or-higher" or "family") sink.Value(MutantKind.Relation, entry, of, "award");
            if (map.Entry("of") is { Value: ListNode list } names) sink.EachDropped(names, list);
            if (map.Entry("first") is { Value: ScalarNode first }) foreach (string other in Figures.NextCounts(first.Text)) sink.Text(MutantKind.Relation, first, other);
            if (map["first"] is null) sink.Added(map, "first", "2");
            if (map.Entry("again") is { Value: ScalarNode { Text: "rejected" or "held" } again } what) sink.Value(MutantKind.Relation, what, again, again.Text == "held" ? "rejected" : "held");
            else amounts.Amount(map["again"]);
        }
    }

    /// <summary><c>overlap</c>. What was paid before, and how far back, means nothing to a rule on one row, nor beside <c>keep: all</c>.</summary>
    public void Overlap(Node? node)
    {
        foreach (MapNode map in AmountMutants.Maps(node))
        {
            string keep = (map["keep"] as ScalarNode)?.Text ?? "";
            foreach (Node kept in AmountMutants.Each(map["keep"]))
            {
                if (kept is ScalarNode word) sink.Value(MutantKind.Relation, map.Entry("keep")!, word, word.Text == "highest" ? "all" : "highest");
                if (kept is MapNode table) foreach (MapEntry entry in table.Entries.Where(e => e.Key != "by")) amounts.Amount(entry.Value);
            }

            if (keep == "all")
            {
                Names(map, "among");
                Names(map, "except");
                continue;
            }

            Shared(map, keep == "highest" ? "amount" : "date");
            bool isPerRow = map["by"] is null or ScalarNode { Text: "row" };
            if (isPerRow || keep == "one") continue;
            if (map["within"] is null) sink.Added(map, "within", "year");
            if (map.Entry("paid") is { Value: ScalarNode paid } said) sink.Value(MutantKind.Relation, said, paid, paid.Text == "deduct" ? "ignore" : "deduct");
            else sink.Added(map, "paid", "ignore");
        }
    }

    /// <summary><c>share</c>.</summary>
    public void Share(Node? node)
    {
        foreach (MapNode map in AmountMutants.Maps(node))
        {
            Shared(map);
            if (map["weight"] is not ScalarNode { Text: "equal" }) amounts.Amount(map["weight"]);
            if (map.Entry("rest") is { } rest) sink.Removed(map, rest);
        }
    }

    /// <summary><c>limit</c>. A count is never cut pro rata, and a minimum is not cut at all.</summary>
    public void Limit(Node? node)
    {
        foreach (MapNode map in AmountMutants.Maps(node))
        {
            Shared(map);
            foreach (ScalarNode most in Scalars(map["at-most"]).Concat(Scalars(map["at-least"])).Where(s => s.Text != "none"))
            {
                IEnumerable<string> others = Figures.IsCount(most.Text) ? Figures.NextCounts(most.Text) : Figures.Greater(most.Text).Concat(Figures.Less(most.Text));
                foreach (string other in others) sink.Text(MutantKind.Amount, most, other);
            }

            if (map.Entry("after") is { } after) sink.Removed(map, after);
            bool isCount = map["at-most"] is ScalarNode { Text: var text } && Figures.IsCount(text);
            if (map.Entry("cut") is { Value: ScalarNode cut } said) sink.Value(MutantKind.Relation, said, cut, cut.Text == "in-order" ? isCount ? "report" : "pro-rata" : "in-order");
            else if (map["at-most"] is not null) sink.Added(map, "cut", isCount || map["by"] is ScalarNode { Text: "row" } ? "report" : "pro-rata");
        }
    }

    private void Shared(MapNode map, string usualOrder = "date")
    {
        amounts.Tests(map["when"]);
        Names(map, "among");
        Names(map, "except");
        if (map.Entry("by") is { Value: ListNode by } columns) sink.EachDropped(columns, by);
        if (map.Entry("within") is { Value: ScalarNode within } reach) Within(reach, within);
        // What is written as it would be without it changes nothing when it goes.
        bool isUsual = map["order"] is ScalarNode { Text: var text } && (text.TrimStart('-') == usualOrder || (usualOrder == "date" && text == "line"));
        if (map.Entry("order") is { } order && !isUsual) sink.Removed(map, order);
    }

    private void Within(MapEntry entry, ScalarNode within)
    {
        if (within.Text is "ever") sink.Value(MutantKind.Relation, entry, within, "year");
        else if (!DurationText.TryParse(within.Text, out _)) sink.Value(MutantKind.Relation, entry, within, "ever");
        else foreach (string other in Figures.NextCounts(within.Text)) sink.Text(MutantKind.Relation, within, other);
    }

    private void Names(MapNode map, string key)
    {
        if (map.Entry(key) is { Value: ListNode names } entry) sink.EachDropped(entry, names);
    }

    private void Word(MapNode map, string key, string usual, string other)
    {
        if (map.Entry(key) is { Value: ScalarNode said } entry) sink.Value(MutantKind.Relation, entry, said, said.Text == usual ? other : usual);
        else sink.Added(map, key, other);
    }

    // The figures of an amount, those of a table's cells included.
    private static IEnumerable<ScalarNode> Scalars(Node? node) => AmountMutants.Each(node).SelectMany(n => n switch
    {
        ScalarNode scalar => [scalar],
        ListNode list => list.Items.SelectMany(Scalars),
        MapNode map => map.Entries.Where(e => e.Key is not "by").SelectMany(e => Scalars(e.Value)),
        _ => Enumerable.Empty<ScalarNode>(),
    });
}
