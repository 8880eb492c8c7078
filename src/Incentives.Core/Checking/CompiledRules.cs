using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Schemes compiled under certain options, with the columns and names they use.</summary>
internal sealed record CompiledRules(IReadOnlyList<Scheme> Schemes, ColumnTable Columns, Symbols Symbols)
{
    /// <summary>Compiles rules; what the compiler refuses goes to the bag.</summary>
    public static CompiledRules Of(RuleSet rules, Period period, Dictionary<string, string> readings, DiagnosticBag bag)
    {
        Symbols symbols = new();
        ColumnTable columns = new();
        IReadOnlyList<Scheme> schemes = rules.Compile(columns, new BatchSettings(symbols, period, readings, new Dictionary<string, string>()), bag);
        return new CompiledRules(schemes, columns, symbols);
    }
}
