using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;
using Incentives.Core.Workbooks;

namespace Incentives.Core.Reports.Views;

/// <summary>Lays out <c>payouts.xlsx</c>. Lines and recipients are streamed from the finished <c>payouts.csv</c>.</summary>
internal sealed class RunWorkbook
{
    private readonly RunView _view;
    private readonly RunViewReader _reader;
    private readonly DueByRecipient _due;
    private readonly string _payouts;
    private readonly ReportWords _words;
    private readonly CancellationToken _cancel;

    private RunWorkbook(RunView view, RunViewReader reader, DueByRecipient due, string payouts, Language language, CancellationToken cancel)
    {
        _view = view;
        _reader = reader;
        _due = due;
        _payouts = payouts;
        _words = new ReportWords(language);
        _cancel = cancel;
    }

    /// <summary>Writes the workbook of a run.</summary>
    public static void Write(RunView view, RunViewReader reader, DueByRecipient due, string payouts, Language language, Stream output, CancellationToken cancel) =>
        new RunWorkbook(view, reader, due, payouts, language, cancel).Write(output);

    private void Write(Stream output)
    {
        using Book book = new(output, string.Join("; ", _view.Schemes.Select(s => s.Title)));
        book.Table(Say("总表", "Summary"), SumColumns(), Sums(), bold: 1);
        book.Table(Say("需要人看", "To look at"), [new(Say("事项", "Concern"), 16), .. LineColumns()], Doubtful());
        book.Table(Say("应付对象", "Recipients"), RecipientColumns(), Recipients());
        book.Table(Say("逐行结果", "Each line"), LineColumns(), Lines());
        book.Table(Say("解释口径和设定", "Readings and settings"), ChoiceColumns(), Readings().Concat(Settings()));
        book.Table(Say("说明", "Remarks"), [new(Say("项目", "Item"), 18), new(Say("内容", "Text"), 100, IsWrapped: true)], Remarks());
        book.Complete();
    }

    private string Say(string zh, string en) => _words.Say(zh, en);

    private BookColumn[] SumColumns() =>
    [
        new(Say("按", "By"), 14), new(Say("项", "Key"), 34, IsWrapped: true), new(Say("标识", "Id"), 26), new(Say("行数", "Lines"), 9), new(Say("可支付（元）", "To pay (yuan)"), 17), new(Say("其中暂定（元）", "Of it provisional (yuan)"), 17),
        new(Say("上限内待核定，最多（元）", "Ceilings to be approved, at most (yuan)"), 17), new(Say("暂留（元）", "Reserved (yuan)"), 15), new(Say("可支付（大写）", "To pay, in capitals"), 40, IsWrapped: true),
    ];

    private IEnumerable<BookCell[]> Sums()
    {
        // What is paid in kind stands on no payment order.
        bool isAllMoney = _view.InKind == Money.Zero;
        yield return Sums(Say("合计", "Total"), "", "", _view.Whole, isAllMoney);
        if (!isAllMoney)
        {
            yield return [Say("其中券或实物", "Of it in kind"), "", "", "", BookCell.Of(_view.InKind), "", "", "", ""];
            yield return [Say("其中以货币支付", "Of it in money"), "", "", "", BookCell.Of(_view.InMoney), "", "", "", CapitalAmount.Of(_view.InMoney)];
        }

        foreach (Status status in Enum.GetValues<Status>().Where(s => _view.ByStatus[(int)s].Lines > 0))
            yield return Sums(Say("状态", "Status"), status.Words().In(_words.Language), status.Code(), _view.ByStatus[(int)status], isInCapitals: false);
        foreach (Breakdown breakdown in _view.Breakdowns)
        {
            foreach (KeyedSums sums in breakdown.Items)
                yield return Sums(_words.By(breakdown.By), _words.Key(breakdown.By, sums.Key), sums.Detail, sums.Sums, isInCapitals: isAllMoney && breakdown.By is ("fund" or "department"));
        }

        foreach (Total earmark in _view.Earmarks)
            yield return [Say("专项预算（不计入合计）", "Budget line (not in the total)"), earmark.Key, "", "", BookCell.Of(earmark.Payable), "", "", "", ""];
    }

