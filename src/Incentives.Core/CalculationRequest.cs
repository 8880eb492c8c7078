using Incentives.Core.Diagnostics;

namespace Incentives.Core;

/// <summary>A batch to calculate, as a person asks for it. Paths may be absolute or relative to the current folder.</summary>
public sealed record CalculationRequest
{
    /// <summary>Roster files (CSV, XLSX) and folders of them, in order.</summary>
    public required IReadOnlyList<string> Rosters { get; init; }

    /// <summary>Rule files and folders of them.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The run folder to write: a new one, or an earlier run's, which is replaced whole.</summary>
    public required string Output { get; init; }

    /// <summary>History files, in posting order.</summary>
    public IReadOnlyList<string> History { get; init; } = [];

    /// <summary>A ledger whose payments are history, after <see cref="History"/>; empty for none.</summary>
    public string Ledger { get; init; } = "";

    /// <summary>A posted batch of the ledger that is not history, because it is being calculated anew; 0 for none.</summary>
    public long LedgerExcept { get; init; }

    /// <summary>Files of former names and the names they became.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Name lists: the name a scheme gives the list, and its file.</summary>
    public IReadOnlyDictionary<string, string> Lists { get; init; } = new Dictionary<string, string>();

    /// <summary>The batch's period, such as <c>2024</c> or <c>2024-01-01..2024-06-30</c>; empty for none.</summary>
    public string Period { get; init; } = "";

    /// <summary>Options by reading id; readings not named keep their default.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>Values by setting name, as a rule file would write them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the run folder also tells, in <c>trace.jsonl</c>, what each stage did to each line.</summary>
    public bool Trace { get; init; }

    /// <summary>Whether the run folder also holds <c>payouts.xlsx</c>, a workbook for people.</summary>
    public bool Workbook { get; init; }

    /// <summary>Whether the run folder also holds <c>report.html</c>, a page for people.</summary>
    public bool Page { get; init; }

    /// <summary>The language of the workbook and the page.</summary>
    public Language Language { get; init; }

    /// <summary>A PEM file with the private key (ECDSA, P-256) that signs the run; empty for none.</summary>
    public string SigningKey { get; init; } = "";

    /// <summary>Worker threads; 0 for one a core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Told of rows read, now and then, from the calling thread.</summary>
    public Action<long>? Progress { get; init; }
}
