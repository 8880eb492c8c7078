using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Reports;

namespace Incentives.Core;

/// <summary>One sum of a run, as <c>summary.csv</c> has it.</summary>
/// <param name="By">What is added up by: total, scheme, clause, department, award, status, fund, earmark or a roster column.</param>
/// <param name="Key">Of which this is the sum; empty for the total, and for lines without one.</param>
/// <param name="Lines">Payout lines in it.</param>
/// <param name="Recipients">Different recipients among them.</param>
/// <param name="Entitled">What the clauses grant before anything else is considered.</param>
/// <param name="Payable">What is paid.</param>
public sealed record SummaryLine(string By, string Key, int Lines, int Recipients, Money Entitled, Money Payable);

/// <summary>What became of a request.</summary>
public sealed class CalculationOutcome
{
    internal CalculationOutcome(DiagnosticBag bag, RunReport? report)
    {
        Diagnostics = bag.Sorted();
        Report = report;
        Summary = report is null ? [] : [.. report.Totals.All.Select(t => new SummaryLine(t.By, t.Key, t.Rows, t.Recipients, t.Entitled, t.Payable))];
    }

    /// <summary>Whether the run folder was written. If not, nothing was, and an error among the diagnostics says why.</summary>
    public bool IsComplete => Report is not null;

    /// <summary>All that was said, by place.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The sums; empty when there is no run.</summary>
    public IReadOnlyList<SummaryLine> Summary { get; }

    /// <summary>Whether the program itself is at fault: its sums did not agree, and it refused to finish.</summary>
    internal bool IsDefect => Report is null && Diagnostics.Any(EvaluationMessages.IsDefect);

    /// <summary>The run in full; null when there is none.</summary>
    internal RunReport? Report { get; }
}