    private static BookCell[] Sums(string by, string key, string id, Sums sums, bool isInCapitals) =>
    [
        by, key, id, BookCell.Of(sums.Lines), BookCell.Of(sums.Pay), BookCell.Of(sums.Provisional), BookCell.Of(sums.UpTo), BookCell.Of(sums.Held),
        isInCapitals && sums.Pay > Money.Zero ? CapitalAmount.Of(sums.Pay) : "",
    ];

    private BookColumn[] RecipientColumns() =>
    [
        new(Say("名称", "Recipient"), 36, IsWrapped: true), new(Say("统一社会信用代码", "Identity code"), 23), new(Say("可支付（元）", "To pay (yuan)"), 17), new(Say("可支付（大写）", "To pay, in capitals"), 40, IsWrapped: true),
        new(Say("券或实物（元）", "In kind (yuan)"), 15), new(Say("其中暂定（元）", "Of it provisional (yuan)"), 15), new(Say("上限内待核定，最多（元）", "Ceilings to be approved, at most (yuan)"), 17), new(Say("暂留（元）", "Reserved (yuan)"), 15),
    ];

    // In the order of their first lines.
    private IEnumerable<BookCell[]> Recipients()
    {
        HashSet<int> seen = [];
        using PayoutFile file = PayoutFile.Open(_payouts);
        for (int i = 0; file.Read(); i++)
        {
            if ((i & 0xFFF) == 0) _cancel.ThrowIfCancellationRequested();
            int who = _due.Of(i);
            if (seen.Contains(who) || _due.Due(who, file.Text(PayoutColumns.At("recipient_id")), file.Text(PayoutColumns.At("recipient"))) is not { } due) continue;
            seen.Add(who);
            yield return
            [
                due.Name, due.Code, BookCell.Of(due.InMoney), due.InMoney > Money.Zero ? CapitalAmount.Of(due.InMoney) : "", BookCell.Of(due.InKind), BookCell.Of(due.Sums.Provisional), BookCell.Of(due.Sums.UpTo), BookCell.Of(due.Sums.Held),
            ];
        }
    }

    private BookColumn[] LineColumns()
    {
        using PayoutFile file = PayoutFile.Open(_payouts);
        List<BookColumn> columns = [];
        for (int i = 0; i < file.Headers.Count; i++)
        {
            string header = file.Headers[i];
            if (IsLeftOut(header)) continue;
            columns.Add(new BookColumn(_words.Header(header), Width(header, i), header is "recipient" or "award" or "reason" or "reasons" or "scheme"));
            if (header == "clause") columns.AddRange([new(Say("条文", "Article"), 12, IsWrapped: true), new(Say("主管部门", "Department"), 16, IsWrapped: true)]);
        }

        return [.. columns];
    }

    // One scheme stands above each page.
    private bool IsLeftOut(string header) => header == "scheme" && _view.Schemes.Count == 1;

    private static int Width(string header, int column) => header switch
    {
        "line" or "provisional" => 7,
        "recipient_id" => 23,
        "recipient" => 34,
        "award" => 26,
        "scheme" => 24,
        "clause" => 18,
        "reason" => 24,
        "reasons" => 30,
        _ when header.EndsWith("_yuan", StringComparison.Ordinal) => 16,
        _ => column < PayoutColumns.Fixed.Length ? 12 : 14,
    };

    private IEnumerable<BookCell[]> Lines()
    {
        using PayoutFile file = PayoutFile.Open(_payouts);
        for (int i = 0; file.Read(); i++)
        {
            if ((i & 0xFFF) == 0) _cancel.ThrowIfCancellationRequested();
            yield return [.. Cells(file)];
        }
    }

