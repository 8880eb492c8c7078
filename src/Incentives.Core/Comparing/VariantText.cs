using System.Text.RegularExpressions;

namespace Incentives.Core.Comparing;

/// <summary>A variant in words: its name, a colon, and what is otherwise: <c>甲方案: --reading x=b --set 首次金额=30万元</c>.</summary>
internal static partial class VariantText
{
    /// <summary>The name and the options in order; null when the text has another form.</summary>
    public static (string Name, IReadOnlyList<(string Option, string Value)> Options)? Split(string text)
    {
        Match m = Whole().Match(text);
        if (!m.Success) return null;
        List<(string, string)> options = [];
        foreach (Match option in Option().Matches(m.Groups["rest"].Value)) options.Add((option.Groups["word"].Value, option.Groups["value"].Value.Trim()));
        return options.Exists(o => o.Item2.Length == 0) ? null : (m.Groups["name"].Value.Trim(), options);
    }

    [GeneratedRegex(@"^\s*(?<name>[^:：]*[^:：\s][^:：]*)[:：]\s*(?<rest>--(?:rules|reading|set)\s.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Whole();

    // A value reaches to the next option, so that it may hold blanks.
    [GeneratedRegex(@"(?:^|\s)--(?<word>rules|reading|set)\s+(?<value>.*?)(?=\s--(?:rules|reading|set)\s|$)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Option();
}
