namespace Incentives.Core.Syntax;

/// <summary>Makes full-width characters ordinary ones where that cannot change a meaning.</summary>
internal static class Fold
{
    /// <summary>
    /// Full-width digits, letters, round, square and curly brackets, percent sign and point, the three colons and the
    /// ideographic space become ASCII. Everything else stays.
    /// </summary>
    public static string Width(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int first = 0;
        while (first < text.Length && Width(text[first]) == text[first]) first++;
        return first == text.Length ? text : string.Create(text.Length, text, static (span, t) =>
        {
            for (int i = 0; i < t.Length; i++) span[i] = Width(t[i]);
        });
    }

    private static char Width(char c) => c switch
    {
        (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '（' or '）' or '［' or '］' or '｛' or '｝' or '％' or '．' => (char)(c - 0xFEE0),
        '：' or '︰' or '∶' => ':',
        '\u3000' => ' ',
        _ => c,
    };
}
