using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Sampling;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Sampling;

/// <summary>A sample of each shipped scheme, calculated: every clause gets rows, and every status that the scheme can give is met.</summary>
public sealed class ShippedSchemesTests
{
    private const int Rows = 1500;

    public static TheoryData<string> Schemes()
    {
        TheoryData<string> data = [];
        foreach (string file in Directory.EnumerateFiles(Repository.Path("rules"), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string name = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
            if (!name.Contains("/vocabulary/", StringComparison.Ordinal) && !name.EndsWith(".test.yaml", StringComparison.Ordinal) && !name.EndsWith(".targets.yaml", StringComparison.Ordinal)) data.Add(name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Schemes))]
    public void A_sample_reaches_all_of_it(string rules)
    {
        using TempFolder folder = new();
        BatchPlan plan = PlanOf(rules);
        SampleReport report = SampleRun.Write(folder, rules, Rows, history: "history.csv");
        report.NotReached.Should().BeEmpty();

        RunView run = SampleRun.Calculate(folder, rules);
        run.Payouts.Select(p => p.Line).Distinct().Should().HaveCount(Rows);
        HashSet<string> clauses = [.. run.Payouts.Select(p => p.Clause)], statuses = [.. run.Payouts.Select(p => p.Status)];
        plan.Clauses.Where(c => !IsUnpublished(c)).Select(c => c.Id).Except(clauses).Should().BeEmpty("each clause should get a row");
        Expected(plan).Except(statuses).Should().BeEmpty("each status should be met");
        foreach (Clause clause in plan.Clauses.Where(c => Pays(c) && !IsUnpublished(c)))
            run.Payouts.Should().Contain(p => p.Clause == clause.Id && p.EntitledFen > 0, "{0} should grant something", clause.Id);
    }

    // A clause whose amount the policy does not publish pays nobody: its rows are unmatched, amount-unpublished.
    private static bool IsUnpublished(Clause clause) => clause.Pay.Cases().All(c => c.Amount is UnpublishedExpr);

    private static bool Pays(Clause clause) => clause.Pay.Cases().Any(c => c.Amount is not ConstantExpr { Value.Sign: 0 });

    // Unusable cells and foreign awards are in each sample. Where nothing is published nothing is paid, held or cut; and where one envelope
    // may not be passed, a sample that passes it holds every line, and with them all that would be paid or be 0.
    private static IEnumerable<string> Expected(BatchPlan plan)
    {
        yield return "rejected";
        yield return "unmatched";
        Clause[] paying = [.. plan.Clauses.Where(c => Pays(c) && !IsUnpublished(c))];
        if (paying.Length == 0) yield break;
        if (paying.Any(CanWait)) yield return "held";
        if (plan.Groups.OfType<LimitOperation>().Any(l => l.Cut == Cut.Refuse)) yield break;
        bool hasCeilings = paying.Any(c => c.Pay.Cases().Any(p => p.IsCeiling));
        if (hasCeilings) yield return "pay-up-to";
        if (hasCeilings || plan.Groups.Any(Cuts) || plan.Schemes.Any(s => s.Exclusions.Any(e => e.Outcome != ExclusionOutcome.Held))) yield return "zero";
        yield return "pay";
    }

    // A row waits where a quantity has no meaning, where a column that decides is empty, or where only the year is known and the period cuts it.
    private static bool CanWait(Clause clause)
    {
        (int first, int last) = (clause.Scheme.Effective.First, clause.Scheme.Effective.Last);
        bool cutsYear = (first > 0 && first % 10000 != 101) || (last < 99991231 && last % 10000 != 1231);
        return !clause.SaysPer || cutsYear || clause.Boxes.SelectMany(b => b.Tests).Any(t => t.Column.Name is not "award") || clause.Pay.Exprs().SelectMany(e => e.AllReads()).Any(c => c.Name is not ("award" or "quantity") && c.Derived is not DefaultedExpr);
    }

    // First-time rules that leave nothing, comparisons and caps. A cap that is only reported cuts nothing; a cap larger than a sample adds up to is not met.
    private static bool Cuts(GroupOperation group) => group switch
    {
        RecurOperation recur => recur.Again is null && !recur.AgainHeld && !recur.AgainRejected,
        OverlapOperation overlap => overlap.Keep is Keep.Highest && !overlap.IsPerRow,
        _ => false,
    };

    private static BatchPlan PlanOf(string rules)
    {
        DiagnosticBag bag = new();
        BatchPlan? plan = Batch.PlanOf(RuleSet.Read([Repository.Path(rules)], bag), new BatchRequest { Rosters = [] }, bag, out _);
        bag.HasErrors.Should().BeFalse();
        return plan!;
    }
}
