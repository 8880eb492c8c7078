using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Comparing;

/// <summary>A setting that takes one value after another: <c>national=30万元..80万元/10万元</c>, from the first to the last by the step.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Values">Its values, rising, as a rule file would write them.</param>
internal sealed record SweepText(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Reads a sweep; null after reporting why it cannot be used.</summary>
    public static SweepText? Read(string text, DiagnosticBag bag)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal), dots = text.IndexOf("..", StringComparison.Ordinal), slash = text.LastIndexOf('/');
        if (equals <= 0 || dots < equals || slash < dots)
        {
            bag.Add(CompareMessages.SweepUnreadable(text));
            return null;
        }

        string low = text[(equals + 1)..dots].Trim(), high = text[(dots + 2)..slash].Trim(), by = text[(slash + 1)..].Trim();
        if (Range(low, high, by) is not var (first, last, step, write) || step.Sign <= 0 || first > last)
        {
            bag.Add(CompareMessages.SweepUnreadable(text));
            return null;
        }

        Int128 steps = ((last - first) / step).Floor();
        if (first + (step * new Rational(steps)) != last)
        {
            bag.Add(CompareMessages.SweepMisses(text, high, write(first + (step * new Rational(steps)))));
            return null;
        }

        if (steps + 1 > VariantList.Most)
        {
            bag.Add(CompareMessages.TooMany(steps + 1, VariantList.Most));
            return null;
        }

        return new SweepText(text[..equals].Trim(), [.. Enumerable.Range(0, (int)steps + 1).Select(i => write(first + (step * new Rational(i))))]);
    }

    // Both ends and the step must be of one kind.
    private static (Rational First, Rational Last, Rational Step, Func<Rational, string> Write)? Range(string low, string high, string by)
    {
        if (Money(low, out Rational first) && Money(high, out Rational last) && Money(by, out Rational step)) return (first, last, step, WriteMoney);
        if (Percent(low, out first) && Percent(high, out last) && Percent(by, out step)) return (first, last, step, v => Decimal(v * 100) + "%");
        if (!CountText.TryParse(low, out first, out string a) || !CountText.TryParse(high, out last, out string b) || !CountText.TryParse(by, out step, out string c)) return null;
        string unit = new[] { b, a, c }.FirstOrDefault(u => u.Length > 0) ?? "";
        return new[] { a, b, c }.All(u => u.Length == 0 || u == unit) ? (first, last, step, v => Decimal(v) + unit) : null;
    }

    // A bare 0 is money only where the other end says so; then its unit is not needed.
    private static bool Money(string text, out Rational fen) => MoneyText.TryParse(text, out fen);

    private static bool Percent(string text, out Rational ratio)
    {
        ratio = default;
        return text.EndsWith('%') && RatioText.TryParse(text, out ratio);
    }

    private static string WriteMoney(Rational fen)
    {
        Rational many = fen / 1_000_000;
        return many >= Rational.One && (many * 100).IsWhole ? Decimal(many) + "万元" : Decimal(fen / 100) + "元";
    }

    // All values are sums of decimals, so their decimals end.
    private static string Decimal(Rational value)
    {
        int decimals = 0;
        Rational shifted = value;
        while (!shifted.IsWhole)
        {
            shifted *= 10;
            decimals++;
        }

        string digits = Int128.Abs(shifted.Numerator).ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        string text = decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
        return value.Sign < 0 ? "-" + text : text;
    }
}
