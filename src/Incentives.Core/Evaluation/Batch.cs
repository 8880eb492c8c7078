using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation.Groups;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>Calculates a batch: compile, read, judge, group. Mistakes go to the bag; with an error there is no result.</summary>
internal static class Batch
{
    /// <summary>The result, or null after reporting why there is none.</summary>
    public static BatchResult? Run(RuleSet rules, BatchRequest request, DiagnosticBag bag, CancellationToken cancel = default) =>
        PlanOf(rules, request, bag, out Period? period) is { } plan ? Run(plan, period, [], request, bag, cancel) : null;

    /// <summary>The result of a compiled plan, with others that ride along; null after reporting why there is none.</summary>
    public static BatchResult? Run(BatchPlan plan, Period? period, IReadOnlyList<Rider> riders, BatchRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        List<RosterFile> open = [];
        BatchResult? result = null;
        try
        {
            List<BoundRoster> rosters = Open(request.Rosters, plan, open, bag);
            List<BoundRoster> pasts = Open(request.History, plan, open, bag);
            foreach (BatchPlan each in riders.Select(r => r.Plan).Prepend(plan)) NeededLists(request, each, bag);
            NameListIndex lists = Lists(request, plan, open, bag);
            IReadOnlyDictionary<int, int> aliases = AliasReader.Read(request.Aliases, plan.Symbols, open, bag);
            if (bag.HasErrors) return null;

            RecipientTable recipients = new(plan.Symbols);
            HistoryStore history = new(plan.Keep.Keys.Count);
            foreach (BoundRoster past in pasts) HistoryReader.Read(past.File, past.Binding, plan, recipients, history, bag);
            if (bag.HasErrors) return null;

            LineStore lines = new(plan.Keep.Keys.Count, plan.Keep.Numbers.Count);
            int threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
            Scan scan = new(plan, recipients, lists, riders, threads, request.WantsSteps);
            for (int i = 0; i < rosters.Count; i++) scan.Read(rosters[i].File, i, rosters[i].Binding, lines, request.Progress, cancel);
            DuplicateRows.Reject(lines, recipients);
            lines.ForgetMarks();
            Remarks(rosters, plan, scan, bag);
            Identities identities = new(lines, history, recipients, aliases, plan.Symbols, bag);
            GroupStages.Run(new GroupContext(plan, lines, history, identities, period, bag) { Threads = threads }, cancel);
            foreach (Rider rider in riders)
            {
                DuplicateRows.Reject(rider.Lines, recipients);
                HistoryStore past = rider.Plan.Keep.IsLike(plan.Keep) ? history : Past(rider.Plan, pasts, recipients);
                GroupStages.Run(new GroupContext(rider.Plan, rider.Lines, past, identities, period, new DiagnosticBag()) { Threads = threads }, cancel);
            }

            result = new BatchResult(plan, rosters, [.. pasts.Select(p => p.File)], lines, recipients, history, identities, period);
            return result;
        }
        finally
        {
            if (result is null) open.ForEach(f => f.Dispose());
        }
    }

    /// <summary>The compiled plan, or null after reporting why there is none.</summary>
    public static BatchPlan? PlanOf(RuleSet rules, BatchRequest request, DiagnosticBag bag, out Period? period)
    {
        period = null;
        if (bag.HasErrors) return null;
        if (request.Period.Length > 0)
        {
            period = PeriodText.Read(request.Period);
            if (period is null)
            {
                bag.Add(RuleMessages.PeriodUnreadable(request.Period));
                return null;
            }
        }

        Symbols symbols = request.Symbols ?? new();
        ColumnTable columns = new();
        IReadOnlyList<Scheme> schemes = rules.Compile(columns, new BatchSettings(symbols, period, request.Readings, request.Settings), bag);
        if (bag.HasErrors) return null;
        Fits(schemes, period, bag);
        return bag.HasErrors ? null : new BatchPlan(schemes, columns.All, columns.Standard("award"), symbols, [.. request.AlsoKeep.Select(columns.Standard)]) { Unnamed = columns.Unnamed is { } name ? symbols.Intern(NameNormalizer.Normalize(name)) : 0 };
    }

    // A batch outside every version's period is refused; one version of several being out is what versions are for.
    private static void Fits(IReadOnlyList<Scheme> schemes, Period? period, DiagnosticBag bag)
    {
        if (period is not { } asked) return;
        foreach (var policy in schemes.GroupBy(s => s.Policy))
        {
            if (policy.Any(s => s.Effective.Overlaps(asked))) continue;
            Scheme scheme = policy.First();
            bag.Add(RuleMessages.OutsidePeriod(scheme.Place, scheme.Id, scheme.Effective.ToString(), asked.ToString()));
        }
    }

    private static List<BoundRoster> Open(IReadOnlyList<InputFile> files, BatchPlan plan, List<RosterFile> open, DiagnosticBag bag)
    {
        List<BoundRoster> bound = [];
        foreach (InputFile input in files)
        {
            if (RosterFile.Open(input.Path, input.Name, bag) is not { } file) continue;
            open.Add(file);
            bound.Add(new BoundRoster(file, FileBinding.Bind(file, plan, bag)));
        }

        return bound;
    }

    // History as a plan that keeps other keys of it sees it; its mistakes have been told.
    private static HistoryStore Past(BatchPlan plan, List<BoundRoster> pasts, RecipientTable recipients)
    {
        HistoryStore history = new(plan.Keep.Keys.Count);
        foreach (BoundRoster past in pasts) HistoryReader.Read(past.File, past.Binding, plan, recipients, history, new DiagnosticBag());
        return history;
    }

    private static void NeededLists(BatchRequest request, BatchPlan plan, DiagnosticBag bag)
    {
        foreach (Scheme scheme in plan.Schemes)
        {
            foreach (string name in scheme.Exclusions.SelectMany(e => e.List?.Names ?? []).Where(n => !request.Lists.Any(l => l.List == n)))
                bag.Add(EvaluationMessages.NeedsList(scheme.Place, name));
        }
    }

    private static NameListIndex Lists(BatchRequest request, BatchPlan plan, List<RosterFile> open, DiagnosticBag bag)
    {
        NameListIndex index = new();
        foreach ((string list, InputFile input) in request.Lists)
        {
            if (RosterFile.Open(input.Path, input.Name, bag) is not { } file) continue;
            open.Add(file);
            NameListReader.Read(list, file, plan, index, bag);
        }

        return index;
    }

    private static void Remarks(IReadOnlyList<BoundRoster> rosters, BatchPlan plan, Scan scan, DiagnosticBag bag)
    {
        if (scan.InferredKinds > 0) bag.Add(EvaluationMessages.InferredKinds(scan.InferredKinds));
        bool perItem = plan.Clauses.Any(c => c.Pay.Steps.Any(s => s.Word == "per"));
        foreach (BoundRoster roster in rosters)
        {
            Place place = new(roster.File.Name, roster.File.HeaderLine);
            if (roster.Binding.Field("date") < 0) bag.Add(EvaluationMessages.NoDates(place));
            if (perItem && roster.Binding.Field("quantity") < 0) bag.Add(EvaluationMessages.QuantityAssumed(place));
        }
    }
}
