using System.CommandLine;
using Incentives.Core.Checking;
using Incentives.Core.Diagnostics;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives check</c>.</summary>
internal static class CheckCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Argument<string[]> paths = new("PATH") { Description = shared.Say("规则文件或文件夹", "rule files or folders"), Arity = ArgumentArity.OneOrMore };
        Option<string> period = new("--period") { Description = shared.Say("批次期间，规则用到 $period 时需要", "the batch's period, where rules use $period") };
        Option<string> on = new("--on") { Description = shared.Say("办法应当有效的日期，默认批次期间的第一天，没有期间时是今天", "the day on which the schemes should be in force; by default the period's first, without a period today") };
        Option<string> source = new("--source") { Description = shared.Say("政策原文（文本文件），逐项核对金额、奖项、条文", "the policy's own text, a text file: amounts, honours and articles are held against it") };
        Option<string> format = new("--format") { Description = shared.Say("输出：text、json 或 sarif", "output: text, json or sarif"), DefaultValueFactory = _ => "text" };
        Option<bool> json = new("--json") { Description = shared.Say("同 --format json", "the same as --format json") };
        format.AcceptOnlyFromAmong("text", "json", "sarif");
        Command command = new("check", shared.Say("检查规则文件：错误、疑问、缺漏", "what is wrong, doubtful or missing in rule files")) { paths, period, on, source, format, json };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            CheckReport report = RuleCheck.Run(new CheckRequest(r.GetValue(paths)!, r.GetValue(period) ?? "", r.GetValue(on) ?? "", Today(), r.GetValue(source) ?? ""), bag);
            int errors = Count(bag, Severity.Error), warnings = Count(bag, Severity.Warning);
            IReadOnlyList<Diagnostic> wanted = [.. bag.Sorted().Where(d => !s.IsQuiet || d.Severity == Severity.Error)];
            string form = r.GetValue(json) ? "json" : r.GetValue(format)!;
            if (form == "json") s.Output.WriteLine(CheckJson.Write(report, wanted, s.Language, Environment.CurrentDirectory));
            else if (form == "sarif") s.Output.WriteLine(CheckSarif.Write(report, wanted, s.Language, Environment.CurrentDirectory));
            else s.Print(wanted);
            if (form == "text" && !s.IsQuiet)
                s.Output.WriteLine(s.Say($"检查了 {report.Schemes} 个办法、{report.Clauses} 个条款：{errors} 个错误，{warnings} 个警告。", $"{report.Schemes} schemes, {report.Clauses} clauses checked: {errors} errors, {warnings} warnings."));
            if (report.IsUnusable) return ExitCode.Unusable;
            return errors > 0 ? ExitCode.Look : ExitCode.Done;
        });
        return command;
    }

    private static int Today() => DateTime.Today is var day ? (day.Year * 10000) + (day.Month * 100) + day.Day : 0;

    private static int Count(DiagnosticBag bag, Severity severity) => bag.Sorted().Count(d => d.Severity == severity);
}
