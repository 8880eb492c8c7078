using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Testing;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives test</c>.</summary>
internal static class TestCommand
{
    private const int UsualShare = 95;

    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string[]> paths = new("PATH") { Description = shared.Say("规则文件夹、办法文件或 .test.yaml", "rule folders, scheme files or .test.yaml files"), Arity = ArgumentArity.OneOrMore };
        Option<bool> coverage = new("--coverage") { Description = shared.Say("列出没有例子碰到的条款、表格、边界、口径和原因", "list the clauses, table cells, edges, readings and reasons that no case reaches") };
        Option<bool> mutate = new("--mutate") { Description = shared.Say("逐一改动规则，列出没有例子察觉的改动", "change the rules one thing at a time and list the changes that no case notices") };
        Option<int> share = new("--at-least") { Description = shared.Say("--mutate 至少要察觉百分之几（默认 95）", "the least share that --mutate must see noticed, in per cent (95 unless given)"), DefaultValueFactory = _ => UsualShare };
        Option<bool> json = new("--json") { Description = shared.Say("结果写成 JSON", "write the result as JSON") };
        Command command = new("test", shared.Say("运行规则文件旁的例子", "run the worked examples beside rule files")) { paths, coverage, mutate, share, json };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            int percent = r.GetValue(share);
            if (percent is < 0 or > 100) bag.Add(CommandMessages.NotAPercentage("--at-least", $"{percent}"));
            TestReport? report = bag.HasErrors ? null : Run(s, r.GetValue(paths)!, r.GetValue(coverage), r.GetValue(mutate), bag, cancel);
            s.Print(bag.Sorted());
            if (report is null) return ExitCode.Unusable;
            if (r.GetValue(json)) s.Output.WriteLine(TestJson.Of(report, percent, s.Language));
            else TestScreen.Show(s, report);
            bool isGood = report.Empty.Count == 0 && report.Outcomes.All(o => o.Problems.Count == 0) && report.Coverage is null or { Gaps.Count: 0 } && (report.Mutation?.Reaches(percent) ?? true);
            return isGood ? ExitCode.Done : ExitCode.Look;
        });
        return command;
    }

    private static TestReport? Run(Screen screen, IReadOnlyList<string> paths, bool coverage, bool mutate, DiagnosticBag bag, CancellationToken cancel)
    {
        using CountProgress progress = new(screen, new Phrase("已试改动", "changes tried"));
        return IncentiveProgram.Test(new TestRequest(paths, coverage, mutate, progress.Report), bag, cancel);
    }
}
