using System.Globalization;
using System.Text.RegularExpressions;

namespace Incentives.Core.Syntax;

/// <summary>A length of time: <c>6年</c>, <c>3个月</c>, <c>30日</c>, <c>30天</c>, or several of them from long to short, <c>1年6个月</c>.</summary>
internal static partial class DurationText
{
    /// <summary>Reads a duration; each part has at most four digits. <c>3月</c> is a month of the year and no duration.</summary>
    public static bool TryParse(string text, out Duration duration)
    {
        Match m = Pattern().Match(Fold.Width(text).Trim());
        duration = m.Success ? new Duration(Part(m, 1), Part(m, 2), Part(m, 3)) : default;
        return m.Success;
    }

    /// <summary>A duration as rule files write it.</summary>
    public static string Show(Duration duration) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(duration.Years > 0 ? $"{duration.Years}年" : "")}{(duration.Months > 0 ? $"{duration.Months}个月" : "")}{(duration.Days > 0 || duration == default ? $"{duration.Days}日" : "")}");

    private static int Part(Match m, int group) => m.Groups[group].Success ? int.Parse(m.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("^(?=[0-9])(?:([0-9]{1,4}) *年)? *(?:([0-9]{1,4}) *个月)? *(?:([0-9]{1,4}) *[日天])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