    // The most urgent concern first: the file is read once for each that occurs.
    private IEnumerable<BookCell[]> Doubtful()
    {
        foreach (Concern concern in Enum.GetValues<Concern>().Where(c => c != Concern.None && _view.ByConcern[(int)c] > 0))
        {
            using PayoutFile file = PayoutFile.Open(_payouts);
            for (int i = 0; file.Read(); i++)
            {
                if ((i & 0xFFF) == 0) _cancel.ThrowIfCancellationRequested();
                if (file.Concern == concern) yield return [concern.Words().In(_words.Language), .. Cells(file)];
            }
        }
    }

    private IEnumerable<BookCell> Cells(PayoutFile file)
    {
        Clause? clause = _reader.ClauseOf(file);
        for (int i = 0; i < file.Headers.Count; i++)
        {
            string header = file.Headers[i];
            if (IsLeftOut(header)) continue;
            string text = file.Text(i);
            yield return header switch
            {
                "line" => new BookCell(text, BookCellKind.Whole),
                "scheme" => clause is null ? text : clause.Scheme.Title.Length > 0 ? clause.Scheme.Title : text,
                "status" => file.Status.Words().In(_words.Language),
                "reason" => Words(text),
                "reasons" => string.Join(Say("；", "; "), text.Split(';').Select(Words)),
                "provisional" => text == "1" ? Say("是", "yes") : "",
                _ when header.EndsWith("_yuan", StringComparison.Ordinal) => text.Length == 0 ? "" : BookCell.Of(file.Amount(i)),
                _ when header.StartsWith("instalment_", StringComparison.Ordinal) && header.EndsWith("_due", StringComparison.Ordinal) => BookCell.Day(text),
                _ => text,
            };
            if (header != "clause") continue;
            yield return clause?.Cite ?? "";
            yield return clause?.Department ?? "";
        }
    }

    private string Words(string code) => ReasonTable.Find(code) is { } reason ? reason.Words().In(_words.Language) : code;

    private BookColumn[] ChoiceColumns() =>
    [
        new(Say("办法", "Scheme"), 24), new(Say("标识", "Id"), 22), new(Say("问题或设定", "Question or setting"), 50, IsWrapped: true), new(Say("选项", "Options"), 26, IsWrapped: true), new(Say("本次采用", "In force"), 18),
        new(Say("默认", "Default"), 18), new(Say("由谁决定", "Decided by"), 18), new(Say("说明", "Note"), 60, IsWrapped: true),
    ];

    private IEnumerable<BookCell[]> Readings()
    {
        foreach (Scheme scheme in _view.Schemes)
        {
            foreach (ReadingInForce r in scheme.Readings)
                yield return [scheme.Id, r.Id, r.Question, string.Join(Say("、", ", "), r.Options), r.Option, r.Default, r.DecidedBy ?? Say("还没有人决定", "nobody yet"), r.Note ?? ""];
        }
    }

    private IEnumerable<BookCell[]> Settings() =>
        _view.Manifest.Settings.Select(s => (BookCell[])[s.Scheme, s.Name, Say("设定", "Setting"), "", s.Value, s.IsDefault ? s.Value : "", s.IsDefault ? Say("办法", "the scheme") : Say("命令行 --set", "the command line, --set"), ""]);

    private IEnumerable<BookCell[]> Remarks()
    {
        foreach (Scheme s in _view.Schemes)
            yield return [Say("办法", "Scheme"), string.Join(" · ", new[] { s.Title, s.Issuer, s.Document, _words.State(s.Status), s.Effective.ToString() }.Where(t => t.Length > 0))];
        foreach (RunFile file in _view.Manifest.Inputs.Where(f => f.Role == "roster")) yield return [Say("名册", "Roster"), $"{file.Name} (SHA-256 {file.Sha256})"];
        yield return [Say("付款", "Payment"), Say("付款时以“可支付”为准；上限内的金额核定以前不支付。", "A payment order follows “to pay”; nothing under a ceiling is paid before it is approved.")];
        foreach (RunRemark r in _view.Manifest.Remarks) yield return [$"{r.Code}", r.Place.Length > 0 ? $"{r.Place}: {Say(r.Zh, r.En)}" : Say(r.Zh, r.En)];
        yield return [Say("程序", "Program"), $"incentives {_view.Manifest.Version}"];
    }
}
