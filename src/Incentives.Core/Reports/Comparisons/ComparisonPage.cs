using Incentives.Core.Comparing;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Pages;
using Incentives.Core.Reports.Views;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Lays out <c>compare.html</c>: what each variant costs, who gains and who loses, and which change moved it.</summary>
internal sealed class ComparisonPage
{
    private const int MostBars = 20;
    private const int MostPeople = 12;
    private const int MostInDetail = 8;

    private readonly ComparisonReport _report;
    private readonly Comparison _comparison;
    private readonly BatchRequest _request;
    private readonly ReportWords _words;

    private ComparisonPage(ComparisonReport report, BatchRequest request, Language language)
    {
        _report = report;
        _comparison = report.Comparison;
        _request = request;
        _words = new ReportWords(language);
    }

    /// <summary>The page of a comparison.</summary>
    public static Page Of(ComparisonReport report, BatchRequest request, Language language) => new ComparisonPage(report, request, language).Build();

    private Page Build()
    {
        List<Section> sections = [new("overview", Say("概览", "Overview"), Overview())];
        for (int i = 0; i < _comparison.Variants.Count && i < MostInDetail; i++) sections.Add(Detail(i));
        string title = Say("方案比较：", "Comparison: ") + string.Join(Say("、", ", "), _comparison.Base.Plan.Schemes.Select(s => s.Title).Take(3));
        return new Page(_words.Language, title, [.. Subtitle()], sections,
        [
            Say($"由 incentives {ProgramVersion.Text} 生成。逐行的变动在 compare.csv，全部对象在 compare-recipients.csv，汇总在 compare-summary.csv。", $"Made by incentives {ProgramVersion.Text}. Each changed row is in compare.csv, all recipients in compare-recipients.csv, the sums in compare-summary.csv."),
            Say("应付包括上限内还没有核定的金额，即最多要付的。图中以万元标注，≈ 表示取两位小数。", "Payable includes ceilings that nobody has set an amount under: it is the most that can be owed. Charts are labelled in 万元 (10,000 yuan), with ≈ where two decimals are not exact."),
        ]);
    }

    private string Say(string zh, string en) => _words.Say(zh, en);

    private IEnumerable<string> Subtitle()
    {
        yield return Say("名册 ", "Roster ") + string.Join(Say("、", ", "), _request.Rosters.Select(r => r.Name).Take(10)) + Say($" · {_comparison.RosterRows:N0} 行", $" · {_comparison.RosterRows:N0} rows") + (_request.Period.Length > 0 ? " · " + _request.Period : "");
        string choices = _comparison.BaseChoices.Count == 0 ? Say("规则文件自己的口径和设定", "the rules' own readings and settings") : string.Join(Say("，", ", "), _comparison.BaseChoices.Select(c => c.Words.In(_words.Language)));
        yield return Say($"基准：规则 {_comparison.BaseRules}，{choices}", $"Base: rules {_comparison.BaseRules}, {choices}");
    }

    private List<Block> Overview()
    {
        List<Figure> figures = [new(Say("基准应付", "Payable under the base"), Yuan(_comparison.Payable), "", Paint.Solid)];
        if (_comparison.Variants.Count <= 4) figures.AddRange(_comparison.Variants.Select(Figure));
        List<Block> blocks = [new Figures(figures)];
        Swing[] swings = [.. _comparison.Variants.Select(v => new Swing(v.Variant.Name, Say($"应付 {WanYuan.Of(v.Total.Then)}", $"payable {WanYuan.Of(v.Total.Then)}"), v.Total.Difference))];
        blocks.Add(new Diverging(Say("各方案比基准多付、少付", "What each variant pays more or less"), swings));
        blocks.Add(new DataTable("variants", Say("各方案", "Variants"),
            [new(Say("方案", "Variant")), new(Say("改动", "Changes")), new(Say("应付（元）", "Payable (yuan)"), ColumnRole.Number), new(Say("差额（元）", "Difference (yuan)"), ColumnRole.Number), new(Say("变动行数", "Changed rows"), ColumnRole.Number),
                new(Say("增加的对象", "Who gain"), ColumnRole.Number), new(Say("减少的对象", "Who lose"), ColumnRole.Number)],
            [.. _comparison.Variants.Select(v => new TableRow([v.Variant.Name, string.Join(Say("；", "; "), v.Variant.Changes.Select(c => c.Words.In(_words.Language))), v.Total.Then.ToReadable(), Signed(v.Total.Difference), $"{v.Total.Rows:N0}", $"{v.Gainers.Count:N0}", $"{v.Losers.Count:N0}"]))]));
        if (_comparison.Variants.Count > MostInDetail)
            blocks.Add(new Notice(Say($"下面只详列前 {MostInDetail} 个方案；其余 {_comparison.Variants.Count - MostInDetail} 个见 compare-summary.csv。", $"Only the first {MostInDetail} variants are shown in detail; {_comparison.Variants.Count - MostInDetail} more are in compare-summary.csv."), IsImportant: true));
        return blocks;
    }

