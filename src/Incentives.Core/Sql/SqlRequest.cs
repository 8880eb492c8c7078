using Incentives.Core.Evaluation;

namespace Incentives.Core.Sql;

/// <summary>What <c>export sql</c> is asked for.</summary>
internal sealed record SqlRequest
{
    /// <summary>Rule files and folders.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>The database's name.</summary>
    public string Dialect { get; init; } = "postgresql";

    /// <summary>Whether the control totals are wanted too.</summary>
    public bool Check { get; init; }

    /// <summary>The file to write; empty for standard output.</summary>
    public string Output { get; init; } = "";

    /// <summary>The folder for the input tables; empty for none.</summary>
    public string Data { get; init; } = "";

    /// <summary>The inputs, with period, readings and settings.</summary>
    public required BatchRequest Batch { get; init; }
}

/// <summary>What was written.</summary>
/// <param name="Script">The whole script.</param>
/// <param name="Rows">Rows of the roster table; null when no tables were asked for.</param>
/// <param name="HistoryRows">Rows of the history table.</param>
internal sealed record SqlReport(string Script, long? Rows, long HistoryRows);
