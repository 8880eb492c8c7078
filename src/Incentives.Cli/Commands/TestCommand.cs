using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Testing;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives test</c>.</summary>
internal static class TestCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string[]> paths = new("PATH") { Description = shared.Say("规则文件夹，或 .test.yaml 和它的办法", "rule folders, or .test.yaml files with their schemes"), Arity = ArgumentArity.OneOrMore };
        Command command = new("test", shared.Say("运行规则文件旁的例子", "run the worked examples beside rule files")) { paths };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            IReadOnlyList<CaseOutcome> outcomes = IncentiveProgram.Test(r.GetValue(paths)!, bag, cancel);
            s.Print(bag.Sorted());
            foreach (CaseOutcome outcome in outcomes.Where(o => o.Problems.Count > 0))
            {
                s.Output.WriteLine($"{outcome.Case.Place}: {outcome.Case.Name}");
                foreach (Phrase problem in outcome.Problems) s.Output.WriteLine($"  {problem.In(s.Language)}");
            }

            int failed = outcomes.Count(o => o.Problems.Count > 0);
            s.Output.WriteLine(s.Say($"{outcomes.Count - failed} 个例子通过，{failed} 个不符。", $"{outcomes.Count - failed} cases passed, {failed} failed."));
            if (bag.HasErrors) return ExitCode.Unusable;
            return failed > 0 ? ExitCode.Look : ExitCode.Done;
        });
        return command;
    }
}