    private Figure Figure(VariantComparison v) => new(
        v.Variant.Name, Say($"{Signed(v.Total.Difference)} 元", $"{Signed(v.Total.Difference)} yuan"),
        Say($"应付 {v.Total.Then.ToReadable()} 元；{v.Gainers.Count:N0} 个对象增加，{v.Losers.Count:N0} 个减少", $"payable {v.Total.Then.ToReadable()} yuan; {v.Gainers.Count:N0} recipients gain, {v.Losers.Count:N0} lose"),
        v.Total.Difference > Money.Zero ? Paint.Gain : v.Total.Difference < Money.Zero ? Paint.Loss : Paint.None);

    private Section Detail(int at)
    {
        VariantComparison v = _comparison.Variants[at];
        string id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"v{at + 1}");
        List<Block> blocks = [new Notice(string.Join(Say("；", "; "), v.Variant.Changes.Select(c => c.Words.In(_words.Language))) + Say($"。比基准 {Signed(v.Total.Difference)} 元，{v.Total.Rows:N0} 行变动。", $". {Signed(v.Total.Difference)} yuan against the base, {v.Total.Rows:N0} rows changed."))];
        if (v.Total.Rows == 0) return new Section(id, v.Variant.Name, blocks);
        NamedPeople people = _report.People[at];
        List<Block> charts = [];
        Dictionary<string, string> cites = v.Attributions.GroupBy(a => a.Clause).ToDictionary(g => g.Key, g => g.First().Cite);
        foreach (string by in new[] { "clause", "department", "district" })
        {
            ComparisonSum[] sums = [.. v.By(by).Where(s => s.Difference != Money.Zero)];
            if (by == "district" && v.By(by).All(s => s.Key.Length == 0)) continue;
            if (sums.Length > 0) charts.Add(Chart(Say($"按{_words.By(by)}", $"By {_words.By(by).ToLowerInvariant()}"), [.. sums.Select(s => new Swing(_words.Key(by, s.Key), by == "clause" ? cites.GetValueOrDefault(s.Key, "") : "", s.Difference))]));
        }

