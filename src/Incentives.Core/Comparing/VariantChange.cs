using Incentives.Core.Diagnostics;

namespace Incentives.Core.Comparing;

/// <summary>What a change is about.</summary>
internal enum ChangeKind
{
    /// <summary>Other rule files, or an overlay.</summary>
    Rules,

    /// <summary>Another option of a reading.</summary>
    Reading,

    /// <summary>Another value of a setting.</summary>
    Setting,
}

/// <summary>One thing in which a variant differs from the base.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Name">The reading's or setting's name; empty for rules.</param>
/// <param name="Value">The option or value; for rules their names, joined by <c> + </c>.</param>
/// <param name="Paths">For rules: the files and folders; otherwise empty.</param>
internal sealed record VariantChange(ChangeKind Kind, string Name, string Value, IReadOnlyList<string> Paths)
{
    /// <summary>As files and tables name it: <c>hunan-laozihao=tier-5</c>, <c>draft-2.yaml</c>.</summary>
    public string Text => Kind == ChangeKind.Rules ? Value : $"{Name}={Value}";

    /// <summary>For people.</summary>
    public Phrase Words => Kind switch
    {
        ChangeKind.Rules => new($"规则 {Value}", $"rules {Value}"),
        ChangeKind.Reading => new($"口径 {Text}", $"reading {Text}"),
        _ => new($"设定 {Text}", $"setting {Text}"),
    };

    /// <summary>Other rules; only the last part of each path is shown.</summary>
    public static VariantChange OfRules(IReadOnlyList<string> paths) => new(ChangeKind.Rules, "", string.Join(" + ", paths.Select(ShortName)), paths);

    /// <summary>The last part of a path: no report names folders of the machine.</summary>
    public static string ShortName(string path) => Path.GetFileName(Path.TrimEndingDirectorySeparator(path.Replace('\\', '/')));
}

/// <summary>A way to calculate: the base with some changes, taken one after the other in this order.</summary>
/// <param name="Name">Unique among the variants of a comparison.</param>
/// <param name="Changes">At least one.</param>
internal sealed record Variant(string Name, IReadOnlyList<VariantChange> Changes);
