using System.Globalization;
using Incentives.Core.Numbers;

namespace Incentives.Core.Pages;

/// <summary>Amounts in 万元 (10,000 yuan), as charts label them.</summary>
internal static class WanYuan
{
    private const long FenPerHundredth = 10_000;

    /// <summary>A difference, with its sign: <c>+30万元</c>.</summary>
    public static string Signed(Money amount)
    {
        string text = Of(amount);
        if (amount <= Money.Zero) return text;
        return text[0] == '≈' ? "≈+" + text[1..] : "+" + text;
    }

    /// <summary>With thousands separators and at most two decimals; ≈ in front where that is not exact: <c>1,234.5万元</c>.</summary>
    public static string Of(Money amount)
    {
        Int128 fen = Int128.Abs(amount.Fen);
        Int128 hundredths = (fen + (FenPerHundredth / 2)) / FenPerHundredth;
        string decimals = (hundredths % 100).ToString("D2", CultureInfo.InvariantCulture).TrimEnd('0');
        string about = hundredths * FenPerHundredth == fen ? "" : "≈";
        string sign = amount.Fen < 0 ? "-" : "";
        return $"{about}{sign}{(hundredths / 100).ToString("N0", CultureInfo.InvariantCulture)}{(decimals.Length > 0 ? "." : "")}{decimals}万元";
    }
}
