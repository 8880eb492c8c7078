using System.Globalization;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Forecasting;
using Incentives.Core.Numbers;
using Incentives.Core.Pages;
using Incentives.Core.Plans;
using Incentives.Core.Reports.Views;
using Incentives.Core.Syntax;

namespace Incentives.Core.Reports.Forecasts;

/// <summary>Lays out <c>forecast.html</c>: what published targets cost at most, under each reading, and which have no price.</summary>
internal sealed class ForecastPage
{
    private const int MostBars = 20;

    private static readonly TargetKind[] Kinds = [TargetKind.New, TargetKind.Stock, TargetKind.Held];

    private readonly Forecast _forecast;
    private readonly ReportWords _words;

    private ForecastPage(Forecast forecast, Language language)
    {
        _forecast = forecast;
        _words = new ReportWords(language);
    }

    /// <summary>The page of a forecast.</summary>
    public static Page Of(Forecast forecast, Language language) => new ForecastPage(forecast, language).Build();

    private Page Build()
    {
        List<Section> sections = [new("overview", Say("概览", "Overview"), Overview())];
        foreach (TargetKind kind in Kinds.Where(k => _forecast.Main.Total(k) is not null)) sections.Add(Detail(kind));
        if (_forecast.Main.Unpriced.Any()) sections.Add(new("unpriced", Say("没有金额的荣誉", "Honours without an amount"), [Unpriced()]));
        if (_forecast.Readings.Count > 0) sections.Add(new("readings", Say("解释口径的影响", "What readings change"), [.. Readings()]));
        if (_forecast.Earmarks.Count > 0) sections.Add(new("earmarks", Say("专项预算", "Budget lines"), [Earmarks()]));
        string title = Say("测算：", "Forecast: ") + string.Join(Say("、", ", "), _forecast.Schemes.Select(s => s.Title).Take(3));
        return new Page(_words.Language, title, [.. Subtitle()], sections,
        [
            Say($"由 incentives {ProgramVersion.Text} 生成。逐项在 forecast.csv，汇总在 forecast-summary.csv。", $"Made by incentives {ProgramVersion.Text}. Each target is in forecast.csv, the sums in forecast-summary.csv."),
            Say("每项按规则可能支付的最高金额计算，是最多要花的钱，不是预计要花的钱。图中以万元标注，≈ 表示取两位小数。", "Each target counts at the most that the rules could pay for it: this is what it costs at most, not what is expected. Charts are labelled in 万元 (10,000 yuan), with ≈ where two decimals are not exact."),
        ]);
    }

    private string Say(string zh, string en) => _words.Say(zh, en);

    private IEnumerable<string> Subtitle()
    {
        foreach (TargetList list in _forecast.Lists)
            yield return Say($"目标 {list.Id}（{list.File.Name}）", $"Targets {list.Id} ({list.File.Name})") + (list.AssumedKind.Length > 0 ? Say($"；没有写明对象的，假定是{list.AssumedKind}", $"; where the recipient kind is not said, {list.AssumedKind} is assumed") : "");
        yield return Say("办法 ", "Schemes ") + string.Join(Say("、", ", "), _forecast.Schemes.Select(s => $"{s.Title} ({_words.State(s.Status)})").Take(6));
    }

    private List<Block> Overview()
    {
        List<Figure> figures = [.. Kinds.Select(_forecast.Main.Total).OfType<ForecastSum>().Select(t => new Figure(Name(t.Kind), Yuan(t.Least, t.Most), Say($"最多；{Count(t.Count)} 项", $"at most; {Count(t.Count)} honours"), t.Kind == TargetKind.New ? Paint.Solid : Paint.None))];
        PricedTarget[] unpriced = [.. _forecast.Main.Unpriced];
        if (unpriced.Length > 0)
        {
            CountRange all = unpriced.Aggregate(new CountRange(0, 0), (sum, l) => new CountRange(sum.Least + (l.Target.Count.Least * l.Years.Count), sum.Most + (l.Target.Count.Most * l.Years.Count)));
            figures.Add(new(Say("没有金额，不计入", "Without an amount, in no sum"), Say($"{Count(all)} 项", $"{Count(all)} honours"), Say($"{unpriced.Length} 行目标", $"{unpriced.Length} targets"), Paint.Waiting));
        }

        if (_forecast.Earmarks.Count > 0)
        {
            Money sum = _forecast.Earmarks.Aggregate(Money.Zero, (a, e) => a + e.Total);
            figures.Add(new(Say("专项预算", "Budget lines"), Yuan(sum, sum), Say("不计入以上各数", "in none of the other sums"), Paint.Open));
        }

        return [new Figures(figures), .. Undecided()];
    }

    private IEnumerable<Block> Undecided()
    {
        int undecided = _forecast.Readings.Count(r => r.DecidedBy is null);
        if (undecided > 0) yield return new Notice(Say($"{undecided} 个解释口径还没有人决定，见“解释口径的影响”。", $"{undecided} readings were decided by nobody yet; see What readings change."), IsImportant: true);
    }

