using Incentives.Core.Checking;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Forecasting;

/// <summary>A forecast to make.</summary>
internal sealed record ForecastRequest
{
    /// <summary>Rule files and folders.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Files of targets; none for those beside the rules.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Which years count, and the period that rules look at; empty for all.</summary>
    public string Period { get; init; } = "";

    /// <summary>Options by reading id.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>Values by setting name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The folder to write; empty for none.</summary>
    public string Output { get; init; } = "";

    /// <summary>Whether the folder also holds <c>forecast.html</c>, a page for people.</summary>
    public bool Page { get; init; }

    /// <summary>The language of the page.</summary>
    public Language Language { get; init; }
}

/// <summary>Prices targets: each at the dearest row that the rules could pay for it, times their number.</summary>
internal static class Forecaster
{
    /// <summary>The forecast; null after reporting why there is none.</summary>
    public static Forecast? Run(RuleSet rules, ForecastRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        List<TargetList> lists = [.. Files(rules, request, bag).Select(f => TargetCompiler.Read(f, bag))];
        if (lists.Count == 0 && !bag.HasErrors) bag.Add(ForecastMessages.NoTargets());
        if (Batch.PlanOf(rules, Asked(request), bag, out Period? period) is not { } plan) return null;
        bool isOwn = request.Targets.Count == 0;
        foreach (TargetList list in lists) TargetCheck.Names(list, SchemesOf(list, plan, isOwn), plan.Symbols, bag);
        ForecastCase main = Case(lists, plan, isOwn, period);
        ReadingInForce[] readings = [.. lists.SelectMany(l => SchemesOf(l, plan, isOwn)).Distinct().SelectMany(s => s.Readings).DistinctBy(r => r.Id)];
        List<OtherReading> others = [];
        foreach (ReadingInForce reading in readings)
        {
            foreach (string option in reading.Options.Where(o => o != reading.Option))
            {
                cancel.ThrowIfCancellationRequested();
                Dictionary<string, string> chosen = new(request.Readings) { [reading.Id] = option };
                // What cannot be calculated under another option is told by check.
                if (Batch.PlanOf(rules, Asked(request with { Readings = chosen }), new DiagnosticBag(), out _) is not { } other) continue;
                ForecastCase otherwise = Case(lists, other, isOwn, period);
                if (Differs(main, otherwise)) others.Add(new OtherReading(reading, option, otherwise));
            }
        }

        Scheme[] schemes = [.. lists.SelectMany(l => SchemesOf(l, plan, isOwn)).Distinct()];
        return new Forecast(schemes, lists, readings, main, others, [.. schemes.SelectMany(s => s.Earmarks.Select(e => new EarmarkSum(s, e, Years(s, e, period))))]);
    }

    private static BatchRequest Asked(ForecastRequest request) => new() { Rosters = [], Period = request.Period, Readings = request.Readings, Settings = request.Settings };

    private static List<RuleFile> Files(RuleSet rules, ForecastRequest request, DiagnosticBag bag)
    {
        if (request.Targets.Count == 0) return [.. rules.Others.Where(o => o.Kind == RuleFileKind.Targets && rules.Schemes.Any(s => s.Id == o.Id))];
        List<RuleFile> files = [];
        foreach (string path in request.Targets)
        {
            if (RuleFile.Read(Path.GetFileName(path), path, bag) is not { } file) continue;
            if (file.Kind == RuleFileKind.Targets) files.Add(file);
            else bag.Add(ForecastMessages.NotTargets(file.Root.Place));
        }

        return files;
    }

    // Targets beside the rules are priced by their own policy; those that were named, by all that was named with them.
    private static IReadOnlyList<Scheme> SchemesOf(TargetList list, BatchPlan plan, bool isOwn)
    {
        if (!isOwn) return plan.Schemes;
        string? policy = plan.Schemes.FirstOrDefault(s => s.Id == list.Id)?.Policy;
        return [.. plan.Schemes.Where(s => s.Policy == policy)];
    }

    private static ForecastCase Case(List<TargetList> lists, BatchPlan plan, bool isOwn, Period? period)
    {
        TargetPricer pricer = new(plan);
        List<PricedTarget> lines = [];
        foreach (TargetList list in lists)
        {
            IReadOnlyList<Scheme> schemes = SchemesOf(list, plan, isOwn);
            foreach (Target target in list.Items.Where(t => t.Kind != TargetKind.Other))
            {
                int[] years = [.. Enumerable.Range(target.IsEachYear ? target.FirstYear : target.LastYear, target.IsEachYear ? target.LastYear - target.FirstYear + 1 : 1).Where(y => Counts(y, period))];
                if (years.Length > 0) lines.Add(new PricedTarget(list, target, years, pricer.Of(target, schemes)));
            }
        }

        return new ForecastCase(lines, ForecastSums.Of(lines));
    }

    private static bool Counts(int year, Period? period) => period is not { } asked || year == 0 || (year >= asked.First / 10000 && year <= asked.Last / 10000);

    // A yearly line counts in each calendar year of the scheme, or of the part of it that was asked for; one without an end counts once.
    private static int Years(Scheme scheme, EarmarkLine earmark, Period? period)
    {
        if (earmark.Every != "year") return 1;
        int first = Math.Max(period?.First ?? 0, scheme.Effective.First) / 10000, last = Math.Min(period?.Last ?? 99991231, scheme.Effective.Last) / 10000;
        return first == 0 || last == 9999 ? 1 : Math.Max(1, last - first + 1);
    }

    private static bool Differs(ForecastCase a, ForecastCase b) =>
        a.Lines.Zip(b.Lines).Any(p => p.First.Price.Status != p.Second.Price.Status || p.First.Price.Most != p.Second.Price.Most);
}
