using Incentives.Core.Diagnostics;
using Incentives.Core.Syntax;

namespace Incentives.Tests.Syntax;

/// <summary>Why a text is no amount.</summary>
public class MoneyTextMessages
{
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "50",
            """
            a.yaml:3:5: 错误 INC1101: 金额“50”没有单位
              应为：50万元 或 50元
              怎么办：写明单位；只有 0 可以不写
            """,
            """
            a.yaml:3:5: error INC1101: the amount "50" has no unit
              expected: 50万元 or 50元
              next step: write the unit; only 0 needs none
            """
        },
        {
            "-3万元",
            """
            a.yaml:3:5: 错误 INC1102: 金额不能是负数：“-3万元”
              怎么办：要扣减时写成算式，例如 30万元 - 已获奖励
            """,
            """
            a.yaml:3:5: error INC1102: an amount cannot be negative: "-3万元"
              next step: to take something off, write an expression such as 30万元 - 已获奖励
            """
        },
        {
            "负3万元",
            """
            a.yaml:3:5: 错误 INC1102: 金额不能是负数：“负3万元”
              怎么办：要扣减时写成算式，例如 30万元 - 已获奖励
            """,
            """
            a.yaml:3:5: error INC1102: an amount cannot be negative: "负3万元"
              next step: to take something off, write an expression such as 30万元 - 已获奖励
            """
        },
        {
            "1,000万元",
            """
            a.yaml:3:5: 错误 INC1010: 数字“1,000万元”里有逗号，读不成一个数
              应为：1000万元
              怎么办：金额和数量里不写千分位逗号
            """,
            """
            a.yaml:3:5: error INC1010: "1,000万元" holds a comma and cannot be read as one number
              expected: 1000万元
              next step: write amounts and counts without thousands separators
            """
        },
        {
            "1，000万元",
            """
            a.yaml:3:5: 错误 INC1010: 数字“1，000万元”里有逗号，读不成一个数
              应为：1000万元
              怎么办：金额和数量里不写千分位逗号
            """,
            """
            a.yaml:3:5: error INC1010: "1，000万元" holds a comma and cannot be read as one number
              expected: 1000万元
              next step: write amounts and counts without thousands separators
            """
        },
        {
            "l.5万元",
            """
            a.yaml:3:5: 错误 INC1103: “l.5万元”里混进了字母（l、I 像 1，O、o 像 0）
              应为：1.5万元
              怎么办：若是这个意思，改成 1.5万元
            """,
            """
            a.yaml:3:5: error INC1103: "l.5万元" holds a letter (l and I look like 1, O and o like 0)
              expected: 1.5万元
              next step: if that is meant, write 1.5万元
            """
        },
        {
            "3O万元",
            """
            a.yaml:3:5: 错误 INC1103: “3O万元”里混进了字母（l、I 像 1，O、o 像 0）
              应为：30万元
              怎么办：若是这个意思，改成 30万元
            """,
            """
            a.yaml:3:5: error INC1103: "3O万元" holds a letter (l and I look like 1, O and o like 0)
              expected: 30万元
              next step: if that is meant, write 30万元
            """
        },
        {
            "0。5万元",
            """
            a.yaml:3:5: 错误 INC1104: “0。5万元”的小数点不是英文句点
              应为：0.5万元
              怎么办：改成 0.5万元
            """,
            """
            a.yaml:3:5: error INC1104: the decimal point of "0。5万元" is not an ordinary point
              expected: 0.5万元
              next step: write 0.5万元
            """
        },
        {
            "50万",
            """
            a.yaml:3:5: 错误 INC1105: 金额“50万”的单位少了“元”
              应为：50万元
              怎么办：改成 50万元
            """,
            """
            a.yaml:3:5: error INC1105: the unit of the amount "50万" lacks 元
              expected: 50万元
              next step: write 50万元
            """
        },
        {
            "1000000亿元",
            """
            a.yaml:3:5: 错误 INC1106: 金额“1000000亿元”太大或位数太多
              应为：不超过 100000亿元，小数不超过 12 位
              怎么办：检查单位是否多写了“万”或“亿”
            """,
            """
            a.yaml:3:5: error INC1106: the amount "1000000亿元" is too large or has too many digits
              expected: at most 100000亿元, with at most 12 decimals
              next step: check whether 万 or 亿 is one too many
            """
        },
        {
            "五十万元",
            """
            a.yaml:3:5: 错误 INC1107: 金额“五十万元”用了汉字数字
              应为：50万元、5000元、1.5亿元这样的金额
              怎么办：改用阿拉伯数字，例如五十万元写成 50万元
            """,
            """
            a.yaml:3:5: error INC1107: the amount "五十万元" is written in Chinese numerals
              expected: an amount such as 50万元, 5000元 or 1.5亿元
              next step: use digits: write 五十万元 as 50万元
            """
        },
        {
            "30万元以上",
            """
            a.yaml:3:5: 错误 INC1108: “30万元以上”是一个范围，这里要一个金额
              应为：50万元、5000元、1.5亿元这样的金额
              怎么办：“不高于某数”写 up-to: 某数；最低、最高用 at-least、at-most
            """,
            """
            a.yaml:3:5: error INC1108: "30万元以上" is a range, and one amount is wanted here
              expected: an amount such as 50万元, 5000元 or 1.5亿元
              next step: write "at most x" as up-to: x; for a least and a greatest amount use at-least and at-most
            """
        },
        {
            "很多钱",
            """
            a.yaml:3:5: 错误 INC1109: “很多钱”不是金额
              应为：50万元、5000元、1.5亿元这样的金额
              怎么办：写数字和单位（元、万元、亿元），中间不加逗号
            """,
            """
            a.yaml:3:5: error INC1109: "很多钱" is not an amount
              expected: an amount such as 50万元, 5000元 or 1.5亿元
              next step: write a number and its unit (元, 万元, 亿元) without separators
            """
        },
        {
            "50美元",
            """
            a.yaml:3:5: 错误 INC1109: “50美元”不是金额
              应为：50万元、5000元、1.5亿元这样的金额
              怎么办：写数字和单位（元、万元、亿元），中间不加逗号
            """,
            """
            a.yaml:3:5: error INC1109: "50美元" is not an amount
              expected: an amount such as 50万元, 5000元 or 1.5亿元
              next step: write a number and its unit (元, 万元, 亿元) without separators
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Says(string text, string chinese, string english)
    {
        Diagnostic explained = MoneyText.Explain(text, new Place("a.yaml", 3, 5));
        explained.ToText(Language.Chinese).Should().Be(chinese);
        explained.ToText(Language.English).Should().Be(english);
        MoneyText.TryParse(text, out _).Should().BeFalse();
    }
}
