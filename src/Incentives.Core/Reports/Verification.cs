using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Reports;

/// <summary>Recomputes a run from its own inputs and compares everything with what the folder holds.</summary>
internal static class Verification
{
    /// <summary>Most differences named for one file.</summary>
    private const int MostNamed = 50;

    /// <summary>Verifies a run folder. Every difference goes to <paramref name="found"/>; without any, the run is right.</summary>
    /// <returns>False when the folder cannot be verified at all; <paramref name="bag"/> says why.</returns>
    public static bool Run(string folder, DiagnosticBag found, DiagnosticBag bag, CancellationToken cancel)
    {
        if (RunInputs.ManifestOf(folder, bag) is not { } manifest) return false;
        foreach (RunFile file in manifest.Inputs.Concat(manifest.Outputs)) Check(folder, file, found);
        Strangers(folder, manifest, found);
        DiagnosticBag again = new();
        string scratch = Path.Combine(Path.GetTempPath(), $"incentives-verify-{Guid.NewGuid():N}");
        try
        {
            RunInputs inputs = RunInputs.Of(folder, manifest, again);
            using BatchResult? batch = again.HasErrors ? null : Batch.Run(inputs.Rules, inputs.Request, again, cancel);
            RunReport? report = batch is null ? null : RunWriter.Write(batch, inputs.Rules, inputs.Request, scratch, again, cancel);
            if (report is null)
            {
                foreach (Diagnostic d in again.Sorted().Where(d => d.Severity == Severity.Error)) found.Add(d);
                return true;
            }

            foreach (string name in new[] { RunFiles.Payouts, RunFiles.Summary, RunFiles.Manifest }) Compare(folder, scratch, name, found);
            return true;
        }
        finally
        {
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        }
    }

    private static void Check(string folder, RunFile file, DiagnosticBag found)
    {
        string path = Path.Combine(folder, file.File);
        if (!File.Exists(path))
        {
            found.Add(ReportMessages.InputMissing(file.File));
            return;
        }

        if (RunFolder.Hash(path) == file.Sha256) return;
        found.Add(ReportMessages.InputAltered(file.File));
        string marks = Path.Combine(folder, RunFolder.MarksOf(file.File));
        if (!File.Exists(marks)) return;
        using FileStream stream = File.OpenRead(path);
        foreach (LineDifference d in LineDifference.Between(LineMarks.Read(File.ReadAllBytes(marks)), LineMarks.Of(stream), MostNamed))
            found.Add(ReportMessages.LineAltered(file.File, d));
    }

    // A file nobody wrote does not belong in a run.
    private static void Strangers(string folder, RunManifest manifest, DiagnosticBag found)
    {
        HashSet<string> known = [RunFiles.Manifest, .. manifest.Inputs.Select(f => f.File), .. manifest.Inputs.Select(f => RunFolder.MarksOf(f.File)), .. manifest.Outputs.Select(f => f.File)];
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!known.Contains(name)) found.Add(ReportMessages.Stranger(name));
        }
    }

    private static void Compare(string folder, string scratch, string name, DiagnosticBag found)
    {
        string path = Path.Combine(folder, name);
        if (!File.Exists(path)) return;
        string[] now = File.ReadAllLines(path), right = File.ReadAllLines(Path.Combine(scratch, name));
        IReadOnlyList<LineDifference> differences = LineDifference.Between(right, now, MostNamed);
        foreach (LineDifference d in differences)
        {
            string? is_ = d.Kind == LineChange.Removed ? null : now[d.Line - 1];
            string? shouldBe = d.Kind == LineChange.Added ? null : right[Math.Min(d.Line, right.Length) - 1];
            found.Add(ReportMessages.OutputDiffers(name, d, is_, shouldBe));
        }

        if (differences.Count == 0 && RunFolder.Hash(path) != RunFolder.Hash(Path.Combine(scratch, name))) found.Add(ReportMessages.InputAltered(name));
    }
}
