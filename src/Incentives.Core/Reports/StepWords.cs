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
        return step.Rows.Count == 0 ? done : new Phrase($"{done.Zh}（见{Rows(step.Rows, 5).Zh}）", $"{done.En} (see {Rows(step.Rows, 5).En})");
    }

    /// <summary>Some rows by file and line; only the first of many are named.</summary>
    public static Phrase Rows(StepRows rows, int most)
    {
        var files = rows.Named.Take(most).GroupBy(r => r.File).Select(g => (File: g.Key, Lines: g.Select(r => r.Line).ToList())).ToList();
        int more = rows.Count - Math.Min(most, rows.Named.Count);
        string zh = string.Join("、", files.Select(f => $" {f.File} 第 {string.Join("、", f.Lines)} 行")), en = string.Join(", ", files.Select(f => $"{f.File} line{(f.Lines.Count > 1 ? "s" : "")} {string.Join(", ", f.Lines)}"));
        return more == 0 ? new(zh, en) : new($"{zh}，另有 {more} 行", $"{en} and {more} more");
    }

    /// <summary>The values a step looked at, but for what the line's heading says already; in Chinese the columns by their headers.</summary>
    public static string Inputs(Step step, Language language)
    {
        bool zh = language == Language.Chinese;
        return string.Join(zh ? "，" : ", ", step.Inputs.Where(i => step.Stage is < 4 or > 10 || i.Name is not ("rule" or "recipient" or "award")).Select(i => $"{(zh ? Header(i.Name) : i.Name)}={(i.Value.Length == 0 ? zh ? "（空）" : "(empty)" : zh ? Value(i) : i.Value)}"));
    }

    /// <summary>A column as a Chinese roster names it.</summary>
    public static string Header(string column) => Rosters.StandardColumns.Find(column) is { Headers: [string first, ..] } ? first : Part(column);

    private static string Value(StepInput input) => (input.Name, input.Value) switch
    {
        ("keep", "highest") => "就高",
        ("keep", "last") => "以最后一项为准",
        ("keep", "one") => "只选一项",
        ("keep", "by count") => "按个数",
        ("order", "-amount") => "金额高的在先",
        _ => input.Value,
    };

    private static string Part(string name) => name switch
    {
        "rule" => "规则",
        "limit" => "限额",
        "at-least" => "起奖点",
        "year" => "年度",
        "period" => "期间",
        "effective" => "有效期",
        "within" => "期限",
        "earlier" => "以前次数",
        "first" => "可得次数",
        "keep" => "规则方式",
        "granted" => "已得",
        "worth" => "合计应值",
        "order" => "次序",
        "unit" => "单位",
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
        "rows" => new("适用的一档", "the row of the clause's table that applies"),
        "payee" => new("收款人", "who is paid"),
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
        "recur" when step.Reason is null && step.Inputs.Any(i => i is { Name: "earlier", Value: not "0" }) => new("没有超过可得次数", "within the number of times it is granted"),
        "recur" when step.Reason is null => new("首次，以前没有获得", "the first time"),
        "recur" => new("以前获得过", "granted before"),
        "overlap" when step.Reason is null => new("没有重叠", "no overlap takes anything"),
        "overlap" => new("重叠规则", "the overlap rule"),
        "share" => new("分享规则", "the share rule"),
        "limit" when step.Reason is null => new("未超过限额", "within the limit"),
        "limit" => new("限额", "the limit"),
        "earmark" => new("用途", "to be spent on"),
        "fund" => new("分担", "shared out among payers"),
        "instalments" => new("分期", "in instalments"),
        _ => new(step.Operation, step.Operation),
    };
}
