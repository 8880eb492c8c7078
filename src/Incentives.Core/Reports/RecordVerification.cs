using Incentives.Core.Diagnostics;
using Incentives.Core.Reports.Comparisons;
using Incentives.Core.Reports.Forecasts;

namespace Incentives.Core.Reports;

/// <summary>Holds a folder of <c>compare</c> or <c>forecast</c> against its record. It has no copies of its inputs, so nothing is recomputed.</summary>
internal static class RecordVerification
{
    /// <summary>Whether a folder has the record of a comparison or a forecast.</summary>
    public static bool IsOne(string folder) => RecordOf(folder) is not null;

    /// <summary>Verifies the folder; null when what was asked for cannot be done with it, and <paramref name="bag"/> says why.</summary>
    public static VerificationOutcome? Run(VerificationRequest request, DiagnosticBag bag)
    {
        string folder = request.Folder, record = RecordOf(folder)!;
        if (request.Claimed.Length > 0) bag.Add(AuditMessages.OnlyForRuns("--claimed", record));
        if (request.Key.Length > 0) bag.Add(AuditMessages.OnlyForRuns("--key", record));
        if (bag.HasErrors) return null;
        bag.Add(AuditMessages.HashesOnly(record));
        DiagnosticBag found = new();
        Folder(folder, record, record == RunFiles.Comparison ? "compare" : "forecast", bag, found);
        return new VerificationOutcome(found.Sorted(), null, IsRecorded: true);
    }

    private static string? RecordOf(string folder) => new[] { RunFiles.Comparison, RunFiles.Forecast }.FirstOrDefault(f => File.Exists(Path.Combine(folder, f)));

    private static void Folder(string folder, string record, string command, DiagnosticBag notes, DiagnosticBag found)
    {
        byte[] json = File.ReadAllBytes(Path.Combine(folder, record));
        if (Read(json, record, out int line) is not (var version, var outputs, var canonical))
        {
            found.Add(AuditMessages.ManifestUnreadable(line, record, command));
            return;
        }

        if (version != ProgramVersion.Text) notes.Add(AuditMessages.OtherVersion(version, ProgramVersion.Text, record));
        else if (!json.AsSpan().SequenceEqual(canonical)) found.Add(ReportMessages.InputAltered(record, command));
        foreach (HashedFile file in outputs.Where(f => !RunFiles.IsInside(f.Name))) found.Add(AuditMessages.OutsideFolder(file.Name, record));
        foreach (HashedFile file in outputs.Where(f => RunFiles.IsInside(f.Name)))
        {
            string path = Path.Combine(folder, file.Name);
            if (!File.Exists(path)) found.Add(ReportMessages.InputMissing(file.Name, command));
            else if (RunFolder.Hash(path) != file.Sha256) found.Add(ReportMessages.InputAltered(file.Name, command));
        }

        HashSet<string> known = [record, .. outputs.Select(f => f.Name)];
        IEnumerable<string> names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(folder, p).Replace('\\', '/'));
        foreach (string name in names.Where(n => !known.Contains(n)).Order(StringComparer.Ordinal)) found.Add(ReportMessages.Stranger(name, command));
    }

    private static (string Version, IReadOnlyList<HashedFile> Outputs, byte[] Canonical)? Read(byte[] json, string record, out int line)
    {
        if (record == RunFiles.Comparison) return ComparisonManifest.FromJson(json, out line) is { } comparison ? (comparison.Version, comparison.Outputs, comparison.ToJson()) : null;
        return ForecastManifest.FromJson(json, out line) is { } forecast ? (forecast.Version, forecast.Outputs, forecast.ToJson()) : null;
    }
}
