using System.Text.RegularExpressions;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>An amount of money found in a text.</summary>
/// <param name="Index">Where it begins.</param>
/// <param name="Length">Its length, its unit included.</param>
/// <param name="Fen">How much, in fen.</param>
internal readonly record struct FoundAmount(int Index, int Length, Rational Fen);

/// <summary>
/// Finds amounts in running text, in any of their spellings: 50万元, 50 万元, 500,000元, 五十万元, 伍拾万元, 50万, and the misprint l.5万元. A number that shares the unit of the next
/// one counts too: 3-5万元 and 30、10、5万元 are two and three amounts.
/// </summary>
internal static partial class AmountFinder
{
    private const string Digits = "〇零一二三四五六七八九";
    private const string Formal = "壹贰叁肆伍陆柒捌玖";

    /// <summary>All amounts above 0, in order.</summary>
    public static IReadOnlyList<FoundAmount> Find(string text)
    {
        string plain = Misprint().Replace(Fold.Width(text), m => m.Value == "。" ? "." : "1");
        List<FoundAmount> found = [];
        foreach (Match m in Amount().Matches(plain))
        {
            if (!m.Groups["yuan"].Success && !EndsHere(plain, m.Index + m.Length)) continue;
            if (Unit(m) is not { } unit || Number(m.Groups["number"].Value) is not { Sign: > 0 } number || IsWord(m)) continue;
            found.AddRange(Sharing(plain, m.Index, unit));
            found.Add(new FoundAmount(m.Index, m.Length, number * unit));
        }

        return found;
    }

    // The numbers before an amount that take their unit from it, in order.
    private static Stack<FoundAmount> Sharing(string text, int end, Rational unit)
    {
        Stack<FoundAmount> found = [];
        while (Shared().Match(text[..end]) is { Success: true } m)
        {
            Group digits = m.Groups["number"];
            // 1、 at the beginning of a line or sentence numbers it.
            bool isNumbering = m.Groups["separator"].Value.Contains('、', StringComparison.Ordinal) && (digits.Index == 0 || text[digits.Index - 1] is '\n' or '。' or ';' or '；' or ' ');
            if (isNumbering || Number(digits.Value) is not { Sign: > 0 } number) break;
            found.Push(new FoundAmount(digits.Index, digits.Length, number * unit));
            end = digits.Index;
        }

        return found;
    }

    private static Rational? Unit(Match m)
    {
        Rational unit = m.Groups["small"].Value switch
        {
            "十" => 10,
            "百" => 100,
            "千" => 1000,
            _ => Rational.One,
        };
        return m.Groups["big"].Value switch
        {
            "万" => unit * 1_000_000,
            "亿" => unit * 10_000_000_000,
            "万亿" => null,
            _ => unit * 100,
        };
    }

    // 多元, 一元化: no money.
    private static bool IsWord(Match m) => !m.Groups["big"].Success && m.Groups["number"].Value is [var only] && !char.IsAsciiDigit(only) && only is not ('十' or '百' or '千');

    // 50万 without 元 is money only where nothing that could be counted follows.
    private static bool EndsHere(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]) || text[at] is '的' or '奖' or '补' or '资' or '给';

    private static Rational? Number(string text)
    {
        string t = text.Replace(",", "", StringComparison.Ordinal).Replace("，", "", StringComparison.Ordinal);
        if (char.IsAsciiDigit(t[0])) return t.Length <= 18 && NumberText.TryParse(t, out Rational number) ? number : null;
        return Chinese(t);
    }

    private static Rational? Chinese(string text)
    {
        long total = 0, digit = -1;
        foreach (char c in text)
        {
            int value = Digits.IndexOf(c, StringComparison.Ordinal) is > 0 and int plain ? plain - 1 : c == '〇' ? 0 : c == '两' ? 2 : Formal.IndexOf(c, StringComparison.Ordinal) is >= 0 and int formal ? formal + 1 : -1;
            int tens = c switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, _ => 0 };
            if (tens == 0 && value < 0) return null;
            if (tens == 0)
            {
                digit = digit > 0 && total == 0 ? (digit * 10) + value : value;
                if (digit > 1_000_000) return null;
                continue;
            }

            total += (digit < 0 ? 1 : digit) * tens;
            digit = -1;
        }

        return total + Math.Max(digit, 0);
    }

    // l.5 and 0。5, as scans have them.
    [GeneratedRegex(@"(?<![A-Za-z0-9])[lI](?=\.?[0-9])|(?<=[0-9])。(?=[0-9]+ *[万亿元])", RegexOptions.CultureInvariant)]
    private static partial Regex Misprint();

    [GeneratedRegex(@"(?<number>[0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰仟]+) *[余多]?(?:(?<small>[十百千])?(?<big>万亿|[万亿])? *(?<yuan>元)|(?<big>[万亿]))", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex(@"(?<number>[0-9]+(?:\.[0-9]+)?)(?<separator> *[、/\-~～—–－至到]+ *)$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Shared();
}
