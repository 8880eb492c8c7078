using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>An example row of a box, in words: one value for each column the box speaks of.</summary>
internal static class Witness
{
    /// <summary>Such a row.</summary>
    public static Diagnostics.Phrase Of(Box box, Symbols symbols) => box.Tests.Count == 0
        ? new("…", "…")
        : new(
            string.Join("，", box.Tests.Select(t => $"{(t.Column.Headers.Count > 0 ? t.Column.Headers[0] : t.Column.Name)}={Value(t, symbols)}")),
            string.Join(", ", box.Tests.Select(t => $"{t.Column.Name}={Value(t, symbols)}")));

    private static string Value(ColumnTest test, Symbols symbols) => test.Test switch
    {
        TextTest { IsComplement: false } text => text.Symbols.Select(symbols.Name).Order(StringComparer.Ordinal).First(),
        RangeTest range => Inside(test.Column, range.Intervals[0], symbols),
        PresenceTest { IsPresent: false } => "∅",
        _ => "*",
    };

    private static string Inside(Column column, Interval interval, Symbols symbols)
    {
        Rational value = (interval.Low, interval.High) switch
        {
            ({ } low, _) when interval.LowIncluded => low,
            (_, { } high) when interval.HighIncluded => high,
            ({ } low, { } high) => (low + high) / 2,
            ({ } low, null) => low + 1,
            (null, { } high) => high - 1,
            _ => Rational.Zero,
        };
        return symbols.Show(column, column.Kind == ValueKind.Date ? Cell.OfDays((int)value.Floor(), (int)value.Floor()) : Cell.Of(value));
    }
}
