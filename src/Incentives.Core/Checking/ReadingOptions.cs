using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>
/// One scheme under every option of its readings: whoever chooses another option meets its mistakes, so they are found now. All combinations are tried while there are at
/// most <see cref="MostCombinations"/>, else each option with the defaults of the other readings.
/// </summary>
internal sealed class ReadingOptions(RuleSet rules, CompiledRules main, Scheme scheme, Period period)
{
    private const int MostCombinations = 64;

    private readonly List<CompiledScheme> _compiled = [Compile(main, scheme, [])];

    /// <summary>The scheme under all options that were tried, the defaults first.</summary>
    public IReadOnlyList<CompiledScheme> Compiled => _compiled;

    /// <summary>Names of lists, ladders and settings that some option uses.</summary>
    public IReadOnlySet<string> UsedNames => _compiled.SelectMany(c => c.Scheme.Names.Used).ToHashSet();

    /// <summary>Runs the analyses. What only another option brings about is said with that option; what no row reaches is said only if no option changes that.</summary>
    public void Run(DiagnosticBag bag)
    {
        DiagnosticBag reach = new();
        Analyse(main, scheme, bag, reach);
        List<Diagnostic> unreached = [.. reach.Sorted()];
        HashSet<Diagnostic> said = [.. bag.Sorted()];
        foreach (Dictionary<string, string> options in Combinations())
        {
            DiagnosticBag found = new();
            reach = new DiagnosticBag();
            CompiledRules other = CompiledRules.Of(rules.Only(scheme.Id)!, period, options, bag);
            if (bag.HasErrors && bag.Sorted().Any(d => d.Severity == Severity.Error && d.Place.File == scheme.File && d.Code.StartsWith("INC2", StringComparison.Ordinal))) return;
            if (other.Schemes.FirstOrDefault(s => s.Id == scheme.Id) is not { } own) continue;
            _compiled.Add(Compile(other, own, options));
            Analyse(other, own, found, reach);
            foreach (Diagnostic d in found.Sorted().Where(said.Add)) bag.Add(Under(d, options));
            unreached = [.. unreached.Intersect(reach.Sorted())];
        }

        bag.AddRange(unreached);
    }

    private static CompiledScheme Compile(CompiledRules rules, Scheme own, Dictionary<string, string> options) => new(own, rules.Symbols, rules.Columns.Standard("award"), options);

    private static void Analyse(CompiledRules compiled, Scheme scheme, DiagnosticBag bag, DiagnosticBag reach)
    {
        (ColumnTable columns, Symbols symbols) = (compiled.Columns, compiled.Symbols);
        Column award = columns.Standard("award");
        OverlapCheck.Run(scheme, award, symbols, bag);
        TableCheck tables = new(symbols, bag);
        foreach (Clause clause in scheme.Clauses)
        {
            tables.Run(clause);
            PartsCheck.Run(clause, bag);
        }

        foreach (Column column in columns.All.Where(c => c.Derived is not null && c.Declared.File == scheme.File)) tables.Run(column);
        BracketCheck.Run(scheme, symbols, bag);
        new CapCheck(scheme, symbols, bag).Run();
        new LadderCheck(scheme, award, new ColumnLadders(symbols), symbols, bag).Run();
        PartsCheck.Run(scheme, bag);
        QuotaCheck.Run(scheme, bag);
        new ReachCheck(scheme, award, columns.Standard("level"), columns.Standard("recipient-kind"), symbols, reach).Run();
    }

    private static Diagnostic Under(Diagnostic found, Dictionary<string, string> options)
    {
        string text = string.Join(", ", options.Select(o => $"{o.Key}={o.Value}"));
        return found with { What = new Phrase($"{found.What.Zh}（口径 {text} 时）", $"{found.What.En} (with reading {text})") };
    }

    // Those nearest to the defaults first, so that a finding is said with the fewest options.
    private IEnumerable<Dictionary<string, string>> Combinations()
    {
        List<Dictionary<string, string>> all = [[]];
        List<Dictionary<string, string>> single = [];
        long count = scheme.Readings.Aggregate(1L, (n, r) => Math.Min(n * Math.Max(1, r.Options.Count), MostCombinations + 1));
        foreach (ReadingInForce reading in scheme.Readings)
        {
            foreach (string option in reading.Options.Where(o => o != reading.Option))
            {
                single.Add(new() { [reading.Id] = option });
                if (count <= MostCombinations) all.AddRange([.. all.Where(o => !o.ContainsKey(reading.Id)).Select(o => new Dictionary<string, string>(o) { [reading.Id] = option })]);
            }
        }

        return (count <= MostCombinations ? all : single).Where(o => o.Count > 0).OrderBy(o => o.Count);
    }
}
