using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports;

/// <summary>A run's own inputs, ready to be calculated again.</summary>
/// <param name="Manifest">Its <c>run.json</c>.</param>
/// <param name="Rules">Its rule files.</param>
/// <param name="Request">The batch it was.</param>
internal sealed record RunInputs(RunManifest Manifest, RuleSet Rules, BatchRequest Request)
{
    private static readonly string[] RuleRoles = ["scheme", "overlay", "vocabulary"];

    /// <summary>Opens a run folder whose inputs are what they were; null after reporting why it cannot be used.</summary>
    public static RunInputs? Read(string folder, DiagnosticBag bag)
    {
        if (ManifestOf(folder, bag) is not { } manifest) return null;
        foreach (RunFile file in manifest.Inputs) Check(folder, file, bag);
        return bag.HasErrors ? null : Of(folder, manifest, bag);
    }

    /// <summary>A run's manifest; null after reporting that there is none.</summary>
    public static RunManifest? ManifestOf(string folder, DiagnosticBag bag)
    {
        string path = Path.Combine(folder, RunFiles.Manifest);
        if (!File.Exists(path))
        {
            bag.Add(ReportMessages.NotARun(folder));
            return null;
        }

        if (RunManifest.FromJson(File.ReadAllBytes(path), out int line) is not { } manifest)
        {
            bag.Add(AuditMessages.ManifestUnreadable(line));
            return null;
        }

        RunFile[] outside = [.. manifest.Inputs.Concat(manifest.Outputs).Where(f => !RunFiles.IsInside(f.File))];
        foreach (RunFile file in outside) bag.Add(AuditMessages.OutsideFolder(file.File));
        return outside.Length == 0 ? manifest : null;
    }

    /// <summary>The batch a manifest tells of, from the folder's inputs as they are.</summary>
    public static RunInputs Of(string folder, RunManifest manifest, DiagnosticBag bag)
    {
        InputFile Input(RunFile f) => new(f.Name, Path.Combine(folder, f.File));
        RuleSet rules = RuleSet.ReadFiles(manifest.Inputs.Where(f => RuleRoles.Contains(f.Role)).Select(f => (f.Name, Path.Combine(folder, f.File))), bag);
        return new RunInputs(manifest, rules, new BatchRequest
        {
            Rosters = [.. manifest.Inputs.Where(f => f.Role == "roster").Select(Input)],
            History = [.. manifest.Inputs.Where(f => f.Role == "history").Select(Input)],
            Lists = [.. manifest.Inputs.Where(f => f.Role == "list").Select(f => (f.Name.Split('/')[0], Input(f) with { Name = f.Name[(f.Name.IndexOf('/', StringComparison.Ordinal) + 1)..] }))],
            Aliases = [.. manifest.Inputs.Where(f => f.Role == "alias").Select(Input)],
            Period = manifest.Period,
            Readings = manifest.ChosenReadings,
            Settings = manifest.ChosenSettings,
            Reports = Reports(manifest),
            Trace = manifest.Outputs.Any(f => f.File == RunFiles.Trace),
        });
    }

    private static PeopleReports Reports(RunManifest manifest) => new(
        manifest.Outputs.Any(f => f.File == RunFiles.Workbook), manifest.Outputs.Any(f => f.File == RunFiles.Page), manifest.Language == "en" ? Language.English : Language.Chinese);

    private static void Check(string folder, RunFile file, DiagnosticBag bag)
    {
        string path = Path.Combine(folder, file.File);
        if (!File.Exists(path))
        {
            bag.Add(ReportMessages.InputMissing(file.File));
            return;
        }

        if (RunFolder.Hash(path) != file.Sha256) bag.Add(ReportMessages.InputAltered(file.File));
    }
}
