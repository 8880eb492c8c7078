using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

internal static partial class SyntaxMessages
{
    private static readonly Phrase AmountForm = new("50万元、5000元、1.5亿元这样的金额", "an amount such as 50万元, 5000元 or 1.5亿元");

    /// <summary>An amount without 元.</summary>
    public static Diagnostic AmountWithoutUnit(Place place, string number) => Error("INC1101", place,
        new($"金额“{number}”没有单位", $"the amount \"{number}\" has no unit"),
        new($"{number}万元 或 {number}元", $"{number}万元 or {number}元"),
        new("写明单位；只有 0 可以不写", "write the unit; only 0 needs none"));

    /// <summary>An amount below 0.</summary>
    public static Diagnostic AmountNegative(Place place, string text) => Error("INC1102", place,
        new($"金额不能是负数：“{text}”", $"an amount cannot be negative: \"{text}\""),
        next: new("要扣减时写成算式，例如 30万元 - 已获奖励", "to take something off, write an expression such as 30万元 - 已获奖励"));

    /// <summary>A letter where a digit was meant.</summary>
    public static Diagnostic AmountWithLetter(Place place, string text, string suggested) => Error("INC1103", place,
        new($"“{text}”里混进了字母（l、I 像 1，O、o 像 0）", $"\"{text}\" holds a letter (l and I look like 1, O and o like 0)"),
        new(suggested, suggested),
        new($"若是这个意思，改成 {suggested}", $"if that is meant, write {suggested}"));

    /// <summary>An ideographic full stop as decimal point.</summary>
    public static Diagnostic AmountWithStop(Place place, string text, string suggested) => Error("INC1104", place,
        new($"“{text}”的小数点不是英文句点", $"the decimal point of \"{text}\" is not an ordinary point"),
        new(suggested, suggested),
        new($"改成 {suggested}", $"write {suggested}"));

    /// <summary>万 or 亿 without 元.</summary>
    public static Diagnostic AmountUnitCutShort(Place place, string text, string suggested) => Error("INC1105", place,
        new($"金额“{text}”的单位少了“元”", $"the unit of the amount \"{text}\" lacks 元"),
        new(suggested, suggested),
        new($"改成 {suggested}", $"write {suggested}"));

    /// <summary>More money than the program counts.</summary>
    public static Diagnostic AmountTooLarge(Place place, string text) => Error("INC1106", place,
        new($"金额“{text}”太大或位数太多", $"the amount \"{text}\" is too large or has too many digits"),
        new("不超过 100000亿元，小数不超过 12 位", "at most 100000亿元, with at most 12 decimals"),
        new("检查单位是否多写了“万”或“亿”", "check whether 万 or 亿 is one too many"));

    /// <summary>五十万元.</summary>
    public static Diagnostic AmountInChineseDigits(Place place, string text) => Error("INC1107", place,
        new($"金额“{text}”用了汉字数字", $"the amount \"{text}\" is written in Chinese numerals"),
        AmountForm,
        new("改用阿拉伯数字，例如五十万元写成 50万元", "use digits: write 五十万元 as 50万元"));

    /// <summary>A range where one amount is meant.</summary>
    public static Diagnostic RangeWhereAmount(Place place, string text) => Error("INC1108", place,
        new($"“{text}”是一个范围，这里要一个金额", $"\"{text}\" is a range, and one amount is wanted here"),
        AmountForm,
        new("“不高于某数”写 up-to: 某数；最低、最高用 at-least、at-most", "write \"at most x\" as up-to: x; for a least and a greatest amount use at-least and at-most"));

    /// <summary>Not an amount at all.</summary>
    public static Diagnostic NotAnAmount(Place place, string text) => Error("INC1109", place,
        new($"“{text}”不是金额", $"\"{text}\" is not an amount"),
        AmountForm,
        new("写数字和单位（元、万元、亿元），中间不加逗号", "write a number and its unit (元, 万元, 亿元) without separators"));

    /// <summary>A range that includes and excludes the same end.</summary>
    public static Diagnostic RangeSaysBoth(Place place, string text) => Error("INC1110", place,
        new($"“{text}”用括号说明是否含端点，程序不替人判断", $"\"{text}\" says in brackets whether the end is included, which is not guessed"),
        new("1000万元以上不满3000万元，或 1000万元..<3000万元", "1000万元以上不满3000万元, or 1000万元..<3000万元"),
        new("含端点用“以上、以下、不超过”，不含用“超过、不满”；原文自相矛盾时写成 readings 里的一个口径", "use 以上, 以下 or 不超过 where the end is included, 超过 or 不满 where it is not; where the text contradicts itself, declare a reading"));

    /// <summary>1-3, 1至3.</summary>
    public static Diagnostic RangeWithDash(Place place, string text, string suggested) => Error("INC1111", place,
        new($"范围“{text}”的写法读不懂", $"the range \"{text}\" is not written in a known way"),
        new(suggested, suggested),
        new($"两端都包含时写 {suggested}；不含上限写“..<”", $"write {suggested} where both ends are included, and \"..<\" where the upper one is not"));

    /// <summary>Not a range at all.</summary>
    public static Diagnostic NotARange(Place place, string text) => Error("INC1112", place,
        new($"“{text}”不是范围", $"\"{text}\" is not a range"),
        new("1..3、2000万元..、..<300万元，或 2000万元以上、不满300万元", "1..3, 2000万元.., ..<300万元, or 2000万元以上, 不满300万元"),
        new("两端之间写两个点，不含的一端加“<”", "put two points between the ends, and \"<\" beside an end that is not included"));
}