    private Section Detail(TargetKind kind)
    {
        List<Block> charts = [];
        foreach (string by in new[] { "clause", "year", "department" })
        {
            ForecastSum[] sums = [.. _forecast.Main.Sums.Where(s => s.Kind == kind && s.By == by)];
            if (sums.Length > 0 && sums.Any(s => s.Key.Length > 0)) charts.Add(Chart(by, sums));
        }

        return new Section(Id(kind), Name(kind), [new Grid(charts), Targets(kind)]);
    }

    // Years in their order, the others the dearest first.
    private Bars Chart(string by, ForecastSum[] sums)
    {
        ForecastSum[] ordered = by == "year" ? sums : [.. sums.OrderByDescending(s => s.Most ?? s.Least)];
        List<string> notes = [];
        if (sums.Any(s => s.Most is null)) notes.Add(Say("有的目标没有写数量的上限，只画到最少的数量。", "Where a target's number has no end, only its least number is drawn."));
        if (ordered.Length > MostBars) notes.Add(Say($"只画前 {MostBars} 项，其余 {ordered.Length - MostBars} 项在 forecast-summary.csv。", $"The first {MostBars} are drawn; {ordered.Length - MostBars} more are in forecast-summary.csv."));
        string title = by == "year" ? Say("按年份", "By year") : Say($"按{_words.By(by)}", $"By {_words.By(by).ToLowerInvariant()}");
        return new Bars(title, Keys, [.. ordered.Take(MostBars).Select(s => Bar(Label(by, s.Key), Say($"{Count(s.Count)} 项", $"{Count(s.Count)} honours"), s.Least, s.Most))], string.Join(' ', notes));
    }

    // Only where a number is a range is there a least and a greatest.
    private IReadOnlyList<(Paint, string)> Keys => _forecast.Main.Sums.Any(s => s.Least != s.Most)
        ? [(Paint.Solid, Say("数量最少时，最多", "at most, for the least number")), (Paint.Open, Say("数量最多时，再加", "more, for the greatest number"))]
        : [(Paint.Solid, Say("最多", "at most"))];

    private static Bar Bar(string label, string detail, Money least, Money? most) => new(label, detail, [new(least, Paint.Solid), new(most is { } known ? known - least : Money.Zero, Paint.Open)]);

    // A clause as people cite it; the scheme only where there are several.
    private string Label(string by, string key)
    {
        if (by != "clause") return key.Length > 0 ? key : by == "year" ? Say("（未写年份）", "(year not said)") : _words.Key(by, key);
        Clause? clause = _forecast.Schemes.SelectMany(s => s.Clauses).FirstOrDefault(c => $"{c.Scheme.Id}/{c.Id}" == key);
        if (clause is null) return key;
        string text = clause.Cite.Length > 0 ? $"{clause.Cite} {clause.Id}" : clause.Id;
        return _forecast.Schemes.Count > 1 ? $"{text} · {clause.Scheme.Id}" : text;
    }

    private DataTable Targets(TargetKind kind) => new(
        Id(kind) + "-targets", Name(kind),
        [new(Say("奖项", "Award")), new(Say("对象", "Recipient kind"), ColumnRole.Choice), new(Say("数量", "Number"), ColumnRole.Number), new(Say("年份", "Year")), new(Say("条款", "Clause")), new(Say("每项最多（元）", "Each at most (yuan)"), ColumnRole.Number), new(Say("合计最多（元）", "At most (yuan)"), ColumnRole.Number), new(Say("取决于", "Depends on"))],
        [.. _forecast.Main.Lines.Where(l => l.Target.Kind == kind && l.Price.Status == PriceStatus.Priced).Select(l => new TableRow(
        [
            l.Target.Name, l.Target.RecipientKind + (l.Target.IsKindAssumed ? Say("（假定）", " (assumed)") : ""), Count(l.Target.Count), Years(l), string.Join(Say("；", "; "), l.Price.Parts.Select(p => Label("clause", $"{p.Clause.Scheme.Id}/{p.Clause.Id}")).Distinct()),
            l.Price.Most.ToReadable(), Range(l.Least, l.Most), Open(l.Price),
        ]))]);

    private DataTable Unpriced() => new(
        "without-amount", Say("没有金额、不计入的荣誉", "Honours without an amount, in no sum"),
        [new(Say("奖项", "Award")), new(Say("数量", "Number"), ColumnRole.Number), new(Say("年份", "Year")), new(Say("性质", "Kind"), ColumnRole.Choice), new(Say("原因", "Why"), ColumnRole.Choice)],
        [.. _forecast.Main.Unpriced.Select(l => new TableRow([l.Target.Name, Count(l.Target.Count), Years(l), Short(l.Target.Kind), Why(l.Price.Status)], Paint.Waiting))]);

