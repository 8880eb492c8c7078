using Incentives.Core.Diagnostics;
using Incentives.Core.Testing;
using Incentives.Core.Testing.Coverage;
using Incentives.Core.Testing.Mutation;

namespace Incentives.Cli;

/// <summary>What <c>incentives test</c> says: one line for each thing to do, then the totals.</summary>
internal static class TestScreen
{
    /// <summary>Shows a report.</summary>
    public static void Show(Screen s, TestReport report)
    {
        foreach (Diagnostic d in report.Empty) s.Output.WriteLine(d.ToText(s.Language));
        foreach (CaseOutcome outcome in report.Outcomes.Where(o => o.Problems.Count > 0))
        {
            s.Output.WriteLine($"{outcome.Case.Place}: {outcome.Case.Name}");
            foreach (Phrase problem in outcome.Problems) s.Output.WriteLine($"  {problem.In(s.Language)}");
        }

        if (report.Coverage is { } coverage)
        {
            foreach (CoverageItem gap in coverage.Gaps) s.Output.WriteLine($"{gap.Place}: {gap.Kind.Words().In(s.Language)}{s.Say("：", ": ")}{gap.Missing.In(s.Language)}");
        }

        if (report.Mutation is { } mutation)
        {
            foreach (Mutant mutant in mutation.Survivors)
            {
                string kind = Mutant.Words(mutant.Kind).In(s.Language);
                s.Output.WriteLine(s.Say($"{mutant.Place}: {kind}：“{mutant.Was}”改为“{mutant.Becomes}”，没有例子察觉", $"{mutant.Place}: {kind}: no case notices '{mutant.Becomes}' in the place of '{mutant.Was}'"));
            }
        }

        Totals(s, report);
    }

    private static void Totals(Screen s, TestReport report)
    {
        int failed = report.Outcomes.Count(o => o.Problems.Count > 0);
        s.Output.WriteLine(s.Say($"{report.Outcomes.Count - failed} 个例子通过，{failed} 个不符。", $"{report.Outcomes.Count - failed} cases passed, {failed} failed."));
        if (report.Coverage is { } coverage)
        {
            int reached = coverage.Items - coverage.Gaps.Count;
            s.Output.WriteLine(s.Say($"覆盖：{coverage.Items} 项碰到 {reached} 项（{Share(reached, coverage.Items)}）。", $"Coverage: {reached} of {coverage.Items} reached ({Share(reached, coverage.Items)})."));
        }

        if (report.Mutation is { } mutation)
            s.Output.WriteLine(s.Say(
                $"改动：{mutation.Mutants} 处改动察觉 {mutation.Caught} 处（{Share(mutation.Caught, mutation.Mutants)}）；另有 {mutation.Refused} 处程序不接受，不计。",
                $"Changes: {mutation.Caught} of {mutation.Mutants} noticed ({Share(mutation.Caught, mutation.Mutants)}); {mutation.Refused} more are refused as rules and not counted."));
    }

    // Rounded down, so that only all is 100%.
    private static string Share(int part, int whole)
    {
        long tenths = whole == 0 ? 1000 : part * 1000L / whole;
        return $"{tenths / 10}.{tenths % 10}%";
    }
}
