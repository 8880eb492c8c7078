using Incentives.Core.Numbers;

namespace Incentives.Tests.Numbers;

/// <summary>Amounts in Chinese capitals. The examples with a decimal part are those of the rules for filling in vouchers.</summary>
public sealed class CapitalAmountTests
{
    [Theory]
    [InlineData(0, "零元整")]
    [InlineData(1, "壹分")]
    [InlineData(5, "伍分")]
    [InlineData(50, "伍角")]
    [InlineData(56, "伍角陆分")]
    [InlineData(100, "壹元整")]
    [InlineData(101, "壹元零壹分")]
    [InlineData(110, "壹元壹角")]
    [InlineData(1000, "壹拾元整")]
    [InlineData(1010, "壹拾元零壹角")]
    [InlineData(140950, "壹仟肆佰零玖元伍角")]
    [InlineData(600714, "陆仟零柒元壹角肆分")]
    [InlineData(168032, "壹仟陆佰捌拾元零叁角贰分")]
    [InlineData(10700053, "壹拾万柒仟元零伍角叁分")]
    [InlineData(1640902, "壹万陆仟肆佰零玖元零贰分")]
    [InlineData(32504, "叁佰贰拾伍元零肆分")]
    [InlineData(1200000, "壹万贰仟元整")]
    [InlineData(1000500, "壹万零伍元整")]
    [InlineData(1005000, "壹万零伍拾元整")]
    [InlineData(100000000, "壹佰万元整")]
    [InlineData(100100000, "壹佰万壹仟元整")]
    [InlineData(100010000, "壹佰万零壹佰元整")]
    [InlineData(333000000, "叁佰叁拾叁万元整")]
    [InlineData(10000000000, "壹亿元整")]
    [InlineData(10000500000, "壹亿零伍仟元整")]
    [InlineData(200500000000, "贰拾亿零伍佰万元整")]
    [InlineData(107000000000, "壹拾亿柒仟万元整")]
    [InlineData(123456789012345678, "壹仟贰佰叁拾肆万伍仟陆佰柒拾捌亿玖仟零壹拾贰万叁仟肆佰伍拾陆元柒角捌分")]
    [InlineData(100000000000001, "壹万亿元零壹分")]
    [InlineData(-123400, "负壹仟贰佰叁拾肆元整")]
    public void An_amount_is_written_as_payment_orders_have_it(long fen, string text) => CapitalAmount.Of(new Money(fen)).Should().Be(text);

    // Read back by the values of the characters: no two amounts look alike, and none is another's.
    [Fact]
    public void It_reads_back()
    {
        long fen = 1;
        for (int i = 0; i < 20_000; i++)
        {
            fen = unchecked((fen * 6364136223846793005L) + 1442695040888963407L);
            long amount = (fen & long.MaxValue) % (long)Math.Pow(10, 1 + (i % 17));
            // Digits with many zeros among them are what the rules are about.
            if (i % 3 == 0) amount = Holes(amount, unchecked((ulong)fen));
            Read(CapitalAmount.Of(new Money(amount))).Should().Be(amount, CapitalAmount.Of(new Money(amount)));
        }
    }

    [Fact]
    public void Zeros_are_never_doubled_nor_left_at_an_end()
    {
        for (long yuan = 0; yuan < 200_000; yuan += 7)
        {
            string text = CapitalAmount.Of(Money.Yuan(yuan * 1000 + yuan % 13));
            text.Should().NotContain("零零").And.NotContain("零万").And.NotContain("零亿").And.EndWith("元整");
            if (yuan > 0) text.Should().NotContain("零元");
        }
    }

    private static long Holes(long amount, ulong seed)
    {
        char[] digits = amount.ToString(System.Globalization.CultureInfo.InvariantCulture).ToCharArray();
        for (int i = 1; i < digits.Length; i++)
        {
            if ((seed >> i & 1) == 0) digits[i] = '0';
        }

        return long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static long Read(string text)
    {
        long high = 0, part = 0, digit = 0, fen = 0;
        foreach (char c in text)
        {
            int value = "零壹贰叁肆伍陆柒捌玖".IndexOf(c, StringComparison.Ordinal);
            if (value >= 0) digit = value;
            else if (c == '拾') (part, digit) = (part + (digit * 10), 0);
            else if (c == '佰') (part, digit) = (part + (digit * 100), 0);
            else if (c == '仟') (part, digit) = (part + (digit * 1000), 0);
            else if (c == '万') (high, part, digit) = (high + ((part + digit) * 10_000), 0, 0);
            else if (c == '亿') (high, part, digit) = ((high + part + digit) * 100_000_000, 0, 0);
            else if (c == '元') (fen, digit) = ((high + part + digit) * 100, 0);
            else if (c == '角') (fen, digit) = (fen + (digit * 10), 0);
            else if (c == '分') (fen, digit) = (fen + digit, 0);
        }

        return fen;
    }
}
