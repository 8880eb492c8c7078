using Incentives.Core.Comparing;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Writes the folder of a comparison.</summary>
internal static class ComparisonWriter
{
    /// <summary>Writes the folder, whole or not at all; whether it was written.</summary>
    public static bool Write(ComparisonReport report, ComparisonRequest request, string path, DiagnosticBag bag, CancellationToken cancel)
    {
        using RunFolder? folder = RunFolder.Begin(path, IsComparison, ReportMessages.NotAComparison, bag);
        if (folder is null) return false;
        try
        {
            Comparison comparison = report.Comparison;
            PeopleTexts texts = new(comparison);
            using (Stream file = folder.Create(RunFiles.CompareRows)) new ChangeRowsWriter(comparison, texts).Write(file, cancel);
            using (Stream file = folder.Create(RunFiles.CompareSums)) ComparisonTables.WriteSums(comparison, file);
            using (Stream file = folder.Create(RunFiles.CompareRecipients)) ComparisonTables.WriteRecipients(comparison, texts, file);
            List<string> files = [RunFiles.CompareRows, RunFiles.CompareSums, RunFiles.CompareRecipients];
            if (request.Batch.Reports.Page)
            {
                files.Add(RunFiles.ComparePage);
                using Stream file = folder.Create(RunFiles.ComparePage);
                ComparisonPage.Of(report, request.Batch, request.Batch.Reports.Language).Write(file);
            }

            ComparisonManifest manifest = new(
                "incentives", ProgramVersion.Text, 1, "compare", request.Batch.Period, ComparisonFacts.Of(report), Inputs(comparison, request),
                [.. files.Select(f => Hashed("output", f, Path.Combine(folder.Scratch, f)))],
                [.. bag.Sorted().Select(d => new RunRemark(d.Code, d.Severity.ToString().ToLowerInvariant(), d.Place.ToString(), d.What.Zh, d.What.En))]);
            using (Stream file = folder.Create(RunFiles.Comparison)) file.Write(manifest.ToJson());
            folder.Complete();
            return true;
        }
        catch (InputChangedException e)
        {
            bag.Add(ReportMessages.InputChanged(e.File));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(ReportMessages.CannotWrite(path, e.Message));
        }

        return false;
    }

    private static bool IsComparison(string folder)
    {
        string manifest = Path.Combine(folder, RunFiles.Comparison);
        return File.Exists(manifest) && ComparisonManifest.FromJson(File.ReadAllBytes(manifest), out _) is not null;
    }

    private static List<HashedFile> Inputs(Comparison comparison, ComparisonRequest request)
    {
        List<HashedFile> inputs = [];
        RuleSet[] rules = [.. comparison.Variants.SelectMany(v => v.Runs).Select(r => r.Rules.Rules).Distinct()];
        foreach (RuleFile file in rules.SelectMany(r => r.Deciding).DistinctBy(f => Path.GetFullPath(f.Path)))
            inputs.Add(Hashed(file.Kind.ToString().ToLowerInvariant(), file.Name, file.Path));
        for (int i = 0; i < comparison.Base.Rosters.Count; i++)
            inputs.Add(new HashedFile("roster", request.Batch.Rosters[i].Name, new FileInfo(request.Batch.Rosters[i].Path).Length, comparison.Base.Rosters[i].File.Sha256));
        foreach (InputFile file in request.Batch.History) inputs.Add(Hashed("history", file.Name, file.Path));
        foreach (InputFile file in request.Batch.Aliases) inputs.Add(Hashed("alias", file.Name, file.Path));
        foreach ((string list, InputFile file) in request.Batch.Lists) inputs.Add(Hashed("list", $"{list}/{file.Name}", file.Path));
        return inputs;
    }

    private static HashedFile Hashed(string role, string name, string path) => new(role, name, new FileInfo(path).Length, RunFolder.Hash(path));
}
