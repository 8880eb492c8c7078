using Incentives.Core.Traces;

namespace Incentives.Core.Plans;

/// <summary>The values a step looked at, written for people. Only called while somebody is tracing.</summary>
internal static class RowInputs
{
    /// <summary>The cells of some columns, each once; an absent one is empty.</summary>
    public static IReadOnlyList<StepInput> Of(Row row, IEnumerable<Column> columns) =>
        row.Steps is null ? [] : [.. columns.Distinct().Select(c => new StepInput(c.Name, row.Symbols.Show(c, row[c.Slot])))];
}
