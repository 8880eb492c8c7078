using System.Globalization;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Ledger;

/// <summary>A ledger's history as a file for one calculation, which keeps a copy in its run folder.</summary>
internal sealed class LedgerPast : IDisposable
{
    private readonly DirectoryInfo? _folder;

    private LedgerPast(DirectoryInfo? folder, IReadOnlyList<string> files)
    {
        _folder = folder;
        Files = files;
    }

    /// <summary>The file; none where no ledger was named or it cannot be used.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The name of the file, always the same, so that equal runs are equal.</summary>
    /// <param name="except">The batch that is left out; 0 for none.</param>
    public static string NameOf(long except) => except == 0 ? "ledger.csv" : string.Create(CultureInfo.InvariantCulture, $"ledger-except-{except}.csv");

    /// <summary>Whether a history file came from a ledger, by its name.</summary>
    public static bool IsOfLedger(string name) => name == NameOf(0) || name.StartsWith("ledger-except-", StringComparison.Ordinal);

    /// <summary>Writes the history of a ledger but for one batch (0 for none); a path that is empty names none.</summary>
    public static LedgerPast Of(string ledger, long except, DiagnosticBag bag)
    {
        if (ledger.Length == 0) return new LedgerPast(null, []);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("incentives-ledger-");
        string path = Path.Combine(folder.FullName, NameOf(except));
        return new LedgerPast(folder, LedgerHistory.Write(ledger, except, path, bag) is null ? [] : [path]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder?.Delete(recursive: true);
}
