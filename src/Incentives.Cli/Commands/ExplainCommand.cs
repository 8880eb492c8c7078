using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Reports;
using Incentives.Core.Traces;
using Spectre.Console;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives explain</c>.</summary>
internal static class ExplainCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string> run = new("RUN_DIR") { Description = shared.Say("calculate 写出的运行文件夹", "a run folder of calculate") };
        Option<string> row = new("--row") { Description = shared.Say("行号、编号、名称或统一社会信用代码", "a line number, an id, a name or an identity code"), Required = true };
        Option<bool> json = new("--json") { Description = shared.Say("写成 JSON", "write JSON") };
        Command command = new("explain", shared.Say("说明一行的金额是怎么来的", "say why a row came out as it did")) { run, row, json };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            IReadOnlyList<ExplainedLine>? lines = IncentiveProgram.Explain(r.GetValue(run)!, r.GetValue(row)!, bag, cancel);
            if (lines is null)
            {
                s.Print(bag.Sorted());
                return ExitCode.Unusable;
            }

            if (r.GetValue(json)) s.Output.WriteLine(ExplanationJson.Write(lines));
            else foreach (ExplainedLine line in lines) Show(s, line);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Show(Screen screen, ExplainedLine line)
    {
        screen.Output.WriteLine(screen.Say($"{line.Roster} 第 {line.Line} 行：{line.Recipient}，{line.Award}", $"{line.Roster} line {line.Line}: {line.Recipient}, {line.Award}"));
        if (line.Clause.Length > 0)
        {
            screen.Output.WriteLine(screen.Say($"  办法：{line.SchemeTitle}（{line.Scheme}）", $"  scheme: {line.SchemeTitle} ({line.Scheme})"));
            screen.Output.WriteLine(screen.Say("  条款：", "  clause: ") + string.Join(screen.Say("，", ", "), new[] { line.Clause, line.Cite, line.Department }.Where(t => t.Length > 0)));
        }

        Table table = Screen.NewTable("", screen.Say("阶段", "stage"), screen.Say("做了什么", "what was done"), screen.Say("依据", "article"), screen.Say("看了哪些值", "values"), screen.Say("之前（元）", "before (yuan)"), screen.Say("之后（元）", "after (yuan)"));
        table.Title = null;
        table.Columns[4].RightAligned();
        table.Columns[5].RightAligned();
        foreach (Step step in line.Steps)
        {
            table.AddRow(
                new Text($"{step.Stage} {StepWords.Stage(step.Stage).In(screen.Language)}"), new Text(StepWords.Of(step).In(screen.Language)), new Text(step.Cite),
                new Text(StepWords.Inputs(step, screen.Language)), new Text(Yuan(step.Before)), new Text(Yuan(step.After)));
        }

        screen.Tables.Write(table);
        screen.Output.WriteLine(screen.Say(
            $"  结果：{line.Status.Words().Zh}（{line.Status.Code()}），{line.Reason.Words().Zh}（{line.Reason.Code()}），应得 {line.Entitled.ToReadable()} 元，应付 {line.Payable.ToReadable()} 元",
            $"  result: {line.Status.Code()}, {line.Reason.Words().En} ({line.Reason.Code()}), entitled {line.Entitled.ToReadable()} yuan, payable {line.Payable.ToReadable()} yuan"));
        if (line.Held != Money.Zero) screen.Output.WriteLine(screen.Say($"  暂缓 {line.Held.ToReadable()} 元", $"  held {line.Held.ToReadable()} yuan"));
        if (line.Changes is { Count: > 0 } changes)
        {
            screen.Output.WriteLine(screen.Say("  怎样才会有别的结果：", "  what would give another result:"));
            foreach (Change change in changes) screen.Output.WriteLine($"  - {change.Words.In(screen.Language)}");
        }

        screen.Output.WriteLine();
    }

    private static string Yuan(Rational fen) => Symbols.ShowNumber(ValueKind.Money, fen);
}
