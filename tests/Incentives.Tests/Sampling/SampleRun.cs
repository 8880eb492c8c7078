using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Sampling;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Sampling;

/// <summary>Samples written and calculated in this process.</summary>
internal static class SampleRun
{
    /// <summary>Writes a sample that must come out.</summary>
    public static SampleReport Write(TempFolder folder, string rules, long rows, long seed = 1, bool tidy = false, string name = "roster.csv", string history = "")
    {
        DiagnosticBag bag = new();
        SampleRequest request = new() { Rules = [Repository.Path(rules)], Rows = rows, Seed = seed, Output = folder[name], History = history.Length > 0 ? folder[history] : "", Tidy = tidy };
        SampleReport? report = IncentiveProgram.Sample(request, null, bag, default);
        bag.Sorted().Where(d => d.Severity == Severity.Error).Should().BeEmpty();
        return report!;
    }

    /// <summary>Calculates what was written; no error may be said.</summary>
    public static RunView Calculate(TempFolder folder, string rules, string roster = "roster.csv", string history = "history.csv")
    {
        CalculationOutcome outcome = IncentiveProgram.Calculate(new CalculationRequest
        {
            Rosters = [folder[roster]],
            Rules = [Repository.Path(rules)],
            Output = folder["run"],
            History = File.Exists(folder[history]) ? [folder[history]] : [],
            Threads = 2,
        });
        outcome.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToText(Language.English)).Should().BeEmpty();
        outcome.IsComplete.Should().BeTrue();
        return new RunView(folder["run"]);
    }
}
