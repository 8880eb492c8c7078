using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Dates in conditions, which are constant once the batch is known: <c>2024-06-30</c>, <c>$截止日 - 2年</c>, <c>$period</c>.</summary>
internal static class DateEnds
{
    /// <summary>The days a text means, or null after reporting a mistake.</summary>
    public static Period? Read(Scope scope, string text, Place place)
    {
        string[] parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var start, "-" or "+", var length])
        {
            if (Base(scope, start, place) is not { } from) return null;
            if (!DurationText.TryParse(length, out Duration duration))
            {
                scope.Report(RuleMessages.NotAValue(place, length, new("时长，如 2年、3个月", "a duration, such as 2年 or 3个月")));
                return null;
            }

            return parts[1] == "-"
                ? new Period(DateMath.Minus(from.First, duration), DateMath.Minus(from.Last, duration))
                : new Period(DateMath.Plus(from.First, duration), DateMath.Plus(from.Last, duration));
        }

        return Base(scope, text, place);
    }

    /// <summary>The period behind <c>$period</c> or <c>$last-year</c>; <paramref name="known"/> says whether the name is one of these.</summary>
    public static Period? Named(Scope scope, string name, Place place, out bool known)
    {
        known = name is "period" or "last-year";
        if (!known) return null;
        if (scope.Batch.Period is not { } period)
        {
            scope.Report(RuleMessages.NoPeriod(place, "$" + name));
            return null;
        }

        int year = (period.First / 10000) - 1;
        return name == "period" ? period : new Period((year * 10000) + 101, (year * 10000) + 1231);
    }

    private static Period? Base(Scope scope, string text, Place place)
    {
        if (text.StartsWith('$'))
        {
            if (Named(scope, text[1..], place, out bool known) is { } period) return period;
            if (known || scope.Setting(text[1..], place) is not { } setting) return null;
            text = setting.Text;
        }

        if (DateText.TryParse(text, out DateSpan date)) return new Period(date.First, date.Last);
        scope.Report(RuleMessages.NotAValue(place, text, ValueKind.Date.Words()));
        return null;
    }
}
