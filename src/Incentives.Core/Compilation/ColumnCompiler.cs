using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>The <c>columns</c> block: more roster columns, columns with a value for empty cells, and derived ones.</summary>
internal static class ColumnCompiler
{
    private static readonly string[] DerivedKeys = ["is", "by", "marginal"];

    /// <summary>Declares all of a scheme's columns. A derived one may use those above it.</summary>
    public static void Declare(Scope scope, MapNode? columns)
    {
        foreach (MapEntry entry in columns?.Entries ?? []) One(scope, entry);
    }

    private static void One(Scope scope, MapEntry entry)
    {
        if (entry.Value is ScalarNode type)
        {
            if (Kind(scope, type) is { } plain) Mark(scope.Columns.Declare(scope.SchemeId, entry.Key, plain, [], entry.KeyPlace), type.Text);
            return;
        }

        if (entry.Value is not MapNode map)
        {
            scope.Report(RuleMessages.WrongForm(entry.Value.Place, entry.Key, new("类型，如 money", "a type, such as money"), NodeText.Describe(entry.Value)));
            return;
        }

        if (DerivedKeys.Any(k => map[k] is not null))
        {
            if (AmountCompiler.CompileAny(scope, map, entry.Key) is { } expr) scope.Columns.Derive(scope.SchemeId, entry.Key, expr, entry.KeyPlace);
            return;
        }

        MapReader reader = new(map, Shapes.Column, scope.Diagnostics);
        Column? standard = scope.Columns.Find(scope.SchemeId, entry.Key);
        ValueKind kind = ValueKind.Text;
        if (reader.Scalar("type") is { } name)
        {
            if (Kind(scope, name) is not { } declared) return;
            kind = declared;
        }
        else if (standard is not null)
        {
            kind = standard.Kind;
        }

        string[] headers = [.. reader.Names("headers").Select(h => h.Text)];
        Column column;
        if (standard is not null && scope.Columns.IsStandard(standard) && standard.Kind == kind)
        {
            scope.Columns.Claim(standard, headers);
            column = standard;
        }
        else
        {
            column = scope.Columns.Declare(scope.SchemeId, entry.Key, kind, headers, entry.KeyPlace);
        }

        Mark(column, reader.Text("type"));
        if (column.Name == "recipient" && scope.Columns.IsStandard(column))
        {
            // Who is paid is not a value to fall back on in amounts: it is what the row is about.
            if (reader.Scalar("empty") is { } unnamed) scope.Columns.Unnamed = unnamed.Text;
            return;
        }

        if (reader.Scalar("empty") is not { } empty || ValueReader.Read(scope, column, empty.Text, empty.Place) is not { } ifEmpty) return;
        if (column == scope.Columns.Standard("quantity") && ifEmpty != 1)
            scope.Report(RuleMessages.WrongForm(empty.Place, "empty", new("1：数量空格当 1", "1: an empty quantity counts 1"), NodeText.Describe(empty)));
        else
            scope.Columns.Derive(scope.SchemeId, entry.Key, new DefaultedExpr(column, ifEmpty), entry.KeyPlace);
    }

    private static void Mark(Column column, string type)
    {
        column.IsWhole |= type == "count";
        column.IsRatio |= type == "ratio";
    }

    private static ValueKind? Kind(Scope scope, ScalarNode type)
    {
        switch (type.Text)
        {
            case "text" or "recipient": return ValueKind.Text;
            case "money": return ValueKind.Money;
            case "number" or "count" or "ratio": return ValueKind.Number;
            case "date": return ValueKind.Date;
            case "year": return ValueKind.Year;
            case "flag": return ValueKind.Flag;
            default:
                IReadOnlyList<string> choices = Shapes.Column.Find("type")!.Choices!;
                scope.Report(RuleMessages.NotAChoice(type.Place, "type", type.Text, choices, Suggestion.Nearest(type.Text, choices)));
                return null;
        }
    }
}
