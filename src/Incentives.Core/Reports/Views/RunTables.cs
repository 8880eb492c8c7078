using Incentives.Core.Numbers;
using Incentives.Core.Pages;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>The tables of a run's page.</summary>
internal sealed class RunTables(RunView view, ReportWords words)
{
    private bool HasRosters => view.Lines.Concat(view.Doubtful).Any(l => l.Roster.Length > 0);

    private bool HasProvisional => view.Whole.Provisional > Money.Zero;

    private bool HasHeld => view.Whole.Held > Money.Zero;

    /// <summary>Lines that a person should look at, the most urgent first.</summary>
    public Block Doubtful()
    {
        int count = view.ByConcern.Skip(1).Sum();
        if (count == 0) return new Notice(Say("没有。", "None."));
        string counts = string.Join(Say("；", "; "), Enum.GetValues<Concern>().Skip(1).Where(c => view.ByConcern[(int)c] > 0).Select(c => $"{c.Words().In(words.Language)} {view.ByConcern[(int)c]:N0}"));
        string left = count > view.Doubtful.Count ? Say($"只列出前 {view.Doubtful.Count:N0} 行；其余 {count - view.Doubtful.Count:N0} 行见 payouts.csv。", $" Only the first {view.Doubtful.Count:N0} are listed; {count - view.Doubtful.Count:N0} more are in payouts.csv.") : "";
        List<TableColumn> columns = [new(Say("事项", "Concern"), ColumnRole.Choice), .. Place(), new(Say("名称", "Recipient")), new(Say("奖项", "Award")), new(Say("条款", "Clause")), new(Say("原因", "Reason")), new(Say("应付（元）", "Payable (yuan)"), ColumnRole.Number)];
        if (HasHeld) columns.Add(new(Say("暂留（元）", "Reserved (yuan)"), ColumnRole.Number));
        return new DataTable("doubtful", Say("需要人看的行", "Lines a person should look at"), columns,
            [.. view.Doubtful.Select(l => new TableRow([l.Concern.Words().In(words.Language), .. Place(l), l.Recipient, l.Award, ReportWords.Clause(l), words.Reasons(l), l.Payable.ToReadable(), .. Held(l.Held)], l.Concern.Fill()))],
            counts + Say("。", ".") + left);
    }

    /// <summary>All sums behind the charts.</summary>
    public IEnumerable<Block> Sums()
    {
        List<TableRow> rows = [];
        foreach (Breakdown breakdown in view.Breakdowns)
            rows.AddRange(breakdown.Items.Select(i => new TableRow([words.By(breakdown.By), Label(breakdown.By, i), .. Amounts(i.Sums)])));
        int all = rows.Count;
        yield return new DataTable("sums", Say("各项合计", "All sums"), [new(Say("按", "By"), ColumnRole.Choice), new(Say("项", "Key")), .. MoneyColumns()],
            [.. rows.Take(RunView.MostListed)], all > RunView.MostListed ? Say($"只列出前 {RunView.MostListed:N0} 项；其余 {all - RunView.MostListed:N0} 项见 summary.csv。", $"Only the first {RunView.MostListed:N0} are listed; {all - RunView.MostListed:N0} more are in summary.csv.") : "", IsFolded: true);
        if (view.Breakdowns.FirstOrDefault(b => b.By == "fund") is { } funds)
        {
            yield return new DataTable("payers", Say("承担方应付（大写）", "By payer, in capitals"), [new(Say("承担方", "Payer")), new(Say("可支付（元）", "To pay (yuan)"), ColumnRole.Number), new(Say("大写", "In capitals"))],
                [.. funds.Items.Select(f => new TableRow([words.Key("fund", f.Key), f.Sums.Pay.ToReadable(), view.InKind == Money.Zero ? CapitalAmount.Of(f.Sums.Pay) : ""]))]);
        }

        if (view.Earmarks.Count > 0)
        {
            yield return new DataTable("earmarks", Say("专项预算（不发给任何一行，不计入合计）", "Budget lines (paid to no row, not in the totals)"), [new(Say("项目", "Line")), new(Say("金额（元）", "Amount (yuan)"), ColumnRole.Number)],
                [.. view.Earmarks.Select(e => new TableRow([e.Key, e.Payable.ToReadable()]))]);
        }
    }

    /// <summary>What each recipient is due, in capitals too.</summary>
    public Block Recipients()
    {
        if (view.RecipientCount == 0) return new Notice(Say("没有应付的对象。", "Nobody is due anything."));
        bool inKind = view.Recipients.Any(r => r.InKind > Money.Zero);
        List<TableColumn> columns = [new(Say("名称", "Recipient")), new(Say("统一社会信用代码", "Identity code"), ColumnRole.Code), new(Say("可支付（元）", "To pay (yuan)"), ColumnRole.Number), new(Say("可支付（大写）", "To pay, in capitals"))];
        if (inKind) columns.Add(new(Say("券或实物（元）", "In kind (yuan)"), ColumnRole.Number));
        if (HasProvisional) columns.Add(new(Say("其中暂定（元）", "Of it provisional (yuan)"), ColumnRole.Number));
        columns.Add(new(Say("上限内待核定（元）", "Ceilings, to be approved (yuan)"), ColumnRole.Number));
        if (HasHeld) columns.Add(new(Say("暂留（元）", "Reserved (yuan)"), ColumnRole.Number));
        string note = Say("付款时以“可支付”为准；上限内的金额核定以前不支付。", "A payment order follows “to pay”; nothing under a ceiling is paid before it is approved.");
        if (view.RecipientCount > view.Recipients.Count)
            note += Say($"只列出金额最大的 {view.Recipients.Count:N0} 个对象；其余 {view.RecipientCount - view.Recipients.Count:N0} 个见 payouts.xlsx 或 payouts.csv。", $" Only the {view.Recipients.Count:N0} due the most are listed; {view.RecipientCount - view.Recipients.Count:N0} more are in payouts.xlsx or payouts.csv.");
        return new DataTable("recipients", Say("应付对象", "Recipients"), columns,
            [.. view.Recipients.Select(r => new TableRow([r.Name, r.Code, r.InMoney.ToReadable(), r.InMoney == Money.Zero ? "" : CapitalAmount.Of(r.InMoney), .. inKind ? new[] { r.InKind.ToReadable() } : [], .. HasProvisional ? new[] { r.Sums.Provisional.ToReadable() } : [], r.Sums.UpTo.ToReadable(), .. Held(r.Sums.Held)]))], note);
    }

