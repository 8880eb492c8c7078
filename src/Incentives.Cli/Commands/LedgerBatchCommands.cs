using System.CommandLine;
using Incentives.Core.Diagnostics;
using Incentives.Core.Ledger;

namespace Incentives.Cli.Commands;

/// <summary>The commands of <c>incentives ledger</c> that make, approve, post and reverse batches.</summary>
internal static class LedgerBatchCommands
{
    /// <summary><c>propose</c>.</summary>
    public static Command Propose(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string> run = new("RUN_DIR") { Description = shared.Say("calculate 写出的运行文件夹", "a run folder of calculate") };
        Option<string> ledger = LedgerCommand.Ledger(shared), by = LedgerCommand.By(shared);
        Option<long> corrects = new("--corrects") { Description = shared.Say("更正已入账的这一批：只付或只扣差额", "correct this posted batch: only the difference is paid or taken off") };
        Command command = new("propose", shared.Say("把一次运行提出为一批", "propose a run as a batch")) { run, ledger, by, corrects };
        command.SetAction(r => Show(screen(r), bag => Proposal.Make(r.GetValue(run)!, r.GetValue(ledger)!, r.GetValue(by)!, r.GetValue(corrects), bag, cancel), "已提出", "proposed"));
        return command;
    }

    /// <summary><c>approve</c>.</summary>
    public static Command Approve(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Argument<long> batch = LedgerCommand.Batch(shared);
        Option<string> ledger = LedgerCommand.Ledger(shared), by = LedgerCommand.By(shared);
        Command command = new("approve", shared.Say("批准一批", "approve a batch")) { batch, ledger, by };
        command.SetAction(r => Show(screen(r), bag => Posting.Approve(r.GetValue(ledger)!, r.GetValue(batch), r.GetValue(by)!, bag), "已批准", "approved"));
        return command;
    }

    /// <summary><c>post</c>.</summary>
    public static Command Post(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Argument<long> batch = LedgerCommand.Batch(shared);
        Option<string> ledger = LedgerCommand.Ledger(shared), by = LedgerCommand.By(shared);
        Command command = new("post", shared.Say("入账：一批全部，或一行也不", "post a batch: all of it, or nothing")) { batch, ledger, by };
        command.SetAction(r => Show(screen(r), bag => Posting.Post(r.GetValue(ledger)!, r.GetValue(batch), r.GetValue(by)!, bag), "已入账", "posted"));
        return command;
    }

    /// <summary><c>reverse</c>.</summary>
    public static Command Reverse(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Argument<long> batch = LedgerCommand.Batch(shared);
        Option<string> ledger = LedgerCommand.Ledger(shared), by = LedgerCommand.By(shared);
        Option<long[]> rows = new("--row") { Description = shared.Say("只冲回这一行，可多次给出", "only this row; may be repeated") };
        Option<string> amount = new("--amount") { Description = shared.Say("只冲回一行的这么多，如 5000元", "only so much of one row, such as 5000元") };
        Option<string> kind = new("--kind") { Description = shared.Say("clawback 追回（获奖仍算）或 correction 更正（当作没有付过）", "clawback (the award stays won) or correction (as if never paid)"), Required = true };
        kind.AcceptOnlyFromAmong(ItemKind.Clawback, ItemKind.Correction);
        Option<string> reason = new("--reason") { Description = shared.Say("理由", "why"), Required = true };
        Command command = new("reverse", shared.Say("冲回已入账的一批，全部或部分", "take back what a posted batch paid, whole or in part")) { batch, ledger, by, rows, amount, kind, reason };
        command.SetAction(r => Show(
            screen(r),
            bag => Reversal.Make(r.GetValue(ledger)!, new ReversalRequest(r.GetValue(batch), r.GetValue(rows) ?? [], r.GetValue(amount) ?? "", r.GetValue(kind)!, r.GetValue(reason)!, r.GetValue(by)!), bag),
            "已冲回", "reversed"));
        return command;
    }

    private static int Show(Screen screen, Func<DiagnosticBag, LedgerReceipt?> work, string zh, string en)
    {
        DiagnosticBag bag = new();
        LedgerReceipt? receipt = work(bag);
        return LedgerCommand.End(screen, bag, receipt is null ? null : () => screen.Say(
            $"第 {receipt.Batch.Number} 批{zh}：{receipt.Batch.Rows:N0} 行，{receipt.Fen.ToReadable()} 元\n台账哈希 {receipt.Head}",
            $"batch {receipt.Batch.Number} {en}: {receipt.Batch.Rows:N0} rows, {receipt.Fen.ToReadable()} yuan\nledger hash {receipt.Head}"));
    }
}
