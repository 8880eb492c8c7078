using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>An example row of a box, in words: one value for each column the box speaks of.</summary>
internal static class Witness
{
    /// <summary>Such a row.</summary>
    public static Phrase Of(Box box, Symbols symbols) => box.Tests.Count == 0
        ? new("任何一行", "any row")
        : new(
            string.Join("，", box.Tests.Select(t => $"{Heading(t.Column)}={Value(t, symbols).Zh}")),
            string.Join(", ", box.Tests.Select(t => $"{t.Column.Name}={Value(t, symbols).En}")));

    /// <summary>What a column is called in a roster.</summary>
    public static string Heading(Column column) => column.Headers.Count > 0 ? column.Headers[0] : column.Name;

    private static Phrase Value(ColumnTest test, Symbols symbols) => test.Test switch
    {
        TextTest { IsComplement: false } text => Same(text.Symbols.Select(symbols.Name).Order(StringComparer.Ordinal).First()),
        TextTest => new("（其他）", "(other)"),
        RangeTest range => Same(Inside(test.Column, range, symbols)),
        PresenceTest { IsPresent: false } => new("（空）", "(empty)"),
        _ => new("（有）", "(any)"),
    };

    private static string Inside(Column column, RangeTest range, Symbols symbols)
    {
        Numbers.Rational value = range.Intervals.Select(i => Values.In(column, i)).OfType<Numbers.Rational>().First();
        if (column.Kind == ValueKind.Number && Values.Decimals(value) is { } number) return number;
        return symbols.Show(column, column.Kind == ValueKind.Date ? Cell.OfDays((int)value.Floor(), (int)value.Floor()) : Cell.Of(value));
    }

    private static Phrase Same(string text) => new(text, text);
}
