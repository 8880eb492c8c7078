using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Reports.Audit;

namespace Incentives.Core.Reports;

/// <summary>A run to verify.</summary>
/// <param name="Folder">The run folder.</param>
/// <param name="Claimed">The list that was really paid; empty for none.</param>
/// <param name="Key">The public key the run must be signed for; empty when no signature is asked for.</param>
internal sealed record VerificationRequest(string Folder, string Claimed = "", string Key = "");

/// <summary>What verifying found.</summary>
/// <param name="Found">Every difference; the run is right when there is none.</param>
/// <param name="Paid">The sums of the list that was paid, where one was compared.</param>
/// <param name="IsRecorded">Whether it is a comparison or a forecast, whose files are held against its record and not recomputed.</param>
internal sealed record VerificationOutcome(IReadOnlyList<Diagnostic> Found, PaidSums? Paid, bool IsRecorded = false);

/// <summary>Recomputes a run from its own inputs and compares everything with what the folder holds.</summary>
internal sealed class Verification
{
    /// <summary>Most differences named for one file.</summary>
    private const int MostNamed = 50;

    private readonly string _folder;
    private readonly DiagnosticBag _found = new();
    private readonly DiagnosticBag _notes;

    private Verification(string folder, DiagnosticBag notes)
    {
        _folder = folder;
        _notes = notes;
    }

