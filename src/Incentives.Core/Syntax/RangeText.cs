using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>A range as text. An end that is null is open; at least one end is there. What the ends mean is for the reader of the field to say.</summary>
/// <param name="Low">Lower end, or null.</param>
/// <param name="IncludesLow">Whether the lower end belongs to the range.</param>
/// <param name="High">Upper end, or null.</param>
/// <param name="IncludesHigh">Whether the upper end belongs to the range.</param>
internal sealed partial record RangeText(string? Low, bool IncludesLow, string? High, bool IncludesHigh)
{
    /// <summary>The form reports print: <c>1..3</c>, <c>5000万元&lt;..&lt;2亿元</c>, <c>..&lt;300万元</c>.</summary>
    public string Canonical => $"{Low}{(Low is null || IncludesLow ? "" : "<")}..{(High is null || IncludesHigh ? "" : "<")}{High}";

    /// <summary>Whether a text is a range.</summary>
    public static bool IsRange(string text) => TryParse(text, out _);

    /// <summary>Whether a text that is no range was meant as one: it has two points, a dash between two numbers, or brackets about its end.</summary>
    public static bool LooksLikeRange(string text) => Fold.Width(text).Trim() is var t && (t.Contains("..", StringComparison.Ordinal) || SaysBoth().IsMatch(t) || FromTo().IsMatch(t));

    /// <summary>Reads <c>a..b</c> with its variants, or the law's words: 以上, 以下, 以内, 不低于, 不超过 include the end; 超过, 高于, 不满, 不足, 低于 exclude it.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out RangeText? range)
    {
        string t = Fold.Width(text).Trim();
        range = t.Contains("..", StringComparison.Ordinal) ? FromDots(t) : FromWords(t);
        return range is not null;
    }

    /// <summary>Why a text is no range, and what to write instead.</summary>
    public static Diagnostic Explain(string text, Place place)
    {
        string t = Fold.Width(text).Trim();
        if (ScalarTraps.Comparison(t, place) is { } comparison) return comparison;
        if (SaysBoth().IsMatch(t)) return SyntaxMessages.RangeSaysBoth(place, text);
        Match m = FromTo().Match(t);
        return m.Success ? SyntaxMessages.RangeWithDash(place, text, $"{m.Groups[1].Value.Trim()}..{m.Groups[2].Value.Trim()}") : SyntaxMessages.NotARange(place, text);
    }

    private static RangeText? FromDots(string t)
    {
        int dots = t.IndexOf("..", StringComparison.Ordinal);
        string low = t[..dots].TrimEnd(), high = t[(dots + 2)..].TrimStart();
        bool excludesLow = low.EndsWith('<'), excludesHigh = high.StartsWith('<');
        if (excludesLow) low = low[..^1].TrimEnd();
        if (excludesHigh) high = high[1..].TrimStart();
        if ((low.Length == 0 && (excludesLow || high.Length == 0)) || (high.Length == 0 && excludesHigh)) return null;
        if (NoEnd().IsMatch(low) || NoEnd().IsMatch(high)) return null;
        return new RangeText(low.Length == 0 ? null : low, !excludesLow, high.Length == 0 ? null : high, !excludesHigh);
    }

    private static RangeText? FromWords(string t)
    {
        Match m = LawsWords().Match(t);
        if (!m.Success) return null;
        string? low = End(m, "low", "lowBefore"), high = End(m, "high", "highBefore");
        if (low is null && high is null) return null;
        bool includesLow = m.Groups["lowBefore"].Success || m.Groups["lowWord"].Value.StartsWith('不');
        bool includesHigh = m.Groups["highBefore"].Success || m.Groups["highWord"].Value is "不高于" or "不超过" or "不多于" or "不大于";
        return new RangeText(low, low is null || includesLow, high, high is null || includesHigh);
    }

    private static string? End(Match m, string after, string before) =>
        m.Groups[after].Success ? m.Groups[after].Value.Trim() : m.Groups[before].Success ? m.Groups[before].Value.Trim() : null;

    [GeneratedRegex(@"^\.|\.$|\.\.|[<>=]", RegexOptions.CultureInvariant)]
    private static partial Regex NoEnd();

    // An end begins with a digit, a sign or a setting, so that names such as 规模以上 are no ranges, and holds none of the words itself.
    private const string AnEnd = @"[$0-9-](?:(?!以上|以下|以内|超过|高于|低于|大于|小于|多于|少于|不满|不足|[(),，、且]).)*?";

    [GeneratedRegex(
        "^(?:(?<lowWord>不低于|不少于|不小于|超过|高于|大于|多于) *(?<low>" + AnEnd + ")|(?<lowBefore>" + AnEnd + ")以上)?"
        + " *[,，、且]? *"
        + "(?:(?<highWord>不高于|不超过|不多于|不大于|不满|不足|低于|小于|少于) *(?<high>" + AnEnd + ")|(?<highBefore>" + AnEnd + ")(?:以下|以内))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex LawsWords();

    [GeneratedRegex(@"[(]不?含|以上.*不超过.*以下", RegexOptions.CultureInvariant)]
    private static partial Regex SaysBoth();

    [GeneratedRegex(@"^(\d[^-~至到—–～]*)(?:-|~|至|到|—+|–|～)(\d[^-~至到—–～]*)$", RegexOptions.CultureInvariant)]
    private static partial Regex FromTo();
}
