using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing;

/// <summary>What a case expects of one payout line; null parts are not looked at.</summary>
internal sealed record Expectation(
    string? Status, string? Reason, string? Clause, Money? Payable, Money? Entitled, Money? Held, IReadOnlyDictionary<string, Money> Fund, IReadOnlyList<Money> Instalments, Place Place);

/// <summary>One row of a case: the cells, and what is expected of its lines.</summary>
internal sealed record CaseRow(IReadOnlyDictionary<string, string> Cells, IReadOnlyList<Expectation> Expected, Place Place);

/// <summary>One worked example.</summary>
internal sealed record Case(
    string Name, Place Place, string Period, IReadOnlyDictionary<string, string> Readings, IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<CaseRow> History, IReadOnlyList<CaseRow> Rows, IReadOnlyDictionary<string, IReadOnlyList<CaseRow>> Lists, Money? Total, IReadOnlyList<string> Remarks);

/// <summary>A <c>.test.yaml</c> file.</summary>
internal sealed record CaseFile(string Name, string SchemeId, IReadOnlyList<Case> Cases)
{
    /// <summary>Reads a test file; mistakes go to the bag.</summary>
    public static CaseFile Read(RuleFile file, DiagnosticBag bag)
    {
        MapReader top = new(file.Root, Shapes.TestFile, bag);
        return new CaseFile(file.Name, top.Text("tests"), [.. top.Mappings("cases").Select(m => One(m, bag))]);
    }

    private static Case One(MapNode map, DiagnosticBag bag)
    {
        MapReader reader = new(map, Shapes.TestCase, bag);
        Dictionary<string, IReadOnlyList<CaseRow>> lists = [];
        foreach (MapEntry entry in reader.Mapping("lists")?.Entries ?? [])
            lists[entry.Key] = Rows(new MapReader(new MapNode(entry.Value.Place, [new MapEntry("rows", entry.KeyPlace, false, entry.Value)]), Shapes.TestCase, new DiagnosticBag()), "rows", bag);
        return new Case(
            reader.Text("name"), map.Place, reader.Text("period"), Texts(reader.Mapping("readings")), Texts(reader.Mapping("settings")),
            Rows(reader, "history", bag), Rows(reader, "rows", bag), lists, Amount(reader.Scalar("total"), bag), [.. reader.Names("remarks").Select(n => n.Text)]);
    }

    private static List<CaseRow> Rows(MapReader reader, string key, DiagnosticBag bag)
    {
        List<CaseRow> rows = [];
        foreach (MapNode map in reader.Mappings(key))
        {
            List<Expectation> expected = [];
            IEnumerable<MapNode> expectations = map["expect"] switch
            {
                MapNode one => [one],
                ListNode many => many.Items.OfType<MapNode>(),
                _ => [],
            };
            foreach (MapNode e in expectations)
            {
                MapReader x = new(e, Shapes.Expect, bag);
                expected.Add(new Expectation(
                    x.Scalar("status")?.Text, x.Scalar("reason")?.Text, x.Scalar("clause")?.Text,
                    Amount(x.Scalar("payable"), bag), Amount(x.Scalar("entitled"), bag), Amount(x.Scalar("held"), bag), Fund(x.Mapping("fund"), bag),
                    [.. x.Names("instalments").Select(n => Amount(n, bag)).OfType<Money>()], e.Place));
            }

            Dictionary<string, string> cells = map.Entries.Where(e => e.Key != "expect" && e.Value is ScalarNode).ToDictionary(e => e.Key, e => ((ScalarNode)e.Value).Text);
            rows.Add(new CaseRow(cells, expected, map.Place));
        }

        return rows;
    }

    private static Dictionary<string, Money> Fund(MapNode? map, DiagnosticBag bag) =>
        (map?.Entries ?? []).ToDictionary(e => e.Key, e => Amount(e.Value as ScalarNode, bag) ?? Money.Zero);

    private static Money? Amount(ScalarNode? node, DiagnosticBag bag)
    {
        if (node is null) return null;
        if (MoneyText.TryParse(node.Text, out Rational fen) && fen.IsWhole) return new Money((long)fen.Numerator);
        bag.Add(MoneyText.Explain(node.Text, node.Place));
        return null;
    }

    private static Dictionary<string, string> Texts(MapNode? map) =>
        (map?.Entries ?? []).Where(e => e.Value is ScalarNode).ToDictionary(e => e.Key, e => ((ScalarNode)e.Value).Text);
}
