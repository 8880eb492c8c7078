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
internal sealed record CheckRequest(IReadOnlyList<string> Paths, string Period, string On, int Today);

/// <summary>How much was checked.</summary>
/// <param name="Schemes">Schemes that could be compiled.</param>
/// <param name="Clauses">Their clauses.</param>
/// <param name="Day">The day on which the schemes should be in force, as yyyymmdd.</param>
/// <param name="Files">Where the files are, by the names the findings use.</param>
/// <param name="IsUnusable">Whether the request itself could not be used: a path that is not there, no rules, an unreadable period.</param>
internal sealed record CheckReport(int Schemes, int Clauses, int Day, IReadOnlyDictionary<string, string> Files, bool IsUnusable);

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
        RuleSet rules = RuleSet.Read(request.Paths, bag);
        if (rules.Schemes.Count == 0) return new CheckReport(0, 0, day, rules.Files, isUnusable || bag.HasErrors);

        CompiledRules main = CompiledRules.Of(rules, asked ?? StandIn, [], bag);
        HashSet<string> broken = [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Place.File)];
        Scheme[] sound = [.. main.Schemes.Where(s => !broken.Contains(s.File))];
        Place effective(Scheme s) => Root(rules, s)["effective"]?.Place ?? s.Place;
        foreach (Scheme scheme in sound)
        {
            HeaderCheck.Run(scheme, effective(scheme), day, bag);
            NearMissCheck.Run(scheme, main.Symbols, bag);
            UnitCheck.Run(WrittenAmounts.Of(Root(rules, scheme)), bag);
            ReadingOptions options = new(rules, main, scheme, asked ?? StandIn);
            options.Run(bag);
            UnusedCheck.Run(scheme, Root(rules, scheme), options.UsedNames, main.Columns, bag);
        }

        new VersionCheck(effective, bag).Run(sound);
        return new CheckReport(main.Schemes.Count, main.Schemes.Sum(s => s.Clauses.Count), day, rules.Files, isUnusable);
    }

    private static MapNode Root(RuleSet rules, Scheme scheme) => rules.Schemes.First(f => f.Id == scheme.Id && f.Name == scheme.File).Root;
}
