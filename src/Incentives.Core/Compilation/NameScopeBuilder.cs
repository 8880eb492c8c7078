using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Gathers the awards, lists and ladders of the vocabularies a scheme uses and of the scheme itself.</summary>
internal sealed class NameScopeBuilder(Symbols symbols, DiagnosticBag bag)
{
    private readonly NameScope _names = new();
    private readonly Dictionary<string, Place> _places = [];

    /// <summary>Adds one file's names. Later files may add spellings to an award, never redefine it.</summary>
    public void Add(MapNode file, Shape shape)
    {
        MapReader reader = new(file, shape, new DiagnosticBag());
        foreach (MapEntry entry in reader.Mapping("awards")?.Entries ?? []) Award(entry);
        foreach (MapEntry entry in reader.Mapping("lists")?.Entries ?? []) List(entry);
        foreach (MapEntry entry in reader.Mapping("ladders")?.Entries ?? []) Ladder(entry);
    }

    /// <summary>The names gathered.</summary>
    public NameScope Build()
    {
        foreach ((string ladder, IReadOnlyList<IReadOnlyList<string>> rungs) in _names.Ladders)
        {
            for (int rung = 0; rung < rungs.Count; rung++)
            {
                foreach (string name in rungs[rung]) _names.Rungs.TryAdd(_names.Canonical(Symbol(name)), (ladder, rung));
            }
        }

        return _names;
    }

    private void Award(MapEntry entry)
    {
        int own = Symbol(entry.Key);
        MapNode facts = entry.Value as MapNode ?? new MapNode(entry.Value.Place, []);
        MapReader reader = new(facts, Shapes.Award, bag);
        bool known = _names.Facts.TryGetValue(own, out AwardFacts? before);
        if (known && (facts["level"] is not null || facts["kind"] is not null))
        {
            bag.Add(RuleMessages.NameDefinedTwice(entry.KeyPlace, entry.Key, before!.Place));
            return;
        }

        if (!known)
        {
            string level = ValueReader.LevelName(NameNormalizer.Normalize(reader.Text("level"))), kind = reader.Text("kind");
            _names.Facts[own] = new AwardFacts(entry.Key, level, kind, entry.KeyPlace)
            {
                LevelSymbol = level.Length > 0 ? Symbol(level) : 0,
                KindSymbol = kind.Length > 0 ? Symbol(kind) : 0,
            };
        }

        Spelling(entry.Key, entry.KeyPlace, own);
        foreach (ScalarNode alias in reader.Names("aliases")) Spelling(alias.Text, alias.Place, own);
    }

    private void Spelling(string text, Place place, int award)
    {
        int spelling = Symbol(text);
        if (_names.Awards.TryAdd(spelling, award))
        {
            _places[text] = place;
            return;
        }

        if (_names.Awards[spelling] != award)
            bag.Add(RuleMessages.NameDefinedTwice(place, text, _places.GetValueOrDefault(text, _names.Facts[_names.Awards[spelling]].Place)));
    }

    private void List(MapEntry entry)
    {
        if (Taken(entry)) return;
        _names.Lists[entry.Key] = Names(entry.Value);
    }

    private void Ladder(MapEntry entry)
    {
        if (Taken(entry)) return;
        if (entry.Value is ListNode rungs) _names.Ladders[entry.Key] = [.. rungs.Items.Select(Names)];
        else bag.Add(RuleMessages.WrongForm(entry.Value.Place, entry.Key, new("由低到高的列表", "a list, lowest rung first"), NodeText.Describe(entry.Value)));
    }

    private bool Taken(MapEntry entry)
    {
        if (_places.TryAdd("$" + entry.Key, entry.KeyPlace)) return false;
        bag.Add(RuleMessages.NameDefinedTwice(entry.KeyPlace, entry.Key, _places["$" + entry.Key]));
        return true;
    }

    private IReadOnlyList<string> Names(Node node)
    {
        switch (node)
        {
            case ScalarNode { IsQuoted: false } reference when reference.Text.StartsWith('$'):
                string name = reference.Text[1..];
                _names.Used.Add(name);
                if (_names.Lists.TryGetValue(name, out IReadOnlyList<string>? list)) return list;
                if (_names.Ladders.TryGetValue(name, out var ladder)) return [.. ladder.SelectMany(r => r)];
                bag.Add(RuleMessages.UnknownReference(node.Place, name, Suggestion.Nearest(name, _names.Lists.Keys.Concat(_names.Ladders.Keys))));
                return [];
            case ScalarNode scalar:
                _names.Places.TryAdd(scalar.Text, scalar.Place);
                return [scalar.Text];
            case ListNode items: return [.. items.Items.SelectMany(Names)];
            default:
                bag.Add(RuleMessages.WrongForm(node.Place, "lists", new("名称的列表", "a list of names"), NodeText.Describe(node)));
                return [];
        }
    }

    private int Symbol(string text) => symbols.Intern(NameNormalizer.Normalize(text));
}
