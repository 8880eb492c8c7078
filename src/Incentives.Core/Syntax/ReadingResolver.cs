using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>Puts the chosen option in the place of each choice between readings, so that nothing later knows of them.</summary>
internal static class ReadingResolver
{
    /// <summary>Key of the block that declares readings.</summary>
    public const string Block = "readings";

    /// <summary>
    /// The tree without choices, and the readings in the order of their declaration. <paramref name="chosen"/> maps a reading to
    /// an option; what it leaves out takes the default. The <c>readings</c> block stays as it is. An option <c>none</c> removes
    /// its key or item. After an error the first option is taken, so that the rest can still be checked.
    /// </summary>
    public static (MapNode Resolved, IReadOnlyList<ReadingInForce> Readings) Resolve(MapNode root, IReadOnlyDictionary<string, string> chosen, DiagnosticBag bag)
    {
        IReadOnlyList<ReadingDeclaration> declared = ReadingDeclaration.All(root, bag);
        ReadingUses uses = new(root, bag);
        string[] known = [.. declared.Select(d => d.Id)];
        foreach ((string id, List<ReadingUse> places) in uses.ById)
        {
            if (known.Contains(id)) continue;
            foreach (ReadingUse use in places) bag.Add(SyntaxMessages.ReadingNotDeclared(use.IdPlace, id, Suggestion.Nearest(id, known)));
        }

        foreach (string id in chosen.Keys.Order(StringComparer.Ordinal))
        {
            if (!known.Contains(id)) bag.Add(SyntaxMessages.ChosenReadingUnknown(new Place(root.Place.File), id, Suggestion.Nearest(id, known), known));
        }

        List<ReadingInForce> readings = [.. declared.Select(d => InForce(d, uses.ById.GetValueOrDefault(d.Id) ?? [], chosen.GetValueOrDefault(d.Id), bag))];
        Dictionary<string, string> options = readings.ToDictionary(r => r.Id, r => r.Option, StringComparer.Ordinal);
        MapNode resolved = root with { Entries = [.. root.Entries.Select(e => e.Key == Block ? e : Replaced(e, options)).OfType<MapEntry>()] };
        return (resolved, readings);
    }

    /// <summary>Reports the readings that nothing uses.</summary>
    public static void ReportUnused(IReadOnlyList<ReadingInForce> readings, DiagnosticBag bag)
    {
        foreach (ReadingInForce reading in readings)
        {
            if (reading.UsedAt.Count == 0) bag.Add(SyntaxMessages.ReadingUnused(reading.DeclaredAt, reading.Id));
        }
    }

    private static ReadingInForce InForce(ReadingDeclaration declared, List<ReadingUse> uses, string? chosen, DiagnosticBag bag)
    {
        IReadOnlyList<string> options = declared.Options.Count > 0 ? declared.Options : uses.FirstOrDefault(u => u.Options.Count > 0)?.Options ?? [];
        Place first = declared.Options.Count > 0 ? declared.Place : uses.FirstOrDefault(u => u.Options.Count > 0)?.Place ?? declared.Place;
        foreach (ReadingUse use in uses)
        {
            if (use.Options.Count > 0 && !use.Options.ToHashSet(StringComparer.Ordinal).SetEquals(options)) bag.Add(SyntaxMessages.ReadingOptionsDiffer(use.Place, declared.Id, use.Options, options, first));
        }

        string inForce = declared.Default?.Text ?? (options.Count > 0 ? options[0] : "");
        if (declared.Default is { } byDefault && options.Count > 0 && !options.Contains(byDefault.Text))
        {
            bag.Add(SyntaxMessages.DefaultIsNoOption(byDefault.Place, declared.Id, byDefault.Text, Suggestion.Nearest(byDefault.Text, options), options));
            inForce = options[0];
        }

        string @default = inForce;
        if (chosen is not null && (options.Count == 0 || options.Contains(chosen))) inForce = chosen;
        else if (chosen is not null) bag.Add(SyntaxMessages.ChosenOptionUnknown(declared.Place, declared.Id, chosen, Suggestion.Nearest(chosen, options), options));
        return new ReadingInForce(declared.Id, declared.Question, inForce, @default, declared.DecidedBy, declared.Note, options, declared.Place, [.. uses.Select(u => u.Place)]);
    }

    private static MapEntry? Replaced(MapEntry entry, Dictionary<string, string> options) =>
        Replaced(entry.Value, options) is { } value ? entry with { Value = value } : null;

    // Null for a choice of "none".
    private static Node? Replaced(Node node, Dictionary<string, string> options)
    {
        switch (node)
        {
            case ListNode list:
                return list with { Items = [.. list.Items.Select(i => Replaced(i, options)).OfType<Node>()] };
            case MapNode map when ReadingUses.ChoiceOf(map) is { } choice:
                string? option = choice.Value is ScalarNode id ? options.GetValueOrDefault(id.Text) : null;
                MapEntry? taken = ReadingUses.OptionsOf(map).FirstOrDefault(e => e.Key == option) ?? ReadingUses.OptionsOf(map).FirstOrDefault();
                return taken is null || taken.Value is ScalarNode { Text: "none", IsQuoted: false } ? null : Replaced(taken.Value, options);
            case MapNode map:
                return map with { Entries = [.. map.Entries.Select(e => Replaced(e, options)).OfType<MapEntry>()] };
            default:
                return node;
        }
    }
}
