using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Missing articles and departments, and schemes that had expired when the batch begins.</summary>
internal static class HeaderCheck
{
    /// <summary>Looks at each clause's own words.</summary>
    public static void Run(Scheme scheme, Period? asked, DiagnosticBag bag)
    {
        if (asked is { } period && scheme.Effective.Last < period.First) bag.Add(CheckMessages.Expired(scheme.Place, scheme.Id, scheme.Effective.ToString()));
        foreach (Clause clause in scheme.Clauses)
        {
            if (clause.Cite.Length == 0) bag.Add(CheckMessages.NoCite(clause.Place, clause.Id));
            if (clause.Department.Length == 0) bag.Add(CheckMessages.NoDepartment(clause.Place, clause.Id));
        }
    }
}
