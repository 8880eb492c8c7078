using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Reads one value of a known kind out of a rule file's text.</summary>
internal static class ValueReader
{
    // Words that count things (个, 家, 项) stand for one another; measures do not.
    private static readonly HashSet<string> Measures = ["亩", "公顷", "平方米", "平方公里", "吨", "公斤", "千克", "米", "公里", "千瓦", "兆瓦", "度", "小时"];

    /// <summary>The value, or null after reporting that the text is not one. Text becomes its symbol; an award its own symbol.</summary>
    public static Rational? Read(Scope scope, Column column, string text, Place place)
    {
        switch (column.Kind)
        {
            case ValueKind.Text when column.Name == "recipient-kind":
                if (Cells.TryRecipientKind(System.Text.Encoding.UTF8.GetBytes(text), out bool organisation)) return TextSymbol(scope, column, organisation ? "组织" : "个人");
                scope.Report(RuleMessages.NotAValue(place, text, new("对象类型（组织或个人）", "a recipient kind (组织 or 个人)")));
                return null;
            case ValueKind.Text:
                Rational named = TextSymbol(scope, column, text);
                if (column.Name == "award") scope.Names.References.Add((text, (int)named.Numerator, place));
                return named;
            case ValueKind.Money:
                if (MoneyText.TryParse(text, out Rational fen)) return fen;
                scope.Report(MoneyText.Explain(text, place));
                return null;
            case ValueKind.Number:
                if (Number(text) is not { } number) break;
                Measure(column, text);
                return number;
            case ValueKind.Flag:
                if (FlagText.TryParse(text, out bool flag)) return flag ? Rational.One : Rational.Zero;
                break;
            default:
                if (DateText.TryParse(text, out DateSpan date)) return column.Kind == ValueKind.Year ? date.First / 10000 : date.First;
                break;
        }

        scope.Report(RuleMessages.NotAValue(place, text, column.Kind.Words()));
        return null;
    }

    /// <summary>The symbol a text column's name has.</summary>
    public static Rational TextSymbol(Scope scope, Column column, string text)
    {
        string normalised = NameNormalizer.Normalize(text);
        if (column.IsLevel) normalised = LevelName(normalised);
        int symbol = scope.Batch.Symbols.Intern(normalised);
        return column.Name == "award" ? scope.Names.Canonical(symbol) : symbol;
    }

    /// <summary>A level without the ending 级.</summary>
    public static string LevelName(string normalised) => normalised.Length > 1 && normalised.EndsWith('级') ? normalised[..^1] : normalised;

    /// <summary>Notes the measuring unit a rule uses for a column.</summary>
    public static void Measure(Column column, string text)
    {
        if (CountText.TryParse(text, out _, out string unit) && Measures.Contains(unit)) column.Units.Add(unit);
    }

    /// <summary>A count, ratio or plain number.</summary>
    public static Rational? Number(string text)
    {
        if (RatioText.TryParse(text, out Rational ratio)) return ratio;
        if (NumberText.TryParse(text, out Rational plain)) return plain;
        return CountText.TryParse(text, out Rational count, out _) ? count : null;
    }
}
