using Incentives.Core.Clauses;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>What stands under <c>pay</c>.</summary>
internal static class PayCompiler
{
    private static readonly string[] Kinds = ["fixed", "up-to", "rows"];

    /// <summary>The grant; null after reporting a mistake.</summary>
    public static Pay? Compile(Scope scope, Node? node, out bool saysPer)
    {
        saysPer = false;
        switch (node)
        {
            case null: return null;
            case ScalarNode { IsQuoted: false, Text: "unpublished" }:
                return new AmountPay(new UnpublishedExpr(ValueKind.Money), false, []) { Place = node.Place };
            case MapNode map:
                MapReader reader = new(map, Shapes.Pay, scope.Diagnostics);
                saysPer = map["per"] is not null;
                return Grant(scope, map, reader);
            default:
                scope.Report(RuleMessages.WrongForm(node.Place, "pay", new("{fixed: …}、{up-to: …} 或 {rows: …}", "{fixed: ...}, {up-to: ...} or {rows: ...}"), NodeText.Describe(node)));
                return null;
        }
    }

    private static Pay? Grant(Scope scope, MapNode map, MapReader reader)
    {
        string[] present = [.. Kinds.Where(k => map[k] is not null)];
        if (present.Length > 1)
        {
            scope.Report(RuleMessages.TwoAmounts(map.Entry(present[1])!.KeyPlace, present[0], present[1]));
            return null;
        }

        List<RateStep> steps = [];
        if (map["per"] is { } per && !Per(scope, per, steps)) return null;
        if (AmountCompiler.Steps(scope, map, ValueKind.Money) is not { } rest) return null;
        steps.AddRange(rest);
        switch (present)
        {
            case []:
                scope.Report(RuleMessages.MissingKey(map.Place, "fixed / up-to / rows", new("奖补金额", "pay"), new("给多少", "how much")));
                return null;
            case ["rows"]:
                return Rows(scope, reader.Mappings("rows"), steps);
            case [var key]:
                return AmountCompiler.Compile(scope, map[key]!, ValueKind.Money, key) is { } amount ? new AmountPay(amount, key == "up-to", steps) { Place = map.Entry(key)!.KeyPlace } : null;
            default:
                return null;
        }
    }

    private static bool Per(Scope scope, Node per, List<RateStep> steps)
    {
        switch (per)
        {
            case ScalarNode { Text: "item" }:
                steps.Add(new PerItemStep(scope.Columns.Standard("quantity")));
                return true;
            case ScalarNode { Text: "recipient" }:
                return true;
            case MapNode map:
                MapReader reader = new(map, Shapes.PerMeasure, scope.Diagnostics);
                if (reader.Node("of") is not { } of || reader.Scalar("each") is not { } each) return false;
                if (AmountCompiler.CompileAny(scope, of, "of") is not { } measure) return false;
                Column asIf = new() { Slot = -1, Name = "each", Kind = measure.Kind };
                if (ValueReader.Read(scope, asIf, each.Text, each.Place) is not { Sign: > 0 } unit) return false;
                if (measure.Reads is { } measured) ValueReader.Measure(measured, each.Text);
                steps.Add(new PerMeasureStep(measure, unit, reader.Text("part") != "exact"));
                return true;
            default:
                string found = NodeText.Describe(per);
                scope.Report(RuleMessages.NotAChoice(per.Place, "per", found, ["item", "recipient", "{of: …, each: …}"], Suggestion.Nearest(found, ["item", "recipient"])));
                return false;
        }
    }

    private static RowsPay? Rows(Scope scope, IReadOnlyList<MapNode> maps, IReadOnlyList<RateStep> steps)
    {
        List<(Box Box, Pay Pay)> rows = [];
        bool good = true;
        foreach (MapNode map in maps)
        {
            bool isPay(MapEntry e) => Shapes.Pay.Find(e.Key) is not null && !e.IsKeyQuoted;
            MapNode grant = new(map.Place, [.. map.Entries.Where(isPay)]);
            Box? box = TestCompiler.OneBox(scope, map.Entries.Where(e => !isPay(e)));
            Pay? pay = Grant(scope, grant, new MapReader(grant, Shapes.Pay, scope.Diagnostics));
            if (box is null || pay is null)
            {
                good = false;
                continue;
            }

            foreach ((Box other, _) in rows)
            {
                if (other.And(box) is null) continue;
                scope.Report(RuleMessages.KeysOverlap(map.Place, NodeText.Describe(maps[rows.FindIndex(r => r.Box == other)]), NodeText.Describe(map)));
                good = false;
            }

            rows.Add((box, pay));
        }

        return good ? new RowsPay(rows, steps) { Place = maps[0].Place } : null;
    }
}
