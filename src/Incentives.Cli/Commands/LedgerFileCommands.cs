using System.CommandLine;
using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Ledger;
using Incentives.Core.Numbers;
using Spectre.Console;

namespace Incentives.Cli.Commands;

/// <summary>The commands of <c>incentives ledger</c> that read a ledger or copy it.</summary>
internal static class LedgerFileCommands
{
    /// <summary><c>history</c>.</summary>
    public static Command History(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Option<string> ledger = LedgerCommand.Ledger(shared);
        Option<string> output = new("--out") { Description = shared.Say("历史文件（CSV）", "the history file (CSV)"), Required = true };
        Option<long> except = new("--except") { Description = shared.Say("略去这一批的各项，供重新计算它", "leave out the awards of this batch, to calculate it anew") };
        Command command = new("history", shared.Say("把台账写成 calculate --history 能读的历史文件", "write the ledger as a history file for calculate --history")) { ledger, output, except };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            string? rows = LedgerHistory.Write(r.GetValue(ledger)!, r.GetValue(except), r.GetValue(output)!, bag);
            return LedgerCommand.End(s, bag, rows is null ? null : () => s.Say($"写了 {rows} 行。", $"{rows} rows written."));
        });
        return command;
    }

    /// <summary><c>verify</c>.</summary>
    public static Command Verify(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Option<string> ledger = LedgerCommand.Ledger(shared);
        Option<string[]> heads = new("--head") { Description = shared.Say("以前记下的台账哈希，应当仍在其中", "a ledger hash noted earlier, which must still be in it") };
        Command command = new("verify", shared.Say("核对台账：哈希链、每一行、每一条规则", "verify the ledger: the chain of hashes, each row, each rule")) { ledger, heads };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag found = new(), bag = new();
            string? head = LedgerCheck.Run(r.GetValue(ledger)!, r.GetValue(heads) ?? [], found, bag);
            if (head is null) return LedgerCommand.End(s, bag, null);
            IReadOnlyList<Diagnostic> wrong = found.Sorted();
            foreach (Diagnostic d in wrong) s.Output.WriteLine(d.ToText(s.Language));
            if (!s.IsQuiet) s.Output.WriteLine(wrong.Count == 0 ? s.Say($"全部一致。台账哈希 {head}", $"Everything agrees. Ledger hash {head}") : s.Say($"{wrong.Count} 处不一致。", $"{wrong.Count} findings."));
            return wrong.Count == 0 ? ExitCode.Done : ExitCode.Look;
        });
        return command;
    }

    /// <summary><c>list</c>.</summary>
    public static Command List(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Argument<long?> batch = new("BATCH") { Description = shared.Say("批次号；不写则列出各批", "a batch's number; without it all batches"), Arity = ArgumentArity.ZeroOrOne };
        Option<string> ledger = LedgerCommand.Ledger(shared);
        Command command = new("list", shared.Say("列出各批，或一批的各行", "list the batches, or the rows of one")) { batch, ledger };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            bool isShown = r.GetValue(batch) is { } number ? Items(s, LedgerList.Items(r.GetValue(ledger)!, number, bag)) : Batches(s, LedgerList.Batches(r.GetValue(ledger)!, bag));
            s.Print(bag.Sorted());
            return isShown ? ExitCode.Done : ExitCode.Unusable;
        });
        return command;
    }

    /// <summary><c>export</c>.</summary>
    public static Command Export(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Option<string> ledger = LedgerCommand.Ledger(shared);
        Option<string> output = new("--out") { Description = shared.Say("新的文件夹", "a new folder"), Required = true };
        Command command = new("export", shared.Say("把整个台账写成 CSV", "write the whole ledger as CSV")) { ledger, output };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            string? head = LedgerTransfer.Export(r.GetValue(ledger)!, r.GetValue(output)!, bag);
            return LedgerCommand.End(s, bag, head is null ? null : () => s.Say($"台账哈希 {head}", $"ledger hash {head}"));
        });
        return command;
    }

    /// <summary><c>import</c>.</summary>
    public static Command Import(SharedOptions shared, Func<ParseResult, Screen> screen)
    {
        Argument<string> folder = new("DIR") { Description = shared.Say("ledger export 写的文件夹", "a folder that ledger export wrote") };
        Option<string> ledger = new("--ledger") { Description = shared.Say("新的台账文件", "a new ledger file"), Required = true };
        Command command = new("import", shared.Say("由 CSV 重建台账", "make a ledger of the CSV files")) { folder, ledger };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            string? head = LedgerTransfer.Import(r.GetValue(folder)!, r.GetValue(ledger)!, bag);
            return LedgerCommand.End(s, bag, head is null ? null : () => s.Say($"台账哈希 {head}", $"ledger hash {head}"));
        });
        return command;
    }

    private static bool Batches(Screen screen, List<ListedBatch>? batches)
    {
        if (batches is null) return false;
        Table table = Screen.NewTable(
            screen.Say("各批", "Batches"), screen.Say("批次", "batch"), screen.Say("种类", "kind"), screen.Say("涉及", "of"), screen.Say("行数", "rows"), screen.Say("金额（元）", "yuan"), screen.Say("操作", "actions"));
        foreach (ListedBatch b in batches)
        {
            string actions = string.Join('\n', b.Actions.Select(a => $"{ActionWords(screen, a.Action)} {a.By} {a.At}{(a.Reason.Length > 0 ? $" ({a.Reason})" : "")}"));
            table.AddRow(Text(b.Batch.Number), new Text(KindWords(screen, b.Batch.Kind)), b.Batch.Corrects == 0 ? new Text("") : Text(b.Batch.Corrects), Text(b.Batch.Rows), new Text(b.Sum.ToReadable()), new Text(actions));
        }

        screen.Tables.Write(table);
        return true;
    }

    private static bool Items(Screen screen, List<ListedItem>? items)
    {
        if (items is null) return false;
        Table table = Screen.NewTable(
            screen.Say("各行", "Rows"), screen.Say("行", "row"), screen.Say("种类", "kind"), screen.Say("名称", "recipient"), screen.Say("奖项", "award"), screen.Say("主体", "subject"),
            screen.Say("日期", "date"), screen.Say("条款", "clause"), screen.Say("金额（元）", "yuan"), screen.Say("现余（元）", "left (yuan)"));
        foreach ((LedgerItem i, Money left) in items)
        {
            table.AddRow(Text(i.Row), new Text(KindWords(screen, i.Kind)), new Text(i.Name), new Text(i.Award), new Text(i.Subject), new Text(i.Date), new Text(i.Clause), new Text(new Money(i.Fen).ToReadable()), new Text(left.ToReadable()));
        }

        screen.Tables.Write(table);
        return true;
    }

    private static Text Text(long number) => new(number.ToString("N0", CultureInfo.InvariantCulture));

    private static string ActionWords(Screen screen, string action) => action switch
    {
        LedgerAction.Propose => screen.Say("提出", "proposed"),
        LedgerAction.Approve => screen.Say("批准", "approved"),
        LedgerAction.Post => screen.Say("入账", "posted"),
        _ => screen.Say("冲回", "reversed"),
    };

    private static string KindWords(Screen screen, string kind) => kind switch
    {
        LedgerBatch.Payment or ItemKind.Pay => screen.Say("支付", "payment"),
        LedgerBatch.Difference or ItemKind.Adjust => screen.Say("差额", "difference"),
        ItemKind.Clawback => screen.Say("追回", "clawback"),
        _ => screen.Say("更正", "correction"),
    };
}
