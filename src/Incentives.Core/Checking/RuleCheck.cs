using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>How much was checked.</summary>
/// <param name="Schemes">Schemes that could be compiled.</param>
/// <param name="Clauses">Their clauses.</param>
/// <param name="IsUnusable">Whether the request itself could not be used: a path that is not there, no rules, an unreadable period.</param>
internal sealed record CheckReport(int Schemes, int Clauses, bool IsUnusable);

/// <summary>Checks rule files: what the compiler refuses, and what analyses over the plan find.</summary>
internal static class RuleCheck
{
    // Without a period the analyses stand one in: which year it is does not change what overlaps or is missing.
    private static readonly Period StandIn = new(20240101, 20241231);

    /// <summary>Checks files and folders.</summary>
    public static CheckReport Run(IReadOnlyList<string> paths, string period, DiagnosticBag bag)
    {
        Period? asked = period.Length > 0 ? PeriodText.Read(period) : null;
        bool isUnusable = period.Length > 0 && asked is null;
        if (isUnusable) bag.Add(RuleMessages.PeriodUnreadable(period));
        isUnusable |= paths.Any(p => !File.Exists(p) && !Directory.Exists(p));
        RuleSet rules = RuleSet.Read(paths, bag);
        if (rules.Schemes.Count == 0)
        {
            if (!bag.HasErrors) TargetCheck.Run(rules, [], new Symbols(), bag);
            return new CheckReport(0, 0, isUnusable || bag.HasErrors);
        }

        Compiled main = Compile(rules, asked, new Dictionary<string, string>(), bag);
        HashSet<string> broken = [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Place.File)];
        foreach (Scheme scheme in main.Schemes.Where(s => !broken.Contains(s.File)))
        {
            HashSet<string> used = [.. scheme.Names.Used, .. OtherOptions(rules, scheme, asked, bag)];
            HeaderCheck.Run(scheme, asked, bag);
            UnusedCheck.Run(scheme, used, bag);
            NearMissCheck.Run(scheme, main.Symbols, bag);
            OverlapCheck.Run(scheme, main.Columns, main.Symbols, bag);
            foreach (Clause clause in scheme.Clauses)
            {
                TableCheck.Run(clause, main.Symbols, bag);
                CapCheck.Run(clause, bag);
                PartsCheck.Run(clause, bag);
            }

            CapCheck.Run(scheme, bag);
            LadderCheck.Run(scheme, main.Columns.Standard("award"), main.Symbols, bag);
            PartsCheck.Run(scheme, bag);
            QuotaCheck.Run(scheme, bag);
        }

        TargetCheck.Run(rules, main.Schemes, main.Symbols, bag);
        return new CheckReport(main.Schemes.Count, main.Schemes.Sum(s => s.Clauses.Count), isUnusable);
    }

    private static Compiled Compile(RuleSet rules, Period? asked, IReadOnlyDictionary<string, string> readings, DiagnosticBag bag)
    {
        Symbols symbols = new();
        ColumnTable columns = new();
        IReadOnlyList<Scheme> schemes = rules.Compile(columns, new BatchSettings(symbols, asked ?? StandIn, readings, new Dictionary<string, string>()), bag);
        return new Compiled(schemes, columns, symbols);
    }

    // Whoever chooses another option meets its mistakes, so they are found now; and what only another option uses is used.
    private static HashSet<string> OtherOptions(RuleSet rules, Scheme scheme, Period? asked, DiagnosticBag bag)
    {
        HashSet<string> used = [];
        foreach (ReadingInForce reading in scheme.Readings)
        {
            foreach (string option in reading.Options.Where(o => o != reading.Option))
            {
                Compiled other = Compile(rules.Only(scheme.Id)!, asked, new Dictionary<string, string> { [reading.Id] = option }, bag);
                used.UnionWith(other.Schemes.FirstOrDefault(s => s.Id == scheme.Id)?.Names.Used ?? []);
            }
        }

        return used;
    }

    private sealed record Compiled(IReadOnlyList<Scheme> Schemes, ColumnTable Columns, Symbols Symbols);
}
