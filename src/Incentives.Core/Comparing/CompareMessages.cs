using Incentives.Core.Diagnostics;

namespace Incentives.Core.Comparing;

/// <summary>What can be wrong with a comparison, in one place.</summary>
internal static class CompareMessages
{
    private static readonly Phrase Ways = new(
        "把要比的写两次，如 --reading 口径=甲 --reading 口径=乙，或 --rules 现行 --rules 草案，或 --sweep 设定=30万元..80万元/10万元",
        "give twice what is to be compared, such as --reading ID=a --reading ID=b, or --rules now --rules draft, or --sweep NAME=30万元..80万元/10万元");

    public static Diagnostic NothingToCompare() =>
        Error("INC9301", "只有一个方案，没有可以比较的", "there is only one variant and nothing to compare it with", null, Ways);

    public static Diagnostic NotAPair(string option, string text) =>
        Error("INC9302", $"{option} “{text}”的写法不对", $"{option} '{text}' has the wrong form", new("名称=值", "NAME=VALUE"), null);

    public static Diagnostic SweepUnreadable(string text) =>
        Error("INC9303", $"--sweep “{text}”的写法不对", $"--sweep '{text}' has the wrong form",
            new("设定=起..止/步长，起不大于止，三者都是金额、都是百分比或都是数，如 首次金额=30万元..80万元/10万元", "NAME=LOW..HIGH/STEP with LOW not above HIGH, all three money, percentages or numbers, such as 首次金额=30万元..80万元/10万元"), null);

    public static Diagnostic SweepMisses(string text, string high, string last) =>
        Error("INC9304", $"--sweep “{text}”走不到 {high}：最后一步是 {last}", $"--sweep '{text}' does not arrive at {high}: the last step is {last}", null,
            new($"把止写成 {last}，或改步长", $"write {last} as the end, or change the step"));

    public static Diagnostic VariantUnreadable(string text) =>
        Error("INC9305", $"--variant “{text}”的写法不对", $"--variant '{text}' has the wrong form",
            new("名称: --reading 口径=选项 --set 设定=值 --rules 规则，冒号后至少一项", "NAME: --reading ID=OPTION --set NAME=VALUE --rules PATH, at least one behind the colon"), null);

    public static Diagnostic TooMany(Int128 count, int most) =>
        Error("INC9306", $"{count} 个方案太多，一次最多比较 {most} 个", $"{count} variants are too many; at most {most} are compared at once", null, new("加大步长，或分几次比较", "take a larger step, or compare in several goes"));

    public static Diagnostic OfVariant(string variant) =>
        Error("INC9307", $"方案“{variant}”不能计算，原因见其他信息", $"variant '{variant}' cannot be calculated; the other messages say why", null, new("改正后再比较；什么也没有写入", "correct it and compare again; nothing was written"));

    private static Diagnostic Error(string code, string zh, string en, Phrase? expected, Phrase? next) => new(code, Severity.Error, Place.Nowhere, new Phrase(zh, en), expected, next);
}
