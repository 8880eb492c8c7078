using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>Missing articles and departments, schemes that had expired, and readings that nobody decided.</summary>
internal static class HeaderCheck
{
    // What people write where nobody has decided.
    private static readonly string[] Nobody = ["", "未定", "待定", "无", "暂无", "nobody", "none", "tbd"];

    /// <summary>Looks at the scheme's own words.</summary>
    /// <param name="scheme">The scheme.</param>
    /// <param name="effective">Where it says when it is in force.</param>
    /// <param name="day">The day on which it should be in force, as yyyymmdd.</param>
    /// <param name="bag">Where findings go.</param>
    public static void Run(Scheme scheme, Place effective, int day, DiagnosticBag bag)
    {
        if (scheme.Effective.Last < day && scheme.Status is not ("expired" or "superseded"))
        {
            // Only these two say that the scheme is in force, or is to be.
            Severity severity = scheme.Status is "in-force" or "consultation" ? Severity.Warning : Severity.Note;
            bag.Add(CheckMessages.Expired(effective, severity, scheme.Id, scheme.Effective.ToString(), new Period(day, day).ToString()[..10]));
        }

        foreach (ReadingInForce reading in scheme.Readings.Where(r => r.UsedAt.Count > 0 && Nobody.Contains(r.DecidedBy?.Trim().ToLowerInvariant() ?? "")))
            bag.Add(CheckMessages.NobodyDecided(reading.DeclaredAt, reading.Id, reading.Question, reading.Default));
        foreach (Clause clause in scheme.Clauses)
        {
            if (clause.Cite.Length == 0) bag.Add(CheckMessages.NoCite(clause.Place, clause.Id));
            if (clause.Department.Length == 0) bag.Add(CheckMessages.NoDepartment(clause.Place, clause.Id));
        }
    }
}
