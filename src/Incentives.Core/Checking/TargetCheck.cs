using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Checking;

/// <summary>Targets against the schemes that are to price them.</summary>
internal static class TargetCheck
{
    /// <summary>The files of targets among rules: each must belong to a scheme that is loaded, where any is.</summary>
    public static void Run(RuleSet rules, IReadOnlyList<Scheme> schemes, Symbols symbols, DiagnosticBag bag)
    {
        foreach (RuleFile file in rules.Others.Where(o => o.Kind == RuleFileKind.Targets))
        {
            TargetList list = TargetCompiler.Read(file, bag);
            if (schemes.Count == 0) continue;
            Scheme[] own = [.. schemes.Where(s => s.Id == list.Id)];
            if (own.Length == 0) bag.Add(TargetMessages.UnknownScheme(file.Root.Place, list.Id, Suggestion.Nearest(list.Id, schemes.Select(s => s.Id))));
            else Names(list, own, symbols, bag);
        }
    }

    /// <summary>Awards that no scheme knows and that are nearly spelled like one that some scheme does.</summary>
    public static void Names(TargetList list, IReadOnlyList<Scheme> schemes, Symbols symbols, DiagnosticBag bag)
    {
        Dictionary<int, string> known = [];
        foreach (Scheme scheme in schemes)
        {
            foreach ((int symbol, AwardFacts facts) in scheme.Names.Facts) known.TryAdd(symbol, facts.Name);
            foreach (int spelling in scheme.Names.Awards.Keys) known.TryAdd(spelling, symbols.Name(spelling));
            foreach ((string name, int symbol, _) in scheme.Names.References) known.TryAdd(symbol, name);
        }

        foreach (Target target in list.Items.Where(t => t.Kind != TargetKind.Other))
        {
            string name = NameNormalizer.Normalize(target.Name);
            if (known.ContainsKey(symbols.Intern(name))) continue;
            if (known.Values.Order(StringComparer.Ordinal).FirstOrDefault(k => NearMissCheck.IsSlip(name, NameNormalizer.Normalize(k))) is { } near) bag.Add(TargetMessages.NearMiss(target.Place, target.Name, near));
        }
    }
}
