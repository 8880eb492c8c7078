using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Comparing;

/// <summary>What one calculation of a comparison goes by: rules, and what is chosen in them.</summary>
/// <param name="Name">The variant it belongs to; empty for the base.</param>
/// <param name="Rules">The rule files.</param>
/// <param name="Readings">Options by reading id.</param>
/// <param name="Settings">Values by setting name.</param>
internal sealed record VariantRules(string Name, RuleSet Rules, IReadOnlyDictionary<string, string> Readings, IReadOnlyDictionary<string, string> Settings)
{
    /// <summary>The rules of the base.</summary>
    public static VariantRules OfBase(VariantList list, DiagnosticBag bag) =>
        list.BaseChoices.Aggregate(new VariantRules("", RuleSet.Read([list.BaseRules], bag), new Dictionary<string, string>(), new Dictionary<string, string>()), (rules, c) => rules.With(c, list, bag));

    /// <summary>The rules after one more change. An overlay alone is laid over the base's rules.</summary>
    public VariantRules With(VariantChange change, VariantList list, DiagnosticBag bag) => change.Kind switch
    {
        ChangeKind.Rules => this with { Rules = RuleSet.Read(change.Paths.All(IsOverlay) ? [list.BaseRules, .. change.Paths] : change.Paths, bag) },
        ChangeKind.Reading => this with { Readings = new Dictionary<string, string>(Readings) { [change.Name] = change.Value } },
        _ => this with { Settings = new Dictionary<string, string>(Settings) { [change.Name] = change.Value } },
    };

    /// <summary>Whether another goes by the same, so that it need not be calculated again.</summary>
    public bool IsSame(VariantRules other) => ReferenceEquals(Rules, other.Rules) && Same(Readings, other.Readings) && Same(Settings, other.Settings);

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out string? value) && value == p.Value);

    // Mistakes of the file are told when it is read as one of the rules.
    private static bool IsOverlay(string path) =>
        File.Exists(path) && RuleFile.Read(VariantChange.ShortName(path), path, new DiagnosticBag()) is { Kind: RuleFileKind.Overlay };
}
