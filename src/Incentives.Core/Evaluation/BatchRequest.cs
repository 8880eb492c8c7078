using Incentives.Core.Diagnostics;

namespace Incentives.Core.Evaluation;

/// <summary>An input file: the name people know it by, and where it is.</summary>
/// <param name="Name">Unique among inputs of its role.</param>
/// <param name="Path">Path on disk.</param>
internal sealed record InputFile(string Name, string Path);

/// <summary>The reports for people that a run writes.</summary>
/// <param name="Workbook">Whether it writes <c>payouts.xlsx</c>.</param>
/// <param name="Page">Whether it writes <c>report.html</c>.</param>
/// <param name="Language">The readers' language.</param>
internal sealed record PeopleReports(bool Workbook, bool Page, Language Language)
{
    /// <summary>No report.</summary>
    public static PeopleReports None { get; } = new(false, false, Language.Chinese);

    /// <summary>Whether there is any.</summary>
    public bool Any => Workbook || Page;
}

/// <summary>A batch to calculate.</summary>
internal sealed record BatchRequest
{
    /// <summary>The rosters, in order.</summary>
    public required IReadOnlyList<InputFile> Rosters { get; init; }

    /// <summary>History files, in posting order.</summary>
    public IReadOnlyList<InputFile> History { get; init; } = [];

    /// <summary>Name lists by the name the scheme gives them.</summary>
    public IReadOnlyList<(string List, InputFile File)> Lists { get; init; } = [];

    /// <summary>Files of former names and the names they became.</summary>
    public IReadOnlyList<InputFile> Aliases { get; init; } = [];

    /// <summary>The period, as asked for; empty for none.</summary>
    public string Period { get; init; } = "";

    /// <summary>Options by reading id.</summary>
    public IReadOnlyDictionary<string, string> Readings { get; init; } = new Dictionary<string, string>();

    /// <summary>Values by setting name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Worker threads; 0 for one a core. The result does not depend on it.</summary>
    public int Threads { get; init; }

    /// <summary>Whose steps are wanted, by roster number and physical line; null for nobody's.</summary>
    public Func<int, int, bool>? WantsSteps { get; init; }

    /// <summary>Whether the run writes the steps of all lines.</summary>
    public bool Trace { get; init; }

    /// <summary>What the run writes for people, beside its tables.</summary>
    public PeopleReports Reports { get; init; } = PeopleReports.None;

    /// <summary>Numbers of names shared with other batches; null for its own.</summary>
    public Plans.Symbols? Symbols { get; init; }

    /// <summary>Standard columns whose values are kept of each row although no rule needs them.</summary>
    public IReadOnlyList<string> AlsoKeep { get; init; } = [];

    /// <summary>Told of rows read, now and then.</summary>
    public Action<long>? Progress { get; init; }
}
