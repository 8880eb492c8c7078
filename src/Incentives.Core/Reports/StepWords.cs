using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Reports;

/// <summary>Steps in plain words.</summary>
internal static class StepWords
{
    /// <summary>What a step did.</summary>
    public static Phrase Of(Step step)
    {
        Phrase done = Done(step);
        if (step.Reason is { } code && Plans.ReasonTable.Find(code) is { } reason) done = new Phrase($"{done.Zh}：{reason.Words().Zh}", $"{done.En}: {reason.Words().En}");
        if (step.Because is { } row) done = new Phrase($"{done.Zh}（见 {row.File} 第 {row.Line} 行）", $"{done.En} (see {row.File} line {row.Line})");
        return done;
    }

    /// <summary>The values a step looked at; in Chinese the columns by their headers.</summary>
    public static string Inputs(Step step, Language language)
    {
        bool zh = language == Language.Chinese;
        return string.Join(zh ? "，" : ", ", step.Inputs.Select(i => $"{(zh ? Header(i.Name) : i.Name)}={(i.Value.Length > 0 ? i.Value : zh ? "（空）" : "(empty)")}"));
    }

    /// <summary>A column as a Chinese roster names it.</summary>
    public static string Header(string column) => Rosters.StandardColumns.Find(column) is { Headers: [string first, ..] } ? first : Part(column);

    private static string Part(string name) => name switch
    {
        "limit" => "限额",
        "before" => "之前已用",
        "envelope" => "预算",
        "claimed" => "各行合计",
        "ratio" => "比例",
        "pool" => "总额",
        "weight" => "本行份额",
        "whole" => "份额合计",
        "reason" => "情形",
        "clause" => "条款",
        _ => name,
    };

    /// <summary>The stage's name.</summary>
    public static Phrase Stage(int stage) => stage switch
    {
        1 => new("读取", "read"),
        2 => new("选择条款", "select"),
        3 => new("计算", "rate"),
        4 => new("以往获奖", "recur"),
        5 => new("同一项目重叠", "overlap by item"),
        6 => new("共同获奖分享", "share"),
        7 => new("同一对象重叠", "overlap by recipient"),
        8 => new("限额", "limit"),
        9 => new("预算", "envelope"),
        10 => new("取整", "round"),
        _ => new("拨付", "fund"),
    };

    private static Phrase Done(Step step) => step.Operation switch
    {
        "read" => new("读取本行", "the row was read"),
        "select" when step.Reason is null => new("条款适用", "the clause applies"),
        "select" => new("查找适用条款", "clauses were looked for"),
        "fixed" => new("定额", "a fixed sum"),
        "up-to" => new("上限（不高于）", "a ceiling (at most)"),
        "per" => new("乘以数量", "times the quantity"),
        "times" => new("乘以系数", "times a factor"),
        "plus" => new("加成", "plus a bonus"),
        "at-least" => new("保底", "the clause's floor"),
        "at-most" => new("封顶", "the clause's cap"),
        "round" => new("取整", "rounded"),
        "approved" => new("核定金额", "the approved amount"),
        "no-value" => new("金额无法计算", "no amount"),
        "exclude" => new("排除条件", "an exclusion"),
        "conflict" => new("条款冲突", "clauses conflict"),
        "recur" when step.Reason is null => new("首次，以前没有获得", "the first time"),
        "recur" => new("以前获得过", "granted before"),
        "overlap" => new("重叠规则", "the overlap rule"),
        "share" => new("分享规则", "the share rule"),
        "limit" when step.Reason is null => new("未超过限额", "within the limit"),
        "limit" => new("限额", "the limit"),
        "fund" => new("分担", "shared out among payers"),
        "instalments" => new("分期", "in instalments"),
        _ => new(step.Operation, step.Operation),
    };
}
