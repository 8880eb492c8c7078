using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>All mutants of one scheme. What no result of a case can show is left out: budget lines, purposes, names, notes, due dates.</summary>
internal sealed class SchemeMutants
{
    private readonly MutantSink _sink = new();
    private readonly AmountMutants _amounts;
    private readonly GroupMutants _groups;

    private SchemeMutants(Func<string, Column?> find)
    {
        _amounts = new AmountMutants(_sink, find);
        _groups = new GroupMutants(_sink, _amounts);
    }

    /// <summary>The mutants, by place.</summary>
    public static IReadOnlyList<Mutant> Of(RuleFile file, RuleSet rules, Period? period)
    {
        ColumnTable columns = new();
        IReadOnlyList<Scheme> schemes = rules.Compile(columns, new BatchSettings(new Symbols(), period, new Dictionary<string, string>(), new Dictionary<string, string>()), new DiagnosticBag());
        SchemeMutants mutants = new(name => columns.Find(file.Id, name));
        mutants.All(file.Root, schemes.FirstOrDefault(s => s.Id == file.Id)?.Readings ?? []);
        return mutants._sink.Sorted;
    }

    private void All(MapNode root, IReadOnlyList<ReadingInForce> readings)
    {
        if (root["effective"] is ScalarNode effective)
            foreach (string other in EdgeMutants.Of(effective.Text, ValueKind.Date, true, null)) _sink.Text(MutantKind.Edge, effective, other);
        foreach (MapEntry setting in Entries(root["settings"])) Setting(setting.Value);
        foreach (MapEntry column in Entries(root["columns"]))
        {
            if (column.Value is MapNode map && (map["is"] ?? map["by"] ?? map["marginal"]) is not null) _amounts.Amount(map);
        }

        foreach (MapNode exclude in AmountMutants.Maps(root["exclude"])) Exclusion(exclude);
        foreach (MapNode clause in AmountMutants.Maps(root["clauses"])) Clause(clause);
        _groups.Overlap(root["overlap"]);
        _groups.Limit(root["limit"]);
        Fund(root["fund"]);
        _amounts.Round(root["round"]);
        Ladders(root);
        foreach (ReadingInForce reading in readings)
        {
            if ((root["readings"] as MapNode)?[reading.Id] is not MapNode declared || declared["default"] is not ScalarNode chosen) continue;
            foreach (string option in reading.Options.Where(o => o != chosen.Text)) _sink.Text(MutantKind.Reading, chosen, option);
        }
    }

    private void Clause(MapNode map)
    {
        _amounts.Tests(map["when"]);
        _amounts.Pay(map["pay"]);
        _groups.Recur(map["recur"]);
        _groups.Share(map["share"]);
        _groups.Overlap(map["overlap"]);
        _groups.Limit(map["limit"]);
        Fund(map["fund"]);
        foreach (MapNode instalment in AmountMutants.Maps(map["instalments"]))
        {
            if (instalment["pay"] is ScalarNode pay) foreach (string other in Figures.Less(pay.Text)) _sink.Text(MutantKind.Amount, pay, other);
        }
    }

    private void Exclusion(MapNode map)
    {
        _amounts.Tests(map["when"]);
        _amounts.Tests(map["unless"]);
        // Lost and zero come out alike.
        if (map.Entry("outcome") is { Value: ScalarNode outcome } entry) _sink.Value(MutantKind.Relation, entry, outcome, outcome.Text == "held" ? "rejected" : "held");
        foreach (string key in (ReadOnlySpan<string>)["among", "listed"])
        {
            if (map.Entry(key) is { Value: ListNode names } list) _sink.EachDropped(list, names);
        }
    }

    private void Setting(Node node)
    {
        if (node is not ScalarNode setting) return;
        if (DateText.TryParse(setting.Text, out _) && !Figures.IsCount(setting.Text))
            foreach (string other in EdgeMutants.Of(setting.Text + "..", ValueKind.Date, true, null)) _sink.Text(MutantKind.Edge, setting, other[..^2]);
        else
            _amounts.Amount(setting);
    }

    // Whoever pays alone pays all, whatever the weight.
    private void Fund(Node? node)
    {
        foreach (MapNode map in AmountMutants.Maps(node))
        {
            foreach (MapNode nested in map.Entries.SelectMany(e => AmountMutants.Maps(e.Value))) Fund(nested);
            ScalarNode[] weights = [.. map.Entries.Where(e => e.Key != "by").Select(e => e.Value).OfType<ScalarNode>()];
            if (weights.Length < 2) continue;
            foreach (ScalarNode weight in weights) foreach (string other in Figures.Greater(weight.Text)) _sink.Text(MutantKind.Amount, weight, other);
        }
    }

    // The order of the rungs matters only where somebody asks which is higher.
    private void Ladders(MapNode root)
    {
        if (!Asks(root)) return;
        foreach (MapEntry ladder in Entries(root["ladders"]))
        {
            if (ladder.Value is ListNode rungs) _sink.NeighboursExchanged(rungs);
        }
    }

    private static bool Asks(Node node) => node switch
    {
        ScalarNode scalar => scalar.Text is "same-or-higher" or "tier",
        ListNode list => list.Items.Any(Asks),
        MapNode map => map.Entries.Any(e => Asks(e.Value)),
        _ => false,
    };

    private static IReadOnlyList<MapEntry> Entries(Node? node) => (node as MapNode)?.Entries ?? [];
}
