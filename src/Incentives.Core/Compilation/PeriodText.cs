using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>A batch's period as a person writes it: <c>2024</c>, <c>2024-03</c>, <c>2024-01-01..2024-06-30</c>.</summary>
internal static class PeriodText
{
    /// <summary>The period; null when the text means none.</summary>
    public static Period? Read(string text)
    {
        if (DateText.TryParse(text, out DateSpan days)) return new Period(days.First, days.Last);
        if (!RangeText.TryParse(text, out RangeText? range) || range.Low is null || range.High is null) return null;
        return DateText.TryParse(range.Low, out DateSpan low) && DateText.TryParse(range.High, out DateSpan high) && low.First <= high.Last
            ? new Period(low.First, high.Last)
            : null;
    }
}
