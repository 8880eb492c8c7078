using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Stages 4 to 10 in SQL, in the order that holds for all schemes.</summary>
internal static class GroupSql
{
    /// <summary>Adds the parts of all group operations.</summary>
    public static void Write(SqlScript script)
    {
        // A scheme without them only ends in whole units.
        foreach (GroupOperation operation in script.Plan.Groups.Where(g => g is not OverlapOperation { Keep: Keep.All })) script.Bag.Add(SqlMessages.CannotSay(operation.Place, operation.Word));
        RoundSql.Write(script, 8);
        RoundSql.Write(script, 10);
    }
}
