using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Tables: <c>{by: [level, role], 国际: {主导: 60万元, 参与: 10万元}}</c>.</summary>
internal static class TableCompiler
{
    private static readonly string[] NotKeys = ["by", "times", "plus", "at-least", "at-most", "round"];

    /// <summary>The table, or null after reporting a mistake.</summary>
    public static TableExpr? Compile(Scope scope, MapNode map, string key, ValueKind? expected)
    {
        List<Column> columns = [];
        foreach (ScalarNode name in new MapReader(map, Open, scope.Diagnostics).Names("by"))
        {
            if (scope.Column(name) is { } column) columns.Add(column);
            else return null;
        }

        ValueKind? kind = expected;
        TableLevel? top = Level(scope, map, columns, 0, key, ref kind);
        return top is null ? null : new TableExpr(top, kind ?? ValueKind.Money);
    }

    private static Shape Open { get; } = new(new("表", "table"), "table", [], new Field("", FieldType.Amount, new("金额", "an amount")));

    private static TableLevel? Level(Scope scope, MapNode map, IReadOnlyList<Column> columns, int depth, string key, ref ValueKind? kind)
    {
        Column column = columns[depth];
        List<TableCell> cells = [];
        List<(string Key, Test Test)> seen = [];
        TableEntry? rest = null;
        bool good = true;
        foreach (MapEntry entry in map.Entries)
        {
            if (depth == 0 && NotKeys.Contains(entry.Key) && !entry.IsKeyQuoted) continue;
            bool isElse = entry.Key == "else" && !entry.IsKeyQuoted;
            Test? test = isElse ? null : TestCompiler.Key(scope, column, entry);
            TableEntry? value = Entry(scope, entry, columns, depth, key, ref kind);
            if (value is null || (test is null && !isElse))
            {
                good = false;
                continue;
            }

            if (isElse)
            {
                rest = value;
                continue;
            }

            foreach ((string otherKey, Test other) in seen)
            {
                if (test!.And(other) is not null)
                {
                    scope.Report(RuleMessages.KeysOverlap(entry.KeyPlace, otherKey, entry.Key));
                    good = false;
                }
            }

            seen.Add((entry.Key, test!));
            cells.Add(new TableCell(test!, value));
        }

        return good ? new TableLevel(column, cells, rest) : null;
    }

    private static TableEntry? Entry(Scope scope, MapEntry entry, IReadOnlyList<Column> columns, int depth, string key, ref ValueKind? kind)
    {
        Node node = entry.Value;
        bool isDeeper = depth + 1 < columns.Count && node is MapNode map && map["is"] is null && map["by"] is null && map["marginal"] is null;
        if (isDeeper)
            return Level(scope, (MapNode)node, columns, depth + 1, key, ref kind) is { } level ? new TableEntry(null, level, entry.KeyPlace, entry.Key) : null;
        Expr? amount = kind is { } wanted ? AmountCompiler.Compile(scope, node, wanted, key) : AmountCompiler.CompileAny(scope, node, key);
        // The first amount that is not a bare 0 says what the whole table gives.
        if (amount is not (null or ConstantExpr { Value.Sign: 0 } or NoneExpr)) kind ??= amount.Kind;
        return amount is null ? null : new TableEntry(amount, null, entry.KeyPlace, entry.Key);
    }
}
