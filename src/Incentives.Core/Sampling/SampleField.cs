using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Sampling;

/// <summary>How a field of the roster gets its text.</summary>
internal enum FieldRole
{
    /// <summary>From the case, or drawn where the case leaves it open.</summary>
    Case,

    Id,
    Code,
    Name,
    Approved,
    Quantity,

    /// <summary>Another recipient, who is paid instead.</summary>
    Payee,
}

/// <summary>One field of the roster.</summary>
/// <param name="Header">Its header: the column's first one that no other column of the sample accepts.</param>
/// <param name="Columns">The columns read from it; several where schemes name different columns alike.</param>
/// <param name="Role">How it gets its text.</param>
internal sealed record SampleField(string Header, IReadOnlyList<Column> Columns, FieldRole Role)
{
    private static readonly string[] Always = ["id", "recipient-id", "recipient", "recipient-kind", "award", "date", "quantity"];

    /// <summary>The fields of a roster that the plan can use whole, in the order of its columns.</summary>
    public static IReadOnlyList<SampleField> Of(BatchPlan plan, PlanReads reads)
    {
        HashSet<Column> used = [.. plan.Clauses.SelectMany(reads.Of), .. Always.Select(plan.Standard)];
        if (plan.Clauses.Any(c => c.Pay.Cases().Any(p => p.IsCeiling))) used.Add(plan.Standard("approved"));
        HashSet<Column> payees = [.. plan.Clauses.Select(c => c.Payee).OfType<Column>()];
        List<SampleField> fields = [];
        Column[] columns = [.. used.Where(c => c.Name is not ("paid" or "scheme" or "clause") || !IsStandard(plan, c)).OrderBy(c => c.Slot)];
        foreach (Column column in columns)
        {
            string header = HeaderOf(column, columns);
            int same = fields.FindIndex(f => HeaderName.Normalize(f.Header) == HeaderName.Normalize(header));
            if (same >= 0) fields[same] = fields[same] with { Columns = [.. fields[same].Columns, column] };
            else fields.Add(new SampleField(header, [column], payees.Contains(column) ? FieldRole.Payee : RoleOf(plan, column)));
        }

        return fields;
    }

    private static string HeaderOf(Column column, Column[] all)
    {
        string[] mine = [.. column.Headers.Count > 0 ? column.Headers : [column.Name]];
        return Array.Find(mine, h => !all.Any(o => o != column && HeaderName.Names(new ColumnSpec(o.Name, o.Headers, ColumnKind.Text), HeaderName.Normalize(h)))) ?? mine[0];
    }

    private static bool IsStandard(BatchPlan plan, Column column) => plan.Standard(column.Name) == column;

    private static FieldRole RoleOf(BatchPlan plan, Column column) => !IsStandard(plan, column) ? FieldRole.Case : column.Name switch
    {
        "id" => FieldRole.Id,
        "recipient-id" => FieldRole.Code,
        "recipient" => FieldRole.Name,
        "approved" => FieldRole.Approved,
        "quantity" => FieldRole.Quantity,
        _ => FieldRole.Case,
    };
}
