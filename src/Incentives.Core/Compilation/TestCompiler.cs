using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Conditions: what stands under <c>when</c> and in the keys of tables, as tests on columns.</summary>
internal static class TestCompiler
{
    /// <summary>One box, or several of which any will do.</summary>
    public static IReadOnlyList<Box> Boxes(Scope scope, Node? node)
    {
        switch (node)
        {
            case null: return [Box.Everything];
            case MapNode map: return OneBox(scope, map.Entries) is { } box ? [box] : [Box.Everything];
            case ListNode list: return [.. list.Items.SelectMany(i => Boxes(scope, i))];
            default:
                scope.Report(RuleMessages.WrongForm(node.Place, "when", new("“列: 条件”", "column: condition"), NodeText.Describe(node)));
                return [Box.Everything];
        }
    }

    /// <summary>The box of some "column: condition" entries, or null after reporting a mistake.</summary>
    public static Box? OneBox(Scope scope, IEnumerable<MapEntry> entries)
    {
        List<ColumnTest> tests = [];
        bool good = true;
        int firstRange = scope.Ranges.Count;
        foreach (MapEntry entry in entries)
        {
            Column? column = scope.Column(entry.Key, entry.KeyPlace);
            Test? test = column is null ? null : Test(scope, column, entry.Value);
            if (test is null) good = false;
            else tests.Add(new ColumnTest(column!, test));
        }

        for (int i = firstRange; i < scope.Ranges.Count; i++)
            scope.Ranges[i] = scope.Ranges[i] with { Others = [.. tests.Where(t => t.Column != scope.Ranges[i].Column)] };
        return good ? new Box(tests) : null;
    }

    /// <summary>The test a node means on a column, or null after reporting a mistake.</summary>
    public static Test? Test(Scope scope, Column column, Node node)
    {
        switch (node)
        {
            case ScalarNode scalar:
                return Scalar(scope, column, scalar);
            case ListNode list:
                return Union(column, [.. list.Items.Select(i => Test(scope, column, i))]);
            case MapNode { Entries: [{ Key: "not" } only] }:
                return Test(scope, column, only.Value)?.Not();
            default:
                scope.Report(RuleMessages.WrongForm(node.Place, column.Name, new("一个值、列表、区间，或 {not: …}", "a value, a list, a range, or {not: ...}"), NodeText.Describe(node)));
                return null;
        }
    }

    /// <summary>The test a table key means: a value, a range, or several joined by <c>|</c>.</summary>
    public static Test? Key(Scope scope, Column column, MapEntry entry)
    {
        if (entry.IsKeyQuoted) return Scalar(scope, column, new ScalarNode(entry.KeyPlace, entry.Key, true));
        string[] parts = entry.Key.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return Union(column, [.. parts.Select(p => Scalar(scope, column, new ScalarNode(entry.KeyPlace, p, false)))]);
    }

    private static Test? Scalar(Scope scope, Column column, ScalarNode scalar)
    {
        string text = scalar.Text;
        if (!scalar.IsQuoted)
        {
            if (text == "present") return new PresenceTest(true);
            if (text == "absent") return new PresenceTest(false);
            if (text.StartsWith('$') && !RangeText.IsRange(text)) return Reference(scope, column, scalar);
            if (column.Kind != ValueKind.Text && RangeText.IsRange(text)) return Range(scope, column, scalar);
        }

        if (column.Kind is ValueKind.Date && DateText.TryParse(text, out DateSpan days))
            return new RangeTest([new Interval(days.First, true, days.Last, true)]);
        if (!scalar.IsQuoted && column.Kind is ValueKind.Money or ValueKind.Number && RangeText.LooksLikeRange(text))
        {
            scope.Report(RangeText.Explain(text, scalar.Place));
            return null;
        }

        if (ValueReader.Read(scope, column, text, scalar.Place) is not { } value) return null;
        return column.Kind == ValueKind.Text
            ? new TextTest(new HashSet<int> { (int)value.Numerator }, false)
            : new RangeTest([Interval.Only(value)]);
    }

    private static Test? Reference(Scope scope, Column column, ScalarNode scalar)
    {
        string name = scalar.Text[1..];
        if (NameLists.Find(scope, name) is { } names)
            return column.Kind == ValueKind.Text
                ? new TextTest(names.Select(n => (int)ValueReader.Read(scope, column, n, NameLists.PlaceOf(scope, n) ?? scalar.Place)!.Value.Numerator).ToHashSet(), false)
                : Union(column, [.. names.Select(n => Scalar(scope, column, new ScalarNode(scalar.Place, n, false)))]);
        if (column.Kind is ValueKind.Date or ValueKind.Year)
        {
            Period? period = DateEnds.Named(scope, name, scalar.Place, out bool known);
            if (known) return period is { } days ? new RangeTest([Days(column, days)]) : null;
        }

        return scope.Setting(name, scalar.Place) is { } setting ? Test(scope, column, setting with { Place = scalar.Place }) : null;
    }

    private static Interval Days(Column column, Period period) =>
        column.Kind == ValueKind.Year
            ? new Interval(period.First / 10000, true, period.Last / 10000, true)
            : new Interval(period.First, true, period.Last, true);

    private static RangeTest? Range(Scope scope, Column column, ScalarNode scalar)
    {
        if (!RangeText.TryParse(scalar.Text, out RangeText? range))
        {
            scope.Report(RangeText.Explain(scalar.Text, scalar.Place));
            return null;
        }

        if (!End(scope, column, range.Low, isLow: true, range.IncludesLow, scalar.Place, out Rational? low)
            || !End(scope, column, range.High, isLow: false, range.IncludesHigh, scalar.Place, out Rational? high))
            return null;
        Interval interval = new(low, range.IncludesLow, high, range.IncludesHigh);
        if (!interval.IsEmpty)
        {
            scope.Ranges.Add(new WrittenRange(scalar.Place, column, range, interval));
            return new RangeTest([interval]);
        }

        scope.Report(RuleMessages.UpsideDown(scalar.Place, scalar.Text));
        return null;
    }

    // A partial date as an end means the day that keeps or leaves out all of it: ..2024 ends on 2024-12-31, 2024<.. starts after it.
    private static bool End(Scope scope, Column column, string? text, bool isLow, bool included, Place place, out Rational? value)
    {
        value = null;
        if (text is null) return true;
        if (column.Kind is ValueKind.Date or ValueKind.Year)
        {
            if (DateEnds.Read(scope, text, place) is not { } days) return false;
            int day = isLow == included ? days.First : days.Last;
            value = column.Kind == ValueKind.Year ? day / 10000 : day;
            return true;
        }

        if (text.StartsWith('$'))
        {
            if (scope.Setting(text[1..], place) is not { } setting) return false;
            text = setting.Text;
        }

        value = ValueReader.Read(scope, column, text, place);
        return value is not null;
    }

    private static Test? Union(Column column, IReadOnlyList<Test?> tests)
    {
        if (tests.Count == 0 || tests.Any(t => t is null)) return null;
        if (tests.Count == 1) return tests[0];
        if (column.Kind == ValueKind.Text && tests.All(t => t is TextTest { IsComplement: false }))
            return new TextTest(tests.SelectMany(t => ((TextTest)t!).Symbols).ToHashSet(), false);
        if (tests.All(t => t is RangeTest)) return new RangeTest([.. tests.SelectMany(t => ((RangeTest)t!).Intervals)]);
        // not (not a and not b)
        return tests.Aggregate((Test?)new PresenceTest(true), (all, t) => t!.Not() is { } not ? all?.And(not) : null)?.Not();
    }
}
