using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>
/// The meaning of a batch, as plainly as it can be written: whole lists, greedy loops, big integers. It shares no code with the
/// engine and knows only the tiny model.
/// </summary>
internal static class Reference
{
    /// <summary>One result per row and clause, by row and clause.</summary>
    public static IReadOnlyList<Result> Evaluate(Example example)
    {
        Policy policy = example.Policy;
        List<Line> lines = [.. example.Roster.SelectMany((claim, row) => Selection.LinesOf(policy, claim, row, example.Lists))];
        List<Line> inOrder = [.. lines.OrderBy(l => l.OrderDay).ThenBy(l => l.Row).ThenBy(l => l.ClauseNumber)];

        RecurRule.Apply(policy, inOrder, example.History);
        foreach (Overlap overlap in policy.Overlaps.Where(o => !o.By.Contains("recipient"))) OverlapRule.Apply(policy, overlap, inOrder, example.History);
        foreach (Provision clause in policy.Clauses.Where(c => c.Share is not null)) ShareRule.Apply(policy, clause, inOrder);
        foreach (Overlap overlap in policy.Overlaps.Where(o => o.By.Contains("recipient"))) OverlapRule.Apply(policy, overlap, inOrder, example.History);
        LimitRule.Apply(policy, inOrder, example);
        foreach (Line line in inOrder.Where(l => l.IsLive)) LimitRule.Floor(policy, line);
        return [.. lines.Select(l => l.ToResult(policy))];
    }

    /// <summary>Net of payments and money back in posting order; money back never drives it below zero.</summary>
    public static BigInteger Net(IEnumerable<long> postings)
    {
        BigInteger net = 0;
        foreach (long posting in postings) net = BigInteger.Max(0, net + posting);
        return net;
    }
}
