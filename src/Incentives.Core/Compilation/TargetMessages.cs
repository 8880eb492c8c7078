using Incentives.Core.Diagnostics;

namespace Incentives.Core.Compilation;

/// <summary>What can be wrong with targets, in one place.</summary>
internal static class TargetMessages
{
    public static Diagnostic NearMiss(Place place, string award, string near) =>
        new("INC9401", Severity.Warning, place, new($"目标中的奖项“{award}”在办法里没有，与办法里的只差一个字", $"the target's award '{award}' is not in the scheme and is one character away from one that is"), null,
            new($"是不是“{near}”？确是另一个奖项时，在词汇表或 awards 里声明它", $"did you mean '{near}'? If it is another award, declare it in a vocabulary or under awards"));

    public static Diagnostic UnknownScheme(Place place, string scheme, string? near) =>
        Error("INC9402", place, new($"目标所属的办法“{scheme}”没有载入", $"the targets' scheme '{scheme}' is not among the schemes loaded"), null,
            near is null ? new("写成办法的 scheme 标识", "write the scheme's id") : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic AwardOrName(Place place) =>
        Error("INC9403", place, new("这一项没有写明是奖项还是别的", "the item does not say whether it is an award or something else"),
            new("奖项写 award 和 kind: new、stock 或 held；别的写 name 和 kind: other", "award with kind: new, stock or held for an award; name with kind: other for anything else"), null);

    public static Diagnostic NoCount(Place place, string award) =>
        Error("INC9404", place, new($"“{award}”没有写数量", $"'{award}' has no count"), null, new("补上 count，如 count: 30 或 count: 20..40", "add count, such as count: 30 or count: 20..40"));

    public static Diagnostic CountUnreadable(Place place, string text) =>
        Error("INC9405", place, new($"数量“{text}”无法识别", $"the count '{text}' cannot be read"), new("整数或范围，如 30、20..40、600家以上", "a whole number or a range, such as 30, 20..40, 600家以上"), null);

    public static Diagnostic YearUnreadable(Place place, string key, string text) =>
        Error("INC9406", place, new($"{key} “{text}”不是年份", $"{key} '{text}' is no year"), new("by: 2025，或 each: 2023..2025", "by: 2025, or each: 2023..2025"), null);

    public static Diagnostic ByAndEach(Place place) =>
        Error("INC9407", place, new("by 和 each 只能写一个", "only one of by and each may be written"), null, new("到某年累计的写 by，每年都有的写 each", "by for a sum until a year, each for every year"));

    private static Diagnostic Error(string code, Place place, Phrase what, Phrase? expected, Phrase? next) => new(code, Severity.Error, place, what, expected, next);
}
