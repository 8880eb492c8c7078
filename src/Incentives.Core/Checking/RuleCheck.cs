using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>How much was checked.</summary>
/// <param name="Schemes">Schemes that could be compiled.</param>
/// <param name="Clauses">Their clauses.</param>
/// <param name="IsUnusable">Whether no rules were found at all.</param>
internal sealed record CheckReport(int Schemes, int Clauses, bool IsUnusable);

/// <summary>Checks rule files: what the compiler refuses, and what analyses over the plan find.</summary>
internal static class RuleCheck
{
    /// <summary>Checks files and folders.</summary>
    public static CheckReport Run(IReadOnlyList<string> paths, string period, DiagnosticBag bag)
    {
        RuleSet rules = RuleSet.Read(paths, bag);
        if (rules.Schemes.Count == 0) return new CheckReport(0, 0, bag.HasErrors);
        // Without a period the analyses stand one in: which year it is does not change what overlaps or is missing.
        Period asked = DateText.TryParse(period, out DateSpan days) ? new Period(days.First, days.Last) : new Period(20240101, 20241231);
        Symbols symbols = new();
        ColumnTable columns = new();
        IReadOnlyList<Scheme> schemes = rules.Compile(columns, new BatchSettings(symbols, asked, new Dictionary<string, string>(), new Dictionary<string, string>()), bag);
        HashSet<string> broken = [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => d.Place.File)];
        foreach (Scheme scheme in schemes.Where(s => !broken.Contains(s.File)))
        {
            HeaderCheck.Run(scheme, bag);
            UnusedCheck.Run(scheme, bag);
            OverlapCheck.Run(scheme, columns, symbols, bag);
            foreach (Clause clause in scheme.Clauses)
            {
                TableCheck.Run(clause, symbols, bag);
                CapCheck.Run(clause, bag);
                PartsCheck.Run(clause, bag);
            }

            CapCheck.Run(scheme, bag);
            LadderCheck.Run(scheme, columns.Standard("award"), symbols, bag);
            PartsCheck.Run(scheme, bag);
            QuotaCheck.Run(scheme, bag);
        }

        return new CheckReport(schemes.Count, schemes.Sum(s => s.Clauses.Count), false);
    }
}
