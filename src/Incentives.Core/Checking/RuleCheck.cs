using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>What to check.</summary>
/// <param name="Paths">Rule files and folders.</param>
/// <param name="Period">The batch's period as written; empty for none.</param>
/// <param name="On">The day on which the schemes should be in force, as written; empty for the first day of the period, else for today.</param>
/// <param name="Today">The day it is, as yyyymmdd; the only thing that can differ between two equal requests.</param>
/// <param name="Source">The file with the policy's own text; empty for none.</param>
internal sealed record CheckRequest(IReadOnlyList<string> Paths, string Period, string On, int Today, string Source = "");

/// <summary>Checks rule files: what the compiler refuses, and what analyses over the plan find under every option of every reading.</summary>
internal static class RuleCheck
{
    // Without a period the analyses stand one in: which year it is does not change what overlaps or is missing.
    private static readonly Period StandIn = new(20240101, 20241231);

    /// <summary>Checks files and folders.</summary>
    public static CheckReport Run(CheckRequest request, DiagnosticBag bag)
    {
        Period? asked = request.Period.Length > 0 ? PeriodText.Read(request.Period) : null;
        bool isUnusable = request.Period.Length > 0 && asked is null;
        if (isUnusable) bag.Add(RuleMessages.PeriodUnreadable(request.Period));
        int day = asked?.First ?? request.Today;
        if (request.On.Length > 0)
        {
            bool isDay = DateText.TryParse(request.On, out DateSpan on);
            if (!isDay) bag.Add(CheckMessages.DayUnreadable(request.On));
            isUnusable |= !isDay;
            day = on.First;
        }

        isUnusable |= request.Paths.Any(p => !File.Exists(p) && !Directory.Exists(p));
        PolicyText? text = request.Source.Length > 0 ? PolicyText.Read(request.Source, bag) : null;
        isUnusable |= request.Source.Length > 0 && text is null;
        SourceCheck? source = text is null ? null : new SourceCheck(text, bag);
        RuleSet rules = RuleSet.Read(request.Paths, bag);
        Dictionary<string, string> files = new(rules.Files);
        if (text is not null) files.TryAdd(text.Name, request.Source);
        if (rules.Schemes.Count == 0)
        {
            if (!bag.HasErrors) TargetCheck.Run(rules, [], new Symbols(), bag);
            return new CheckReport(0, 0, day, files, isUnusable || bag.HasErrors);
        }

        CompiledRules main = CompiledRules.Of(rules, asked ?? StandIn, [], bag);
        HashSet<string> broken = [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Place.File)];
        Scheme[] sound = [.. main.Schemes.Where(s => !broken.Contains(s.File))];
        Place effective(Scheme s) => Root(rules, s)["effective"]?.Place ?? s.Place;
        foreach (Scheme scheme in sound)
        {
            HeaderCheck.Run(scheme, effective(scheme), day, bag);
            NearMissCheck.Run(scheme, main.Symbols, bag);
            IReadOnlyList<WrittenAmount> amounts = WrittenAmounts.Of(Root(rules, scheme));
            UnitCheck.Run(amounts, bag);
            ReadingOptions options = new(rules, main, scheme, asked ?? StandIn);
            options.Run(bag);
            UnusedCheck.Run(scheme, Root(rules, scheme), options.UsedNames, main.Columns, bag);
            source?.Run(amounts, options.Compiled);
        }

        TargetCheck.Run(rules, main.Schemes, main.Symbols, bag);
        source?.Rest();
        new VersionCheck(effective, bag).Run(sound);
        return new CheckReport(main.Schemes.Count, main.Schemes.Sum(s => s.Clauses.Count), day, files, isUnusable);
    }

    private static MapNode Root(RuleSet rules, Scheme scheme) => rules.Schemes.First(f => f.Id == scheme.Id && f.Name == scheme.File).Root;
}
