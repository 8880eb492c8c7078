using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Pages;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>Lays out <c>report.html</c>: what of a run a person sees, and in which order.</summary>
internal sealed class RunPage
{
    private const int MostBars = 15;

    private static readonly Paint[] StatusPaints = [Paint.Solid, Paint.Open, Paint.None, Paint.Waiting, Paint.Bad, Paint.Stray];

    private readonly RunView _view;
    private readonly ReportWords _words;
    private readonly RunTables _tables;

    private RunPage(RunView view, Language language)
    {
        _view = view;
        _words = new ReportWords(language);
        _tables = new RunTables(view, _words);
    }

    /// <summary>The page of a run.</summary>
    public static Page Of(RunView view, Language language) => new RunPage(view, language).Build();

    private Page Build()
    {
        string title = _view.Schemes.Count == 1 ? _view.Schemes[0].Title : Say($"{_view.Schemes.Count} 个办法的奖补计算", $"Grants under {_view.Schemes.Count} schemes");
        List<Section> sections =
        [
            new("overview", Say("概览", "Overview"), [.. Warnings(), Figures(), Statuses()]),
            new("look", Say("需要人看的行", "Lines a person should look at"), [_tables.Doubtful()]),
            new("money", Say("钱用在哪里", "Where the money goes"), [new Grid([.. _view.Breakdowns.Select(Chart)]), .. _tables.Sums()]),
        ];
        if (_view.Manifest.Readings.Count > 0 || _view.Manifest.Settings.Count > 0)
            sections.Add(new("readings", Say("解释口径和设定", "Readings and settings"), [Readings(), .. _tables.Settings()]));
        sections.Add(new("due", Say("应付对象", "Recipients"), [_tables.Recipients()]));
        sections.Add(new("lines", Say("逐行结果", "Each line"), [_tables.Lines()]));
        if (_view.Manifest.Remarks.Count > 0) sections.Add(new("remarks", Say("计算中的说明", "Remarks"), [_tables.Remarks()]));
        sections.Add(new("files", Say("文件", "Files"), [_tables.Files()]));
        return new Page(_words.Language, title, [.. Subtitle()], sections, [.. Footer()]);
    }

    private string Say(string zh, string en) => _words.Say(zh, en);

    private IEnumerable<string> Subtitle()
    {
        foreach (Scheme scheme in _view.Schemes.Take(6))
        {
            string[] facts = [_view.Schemes.Count == 1 ? "" : scheme.Title, scheme.Issuer, scheme.Document, _words.State(scheme.Status), Say("有效期 ", "effective ") + scheme.Effective];
            yield return string.Join(" · ", facts.Where(f => f.Length > 0));
        }

        if (_view.Schemes.Count > 6) yield return Say($"另有 {_view.Schemes.Count - 6} 个办法", $"and {_view.Schemes.Count - 6} more schemes");
        string rosters = string.Join(Say("、", ", "), _view.Manifest.Inputs.Where(f => f.Role == "roster").Select(f => f.Name).Take(10));
        yield return Say("名册 ", "Roster ") + rosters + (_view.Manifest.Period.Length > 0 ? Say(" · 批次期间 ", " · period ") + _view.Manifest.Period : "");
    }

    private IEnumerable<string> Footer()
    {
        yield return Say($"由 incentives {_view.Manifest.Version} 生成。金额精确到分；图中金额以万元标注，≈ 表示取两位小数。", $"Made by incentives {_view.Manifest.Version}. Amounts are exact to the fen; charts are labelled in 万元 (10,000 yuan), with ≈ where two decimals are not exact.");
        yield return Say("本页是 payouts.csv 和 summary.csv 的展示；每一行为什么是这个数：incentives explain 运行文件夹 --row 编号。", "This page shows payouts.csv and summary.csv. Why a line came out as it did: incentives explain RUN_DIR --row ID.");
    }

    private IEnumerable<Block> Warnings()
    {
        foreach (Scheme scheme in _view.Schemes.Where(s => s.Status is "consultation" or "superseded" or "expired"))
            yield return new Notice(Say($"《{scheme.Title}》：{_words.State(scheme.Status)}。", $"{scheme.Title}: {_words.State(scheme.Status)}."), IsImportant: true);
        int undecided = _view.Manifest.Readings.Count(r => r.DecidedBy is null);
        if (undecided > 0) yield return new Notice(Say($"{undecided} 个解释口径还没有人决定，见“解释口径和设定”。", $"{undecided} readings were decided by nobody yet; see Readings and settings."), IsImportant: true);
    }

