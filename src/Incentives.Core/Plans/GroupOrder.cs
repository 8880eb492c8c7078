namespace Incentives.Core.Plans;

/// <summary>The one order of group operations that holds for all schemes.</summary>
internal static class GroupOrder
{
    /// <summary>The operations in the order in which they happen.</summary>
    public static IEnumerable<GroupOperation> Of(IEnumerable<GroupOperation> operations) => operations.OrderBy(g => g.Stage).ThenBy(Inside);

    /// <summary>Whether lines can lack a key of it, beside a doubtful recipient: every line has a name and an award. A rule that only relates clauses groups nothing.</summary>
    public static bool HasOtherKeys(GroupOperation operation) =>
        operation is not OverlapOperation { Keep: Keep.All } && (operation.Grouping.Columns.Any(c => c.Name is not ("recipient" or "award")) || operation.Grouping.Within.Kind is WithinKind.Column or WithinKind.Year);

    // Within stage 8: quantity before money, narrow groups before wide ones, the minimum grant last. The rest as listed.
    private static int Inside(GroupOperation operation) => operation switch
    {
        LimitOperation { IsMinimum: true } => int.MaxValue,
        LimitOperation { IsCount: true } => 0,
        LimitOperation { Stage: 8 } limit => 100 - limit.Grouping.Columns.Count - (limit.Grouping.Within.Kind is WithinKind.Year or WithinKind.Period ? 1 : 0),
        LimitOperation envelope => envelope.Among.Clauses.Count,
        _ => 0,
    };
}