    private IEnumerable<Block> Readings()
    {
        foreach (TargetKind kind in Kinds.Where(k => _forecast.Main.Total(k) is not null))
        {
            List<Bar> bars = [];
            foreach (ReadingInForce reading in _forecast.Readings.Where(r => _forecast.Others.Any(o => o.Reading.Id == r.Id && Differs(o, kind))))
            {
                bars.Add(Bar($"{reading.Id}: {reading.Option}", Say("本次采用", "in force"), _forecast.Main.Total(kind)!));
                bars.AddRange(_forecast.Others.Where(o => o.Reading.Id == reading.Id).Select(o => Bar($"{reading.Id}: {o.Option}", "", o.Case.Total(kind))));
            }

            if (bars.Count > 0) yield return new Bars(Say($"{Name(kind)}：各种口径下最多", $"{Name(kind)}: at most, under each reading"), Keys, bars);
        }

        yield return new Choices([.. _forecast.Readings.Select(Choice)]);
    }

    private bool Differs(OtherReading other, TargetKind kind) =>
        _forecast.Main.Total(kind) is var main && other.Case.Total(kind) is var then && (main?.Least, main?.Most) != (then?.Least, then?.Most);

    private static Bar Bar(string label, string detail, ForecastSum? total) => Bar(label, detail, total?.Least ?? Money.Zero, total is null ? Money.Zero : total.Most);

    private Choice Choice(ReadingInForce r)
    {
        bool changes = _forecast.Others.Any(o => o.Reading.Id == r.Id);
        List<string> facts = [Say("由谁决定：", "Decided by: ") + (r.DecidedBy ?? Say("还没有人决定", "nobody yet"))];
        if (!changes) facts.Add(Say("其他选项不改变这些数。", "The other options change none of these figures."));
        return new Choice(r.Question, r.Id, [.. r.Options.Select(o => (o, o == r.Option, Remark(r, o)))], facts);
    }

    private string Remark(ReadingInForce reading, string option)
    {
        ForecastCase? of = option == reading.Option ? _forecast.Main : _forecast.Others.FirstOrDefault(o => o.Reading.Id == reading.Id && o.Option == option)?.Case;
        IEnumerable<string> sums = of is null ? [] : Kinds.Select(of.Total).OfType<ForecastSum>().Select(t => Say($"{Short(t.Kind)}最多 {Range(t.Least, t.Most)} 元", $"{Short(t.Kind)}: at most {Range(t.Least, t.Most)} yuan"));
        return string.Join(Say("；", "; "), sums.Prepend(option == reading.Option ? Say("本次采用", "in force") : "").Where(t => t.Length > 0));
    }

    private DataTable Earmarks() => new(
        "budget-lines", Say("专项预算（不计入以上各数）", "Budget lines (in none of the sums above)"),
        [new(Say("项目", "Line")), new(Say("用途", "For")), new(Say("每年或一次（元）", "Each time (yuan)"), ColumnRole.Number), new(Say("次数", "Times"), ColumnRole.Number), new(Say("合计（元）", "In all (yuan)"), ColumnRole.Number)],
        [.. _forecast.Earmarks.Select(e => new TableRow([$"{e.Scheme.Id}/{e.Line.Id}", e.Line.Purpose, e.Line.Amount.ToReadable(), $"{e.Years}", e.Total.ToReadable()]))]);

    private string Name(TargetKind kind) => kind switch
    {
        TargetKind.New => Say("新增目标", "New ones"),
        TargetKind.Stock => Say("到期达到的总数（如果全部是新获得的）", "Stocks to reach (if all were new)"),
        _ => Say("已有的（如果都给付）", "Held already (if all were paid)"),
    };

    private string Short(TargetKind kind) => kind switch { TargetKind.New => Say("新增", "new"), TargetKind.Stock => Say("总数", "stock"), _ => Say("已有", "held") };

    private static string Id(TargetKind kind) => kind.ToString().ToLowerInvariant();

    private string Why(PriceStatus status) => status switch
    {
        PriceStatus.Unpublished => Say("条款没有公布金额", "the clause publishes no amount"),
        PriceStatus.NoEnd => Say("金额由名册里的数决定，没有上限", "the amount depends on a roster's figures and has no end"),
        PriceStatus.OutsidePeriod => Say("目标的年份不在办法有效期内", "its years lie outside the scheme's period"),
        _ => Say("没有条款给予奖补", "no clause grants it anything"),
    };

    private string Open(Price price)
    {
        if (price.DependsOn.Count == 0) return "";
        string columns = string.Join(Say("、", ", "), price.DependsOn.Select(c => _words.Language == Language.Chinese && c.Headers.Count > 0 ? c.Headers[0] : c.Name));
        return Say($"{columns}；{price.Least.ToReadable()} 起", $"{columns}; from {price.Least.ToReadable()}");
    }

    private static string Years(PricedTarget line) =>
        line.Years is [0] ? "" : line.Years.Count == 1 ? line.Years[0].ToString(CultureInfo.InvariantCulture) : $"{line.Years[0]}–{line.Years[^1]}";

    private static string Count(CountRange count) => count.Most is not { } most ? $"≥{count.Least:N0}" : most == count.Least ? $"{most:N0}" : $"{count.Least:N0}–{most:N0}";

    private static string Range(Money least, Money? most) => most is not { } known ? "≥" + least.ToReadable() : known == least ? known.ToReadable() : $"{least.ToReadable()}–{known.ToReadable()}";

    private string Yuan(Money least, Money? most) => Say($"{Range(least, most)} 元", $"{Range(least, most)} yuan");
}