    private Figures Figures()
    {
        Sums whole = _view.Whole;
        List<string> pay = [_view.InKind == Money.Zero
            ? Say("大写：", "In capitals: ") + CapitalAmount.Of(whole.Pay)
            : Say($"其中券或实物 {_view.InKind.ToReadable()} 元；以货币支付 {_view.InMoney.ToReadable()} 元，大写：", $"of which in kind: {_view.InKind.ToReadable()} yuan; in money: {_view.InMoney.ToReadable()} yuan, in capitals: ") + CapitalAmount.Of(_view.InMoney)];
        if (whole.Provisional > Money.Zero) pay.Add(Say($"其中暂定 {whole.Provisional.ToReadable()} 元", $"of which provisional: {whole.Provisional.ToReadable()} yuan"));
        List<Figure> items =
        [
            new(Say("可支付", "To pay"), Yuan(whole.Pay), string.Join(Say("；", "; "), pay), Paint.Solid),
            new(Say("上限内待核定", "Ceilings, to be approved"), Yuan(whole.UpTo), Say($"最多；{_view.ByStatus[(int)Status.PayUpTo].Lines:N0} 行还没有核定金额", $"at most; {_view.ByStatus[(int)Status.PayUpTo].Lines:N0} lines have no approved amount yet"), Paint.Open),
        ];
        if (whole.Held > Money.Zero) items.Add(new(Say("暂缓，已留出", "Held, reserved"), Yuan(whole.Held), Say("条件明确后才能支付", "not to be paid until settled"), Paint.Waiting));
        int look = _view.ByConcern.Where((_, c) => (Concern)c is not (Concern.None or Concern.CeilingOpen)).Sum();
        items.Add(new(Say("需要人看", "To look at"), Say($"{look:N0} 行", $"{look:N0} lines"), Say($"名册共 {_view.Manifest.Totals.RosterRows:N0} 行，结果 {_view.Whole.Lines:N0} 行", $"{_view.Manifest.Totals.RosterRows:N0} roster rows, {_view.Whole.Lines:N0} result lines"), look > 0 ? Paint.Bad : Paint.None));
        items.Add(new(Say("条款应得合计", "Entitled under the clauses"), Yuan(_view.Entitled), Say("扣减、重复、限额之前", "before repeats, overlaps and caps"), Paint.None));
        return new Figures(items);
    }

    private string Yuan(Money money) => Say($"{money.ToReadable()} 元", $"{money.ToReadable()} yuan");

    private Stack Statuses() => new(Say("各状态的行数", "Lines by status"),
    [
        .. Enum.GetValues<Status>().Where(s => _view.ByStatus[(int)s].Lines > 0)
            .Select(s => new Part(s.Words().In(_words.Language), _view.ByStatus[(int)s].Lines, $"{_view.ByStatus[(int)s].Lines:N0}", StatusPaints[(int)s])),
    ]);

    private Bars Chart(Breakdown breakdown)
    {
        KeyedSums[] some = [.. breakdown.Items.Where(i => i.Sums.Payable > Money.Zero || i.Sums.Held > Money.Zero)];
        List<Bar> bars = [.. some.Take(MostBars).Select(i => Bar(_words.Key(breakdown.By, i.Key), i.Detail, i.Sums))];
        if (some.Length > MostBars)
        {
            KeyedSums[] rest = some[MostBars..];
            bars.Add(Bar(Say($"其余 {rest.Length} 项", $"{rest.Length} others"), Say("合计", "together"), rest.Select(r => r.Sums).Aggregate(Add)));
        }

        int none = breakdown.Items.Count - some.Length;
        string note = none > 0 ? Say($"{none} 项没有金额，未画出。", $"{none} without money are not drawn.") : "";
        return new Bars(Say($"按{_words.By(breakdown.By)}", $"By {_words.By(breakdown.By).ToLowerInvariant()}"),
            [(Paint.Solid, Say("可支付", "to pay")), (Paint.Open, Say("上限内待核定", "ceiling, to be approved")), (Paint.Waiting, Say("暂缓", "held"))], bars, note);
    }

    private static Sums Add(Sums a, Sums b) => new(a.Lines + b.Lines, a.Pay + b.Pay, a.Provisional + b.Provisional, a.UpTo + b.UpTo, a.Held + b.Held);

    private static Bar Bar(string label, string detail, Sums sums) =>
        new(label, detail, [new(sums.Pay, Paint.Solid), new(sums.UpTo, Paint.Open), new(sums.Held, Paint.Waiting)]);

    private Choices Readings() => new(
    [
        .. _view.Schemes.SelectMany(s => s.Readings.Select(r => new Choice(
            r.Question,
            _view.Schemes.Count > 1 ? $"{s.Id} · {r.Id}" : r.Id,
            [.. r.Options.Select(o => (o, o == r.Option, string.Join(Say("，", ", "), Marks(r, o))))],
            [Say("由谁决定：", "Decided by: ") + (r.DecidedBy ?? Say("还没有人决定", "nobody yet")), .. r.Note is { Length: > 0 } note ? new[] { note } : []]))),
    ]);

    private IEnumerable<string> Marks(Syntax.ReadingInForce reading, string option)
    {
        if (option == reading.Option) yield return Say("本次采用", "in force");
        if (option == reading.Default) yield return Say("默认", "default");
    }
}
