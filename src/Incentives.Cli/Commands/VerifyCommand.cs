using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Reports;
using Incentives.Core.Reports.Audit;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives verify</c>.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string> run = new("RUN_DIR") { Description = shared.Say("calculate 写出的运行文件夹；compare、forecast 的文件夹只核对哈希", "a run folder of calculate; of a folder of compare or forecast the hashes are checked") };
        Option<string> claimed = new("--claimed") { Description = shared.Say("实际支付的名单（CSV、XLSX）", "the list that was really paid (CSV, XLSX)") };
        Option<string> key = new("--key") { Description = shared.Say("要求运行有签名，并用这个公钥（PEM）核对", "require a signature and check it with this public key (PEM)") };
        Command command = new("verify", shared.Say("从运行文件夹自己的输入重新计算，逐行比对", "recompute a run from its own inputs and compare line by line")) { run, claimed, key };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            VerificationRequest request = new(r.GetValue(run)!, r.GetValue(claimed) ?? "", r.GetValue(key) ?? "");
            VerificationOutcome? outcome = IncentiveProgram.Verify(request, bag, cancel);
            s.Print(bag.Sorted());
            return outcome is null ? ExitCode.Unusable : Show(s, outcome);
        });
        return command;
    }

    private static int Show(Screen s, VerificationOutcome outcome)
    {
        foreach (Diagnostic d in outcome.Found) s.Output.WriteLine(d.ToText(s.Language));
        int differences = outcome.Found.Count(d => d.Severity != Severity.Note);
        if (!s.IsQuiet)
        {
            if (outcome.Paid is { } paid) Sums(s, paid);
            s.Output.WriteLine(differences == 0 && outcome.IsRecorded ? s.Say("各文件与记录一致；没有重新计算。", "The files are as recorded; nothing was recomputed.")
                : differences == 0 ? s.Say("全部一致。", "Everything agrees.") : s.Say($"{differences} 处不一致。", $"{differences} differences."));
        }

        return differences == 0 ? ExitCode.Done : ExitCode.Look;
    }

    private static void Sums(Screen s, PaidSums paid)
    {
        s.Output.WriteLine(s.Say(
            $"应付 {paid.Claims:N0} 项共 {paid.Due.ToReadable()} 元，实付 {paid.Lines:N0} 行共 {paid.Paid.ToReadable()} 元；多付 {paid.TooMuch.ToReadable()} 元，少付 {paid.TooLittle.ToReadable()} 元。",
            $"{paid.Claims:N0} claims due, {paid.Due.ToReadable()} yuan; {paid.Lines:N0} lines paid, {paid.Paid.ToReadable()} yuan; too much {paid.TooMuch.ToReadable()} yuan, too little {paid.TooLittle.ToReadable()} yuan."));
    }
}
