using System.CommandLine;
using Incentives.Core.Diagnostics;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives ledger</c>: what was really paid.</summary>
internal static class LedgerCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel) =>
        new("ledger", shared.Say("台账：记录真正支付的，防止重复支付", "the ledger: what was really paid, and no award twice"))
        {
            LedgerBatchCommands.Propose(shared, screen, cancel),
            LedgerBatchCommands.Approve(shared, screen),
            LedgerBatchCommands.Post(shared, screen),
            LedgerBatchCommands.Reverse(shared, screen),
            LedgerFileCommands.History(shared, screen),
            LedgerFileCommands.Verify(shared, screen),
            LedgerFileCommands.List(shared, screen),
            LedgerFileCommands.Export(shared, screen),
            LedgerFileCommands.Import(shared, screen),
        };

    /// <summary>Which ledger.</summary>
    public static Option<string> Ledger(SharedOptions shared) => new("--ledger") { Description = shared.Say("台账文件", "the ledger file"), Required = true };

    /// <summary>Who does it.</summary>
    public static Option<string> By(SharedOptions shared) => new("--by") { Description = shared.Say("经办人", "who does it"), Required = true };

    /// <summary>Which batch.</summary>
    public static Argument<long> Batch(SharedOptions shared) => new("BATCH") { Description = shared.Say("批次号", "the batch's number") };

    /// <summary>Prints what was said, and gives the exit status of something that was done or refused.</summary>
    public static int End(Screen screen, DiagnosticBag bag, Func<string>? done)
    {
        screen.Print(bag.Sorted());
        if (done is null) return ExitCode.Unusable;
        if (!screen.IsQuiet) screen.Output.WriteLine(done());
        return ExitCode.Done;
    }
}
