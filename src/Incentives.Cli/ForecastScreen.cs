using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Forecasting;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;
using Spectre.Console;

namespace Incentives.Cli;

/// <summary>What a forecast looks like on the screen.</summary>
internal static class ForecastScreen
{
    /// <summary>Sums first, then the priced targets, those without a price, the sums by clause and year, other readings, budget lines.</summary>
    public static void Show(Screen screen, Forecast forecast, string folder, bool hasPage)
    {
        foreach (TargetList list in forecast.Lists)
        {
            string by = string.Join(screen.Say("、", ", "), Priced(forecast, list));
            screen.Output.WriteLine(screen.Say($"目标 {list.Id}（{list.File.Name}），按办法 {by} 计价", $"Targets {list.Id} ({list.File.Name}), priced by {by}"));
            if (list.AssumedKind.Length > 0) screen.Output.WriteLine(screen.Say($"  没有写明对象的，假定是{list.AssumedKind}。", $"  Where the recipient kind is not said, {list.AssumedKind} is assumed."));
        }

        foreach (TargetKind kind in Kinds)
        {
            if (forecast.Main.Total(kind) is { } total) screen.Output.WriteLine(Total(screen, total));
        }

        foreach (TargetKind kind in Kinds) Targets(screen, forecast, kind);
        Unpriced(screen, forecast);
        Sums(screen, forecast, "clause", screen.Say("按条款", "By clause"), screen.Say("条款", "clause"));
        Sums(screen, forecast, "year", screen.Say("按年份", "By year"), screen.Say("年份", "year"));
        Others(screen, forecast);
        Earmarks(screen, forecast);
        if (folder.Length > 0) screen.Output.WriteLine(screen.Say($"结果在 {folder}：forecast.csv（逐项）、forecast-summary.csv（汇总）、forecast.json（记录）", $"Results are in {folder}: forecast.csv (each target), forecast-summary.csv (sums), forecast.json (record)") + (hasPage ? screen.Say("、forecast.html（网页）", ", forecast.html (page)") : ""));
    }

    private static TargetKind[] Kinds => [TargetKind.New, TargetKind.Stock, TargetKind.Held];

    private static IEnumerable<string> Priced(Forecast forecast, TargetList list) =>
        forecast.Schemes.Any(s => s.Id == list.Id) ? forecast.Schemes.Where(s => s.Policy == forecast.Schemes.First(o => o.Id == list.Id).Policy).Select(s => s.Id) : forecast.Schemes.Select(s => s.Id);

    private static string Total(Screen screen, ForecastSum total) => total.Kind switch
    {
        TargetKind.New => screen.Say($"新增目标最多 {Range(screen, total.Least, total.Most)} 元（{Count(total.Count)} 项）", $"New ones: at most {Range(screen, total.Least, total.Most)} yuan ({Count(total.Count)} honours)"),
        TargetKind.Stock => screen.Say($"到期达到的总数，如果全部是新获得的，最多 {Range(screen, total.Least, total.Most)} 元（{Count(total.Count)} 项）", $"Stocks to reach, if all of them were new: at most {Range(screen, total.Least, total.Most)} yuan ({Count(total.Count)} honours)"),
        _ => screen.Say($"已有的，如果都按这些办法给付，最多 {Range(screen, total.Least, total.Most)} 元（{Count(total.Count)} 项）", $"Held already, if all were paid by these schemes: at most {Range(screen, total.Least, total.Most)} yuan ({Count(total.Count)} honours)"),
    };

    private static Phrase Name(TargetKind kind) => kind switch
    {
        TargetKind.New => new("新增目标", "New ones"),
        TargetKind.Stock => new("到期达到的总数（如果全部是新获得的）", "Stocks to reach (if all were new)"),
        _ => new("已有的（如果都给付）", "Held already (if all were paid)"),
    };

    private static void Targets(Screen screen, Forecast forecast, TargetKind kind)
    {
        PricedTarget[] lines = [.. forecast.Main.Lines.Where(l => l.Target.Kind == kind && l.Price.Status == PriceStatus.Priced)];
        if (lines.Length == 0) return;
        Table table = Screen.NewTable(
            Name(kind).In(screen.Language), screen.Say("奖项", "award"), screen.Say("对象", "recipient"), screen.Say("数量", "count"), screen.Say("年份", "year"), screen.Say("条款", "clause"), screen.Say("每项最多（元）", "each at most (yuan)"),
            screen.Say("合计最多（元）", "at most (yuan)"));
        foreach (int right in (ReadOnlySpan<int>)[2, 5, 6]) table.Columns[right].RightAligned();
        foreach (PricedTarget line in lines)
        {
            string kindText = line.Target.RecipientKind + (line.Target.IsKindAssumed ? screen.Say("（假定）", " (assumed)") : "");
            table.AddRow(
                Text(line.Target.Name), Text(kindText), Text(Count(line.Target.Count)), Text(Years(line)), Text(string.Join(", ", line.Price.Parts.Select(p => p.Clause.Id).Distinct())), Text(Unit(screen, line.Price)),
                Text(Range(screen, line.Least, line.Most)));
        }

        screen.Tables.Write(table);
    }

