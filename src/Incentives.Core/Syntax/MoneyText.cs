using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Syntax;

/// <summary>An amount of money as a policy writes it: <c>50万元</c>, <c>5000元</c>, <c>1.5亿元</c>; only <c>0</c> needs no unit.</summary>
internal static partial class MoneyText
{
    /// <summary>Reads an amount, as a number of fen from 0 to <see cref="Money.LargestFen"/>; fractions of a fen stay exact.</summary>
    public static bool TryParse(string text, out Rational fen)
    {
        ReadOnlySpan<char> t = Fold.Width(text).AsSpan().Trim();
        int digits = DecimalText.Length(t);
        fen = default;
        if (!DecimalText.TryParse(t[..digits], out Rational number)) return false;
        if (UnitInFen(t[digits..].TrimStart()) is not { } unit) return t[digits..].IsEmpty && number.Sign == 0;
        fen = number * unit;
        if (fen <= Money.LargestFen) return true;
        fen = default;
        return false;
    }

    /// <summary>Why a text is no amount, and what to write instead.</summary>
    public static Diagnostic Explain(string text, Place place)
    {
        string t = Fold.Width(text).Trim();
        if (t.StartsWith('-') || t.StartsWith('负') || t.StartsWith('−') || t.StartsWith('－')) return SyntaxMessages.AmountNegative(place, text);
        if (Thousands().IsMatch(t)) return SyntaxMessages.ThousandsSeparator(place, t, Separators().Replace(t, ""));
        if (TryRepair(IdeographicStop().Replace(t, "."), t, out string repaired)) return SyntaxMessages.AmountWithStop(place, text, repaired);
        string letters = t.Replace('l', '1').Replace('I', '1').Replace('o', '0').Replace('O', '0');
        if (TryRepair(letters, t, out repaired)) return SyntaxMessages.AmountWithLetter(place, text, repaired);
        if (NumberText.TryParse(t, out _)) return SyntaxMessages.AmountWithoutUnit(place, t);
        if (TryRepair(t + "元", t, out repaired)) return SyntaxMessages.AmountUnitCutShort(place, text, repaired);
        if (TooLarge().IsMatch(t)) return SyntaxMessages.AmountTooLarge(place, text);
        if (ChineseDigits().IsMatch(t)) return SyntaxMessages.AmountInChineseDigits(place, text);
        return RangeText.IsRange(t) ? SyntaxMessages.RangeWhereAmount(place, text) : SyntaxMessages.NotAnAmount(place, text);
    }

    private static bool TryRepair(string candidate, string original, out string repaired)
    {
        repaired = candidate;
        return candidate != original && TryParse(candidate, out _);
    }

    private static Rational? UnitInFen(ReadOnlySpan<char> unit) => unit switch
    {
        "元" => 100L,
        "万元" => 1_000_000L,
        "亿元" => 10_000_000_000L,
        _ => null,
    };

    [GeneratedRegex(@"^\d{1,3}([,，]\d{3})+(\.\d+)?\s*[万亿]?元?$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();

    [GeneratedRegex("[,，]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<=\d)[。·](?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex IdeographicStop();

    [GeneratedRegex(@"^\d+(\.\d+)?\s*[万亿]?元$", RegexOptions.CultureInvariant)]
    private static partial Regex TooLarge();

    [GeneratedRegex("^[一二两三四五六七八九十百千零壹贰叁肆伍陆柒捌玖拾佰仟]+[万亿]?元?整?$", RegexOptions.CultureInvariant)]
    private static partial Regex ChineseDigits();
}
