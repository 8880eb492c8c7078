using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Sql.Groups;

namespace Incentives.Core.Sql;

/// <summary>A batch as one query: a plan to text.</summary>
internal static class SqlExport
{
    /// <summary>The query that gives the payouts of a batch, or null after reporting what it cannot say.</summary>
    public static SqlText? Write(BatchPlan plan, Period? period, Dialect dialect, DiagnosticBag bag)
    {
        SqlScript script = new(plan, period, dialect, bag);
        SchemeSql[] schemes = [.. plan.Schemes.Select(s => new SchemeSql(script, s))];
        script.Schemes = schemes;
        List<ClauseSql> clauses = [];
        foreach (SchemeSql scheme in schemes)
        {
            ExclusionSql exclusions = new(script, scheme);
            exclusions.WriteLists();
            foreach (Clause clause in scheme.Scheme.Clauses)
            {
                ClauseSql sql = new(script, scheme, exclusions, clause);
                sql.Write();
                clauses.Add(sql);
            }
        }

        SelectSql.Write(script, clauses);
        LinesSql.Write(script);
        PastSql.Write(script, schemes);
        GroupSql.Write(script);
        (string select, IReadOnlyList<string> columns) = ResultSql.Write(script);
        return bag.HasErrors ? null : new SqlText(script, script.Statements(select), columns);
    }
}

/// <summary>A written query.</summary>
/// <param name="Script">What it was written from; knows the input tables it reads.</param>
/// <param name="Statements">The query, and what must stand around it.</param>
/// <param name="Columns">The columns it gives.</param>
internal sealed record SqlText(SqlScript Script, SqlStatements Statements, IReadOnlyList<string> Columns);
