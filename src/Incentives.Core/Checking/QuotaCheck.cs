using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>A quota smaller than the sub-quotas within it.</summary>
internal static class QuotaCheck
{
    /// <summary>Compares counted limits over the same lines and groups: one for all rows, others for some of them.</summary>
    public static void Run(Scheme scheme, DiagnosticBag bag)
    {
        LimitOperation[] counted = [.. scheme.Groups.OfType<LimitOperation>().Where(l => l is { IsCount: true, IsMinimum: false, Amount: ConstantExpr })];
        foreach (LimitOperation quota in counted.Where(l => l.Counted.Tests.Count == 0))
        {
            LimitOperation[] parts = [.. counted.Where(l => l.Counted.Tests.Count > 0 && l.Among.Clauses.SetEquals(quota.Among.Clauses) && SameGroups(l.Grouping, quota.Grouping))];
            // Sub-quotas that can hold the same row may overlap, so only disjoint ones are added.
            bool disjoint = parts.SelectMany((a, i) => parts.Skip(i + 1).Select(b => a.Counted.And(b.Counted))).All(b => b is null);
            Rational most = Value(quota);
            Rational sum = disjoint ? parts.Aggregate(Rational.Zero, (a, p) => a + Value(p)) : parts.Select(Value).DefaultIfEmpty(Rational.Zero).Max();
            string clause = scheme.Clauses.FirstOrDefault(c => quota.Among.Clauses.Contains(c.Index))?.Id ?? "";
            if (sum > most) bag.Add(CheckMessages.QuotaTooSmall(quota.Place, clause, most.ToString(), sum.ToString()));
        }
    }

    private static Rational Value(LimitOperation limit) => ((ConstantExpr)limit.Amount).Value;

    private static bool SameGroups(Grouping a, Grouping b) => a.Within == b.Within && a.Columns.SequenceEqual(b.Columns);
}
