using System.Globalization;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Testing.Mutation;

/// <summary>A range with one of its ends moved, opened or closed.</summary>
internal static class EdgeMutants
{
    private static readonly Duration Day = new(0, 0, 1);

    /// <summary>
    /// The other ranges. Days, years and whole numbers move by one, which is the same as opening or closing; other values move by 1% and are
    /// opened or closed. An end that no row can stand across is not moved there.
    /// </summary>
    /// <param name="text">The range, or a single date.</param>
    /// <param name="kind">What its values are.</param>
    /// <param name="isWhole">Whether they are whole numbers.</param>
    /// <param name="least">The least value a roster can hold.</param>
    public static IEnumerable<string> Of(string text, ValueKind kind, bool isWhole, int? least)
    {
        if (!RangeText.TryParse(text, out RangeText? range)) range = new RangeText(text, true, text, true);
        bool steps = isWhole || kind is ValueKind.Date or ValueKind.Year;
        if (range.Low is { } low)
        {
            foreach (string moved in Ends(low, kind, isWhole, isFirst: range.IncludesLow, range.IncludesLow ? least : null)) yield return (range with { Low = moved }).Canonical;
            if (!steps && !(range.IncludesLow && low == "0" && least == 0)) yield return (range with { IncludesLow = !range.IncludesLow }).Canonical;
        }

        if (range.High is { } high)
        {
            foreach (string moved in Ends(high, kind, isWhole, isFirst: !range.IncludesHigh, null)) yield return (range with { High = moved }).Canonical;
            if (!steps) yield return (range with { IncludesHigh = !range.IncludesHigh }).Canonical;
        }
    }

    // A month or a year as an end means its first or its last day.
    private static IEnumerable<string> Ends(string end, ValueKind kind, bool isWhole, bool isFirst, int? least)
    {
        if (kind == ValueKind.Date)
        {
            if (!DateText.TryParse(end, out DateSpan span)) yield break;
            int day = isFirst ? span.First : span.Last;
            yield return Show(DateMath.Plus(day, Day));
            yield return Show(DateMath.Minus(day, Day));
            yield break;
        }

        foreach (bool up in (bool[])[true, false])
        {
            if (Figures.Moved(end, up, isWhole || kind == ValueKind.Year) is not { } moved) continue;
            bool isTooLow = !up && least is { } floor && NumberText.TryParse(new string([.. moved.TakeWhile(c => char.IsAsciiDigit(c) || c is '-' or '.')]), out Numbers.Rational value) && value < floor;
            if (!isTooLow) yield return moved;
        }
    }

    private static string Show(int day) => string.Create(CultureInfo.InvariantCulture, $"{day / 10000:D4}-{day / 100 % 100:D2}-{day % 100:D2}");
}