    /// <summary>Every line, where they are not too many.</summary>
    public Block Lines()
    {
        if (view.Lines.Count == 0 && view.Whole.Lines > 0)
            return new Notice(Say($"共 {view.Whole.Lines:N0} 行，超过 {RunView.MostLines:N0} 行，本页不逐行列出；全部在 payouts.csv 中（用 --format xlsx 另写工作簿）。", $"There are {view.Whole.Lines:N0} lines, more than {RunView.MostLines:N0}; this page does not list them. All are in payouts.csv (--format xlsx also writes a workbook)."), IsImportant: true);
        List<TableColumn> columns = [.. Place(), new(Say("统一社会信用代码", "Identity code"), ColumnRole.Code), new(Say("名称", "Recipient")), new(Say("奖项", "Award")), new(Say("条款", "Clause")), new(Say("状态", "Status"), ColumnRole.Choice), new(Say("原因", "Reason")),
            new(Say("应得（元）", "Entitled (yuan)"), ColumnRole.Number), new(Say("应付（元）", "Payable (yuan)"), ColumnRole.Number)];
        if (HasHeld) columns.Add(new(Say("暂留（元）", "Reserved (yuan)"), ColumnRole.Number));
        return new DataTable("all", Say("逐行结果", "Each line"), columns,
            [.. view.Lines.Select(l => new TableRow([.. Place(l), l.Code, l.Recipient, l.Award, ReportWords.Clause(l), l.Status.Words().In(words.Language), words.Reasons(l), l.Entitled.ToReadable(), l.Payable.ToReadable(), .. Held(l.Held)], l.Concern == Concern.None ? null : l.Concern.Fill()))],
            IsFolded: true);
    }

    /// <summary>The settings in force.</summary>
    public IEnumerable<Block> Settings()
    {
        if (view.Manifest.Settings.Count == 0) yield break;
        yield return new DataTable("settings", Say("设定", "Settings"), [new(Say("办法", "Scheme")), new(Say("设定", "Setting")), new(Say("值", "Value")), new(Say("来源", "From"))],
            [.. view.Manifest.Settings.Select(s => new TableRow([s.Scheme, s.Name, s.Value, s.IsDefault ? Say("办法", "the scheme") : Say("命令行 --set", "the command line, --set")]))]);
    }

    /// <summary>What was said while calculating.</summary>
    public Block Remarks() => new DataTable("said", Say("计算中的说明", "Remarks"), [new(Say("程度", "Severity"), ColumnRole.Choice), new(Say("代码", "Code"), ColumnRole.Id), new(Say("位置", "Place")), new(Say("内容", "Text"))],
        [.. view.Manifest.Remarks.Select(r => new TableRow([r.Severity == "warning" ? Say("警告", "warning") : Say("说明", "note"), r.Code, r.Place, Say(r.Zh, r.En)], r.Severity == "warning" ? Paint.Waiting : null))]);

    /// <summary>The files of the run.</summary>
    public Block Files() => new DataTable("hashes", Say("输入和结果文件", "Inputs and results"), [new(Say("文件", "File")), new(Say("字节", "Bytes"), ColumnRole.Number), new("SHA-256", ColumnRole.Code)],
        [.. view.Manifest.Inputs.Concat(view.Manifest.Outputs).Select(f => new TableRow([f.File, $"{f.Bytes:N0}", f.Sha256]))], IsFolded: true);

    private string Say(string zh, string en) => words.Say(zh, en);

    private string Label(string by, KeyedSums sums) => sums.Detail.Length == 0 ? words.Key(by, sums.Key) : $"{words.Key(by, sums.Key)} {sums.Detail}";

    private IEnumerable<TableColumn> Place()
    {
        if (HasRosters) yield return new(Say("名册", "Roster"), ColumnRole.Choice);
        yield return new(Say("行", "Line"), ColumnRole.Number);
        yield return new(Say("编号", "Id"), ColumnRole.Id);
    }

    private IEnumerable<string> Place(ViewLine line)
    {
        string number = line.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return HasRosters ? [line.Roster, number, line.Id] : [number, line.Id];
    }

    private IEnumerable<string> Held(Money held) => HasHeld ? [held.ToReadable()] : [];

    private IEnumerable<TableColumn> MoneyColumns()
    {
        yield return new(Say("行数", "Lines"), ColumnRole.Number);
        yield return new(Say("可支付（元）", "To pay (yuan)"), ColumnRole.Number);
        yield return new(Say("上限内待核定（元）", "Ceilings, to be approved (yuan)"), ColumnRole.Number);
        if (HasHeld) yield return new(Say("暂留（元）", "Reserved (yuan)"), ColumnRole.Number);
    }

    private IEnumerable<string> Amounts(Sums sums) => [$"{sums.Lines:N0}", sums.Pay.ToReadable(), sums.UpTo.ToReadable(), .. Held(sums.Held)];
}
