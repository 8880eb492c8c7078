using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Testing;

/// <summary>The versions of one policy with all cases written for any of them.</summary>
/// <param name="Rules">The versions, and the vocabularies.</param>
/// <param name="Cases">Their cases, in the order of the test files.</param>
internal sealed record Suite(RuleSet Rules, IReadOnlyList<PreparedCase> Cases)
{
    /// <summary>Puts the schemes and test files among some rules together; the cases' rows go to files below a folder.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="folder">Where the rows are written.</param>
    /// <param name="bag">Where mistakes go.</param>
    /// <param name="empty">Where schemes and files without a case go.</param>
    public static IReadOnlyList<Suite> All(RuleSet rules, string folder, DiagnosticBag bag, DiagnosticBag empty)
    {
        Dictionary<string, List<PreparedCase>> bySchemes = rules.Schemes.DistinctBy(s => s.Id).ToDictionary(s => s.Id, _ => new List<PreparedCase>());
        int number = 0;
        foreach (RuleFile file in rules.Others.Where(f => f.Kind == RuleFileKind.Tests))
        {
            CaseFile cases = CaseFile.Read(file, bag);
            if (cases.Cases.Count == 0) empty.Add(TestMessages.NoCases(file.Root.Place));
            if (!bySchemes.TryGetValue(cases.SchemeId, out List<PreparedCase>? own))
                bag.Add(TestMessages.NoScheme(file.Root.Place, cases.SchemeId, Suggestion.Nearest(cases.SchemeId, bySchemes.Keys)));
            else
                own.AddRange(cases.Cases.Select(c => PreparedCase.Write(file.Name, c, Path.Combine(folder, $"{number++}"))));
        }

        List<Suite> suites = [];
        HashSet<string> seen = [];
        foreach (RuleFile scheme in rules.Schemes)
        {
            if (!seen.Add(scheme.Id)) continue;
            RuleSet versions = rules.Only(scheme.Id)!;
            seen.UnionWith(versions.Schemes.Select(s => s.Id));
            foreach (RuleFile version in versions.Schemes.Where(v => bySchemes[v.Id].Count == 0)) empty.Add(TestMessages.SchemeWithoutCases(version.Root.Place, version.Id));
            suites.Add(new Suite(versions, [.. versions.Schemes.SelectMany(v => bySchemes[v.Id])]));
        }

        return suites;
    }
}
