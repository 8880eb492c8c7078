using Incentives.Core.Plans;

namespace Incentives.Core.Comparing;

/// <summary>Which clauses of two runs are the same provision: by policy and id; by id alone where each run has one policy, whatever its id.</summary>
internal sealed class ClauseMatch
{
    private readonly int[] _before, _after;

    /// <summary>Numbers the provisions of two plans.</summary>
    public ClauseMatch(BatchPlan before, BatchPlan after)
    {
        bool alone = IsAlone(before) && IsAlone(after);
        Dictionary<(string, string), int> numbers = [];
        int Number(Clause clause)
        {
            (string, string) key = (alone ? "" : clause.Scheme.Policy, clause.Id);
            if (!numbers.TryGetValue(key, out int number)) numbers[key] = number = numbers.Count;
            return number;
        }

        _before = [.. before.Clauses.Select(Number)];
        _after = [.. after.Clauses.Select(Number)];
    }

    /// <summary>Number of the provision of a clause before the change; -1 for none.</summary>
    public int Before(short clause) => clause < 0 ? -1 : _before[clause];

    /// <summary>Number of the provision of a clause after the change; -1 for none.</summary>
    public int After(short clause) => clause < 0 ? -1 : _after[clause];

    private static bool IsAlone(BatchPlan plan) => plan.Schemes.Select(s => s.Policy).Distinct().Count() == 1;
}
