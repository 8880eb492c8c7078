using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>What a piece of a scheme may refer to while it is compiled.</summary>
internal sealed class Scope(ColumnTable columns, NameScope names, string schemeId, BatchSettings batch, DiagnosticBag diagnostics)
{
    /// <summary>The batch's columns.</summary>
    public ColumnTable Columns => columns;

    /// <summary>Awards, lists and ladders.</summary>
    public NameScope Names => names;

    /// <summary>The scheme.</summary>
    public string SchemeId => schemeId;

    /// <summary>What was asked for.</summary>
    public BatchSettings Batch => batch;

    /// <summary>Where mistakes go.</summary>
    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The scheme's settings as nodes, after <c>--set</c>.</summary>
    public Dictionary<string, ScalarNode> Settings { get; } = [];

    /// <summary>The scheme's period; for <c>within: effective</c>.</summary>
    public Period Effective { get; set; } = Period.Always;

    /// <summary>Every range that a condition or a table key writes, in the order of compilation.</summary>
    public List<WrittenRange> Ranges { get; } = [];

    /// <summary>Reports a mistake.</summary>
    public void Report(Diagnostic diagnostic) => diagnostics.Add(diagnostic);

    /// <summary>The column of a name, or null after reporting it.</summary>
    public Column? Column(ScalarNode name) => Column(name.Text, name.Place);

    /// <summary>The column of a name, or null after reporting it.</summary>
    public Column? Column(string name, Place place)
    {
        if (columns.Find(schemeId, name) is { } column) return column;
        Report(RuleMessages.UnknownColumn(place, name, Suggestion.Nearest(name, columns.Names(schemeId))));
        return null;
    }

    /// <summary>A setting's node, or null after reporting an unknown name.</summary>
    public ScalarNode? Setting(string name, Place place)
    {
        if (Settings.TryGetValue(name, out ScalarNode? value))
        {
            names.Used.Add(name);
            return value;
        }

        IEnumerable<string> known = Settings.Keys.Concat(names.Lists.Keys).Concat(names.Ladders.Keys);
        Report(RuleMessages.UnknownReference(place, name, Suggestion.Nearest(name, known)));
        return null;
    }
}

/// <summary>What the person who runs a batch chose.</summary>
/// <param name="Symbols">The batch's names.</param>
/// <param name="Period">The batch's period, or null.</param>
/// <param name="Readings">Options by reading id.</param>
/// <param name="Settings">Values by setting name.</param>
internal sealed record BatchSettings(Symbols Symbols, Period? Period, IReadOnlyDictionary<string, string> Readings, IReadOnlyDictionary<string, string> Settings);
