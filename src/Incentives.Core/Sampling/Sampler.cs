using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>Writes a synthetic roster, and a history that goes with it, for a compiled plan.</summary>
internal static class Sampler
{
    private const long MostRows = 1_000_000_000;

    /// <summary>Writes the files whole or not at all; null after reporting why not.</summary>
    public static SampleReport? Run(BatchPlan plan, Period? period, SampleRequest request, Action<long>? progress, DiagnosticBag bag, CancellationToken cancel)
    {
        if (request.Rows is < 0 or > MostRows) bag.Add(SampleMessages.RowCount(request.Rows));
        string[] targets = [request.Output, .. request.History.Length > 0 ? new[] { request.History } : []];
        foreach (string target in targets.Where(Path.Exists)) bag.Add(SampleMessages.OutputExists(target));
        if (bag.HasErrors) return null;

        PlanReads reads = new(plan);
        IReadOnlyList<SampleField> fields = SampleField.Of(plan, reads);
        CaseBuilder cases = new(plan, reads, fields, period, request.Seed);
        cases.Build(request.Tidy, bag, cancel);
        int recipients = (int)Math.Clamp(request.Rows / 4, 20, 200_000_000);
        long history = request.History.Length > 0 ? Math.Max(Math.Min(request.Rows, 20), request.Rows / 10) : 0;
        RosterSampler roster = new(plan, fields, cases, recipients, request.Tidy, SplitMix.For(request.Seed, 3));
        HistorySampler past = new(fields, [.. cases.Hits.SelectMany(h => h)], recipients, SplitMix.For(request.Seed, 4));
        if (!Save(request.Output, w => roster.Write(w, request.Rows, progress, cancel), bag)) return null;
        if (request.History.Length > 0 && !Save(request.History, w => past.Write(w, plan, history, cancel), bag)) return null;
        return new SampleReport(roster.HasCases ? request.Rows : 0, history, plan.Clauses.Count, [.. cases.NotReached.Select(c => $"{c.Scheme.Id}/{c.Id}")]);
    }

    // Beside the target first: nobody sees half a file.
    private static bool Save(string target, Action<CsvWriter> write, DiagnosticBag bag)
    {
        string scratch = $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = new(scratch, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
            using (CsvWriter writer = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\r\n", WriteByteOrderMark = true })) write(writer);
            File.Move(scratch, target);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(SampleMessages.CannotWrite(target, e.Message));
            return false;
        }
        finally
        {
            if (File.Exists(scratch)) File.Delete(scratch);
        }
    }
}
