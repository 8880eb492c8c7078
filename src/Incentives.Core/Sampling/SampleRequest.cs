namespace Incentives.Core.Sampling;

/// <summary>A synthetic roster to write. Paths may be absolute or relative to the current folder.</summary>
internal sealed record SampleRequest
{
    /// <summary>Rule files and folders of them.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>How many rows, at least 0.</summary>
    public required long Rows { get; init; }

    /// <summary>What everything drawn depends on.</summary>
    public required long Seed { get; init; }

    /// <summary>The roster to write, which must not be there yet.</summary>
    public required string Output { get; init; }

    /// <summary>A history file to write beside it; empty for none.</summary>
    public string History { get; init; } = "";

    /// <summary>The batch's period; empty for none.</summary>
    public string Period { get; init; } = "";

    /// <summary>Options by reading id.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>Values by setting name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether every cell is well formed and every name has one spelling, for programs that cannot take others.</summary>
    public bool Tidy { get; init; }
}

/// <summary>What a sample came to.</summary>
/// <param name="Rows">Rows of the roster.</param>
/// <param name="HistoryRows">Rows of the history file.</param>
/// <param name="Clauses">Clauses of the rules.</param>
/// <param name="NotReached">Clauses for which no row was found that they pay, as scheme and clause.</param>
internal sealed record SampleReport(long Rows, long HistoryRows, int Clauses, IReadOnlyList<string> NotReached);
