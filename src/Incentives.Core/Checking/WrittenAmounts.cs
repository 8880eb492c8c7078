using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>An amount as a scheme writes it.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Text">As written.</param>
/// <param name="Fen">How much, in fen.</param>
/// <param name="Table">The amounts it stands beside; -1 for one that is no plain grant but a threshold, a cap, a price of a unit or part of an expression.</param>
internal sealed record WrittenAmount(Place Place, string Text, Rational Fen, int Table)
{
    /// <summary>Whether it is granted as it stands.</summary>
    public bool IsGrant => Table >= 0;
}

/// <summary>Collects the amounts that stand in a scheme's file, under all options of its readings.</summary>
internal sealed class WrittenAmounts
{
    private static readonly string[] Words = ["title", "issuer", "document", "published", "note", "policy", "uses", "awards", "lists", "ladders", "readings", "id", "cite", "department", "as", "reason", "supersedes", "totals", "listed"];
    private static readonly string[] Steps = ["times", "plus", "at-least", "at-most", "round"];

    private readonly List<WrittenAmount> _found = [];
    private int _tables;

    /// <summary>Those of a scheme, in file order.</summary>
    public static IReadOnlyList<WrittenAmount> Of(MapNode root)
    {
        WrittenAmounts amounts = new();
        amounts.Other(root);
        return [.. amounts._found.OrderBy(f => f.Place, Place.Order)];
    }

    private void Other(Node node)
    {
        switch (node)
        {
            case ScalarNode scalar: Add(scalar, -1); break;
            case ListNode list: list.Items.ToList().ForEach(Other); break;
            case MapNode map: map.Entries.ToList().ForEach(Entry); break;
        }
    }

    private void Entry(MapEntry entry)
    {
        if (Words.Contains(entry.Key)) return;
        if (!entry.IsKeyQuoted) Add(new ScalarNode(entry.KeyPlace, entry.Key, false), -1);
        if (entry.Key == "pay" && entry.Value is MapNode pay) Pay(pay);
        else Other(entry.Value);
    }

    // fixed, up-to and rows hold what is granted, unless it is the price of a unit.
    private void Pay(MapNode pay)
    {
        bool isPrice = pay["per"] is MapNode;
        foreach (MapEntry entry in pay.Entries)
        {
            if (!isPrice && entry.Key is "fixed" or "up-to") Grant(entry.Value, _tables++);
            else if (!isPrice && entry.Key == "rows" && entry.Value is ListNode rows) rows.Items.OfType<MapNode>().ToList().ForEach(Pay);
            else if (ReadingUses.ChoiceOf(pay) is not null && entry.Value is MapNode option) Pay(option);
            else Entry(entry);
        }
    }

    private void Grant(Node node, int table)
    {
        switch (node)
        {
            case ScalarNode scalar: Add(scalar, MoneyText.TryParse(scalar.Text, out _) ? table : -1); break;
            case MapNode map when ReadingUses.ChoiceOf(map) is not null:
                foreach (MapEntry option in ReadingUses.OptionsOf(map)) Grant(option.Value, table);
                break;
            case MapNode map when map["marginal"] is null:
                foreach (MapEntry entry in map.Entries)
                {
                    if (entry.Key == "by") continue;
                    if (Steps.Contains(entry.Key) && !entry.IsKeyQuoted) Other(entry.Value);
                    else Cell(entry, table);
                }

                break;
            default: Other(node); break;
        }
    }

    private void Cell(MapEntry entry, int table)
    {
        if (!entry.IsKeyQuoted) Add(new ScalarNode(entry.KeyPlace, entry.Key, false), -1);
        Grant(entry.Value, table);
    }

    private void Add(ScalarNode scalar, int table)
    {
        if (scalar.IsQuoted) return;
        foreach (FoundAmount amount in AmountFinder.Find(scalar.Text))
        {
            Place place = scalar.Place with { Column = scalar.Place.Column + amount.Index };
            _found.Add(new WrittenAmount(place, scalar.Text.Substring(amount.Index, amount.Length), amount.Fen, table));
        }
    }
}
