using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing;

/// <summary>What a case expects of one payout line; null parts are not looked at.</summary>
internal sealed record Expectation(string? Status, string? Reason, string? Clause, Money? Payable, Money? Entitled, Money? Held, Place Place);

/// <summary>One row of a case: the cells, and what is expected of its lines.</summary>
internal sealed record CaseRow(IReadOnlyDictionary<string, string> Cells, IReadOnlyList<Expectation> Expected, Place Place);

/// <summary>One worked example.</summary>
internal sealed record Case(
    string Name, Place Place, string Period, IReadOnlyDictionary<string, string> Readings, IReadOnlyDictionary<string, string> Settings,
    IReadOnlyList<CaseRow> History, IReadOnlyList<CaseRow> Rows, IReadOnlyDictionary<string, IReadOnlyList<CaseRow>> Lists, Money? Total);

/// <summary>A <c>.test.yaml</c> file.</summary>
internal sealed record CaseFile(string Name, string SchemeId, IReadOnlyList<Case> Cases)
{
    /// <summary>The file's keys.</summary>
    public static Shape Top { get; } = new(new("测试文件", "test file"), "tests",
    [
        new("tests", FieldType.Text, new("所测的办法", "the scheme tested"), IsRequired: true),
        new("note", FieldType.Text, new("说明", "a note")),
        new("cases", FieldType.List, new("例子", "cases"), IsRequired: true, Shape: () => OneCase),
    ]);

    private static readonly Shape OneCase = new(new("例子", "case"), "case",
    [
        new("name", FieldType.Text, new("名称", "its name"), IsRequired: true),
        new("note", FieldType.Text, new("说明", "a note")),
        new("period", FieldType.Text, new("批次期间", "the batch's period")),
        new("readings", FieldType.Any, new("解释口径", "readings")),
        new("settings", FieldType.Any, new("设定", "settings")),
        new("history", FieldType.List, new("以往获奖和发放", "history")),
        new("lists", FieldType.Any, new("名单", "name lists")),
        new("rows", FieldType.List, new("名册的行", "roster rows"), IsRequired: true),
        new("total", FieldType.Text, new("应付合计", "the sum payable")),
    ]);

    private static readonly Shape Expect = new(new("期望", "expect"), "expect",
    [
        new("status", FieldType.Text, new("状态", "status")),
        new("reason", FieldType.Text, new("原因代码", "reason code")),
        new("clause", FieldType.Text, new("条款", "clause")),
        new("payable", FieldType.Text, new("应付", "payable")),
        new("entitled", FieldType.Text, new("应得", "entitled")),
        new("held", FieldType.Text, new("暂缓金额", "held")),
    ]);

    /// <summary>Reads a test file; mistakes go to the bag.</summary>
    public static CaseFile Read(RuleFile file, DiagnosticBag bag)
    {
        MapReader top = new(file.Root, Top, bag);
        return new CaseFile(file.Name, top.Text("tests"), [.. top.Mappings("cases").Select(m => One(m, bag))]);
    }

    private static Case One(MapNode map, DiagnosticBag bag)
    {
        MapReader reader = new(map, OneCase, bag);
        Dictionary<string, IReadOnlyList<CaseRow>> lists = [];
        foreach (MapEntry entry in reader.Mapping("lists")?.Entries ?? [])
            lists[entry.Key] = Rows(new MapReader(new MapNode(entry.Value.Place, [new MapEntry("rows", entry.KeyPlace, false, entry.Value)]), OneCase, new DiagnosticBag()), "rows", bag);
        return new Case(
            reader.Text("name"), map.Place, reader.Text("period"), Texts(reader.Mapping("readings")), Texts(reader.Mapping("settings")),
            Rows(reader, "history", bag), Rows(reader, "rows", bag), lists, Amount(reader.Scalar("total"), bag));
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
                MapReader x = new(e, Expect, bag);
                expected.Add(new Expectation(
                    x.Scalar("status")?.Text, x.Scalar("reason")?.Text, x.Scalar("clause")?.Text,
                    Amount(x.Scalar("payable"), bag), Amount(x.Scalar("entitled"), bag), Amount(x.Scalar("held"), bag), e.Place));
            }

            Dictionary<string, string> cells = map.Entries.Where(e => e.Key != "expect" && e.Value is ScalarNode).ToDictionary(e => e.Key, e => ((ScalarNode)e.Value).Text);
            rows.Add(new CaseRow(cells, expected, map.Place));
        }

        return rows;
    }

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
