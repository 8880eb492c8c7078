using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives verify</c>.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string> run = new("RUN_DIR") { Description = shared.Say("calculate 写出的运行文件夹", "a run folder of calculate") };
        Command command = new("verify", shared.Say("从运行文件夹自己的输入重新计算，逐行比对", "recompute a run from its own inputs and compare line by line")) { run };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag found = new(), bag = new();
            if (!IncentiveProgram.Verify(r.GetValue(run)!, found, bag, cancel))
            {
                s.Print(bag.Sorted());
                return ExitCode.Unusable;
            }

            IReadOnlyList<Diagnostic> differences = found.Sorted();
            foreach (Diagnostic d in differences) s.Output.WriteLine(d.ToText(s.Language));
            if (!s.IsQuiet)
                s.Output.WriteLine(differences.Count == 0 ? s.Say("全部一致。", "Everything agrees.") : s.Say($"{differences.Count} 处不一致。", $"{differences.Count} differences."));
            return differences.Count == 0 ? ExitCode.Done : ExitCode.Look;
        });
        return command;
    }
}
