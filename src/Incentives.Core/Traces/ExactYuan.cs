using System.Globalization;
using Incentives.Core.Numbers;

namespace Incentives.Core.Traces;

/// <summary>A number of fen, which may be part of one, as exact yuan: at least two decimals and as many as it needs, or a fraction where decimals never end.</summary>
internal static class ExactYuan
{
    private const int MostDecimals = 20;

    /// <summary><c>500000.00</c>, <c>0.125</c>, <c>100/3</c>.</summary>
    public static string Of(Rational fen)
    {
        try
        {
            Rational yuan = fen / 100;
            int decimals = Decimals(yuan.Denominator);
            if (decimals > MostDecimals) return yuan.ToString();
            Int128 scale = 1;
            for (int i = 0; i < decimals; i++) scale *= 10;
            Int128 digits = (yuan * new Rational(scale)).Numerator, absolute = Int128.Abs(digits);
            return string.Create(
                CultureInfo.InvariantCulture, $"{(digits < 0 ? "-" : "")}{absolute / scale}.{(absolute % scale).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0')}");
        }
        catch (OverflowException)
        {
            return $"{fen}/100";
        }
    }

    // How many decimals a fraction with this denominator has, at least 2; more than any when they never end.
    private static int Decimals(Int128 denominator)
    {
        int twos = 0, fives = 0;
        for (; denominator % 2 == 0; denominator /= 2) twos++;
        for (; denominator % 5 == 0; denominator /= 5) fives++;
        return denominator == 1 ? Math.Max(2, Math.Max(twos, fives)) : int.MaxValue;
    }
}
