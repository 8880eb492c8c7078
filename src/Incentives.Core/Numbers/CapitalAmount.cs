using System.Text;

namespace Incentives.Core.Numbers;

/// <summary>
/// An amount in Chinese capitals (大写), as payment orders need it, after the rules of the People's Bank for filling in vouchers
/// (支付结算办法, annex 1): 整 behind whole yuan, not behind 角 or 分; one 零 for zeros between digits; none where only the digit of 万
/// is 0; one where the digit of 元 is 0 and 角 or 分 follow. Of the two forms it allows there, its first is taken.
/// </summary>
public static class CapitalAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";

    /// <summary>The amount, such as 壹万贰仟元整; a negative one with 负 in front.</summary>
    public static string Of(Money amount)
    {
        UInt128 fen = (UInt128)Int128.Abs(amount.Fen);
        UInt128 yuan = fen / 100;
        int jiao = (int)(fen / 10 % 10), cents = (int)(fen % 10);
        StringBuilder text = new();
        if (amount.Fen < 0) text.Append('负');
        if (yuan > 0 || fen == 0) text.Append(Whole(yuan)).Append('元');
        if (jiao == 0 && cents == 0) return text.Append('整').ToString();
        if (yuan > 0 && (jiao == 0 || yuan % 10 == 0)) text.Append('零');
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        if (cents > 0) text.Append(Digits[cents]).Append('分');
        return text.ToString();
    }

    // By 亿 first, since 亿 counts what stands before it whole: 壹万贰仟亿.
    private static string Whole(UInt128 number)
    {
        if (number >= 100_000_000) return Joined(number, 100_000_000, "亿");
        if (number >= 10_000) return Joined(number, 10_000, "万");
        return Section((int)number);
    }

    // 零 stands where the part behind is shorter than its places.
    private static string Joined(UInt128 number, uint unit, string name)
    {
        UInt128 rest = number % unit;
        string text = Whole(number / unit) + name;
        if (rest == 0) return text;
        return text + (rest < unit / 10 ? "零" : "") + Whole(rest);
    }

    private static string Section(int number)
    {
        if (number == 0) return "零";
        StringBuilder text = new();
        bool gap = false;
        foreach ((int unit, string name) in ((int, string)[])[(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")])
        {
            int digit = number / unit % 10;
            if (digit == 0)
            {
                gap = text.Length > 0;
                continue;
            }

            if (gap) text.Append('零');
            gap = false;
            text.Append(Digits[digit]).Append(name);
        }

        return text.ToString();
    }
}
