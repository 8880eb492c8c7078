using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Comparing;
using Incentives.Core.Diagnostics;
using Incentives.Core.Reports.Comparisons;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives compare</c>.</summary>
internal static class CompareCommand
{
    private static readonly string[] Formats = ["csv", "html"];

    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string[]> rosters = new("ROSTER") { Description = shared.Say("名册文件或文件夹（CSV、XLSX）", "roster files or folders (CSV, XLSX)"), Arity = ArgumentArity.OneOrMore };
        Option<string[]> rules = new("--rules") { Description = shared.Say("规则文件或文件夹；再次给出的每一个是一个方案（覆盖文件加在第一个上）", "rule file or folder; each further one is a variant (an overlay is laid over the first)"), Required = true };
        Option<string[]> readings = new("--reading") { Description = shared.Say("解释口径：标识=选项；同一标识给几次就是比较，第一次是基准", "reading: ID=OPTION; given again for the same ID it is compared, the first stands in the base") };
        Option<string[]> settings = new("--set") { Description = shared.Say("设定：名称=值；同一名称给几次就是比较，第一次是基准", "setting: NAME=VALUE; given again for the same name it is compared, the first stands in the base") };
        Option<string[]> sweeps = new("--sweep") { Description = shared.Say("设定逐步取值：名称=起..止/步长", "a setting step by step: NAME=LOW..HIGH/STEP") };
        Option<string[]> variants = new("--variant") { Description = shared.Say("一个改动多处的方案：“名称: --reading 口径=选项 --set 设定=值”", "a variant with several changes: \"NAME: --reading ID=OPTION --set NAME=VALUE\"") };
        Option<string> output = new("--out") { Description = shared.Say("比较文件夹：新的，或以前的比较（整体替换）", "folder for the comparison: a new one, or an earlier comparison, which is replaced whole") };
        Option<string[]> history = new("--history") { Description = shared.Say("以往获奖和发放的记录（CSV），可多次给出", "history of awards and payments (CSV); may be repeated") };
        Option<string> ledger = new("--ledger") { Description = shared.Say("从台账读取以往发放的记录（排在 --history 之后）", "read the history of payments from a ledger (after any --history)") };
        Option<string[]> lists = new("--list") { Description = shared.Say("名单：名称=文件", "name list: NAME=FILE") };
        Option<string[]> aliases = new("--alias") { Description = shared.Say("更名对照表（列：原名称、现名称）", "file of renames (columns 原名称, 现名称)") };
        Option<string> period = new("--period") { Description = shared.Say("批次期间，如 2024 或 2024-01-01..2024-06-30", "the batch's period, such as 2024 or 2024-01-01..2024-06-30") };
        Option<string[]> format = new("--format") { Description = shared.Say("文件夹里另写给人看的网页：html（compare.html）；csv 总是写", "also write a page for people into the folder: html (compare.html); csv is always written") };
        Option<bool> json = new("--json") { Description = shared.Say("写成 JSON", "write JSON") };
        Command command = new("compare", shared.Say("同一份名册按几个方案计算：相差多少，谁多谁少，哪一条变了", "calculate one roster by several variants: what it costs, who gains, who loses, which clause moved it"))
        {
            rosters, rules, readings, settings, sweeps, variants, output, history, ledger, lists, aliases, period, format, json,
        };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            IReadOnlySet<string> formats = FormatNames.Read(r.GetValue(format), Formats, bag);
            if (formats.Contains("html") && r.GetValue(output) is null) bag.Add(CommandMessages.FormatNeedsFolder());
            if (bag.HasErrors)
            {
                s.Print(bag.Sorted());
                return ExitCode.Unusable;
            }

            CalculationRequest request = new()
            {
                Rosters = r.GetValue(rosters) ?? [],
                Rules = [],
                Output = r.GetValue(output) ?? "",
                History = r.GetValue(history) ?? [],
                Ledger = r.GetValue(ledger) ?? "",
                Aliases = r.GetValue(aliases) ?? [],
                Lists = NamedValues.Read("--list", r.GetValue(lists), bag),
                Period = r.GetValue(period) ?? "",
                Page = formats.Contains("html"),
                Language = shared.Language,
            };
            VariantChoices choices = new(r.GetValue(rules) ?? [], r.GetValue(readings) ?? [], r.GetValue(settings) ?? [], r.GetValue(sweeps) ?? [], r.GetValue(variants) ?? []);
            ComparisonReport? report = Run(s, request, choices, bag, cancel);
            s.Print(bag.Sorted());
            if (report is null) return ExitCode.Unusable;
            if (r.GetValue(json)) s.Output.WriteLine(ComparisonJson.Write(report));
            else if (!s.IsQuiet) CompareScreen.Show(s, report, request.Output, request.Page);
            return ExitCode.Done;
        });
        return command;
    }

    private static ComparisonReport? Run(Screen screen, CalculationRequest request, VariantChoices choices, DiagnosticBag bag, CancellationToken cancel)
    {
        using RowProgress progress = new(screen);
        return IncentiveProgram.Compare(request with { Progress = progress.Report }, choices, bag, cancel);
    }
}
