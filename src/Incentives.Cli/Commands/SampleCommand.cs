using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Sampling;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives sample</c>.</summary>
internal static class SampleCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Option<string[]> rules = new("--rules") { Description = shared.Say("规则文件或文件夹，可多次给出", "rule file or folder; may be repeated"), Required = true };
        Option<long> rows = new("--rows") { Description = shared.Say("行数", "how many rows"), Required = true };
        Option<long> seed = new("--seed") { Description = shared.Say("种子：相同的种子得到相同的文件（默认 1）", "the same seed gives the same file (1 unless given)"), DefaultValueFactory = _ => 1 };
        Option<string> output = new("--out") { Description = shared.Say("要写的名册文件（CSV），不能已经存在", "the roster to write (CSV); it must not exist"), Required = true };
        Option<string> history = new("--history") { Description = shared.Say("另写一份以往发放的记录", "also write a history of earlier awards and payments") };
        Option<string> period = new("--period") { Description = shared.Say("批次期间，如 2024", "the batch's period, such as 2024") };
        Option<string[]> readings = new("--reading") { Description = shared.Say("解释口径：标识=选项", "reading: ID=OPTION") };
        Option<string[]> settings = new("--set") { Description = shared.Say("设定：名称=值", "setting: NAME=VALUE") };
        Option<bool> tidy = new("--tidy") { Description = shared.Say("不写错误的单元格，每个名称和日期只有一种写法", "no faulty cells; one spelling of each name and date") };
        Command command = new("sample", shared.Say("按办法编造一份名册，覆盖每个条款", "write a synthetic roster that exercises each clause")) { rules, rows, seed, output, history, period, readings, settings, tidy };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            SampleRequest request = new()
            {
                Rules = r.GetValue(rules) ?? [],
                Rows = r.GetValue(rows),
                Seed = r.GetValue(seed),
                Output = r.GetValue(output)!,
                History = r.GetValue(history) ?? "",
                Period = r.GetValue(period) ?? "",
                Readings = NamedValues.Read("--reading", r.GetValue(readings), bag),
                Settings = NamedValues.Read("--set", r.GetValue(settings), bag),
                Tidy = r.GetValue(tidy),
            };
            SampleReport? report = bag.HasErrors ? null : Run(s, request, bag, cancel);
            s.Print(bag.Sorted());
            if (report is null) return ExitCode.Unusable;
            if (!s.IsQuiet)
                s.Output.WriteLine(s.Say($"写了 {report.Rows:N0} 行名册、{report.HistoryRows:N0} 行历史，{report.Clauses - report.NotReached.Count} / {report.Clauses} 个条款有会给予奖补的行。", $"{report.Rows:N0} roster rows and {report.HistoryRows:N0} history rows written; {report.Clauses - report.NotReached.Count} of {report.Clauses} clauses have rows that they pay."));
            return ExitCode.Done;
        });
        return command;
    }

    private static SampleReport? Run(Screen screen, SampleRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        using RowProgress progress = new(screen);
        return IncentiveProgram.Sample(request, progress.Report, bag, cancel);
    }
}
