using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>The field of one file that a column is read from.</summary>
/// <param name="Column">The column.</param>
/// <param name="Field">The field, from 0.</param>
/// <param name="UnitFen">The unit of money, in fen.</param>
internal sealed record FieldColumn(Column Column, int Field, long UnitFen);

/// <summary>Which field of one file each column of the batch is read from.</summary>
/// <param name="FieldCount">Fields the header has.</param>
/// <param name="Columns">The columns found, with field number and the unit of money.</param>
/// <param name="ExtraHeaders">Headers nobody asked for.</param>
internal sealed record FileBinding(int FieldCount, IReadOnlyList<FieldColumn> Columns, IReadOnlyList<string> ExtraHeaders)
{
    /// <summary>The field of a column, or -1.</summary>
    public int Field(string column)
    {
        foreach (FieldColumn c in Columns)
        {
            if (c.Column.Name == column) return c.Field;
        }

        return -1;
    }

    /// <summary>Binds a file's header to a batch's columns.</summary>
    public static FileBinding Bind(RosterFile file, BatchPlan plan, Diagnostics.DiagnosticBag bag)
    {
        Column[] wanted = [.. plan.Columns.Where(c => c.Derived is null)];
        ColumnSpec[] specs = [.. wanted.Select(c => new ColumnSpec(c.Name, c.Headers, KindOf(c.Kind)))];
        HeaderBinding bound = HeaderBinding.Bind(file, specs, bag);
        IEnumerable<FieldColumn> columns = wanted.Zip(bound.Columns, (c, b) => new FieldColumn(c, b.Index, b.Unit.Fen)).Where(p => p.Field >= 0);
        FileBinding binding = new(file.Headers.Count, [.. columns], bound.ExtraHeaders);
        bool noRecipient = binding.Field("recipient") < 0 && binding.Field("recipient-id") < 0 && plan.Unnamed == 0, noAward = binding.Field("award") < 0;
        if (binding.Columns.Count > 0 && (noRecipient || noAward)) bag.Add(EvaluationMessages.NeededColumns(new Diagnostics.Place(file.Name, file.HeaderLine), noRecipient, noAward));
        return binding;
    }

    private static ColumnKind KindOf(ValueKind kind) => kind switch
    {
        ValueKind.Money => ColumnKind.Money,
        ValueKind.Number => ColumnKind.Number,
        ValueKind.Date => ColumnKind.Date,
        ValueKind.Year => ColumnKind.Year,
        ValueKind.Flag => ColumnKind.Flag,
        _ => ColumnKind.Text,
    };
}
