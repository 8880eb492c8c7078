using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Missing articles and departments.</summary>
internal static class HeaderCheck
{
    /// <summary>Looks at each clause's own words.</summary>
    public static void Run(Scheme scheme, DiagnosticBag bag)
    {
        foreach (Clause clause in scheme.Clauses)
        {
            if (clause.Cite.Length == 0) bag.Add(CheckMessages.NoCite(clause.Place, clause.Id));
            if (clause.Department.Length == 0) bag.Add(CheckMessages.NoDepartment(clause.Place, clause.Id));
        }
    }
}
