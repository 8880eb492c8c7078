using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Reports.Views;
using Incentives.Core.Syntax;

namespace Incentives.Core.Reports;

/// <summary>What a finished run has to say.</summary>
/// <param name="Totals">Its sums.</param>
/// <param name="Manifest">Its <c>run.json</c>.</param>
/// <param name="Doubtful">The first lines that a person should look at.</param>
/// <param name="DoubtfulCount">How many such lines there are.</param>
internal sealed record RunReport(Totals Totals, RunManifest Manifest, IReadOnlyList<DoubtfulLine> Doubtful, int DoubtfulCount)
{
    /// <summary>Most doubtful lines kept with their text.</summary>
    public const int MostDoubtful = 30;
}

/// <summary>What a run folder gets beside what every one has.</summary>
internal sealed record RunExtras
{
    /// <summary>Signs <c>run.json</c>; null for a run that nobody signs.</summary>
    public RunSignature? Signer { get; init; }

    /// <summary>The version to record; that of the run that is verified, which may be an older program's.</summary>
    public string Version { get; init; } = ProgramVersion.Text;

    /// <summary>Changes sums before they are checked; only tests do.</summary>
    public Func<Total, Total>? Seam { get; init; }
}

/// <summary>Writes a whole run folder.</summary>
internal static class RunWriter
{
    /// <summary>Writes the folder; null after reporting why not, with nothing left behind.</summary>
    public static RunReport? Write(BatchResult batch, RuleSet rules, BatchRequest request, string path, DiagnosticBag bag, CancellationToken cancel, RunExtras? extras = null)
    {
        extras ??= new RunExtras();
        using RunFolder? folder = RunFolder.Begin(path, bag);
        if (folder is null) return null;
        try
        {
            int threads = request.Threads > 0 ? request.Threads : Environment.ProcessorCount;
            PayoutWriter payouts = new(batch, threads);
            foreach (int line in DoubtfulLine.First(batch.Lines, RunReport.MostDoubtful)) payouts.Wanted[line] = null;
            // The copies are made while the payouts are written.
            Task<List<RunFile>> inputs = Task.Run(() => Inputs(batch, rules, request, folder), CancellationToken.None);
            try
            {
                using Stream file = folder.Create(RunFiles.Payouts);
                payouts.Write(file, cancel);
            }
            finally
            {
                inputs.ContinueWith(_ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
            }

            Totals totals = Totals.Of(batch, payouts, threads, bag, extras.Seam);
            if (bag.HasErrors) return null;
            using (Stream file = folder.Create(RunFiles.Summary)) SummaryWriter.Write(totals, file);
            if (request.Trace)
            {
                using Stream file = folder.Create(RunFiles.Trace);
                new TraceWriter(batch, rules, request, cancel).Write(file);
            }

            ReportFiles.Note(batch.Lines.Count, request.Reports, bag);
            RunManifest manifest = Manifest(batch, request, inputs.GetAwaiter().GetResult(), folder, totals, bag) with { Version = extras.Version };
            if (request.Reports.Any) manifest = ReportFiles.Write(batch, manifest, totals, request.Reports, folder, cancel);
            byte[] record = manifest.ToJson();
            using (Stream file = folder.Create(RunFiles.Manifest)) file.Write(record);
            foreach (RunFile file in manifest.Outputs) folder.Mark(file.File);
            folder.Mark(RunFiles.Manifest);
            if (extras.Signer is { } signer)
            {
                using Stream file = folder.Create(RunFiles.Signature);
                file.Write(signer.Sign(record));
            }

            folder.Complete();
            return new RunReport(totals, manifest, [.. payouts.Wanted.OrderBy(w => w.Key).Select(w => w.Value!)], DoubtfulLine.Count(batch.Lines));
        }
        catch (InputChangedException e)
        {
            bag.Add(ReportMessages.InputChanged(e.File));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(ReportMessages.CannotWrite(path, e.Message));
        }

        return null;
    }

    private static List<RunFile> Inputs(BatchResult batch, RuleSet rules, BatchRequest request, RunFolder folder)
    {
        List<RunFile> inputs = [];
        foreach (RuleFile file in rules.Deciding)
            inputs.Add(folder.Keep(file.Kind.ToString().ToLowerInvariant(), file.Name, file.Path, null, null));
        for (int i = 0; i < batch.Rosters.Count; i++)
            inputs.Add(folder.Keep("roster", request.Rosters[i].Name, request.Rosters[i].Path, batch.Rosters[i].File.EncodingName, batch.Rosters[i].File.Sha256));
        foreach (InputFile file in request.History) inputs.Add(folder.Keep("history", file.Name, file.Path, null, null));
        foreach (InputFile file in request.Aliases) inputs.Add(folder.Keep("alias", file.Name, file.Path, null, null));
        foreach ((string list, InputFile file) in request.Lists) inputs.Add(folder.Keep("list", $"{list}/{file.Name}", file.Path, null, null));
        return inputs;
    }

    private static RunManifest Manifest(BatchResult batch, BatchRequest request, List<RunFile> inputs, RunFolder folder, Totals totals, DiagnosticBag bag)
    {
        List<RunFile> outputs = [.. (request.Trace ? new[] { RunFiles.Payouts, RunFiles.Summary, RunFiles.Trace } : [RunFiles.Payouts, RunFiles.Summary]).Select(f => folder.Describe("output", f, f))];
        return new RunManifest(
            "incentives",
            ProgramVersion.Text,
            1,
            request.Period,
            new SortedDictionary<string, string>(request.Readings.ToDictionary(), StringComparer.Ordinal),
            new SortedDictionary<string, string>(request.Settings.ToDictionary(), StringComparer.Ordinal),
            [.. batch.Plan.Schemes.SelectMany(s => s.Readings.Select(r => Reading(s, r)))],
            [.. batch.Plan.Schemes.SelectMany(s => s.Settings.Select(v => new RunSetting(s.Id, v.Name, v.Value, v.IsDefault)))],
            inputs,
            outputs,
            Control(batch, totals),
            [.. bag.Sorted().Select(d => new RunRemark(d.Code, d.Severity.ToString().ToLowerInvariant(), d.Place.ToString(), d.What.Zh, d.What.En))]);
    }

    private static RunReading Reading(Scheme scheme, ReadingInForce reading) =>
        new(scheme.Id, reading.Id, reading.Question, reading.Option, reading.IsDefault, reading.DecidedBy);

    private static RunTotals Control(BatchResult batch, Totals totals)
    {
        long held = 0;
        for (int i = 0; i < batch.Lines.Count; i++) held = checked(held + batch.Lines[i].Reserved);
        SortedDictionary<string, int> byStatus = new(totals.By("status").ToDictionary(t => t.Key, t => t.Rows), StringComparer.Ordinal);
        return new RunTotals(batch.Lines.RowCount, batch.Lines.Count, byStatus, totals.Whole.Entitled.ToString(), totals.Whole.Payable.ToString(), new Money(held).ToString());
    }
}