        charts.Add(Chart(Say("由哪一处改动、哪一条引起", "Which change moved it, under which clause"), [.. v.Attributions.Where(a => a.Difference != Money.Zero).Select(a => new Swing(a.Change.Words.In(_words.Language), a.Cite.Length > 0 ? $"{a.Cite} {a.Clause}" : a.Clause, a.Difference))],
            Say("各处改动按先后逐处计算，相加正好等于总差额。", "Changes are made one after the other; their parts add up exactly to the difference.")));
        blocks.Add(new Grid(charts));
        blocks.Add(People(v, people));
        blocks.Add(Named(id, v, people));
        blocks.Add(Sums(id, v));
        return new Section(id, v.Variant.Name, blocks);
    }

    private Diverging People(VariantComparison v, NamedPeople people)
    {
        Swing[] swings = [.. people.Gainers.Take(MostPeople).Concat(people.Losers.Take(MostPeople).Reverse()).Select(p => new Swing(Name(p), "", p.Difference))];
        int left = v.Gainers.Count + v.Losers.Count - swings.Length;
        return new Diverging(Say("谁增加，谁减少", "Who gains, who loses"), swings, left == 0 ? "" : Say($"两边各画最多 {MostPeople} 个；其余 {left:N0} 个在 compare-recipients.csv。", $"At most {MostPeople} are drawn on either side; {left:N0} more are in compare-recipients.csv."));
    }

    private Diverging Chart(string title, Swing[] swings, string note = "")
    {
        Swing[] ordered = [.. swings.OrderByDescending(s => s.Difference)];
        if (ordered.Length <= MostBars) return new Diverging(title, ordered, note);
        // Those that move least are taken together.
        HashSet<Swing> most = [.. swings.OrderByDescending(s => Int128.Abs(s.Difference.Fen)).Take(MostBars)];
        Money rest = swings.Where(s => !most.Contains(s)).Aggregate(Money.Zero, (a, s) => a + s.Difference);
        return new Diverging(title, [.. ordered.Where(most.Contains), new Swing(Say($"其余 {swings.Length - most.Count} 项", $"{swings.Length - most.Count} others"), Say("合计", "together"), rest)], note);
    }

    private DataTable Named(string id, VariantComparison v, NamedPeople people) => new(
        id + "-people", Say("增加和减少的对象", "Who gains and who loses"),
        [new(Say("名称", "Recipient")), new(Say("统一社会信用代码", "Identity code"), ColumnRole.Code), new(Say("基准（元）", "Base (yuan)"), ColumnRole.Number), new(Say("方案（元）", "Variant (yuan)"), ColumnRole.Number), new(Say("差额（元）", "Difference (yuan)"), ColumnRole.Number), new(Say("哪些行（条款）", "Which rows (clause)"))],
        [.. people.Gainers.Concat(people.Losers).Select(p => new TableRow([p.Name, p.Id, p.Base.ToReadable(), p.Then.ToReadable(), Signed(p.Difference), Lines(p)], p.Difference > Money.Zero ? Paint.Gain : Paint.Loss))],
        v.Gainers.Count + v.Losers.Count > people.Gainers.Count + people.Losers.Count
            ? Say($"共 {v.Gainers.Count:N0} 个增加、{v.Losers.Count:N0} 个减少，各列最多 {ComparisonReport.MostNamed} 个；全部在 compare-recipients.csv。", $"{v.Gainers.Count:N0} gain and {v.Losers.Count:N0} lose; at most {ComparisonReport.MostNamed} of each are listed, all are in compare-recipients.csv.") : "");

    private string Lines(NamedRecipient p)
    {
        bool several = _request.Rosters.Count > 1;
        string lines = string.Join(Say("；", "; "), p.Lines.GroupBy(l => l.Clause).Select(g => $"{string.Join(' ', g.Select(l => several ? $"{l.Roster}:{l.Line}" : $"{l.Line}"))} ({g.Key})"));
        return p.RowCount > p.Lines.Count ? lines + Say($"；共 {p.RowCount:N0} 处", $"; {p.RowCount:N0} in all") : lines;
    }

    private DataTable Sums(string id, VariantComparison v) => new(
        id + "-sums", Say("各项合计", "All sums"),
        [new(Say("按", "By"), ColumnRole.Choice), new(Say("项", "Key")), new(Say("基准（元）", "Base (yuan)"), ColumnRole.Number), new(Say("方案（元）", "Variant (yuan)"), ColumnRole.Number), new(Say("差额（元）", "Difference (yuan)"), ColumnRole.Number),
            new(Say("增加（元）", "More (yuan)"), ColumnRole.Number), new(Say("减少（元）", "Less (yuan)"), ColumnRole.Number), new(Say("变动行数", "Changed rows"), ColumnRole.Number)],
        [.. v.Sums.Take(RunView.MostListed).Select(s => new TableRow([s.By == "total" ? Say("合计", "Total") : _words.By(s.By), s.By == "total" ? "" : _words.Key(s.By, s.Key), s.Base.ToReadable(), s.Then.ToReadable(), Signed(s.Difference), s.More.ToReadable(), s.Less.ToReadable(), $"{s.Rows:N0}"]))],
        v.Sums.Count > RunView.MostListed ? Say($"只列出前 {RunView.MostListed:N0} 项；其余见 compare-summary.csv。", $"Only the first {RunView.MostListed:N0} are listed; the others are in compare-summary.csv.") : "", IsFolded: true);

    private string Name(NamedRecipient p) => p.Name.Length > 0 ? p.Name : p.Id.Length > 0 ? p.Id : Say("（未填）", "(not given)");

    private string Yuan(Money money) => Say($"{money.ToReadable()} 元", $"{money.ToReadable()} yuan");

    private static string Signed(Money money) => money > Money.Zero ? "+" + money.ToReadable() : money.ToReadable();
}
