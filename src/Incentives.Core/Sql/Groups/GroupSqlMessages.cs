using Incentives.Core.Diagnostics;

namespace Incentives.Core.Sql.Groups;

/// <summary>What the group stages cannot write as SQL, in one place.</summary>
internal static class GroupSqlMessages
{
    public static Diagnostic FractionUnknown(Place place, string word) =>
        new("INC9250", Severity.Error, place, new($"“{word}”的数要除以名册里的一列，或经过分段、系数，SQL 里没有共同的分母", $"the number of '{word}' is divided by a roster column, or goes through bands or factors: in SQL it has no common denominator"),
            new("列、常数，以及它们的和、积", "columns, constants, their sums and products"), new("在名册里给出算好的一列", "give the number as a column of the roster"));
}