    private static void Unpriced(Screen screen, Forecast forecast)
    {
        PricedTarget[] lines = [.. forecast.Main.Unpriced];
        if (lines.Length == 0) return;
        CountRange all = lines.Aggregate(new CountRange(0, 0), (sum, l) => new CountRange(sum.Least + (l.Target.Count.Least * l.Years.Count), sum.Most + (l.Target.Count.Most * l.Years.Count)));
        Table table = Screen.NewTable(screen.Say($"没有金额、不计入的荣誉（{Count(all)} 项）", $"Honours without an amount, not in any sum ({Count(all)})"), screen.Say("奖项", "award"), screen.Say("数量", "count"), screen.Say("年份", "year"), screen.Say("性质", "kind"), screen.Say("原因", "why"));
        table.Columns[1].RightAligned();
        foreach (PricedTarget line in lines) table.AddRow(Text(line.Target.Name), Text(Count(line.Target.Count)), Text(Years(line)), Text(ShortName(line.Target.Kind).In(screen.Language)), Text(Why(line.Price.Status).In(screen.Language)));
        screen.Tables.Write(table);
    }

    private static Phrase ShortName(TargetKind kind) => kind switch { TargetKind.New => new("新增", "new"), TargetKind.Stock => new("总数", "stock"), _ => new("已有", "held") };

    private static Phrase Why(PriceStatus status) => status switch
    {
        PriceStatus.Unpublished => new("条款没有公布金额", "the clause publishes no amount"),
        PriceStatus.NoEnd => new("金额由名册里的数决定，没有上限", "the amount depends on a roster's figures and has no end"),
        PriceStatus.OutsidePeriod => new("目标的年份不在办法有效期内", "its years lie outside the scheme's period"),
        _ => new("没有条款给予奖补", "no clause grants it anything"),
    };

    private static void Sums(Screen screen, Forecast forecast, string by, string title, string heading)
    {
        ForecastSum[] sums = [.. forecast.Main.Sums.Where(s => s.By == by)];
        if (sums.Length == 0) return;
        Table table = Screen.NewTable(title, screen.Say("性质", "kind"), heading, screen.Say("数量", "count"), screen.Say("最多（元）", "at most (yuan)"));
        table.Columns[2].RightAligned();
        table.Columns[3].RightAligned();
        foreach (ForecastSum s in sums) table.AddRow(Text(ShortName(s.Kind).In(screen.Language)), Text(s.Key.Length == 0 ? screen.Say("（未写）", "(not said)") : s.Key), Text(Count(s.Count)), Text(Range(screen, s.Least, s.Most)));
        screen.Tables.Write(table);
    }

    private static void Others(Screen screen, Forecast forecast)
    {
        if (forecast.Readings.Count == 0) return;
        Table table = Screen.NewTable(screen.Say("解释口径的影响", "What readings change"), screen.Say("口径", "reading"), screen.Say("选项", "option"), screen.Say("新增最多（元）", "new, at most (yuan)"), screen.Say("总数最多（元）", "stocks, at most (yuan)"), screen.Say("已有最多（元）", "held, at most (yuan)"));
        foreach (int right in (ReadOnlySpan<int>)[2, 3, 4]) table.Columns[right].RightAligned();
        foreach (ReadingInForce reading in forecast.Readings)
        {
            OtherReading[] others = [.. forecast.Others.Where(o => o.Reading.Id == reading.Id)];
            Row(reading.Id, reading.Option + screen.Say("（本次）", " (taken)") + (others.Length == 0 ? screen.Say("；其他选项不改变这些数", "; other options change nothing here") : ""), forecast.Main);
            foreach (OtherReading other in others) Row("", other.Option, other.Case);
        }

        screen.Tables.Write(table);

        void Row(string id, string option, ForecastCase of) => table.AddRow([Text(id), Text(option), .. Kinds.Select(k => Text(of.Total(k) is { } t ? Range(screen, t.Least, t.Most) : ""))]);
    }

    private static void Earmarks(Screen screen, Forecast forecast)
    {
        if (forecast.Earmarks.Count == 0) return;
        Table table = Screen.NewTable(screen.Say("专项预算（不计入以上各数）", "Earmarks (in none of the sums above)"), screen.Say("项目", "line"), screen.Say("用途", "for"), screen.Say("每年或一次（元）", "each time (yuan)"), screen.Say("次数", "times"), screen.Say("合计（元）", "in all (yuan)"));
        foreach (int right in (ReadOnlySpan<int>)[2, 3, 4]) table.Columns[right].RightAligned();
        foreach (EarmarkSum e in forecast.Earmarks) table.AddRow(Text($"{e.Scheme.Id}/{e.Line.Id}"), Text(e.Line.Purpose), Text(e.Line.Amount.ToReadable()), Text($"{e.Years}"), Text(e.Total.ToReadable()));
        screen.Tables.Write(table);
    }

    // Where the target leaves something open the dearest case counts; the cheapest is said beside it.
    private static string Unit(Screen screen, Price price)
    {
        if (price.DependsOn.Count == 0) return price.Most.ToReadable();
        string zh = string.Join('、', price.DependsOn.Select(c => c.Headers.Count > 0 ? c.Headers[0] : c.Name)), en = string.Join(", ", price.DependsOn.Select(c => c.Name));
        return screen.Say($"{price.Most.ToReadable()}（依{zh}，{price.Least.ToReadable()} 起）", $"{price.Most.ToReadable()} (by {en}, from {price.Least.ToReadable()})");
    }

    private static string Years(PricedTarget line) => line.Years is [0] ? "" : line.Years.Count == 1 ? $"{line.Years[0]}" : $"{line.Years[0]}..{line.Years[^1]}";

    private static string Count(CountRange count) => count.Most is { } most ? most == count.Least ? $"{most:N0}" : $"{count.Least:N0}..{most:N0}" : $"{count.Least:N0}..";

    private static string Range(Screen screen, Money least, Money? most) =>
        most is not { } known ? screen.Say($"{least.ToReadable()} 以上，没有写上限", $"{least.ToReadable()} or more, with no end") : known == least ? known.ToReadable() : $"{least.ToReadable()}..{known.ToReadable()}";

    private static Text Text(string text) => new(text);
}
