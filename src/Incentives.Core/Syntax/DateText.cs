using System.Globalization;
using System.Text.RegularExpressions;

namespace Incentives.Core.Syntax;

/// <summary>The days a date text covers, as yyyymmdd: one day, a month or a year.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, not before <paramref name="First"/>.</param>
internal readonly record struct DateSpan(int First, int Last);

/// <summary>A date as a rule file writes it: <c>2024-06-30</c>, <c>2024-06</c>, <c>2024</c>, <c>2024年6月30日</c>, <c>2024年6月</c>, <c>2024年</c>.</summary>
internal static partial class DateText
{
    /// <summary>Reads a day that exists, or a whole month or year, from the year 1000 on.</summary>
    public static bool TryParse(string text, out DateSpan span)
    {
        string t = Fold.Width(text).Trim();
        Match m = Dashes().Match(t);
        if (!m.Success) m = Words().Match(t);
        span = default;
        if (!m.Success) return false;
        int year = Part(m, 1), month = Part(m, 2), day = Part(m, 3);
        if (month > 12 || (m.Groups[2].Success && month == 0) || (m.Groups[3].Success && day == 0)) return false;
        int lastMonth = month == 0 ? 12 : month, lastDay = DateTime.DaysInMonth(year, lastMonth);
        if (day > lastDay) return false;
        span = new DateSpan(
            (year * 10000) + (Math.Max(month, 1) * 100) + Math.Max(day, 1),
            (year * 10000) + (lastMonth * 100) + (day == 0 ? lastDay : day));
        return true;
    }

    private static int Part(Match m, int group) => m.Groups[group].Success ? int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^([1-9][0-9]{3})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Dashes();

    [GeneratedRegex("^([1-9][0-9]{3}) *年(?: *([0-9]{1,2}) *月(?: *([0-9]{1,2}) *日)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
