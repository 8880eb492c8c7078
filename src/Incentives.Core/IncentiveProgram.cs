using Incentives.Core.Checking;
using Incentives.Core.Comparing;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Documents;
using Incentives.Core.Evaluation;
using Incentives.Core.Forecasting;
using Incentives.Core.Ledger;
using Incentives.Core.Plans;
using Incentives.Core.Reports;
using Incentives.Core.Reports.Comparisons;
using Incentives.Core.Reports.Forecasts;
using Incentives.Core.Sampling;
using Incentives.Core.Sql;
using Incentives.Core.Testing;

namespace Incentives.Core;

/// <summary>The library's front door: each method is one command, read top to bottom. Bad input is told in diagnostics; an exception is a defect.</summary>
public static class IncentiveProgram
{
    /// <summary>Calculates rosters under rules and writes a run folder.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing is left behind.</exception>
    public static CalculationOutcome Calculate(CalculationRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        DiagnosticBag bag = new();
        using LedgerPast past = LedgerPast.Of(request.Ledger, request.LedgerExcept, bag);
        BatchRequest batchRequest = InputFiles.Of(request with { History = [.. request.History, .. past.Files] }, bag);
        RuleSet rules = RuleSet.Read(request.Rules, bag);
        if (bag.HasErrors) return new CalculationOutcome(bag, null);
        using RunSignature? signer = request.SigningKey.Length == 0 ? null : RunSignature.Read(request.SigningKey, isPrivate: true, bag);
        using BatchResult? batch = Batch.Run(rules, batchRequest, bag, cancel);
        return new CalculationOutcome(bag, batch is null ? null : RunWriter.Write(batch, rules, batchRequest, request.Output, bag, cancel, new RunExtras { Signer = signer }));
    }

    /// <summary>Checks rule files and folders; what is wrong, doubtful or missing is in the diagnostics.</summary>
    /// <param name="paths">Rule files and folders.</param>
    /// <param name="period">The batch's period, for rules that use it; empty for none.</param>
    /// <param name="on">The day on which the schemes should be in force; empty for the first day of the period, without one nothing is said of expiry.</param>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<string> paths, string period = "", string on = "")
    {
        DiagnosticBag bag = new();
        RuleCheck.Run(new CheckRequest(paths, period, on, 0), bag);
        return bag.Sorted();
    }

    /// <summary>The JSON Schema of rule files.</summary>
    public static string JsonSchema() => SchemaWriter.Write();

    /// <summary>Schemes as pages that can be proofread against the policy; null after reporting why the rules cannot be used.</summary>
    internal static IReadOnlyList<Document>? Documents(DocumentRequest request, DiagnosticBag bag) => SchemeDocuments.Write(request, bag);

    /// <summary>Why rows of a run came out as they did; null after reporting why that cannot be told.</summary>
    internal static IReadOnlyList<ExplainedLine>? Explain(string folder, string row, DiagnosticBag bag, CancellationToken cancel) =>
        Explanation.Of(folder, row, bag, cancel);

    /// <summary>Recomputes a run and compares it, and the list that was paid; null when that cannot be done at all.</summary>
    internal static VerificationOutcome? Verify(VerificationRequest request, DiagnosticBag bag, CancellationToken cancel) => Verification.Run(request, bag, cancel);

    /// <summary>Compares variants of the rules over the same rosters, and writes a folder where one is asked for; null after reporting why not.</summary>
    internal static ComparisonReport? Compare(CalculationRequest request, VariantChoices choices, DiagnosticBag bag, CancellationToken cancel)
    {
        using LedgerPast past = LedgerPast.Of(request.Ledger, request.LedgerExcept, bag);
        BatchRequest batch = InputFiles.Of(request with { History = [.. request.History, .. past.Files] }, bag);
        ComparisonRequest comparing = new(batch, VariantList.Of(choices, bag));
        if (Comparer.Run(comparing, bag, cancel) is not { } comparison) return null;
        ComparisonReport? report = null;
        try
        {
            report = new ComparisonReport(comparison, PeopleNames.Of(comparison, ComparisonReport.MostNamed, cancel));
            if (request.Output.Length > 0 && !ComparisonWriter.Write(report, comparing, request.Output, bag, cancel)) report = null;
            return report;
        }
        finally
        {
            comparison.Dispose();
        }
    }

    /// <summary>What published targets would cost at most; null after reporting why that cannot be told.</summary>
    internal static Forecast? Forecast(ForecastRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        RuleSet rules = RuleSet.Read(request.Rules, bag);
        if (Forecaster.Run(rules, request, bag, cancel) is not { } forecast) return null;
        return request.Output.Length == 0 || ForecastWriter.Write(forecast, rules, request, bag) ? forecast : null;
    }

    /// <summary>Runs the worked examples beside rule files; null after reporting why that cannot be done.</summary>
    internal static TestReport? Test(TestRequest request, DiagnosticBag bag, CancellationToken cancel) => TestReport.Of(request, bag, cancel);

    /// <summary>Writes a synthetic roster that exercises the rules; null after reporting why it cannot.</summary>
    internal static SampleReport? Sample(SampleRequest request, Action<long>? progress, DiagnosticBag bag, CancellationToken cancel)
    {
        RuleSet rules = RuleSet.Read(request.Rules, bag);
        BatchRequest batch = new() { Rosters = [], Period = request.Period, Readings = request.Readings, Settings = request.Settings };
        return Batch.PlanOf(rules, batch, bag, out Period? period) is { } plan ? Sampler.Run(plan, period, request, progress, bag, cancel) : null;
    }

    /// <summary>Writes the rules as one SQL script, and rosters as its input tables; null after reporting why it cannot.</summary>
    internal static SqlReport? ExportSql(SqlRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        RuleSet rules = RuleSet.Read(request.Rules, bag);
        return bag.HasErrors ? null : SqlWriter.Run(rules, request, bag, cancel);
    }
}