    /// <summary>Verifies a run folder; null when it, the key or the list cannot be used at all, and <paramref name="bag"/> says why. Notes go there too.</summary>
    public static VerificationOutcome? Run(VerificationRequest request, DiagnosticBag bag, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(request.Folder, RunFiles.Manifest)))
        {
            if (RecordVerification.IsOne(request.Folder)) return RecordVerification.Run(request, bag);
            bag.Add(ReportMessages.NotARun(request.Folder));
            return null;
        }

        using RunSignature? key = request.Key.Length == 0 ? null : RunSignature.Read(request.Key, isPrivate: false, bag);
        PaidList? paid = request.Claimed.Length == 0 || bag.HasErrors ? null : PaidList.Read(request.Claimed, bag);
        if (bag.HasErrors) return null;
        Verification verification = new(request.Folder, bag);
        PaidSums? sums = verification.All(key, paid, cancel);
        return new VerificationOutcome(verification._found.Sorted(), sums);
    }

    private PaidSums? All(RunSignature? key, PaidList? paid, CancellationToken cancel)
    {
        Signature(key);
        PaidSums? sums = null;
        bool isCompared = false;
        if (RunInputs.ManifestOf(_folder, _found) is not { } manifest)
        {
            Lines(RunFiles.Manifest);
        }
        else
        {
            bool sound = true;
            foreach (RunFile file in manifest.Inputs) sound &= Input(file);
            Strangers(manifest);
            isCompared = sound && Recomputed(manifest, paid, ref sums, cancel);
            if (!sound) _found.Add(AuditMessages.NotRecomputed());
            if (!isCompared)
            {
                foreach (RunFile file in manifest.Outputs) Output(file);
                Lines(RunFiles.Manifest);
            }
        }

        if (paid is not null && !isCompared) _found.Add(AuditMessages.NotCompared(paid.Name));
        return sums;
    }

    private void Signature(RunSignature? key)
    {
        string path = Path.Combine(_folder, RunFiles.Signature);
        if (key is null)
        {
            if (File.Exists(path)) _notes.Add(AuditMessages.SignatureNotChecked());
            return;
        }

        if (!File.Exists(path)) _found.Add(AuditMessages.NotSigned());
        else if (!key.Fits(File.ReadAllBytes(Path.Combine(_folder, RunFiles.Manifest)), File.ReadAllBytes(path))) _found.Add(AuditMessages.SignatureWrong());
    }

    // Whether an input is what it was; if not, which lines of it are not.
    private bool Input(RunFile file)
    {
        if (!IsThere(file.File)) return false;
        if (Hash(file.File) == file.Sha256) return true;
        if (Lines(file.File) == 0) _found.Add(ReportMessages.InputAltered(file.File));
        return false;
    }

    // An output that could not be recomputed is held against its hash.
    private void Output(RunFile file)
    {
        if (IsThere(file.File) && Hash(file.File) != file.Sha256 && Lines(file.File) == 0) _found.Add(ReportMessages.InputAltered(file.File));
    }

    // Recalculates into a folder of its own and compares file by file.
    private bool Recomputed(RunManifest manifest, PaidList? paid, ref PaidSums? sums, CancellationToken cancel)
    {
        if (manifest.Version != ProgramVersion.Text) _notes.Add(AuditMessages.OtherVersion(manifest.Version, ProgramVersion.Text));
        DiagnosticBag again = new();
        string scratch = Path.Combine(Path.GetTempPath(), $"incentives-verify-{Guid.NewGuid():N}");
        try
        {
            RunInputs inputs = RunInputs.Of(_folder, manifest, again);
            using BatchResult? batch = again.HasErrors ? null : Batch.Run(inputs.Rules, inputs.Request, again, cancel);
            RunExtras extras = new() { Version = manifest.Version };
            if (batch is null || RunWriter.Write(batch, inputs.Rules, inputs.Request, scratch, again, cancel, extras) is null)
            {
                foreach (Diagnostic d in again.Sorted().Where(d => d.Severity == Severity.Error)) _found.Add(d);
                return false;
            }

            bool isRecordMarked = Record(scratch, manifest);
            foreach (RunFile file in manifest.Outputs) Compare(scratch, file.File);
            IEnumerable<string> marked = manifest.Inputs.Concat(manifest.Outputs).Select(f => f.File);
            foreach (string file in isRecordMarked ? marked.Append(RunFiles.Manifest) : marked) Marks(scratch, RunFolder.MarksOf(file));
            if (paid is not null) sums = PaidComparison.Run(batch, paid, _found, cancel);
            return true;
        }
        finally
        {
            if (Directory.Exists(scratch)) Directory.Delete(scratch, recursive: true);
        }
    }

    // The record's own marks tell where it was altered; where they fit it, what is recomputed tells. False when the marks have told.
    private bool Record(string scratch, RunManifest manifest)
    {
        bool isEqual = Hash(RunFiles.Manifest) == RunFolder.Hash(Path.Combine(scratch, RunFiles.Manifest));
        // An altered version number recomputes to itself; anything else that does is right, and the marks are not.
        if (isEqual && manifest.Version == ProgramVersion.Text) return true;
        if (Lines(RunFiles.Manifest) > 0) return false;
        Compare(scratch, RunFiles.Manifest);
        return true;
    }

    private void Compare(string scratch, string name)
    {
        string right = Path.Combine(scratch, name);
        if (!IsThere(name) || !File.Exists(right) || Hash(name) == RunFolder.Hash(right)) return;
        IReadOnlyList<TableDifference> differences = !RunFiles.HasLines(name) ? [] : name switch
        {
            RunFiles.Payouts => TableComparison.Between(Path.Combine(_folder, name), right, ["roster", "line", "scheme", "clause"]),
            RunFiles.Summary => TableComparison.Between(Path.Combine(_folder, name), right, ["by", "key"]),
            _ => Text(File.ReadAllLines(Path.Combine(_folder, name)), File.ReadAllLines(right)),
        };
        foreach (TableDifference d in differences.Take(MostNamed)) _found.Add(ReportMessages.OutputDiffers(name, d));
        if (differences.Count > MostNamed) _found.Add(AuditMessages.MoreDifferences(name, differences.Count - MostNamed));
        // The cells agree and the bytes do not: a quote, a blank, a line end.
        if (differences.Count == 0 && Lines(name) == 0) _found.Add(ReportMessages.InputAltered(name));
    }

    // Marks belong to their file as it was; where that is as it was, they must be too.
    private void Marks(string scratch, string name)
    {
        string right = Path.Combine(scratch, name);
        if (IsThere(name) && File.Exists(right) && Hash(name) != RunFolder.Hash(right)) _found.Add(ReportMessages.InputAltered(name));
    }

    private static TableDifference[] Text(string[] now, string[] right) =>
        [.. LineDifference.Between(right, now).Select(d => d.Kind switch
        {
            LineChange.Removed => new TableDifference(d.Line, d.Kind, 0, null, right[d.Line - 1]),
            LineChange.Changed => new TableDifference(d.Line, d.Kind, 0, now[d.Line - 1], right[d.Was - 1]),
            _ => new TableDifference(d.Line, d.Kind, d.Was, now[d.Line - 1], null),
        })];

    // Names the lines of a file that differ from its marks; how many.
    private int Lines(string name)
    {
        string marks = Path.Combine(_folder, RunFolder.MarksOf(name));
        if (!RunFiles.HasLines(name) || !IsThere(RunFolder.MarksOf(name))) return 0;
        using FileStream stream = File.OpenRead(Path.Combine(_folder, name));
        IReadOnlyList<LineDifference> differences = LineDifference.Between(LineMarks.Read(File.ReadAllBytes(marks)), LineMarks.Of(stream));
        foreach (LineDifference d in differences.Take(MostNamed)) _found.Add(ReportMessages.LineAltered(name, d));
        if (differences.Count > MostNamed) _found.Add(AuditMessages.MoreDifferences(name, differences.Count - MostNamed));
        return differences.Count;
    }

    // A file nobody wrote does not belong in a run.
    private void Strangers(RunManifest manifest)
    {
        string[] files = [RunFiles.Manifest, .. manifest.Inputs.Select(f => f.File), .. manifest.Outputs.Select(f => f.File)];
        HashSet<string> known = [RunFiles.Signature, .. files, .. files.Select(RunFolder.MarksOf)];
        foreach (string path in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(_folder, path).Replace('\\', '/');
            if (!known.Contains(name)) _found.Add(ReportMessages.Stranger(name));
        }
    }

    private bool IsThere(string name)
    {
        if (File.Exists(Path.Combine(_folder, name))) return true;
        _found.Add(ReportMessages.InputMissing(name));
        return false;
    }

    private string Hash(string name) => RunFolder.Hash(Path.Combine(_folder, name));
}
