using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Compilation;

/// <summary>What each kind of value is called in messages.</summary>
internal static class KindWords
{
    /// <summary>The words for a kind.</summary>
    public static Phrase Words(this ValueKind kind) => kind switch
    {
        ValueKind.Money => new("金额", "an amount of money"),
        ValueKind.Number => new("数", "a number"),
        ValueKind.Date => new("日期", "a date"),
        ValueKind.Year => new("年份", "a year"),
        ValueKind.Flag => new("是或否", "是 or 否"),
        _ => new("名称", "a name"),
    };
}
