using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>The floors to the scheme's unit that end stages 8 and 10.</summary>
internal static class RoundSql
{
    /// <summary>Adds the part; schemes that count in whole fen need none.</summary>
    public static void Write(SqlScript script, int stage)
    {
        Dialect d = script.Dialect;
        List<string> units = [];
        foreach (Scheme scheme in script.Plan.Schemes.Where(s => s.Rounding.UnitFen > 1 && s.Clauses.Count > 0))
            units.Add($"when l.clause_no between {scheme.Clauses[0].Index} and {scheme.Clauses[^1].Index} then {d.Number(scheme.Rounding.UnitFen)}");
        if (units.Count == 0) return;
        string rest = d.Modulo("l.a", "l.unit");
        string all = string.Join(", ", script.LineColumns.All.Select(c => $"l.{c.Name}"));
        script.Change($"rounded{stage}", $"(select {all}, case {string.Join(" ", units)} else {d.Number(1)} end as unit from {script.Lines} l) l", new Dictionary<string, string>
        {
            ["a"] = $"case when l.live = 1 then l.a - {rest} else l.a end",
            ["reasons"] = $"l.reasons || case when l.live = 1 and {rest} > 0 then ';rounded' else '' end",
            // What rounding takes after a cut belongs to the cut.
            ["cut"] = $"case when l.live = 1 and {rest} > 0 then coalesce(l.cut, 'rounded') else l.cut end",
            ["zeroed"] = $"case when l.live = 1 and {rest} > 0 and {rest} = l.a then coalesce(l.cut, 'rounded') else l.zeroed end",
        }, $"stage {stage}: down to the scheme's unit");
    }
}
