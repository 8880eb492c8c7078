namespace Incentives.Core.Sql;

/// <summary>The history of each scheme that looks back.</summary>
internal static class PastSql
{
    /// <summary>Adds the parts.</summary>
    public static void Write(SqlScript script, IReadOnlyList<SchemeSql> schemes)
    {
        SchemeSql[] looking = [.. schemes.Where(s => s.Scheme.Groups.Count > 0)];
        if (looking.Length == 0) return;
        script.Add("past_identities", $"select h.seq, {LinesSql.Who("h")} as who\nfrom history h{LinesSql.Join("h")}", "who is meant by each row of the history");
        foreach (SchemeSql scheme in looking) scheme.WritePast();
    }
}
