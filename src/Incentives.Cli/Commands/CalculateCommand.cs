using System.CommandLine;
using System.Globalization;
using Incentives.Core;
using Incentives.Core.Diagnostics;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives calculate</c>.</summary>
internal static class CalculateCommand
{
    private static readonly string[] Formats = ["csv", "xlsx", "html"];

    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string[]> rosters = new("ROSTER") { Description = shared.Say("名册文件或文件夹（CSV、XLSX）", "roster files or folders (CSV, XLSX)"), Arity = ArgumentArity.OneOrMore };
        Option<string[]> rules = new("--rules") { Description = shared.Say("规则文件或文件夹，可多次给出", "rule file or folder; may be repeated"), Required = true };
        Option<string> output = new("--out") { Description = shared.Say("运行文件夹：新的，或以前的运行（整体替换）", "run folder: a new one, or an earlier run, which is replaced whole"), Required = true };
        Option<string[]> history = new("--history") { Description = shared.Say("以往获奖和发放的记录（CSV），可多次给出", "history of awards and payments (CSV); may be repeated") };
        Option<string> ledger = new("--ledger") { Description = shared.Say("从台账读取以往发放的记录（排在 --history 之后）", "read the history of payments from a ledger (after any --history)") };
        Option<long> ledgerExcept = new("--ledger-except") { Description = shared.Say("台账中这一批不算历史，因为正在重新计算它", "this batch of the ledger is not history, because it is being calculated anew") };
        Option<string[]> lists = new("--list") { Description = shared.Say("名单：名称=文件", "name list: NAME=FILE") };
        Option<string[]> aliases = new("--alias") { Description = shared.Say("更名对照表（列：原名称、现名称）", "file of renames (columns 原名称, 现名称)") };
        Option<string> period = new("--period") { Description = shared.Say("批次期间，如 2024 或 2024-01-01..2024-06-30", "the batch's period, such as 2024 or 2024-01-01..2024-06-30") };
        Option<string[]> readings = new("--reading") { Description = shared.Say("解释口径：标识=选项", "reading: ID=OPTION") };
        Option<string[]> settings = new("--set") { Description = shared.Say("设定：名称=值", "setting: NAME=VALUE") };
        Option<string[]> format = new("--format") { Description = shared.Say("另写给人看的文件：xlsx（payouts.xlsx）、html（report.html），用逗号隔开；csv 总是写", "also write files for people: xlsx (payouts.xlsx), html (report.html), with commas between; csv is always written") };
        Option<bool> strict = new("--strict") { Description = shared.Say("有退回的行时以状态 1 结束", "end with status 1 when rows were rejected") };
        Option<bool> trace = new("--trace") { Description = shared.Say("另写 trace.jsonl：每一行在每个阶段的计算", "also write trace.jsonl: what each stage did to each line") };
        Option<string> sign = new("--sign") { Description = shared.Say("用这个私钥（PEM，P-256）签名", "sign the run with this private key (PEM, P-256)") };
        Option<string> threads = new("--threads") { Description = shared.Say("线程数（结果与它无关）", "worker threads (the result does not depend on it)") };
        Option<bool> json = new("--json") { Description = shared.Say("把 run.json 写到标准输出", "write run.json to standard output") };
        Command command = new("calculate", shared.Say("按办法计算名册，写出运行文件夹", "calculate rosters under the rules and write a run folder"))
        {
            rosters, rules, output, history, ledger, ledgerExcept, lists, aliases, period, readings, settings, format, strict, trace, sign, threads, json,
        };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            IReadOnlySet<string> formats = FormatNames.Read(r.GetValue(format), Formats, bag);
            CalculationRequest request = new()
            {
                Rosters = r.GetValue(rosters) ?? [],
                Rules = r.GetValue(rules) ?? [],
                Output = r.GetValue(output)!,
                History = r.GetValue(history) ?? [],
                Ledger = r.GetValue(ledger) ?? "",
                LedgerExcept = r.GetValue(ledgerExcept),
                Aliases = r.GetValue(aliases) ?? [],
                Lists = NamedValues.Read("--list", r.GetValue(lists), bag),
                Period = r.GetValue(period) ?? "",
                Readings = NamedValues.Read("--reading", r.GetValue(readings), bag),
                Settings = NamedValues.Read("--set", r.GetValue(settings), bag),
                Workbook = formats.Contains("xlsx"),
                Page = formats.Contains("html"),
                Language = shared.Language,
                Trace = r.GetValue(trace),
                SigningKey = r.GetValue(sign) ?? "",
                Threads = ThreadCount(r.GetValue(threads), bag),
            };
            if (bag.HasErrors)
            {
                s.Print(bag.Sorted());
                return ExitCode.Unusable;
            }

            return Run(s, request, r.GetValue(strict), r.GetValue(json), cancel);
        });
        return command;
    }

    private static int ThreadCount(string? text, DiagnosticBag bag)
    {
        if (text is null) return 0;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int threads) && threads is > 0 and <= 1024) return threads;
        bag.Add(CommandMessages.NotACount("--threads", text));
        return 0;
    }

    private static int Run(Screen screen, CalculationRequest request, bool isStrict, bool isJson, CancellationToken cancel)
    {
        CalculationOutcome outcome;
        using (RowProgress progress = new(screen)) outcome = IncentiveProgram.Calculate(request with { Progress = progress.Report }, cancel);
        screen.Print(outcome.Diagnostics);
        if (outcome.Report is not { } report) return outcome.IsDefect ? ExitCode.Defect : ExitCode.Unusable;
        if (isJson) screen.Output.WriteLine(System.Text.Encoding.UTF8.GetString(report.Manifest.ToJson()));
        else if (!screen.IsQuiet) RunScreen.Show(screen, report, request.Output);
        bool rejected = report.Totals.By("status").Any(t => t.Key == "rejected");
        return isStrict && rejected ? ExitCode.Look : ExitCode.Done;
    }
}
