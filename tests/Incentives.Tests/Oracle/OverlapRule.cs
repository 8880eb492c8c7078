using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stages 5 and 7: what several grants are worth together.</summary>
internal static class OverlapRule
{
    private const string Any = "topped-up|lower-award|already-paid|combined|rounded";

    /// <summary>Applies one rule to each of its groups.</summary>
    public static void Apply(Policy policy, Overlap overlap, IReadOnlyList<Line> inOrder, IReadOnlyList<Past> history)
    {
        if (overlap.Keep == "all") return;
        var mine = inOrder.Where(l => l.IsLive && overlap.Among.Contains(l.Clause!.Id));
        string[] awards = [.. policy.Clauses.Where(c => overlap.Among.Contains(c.Id)).SelectMany(c => c.Awards)];
        foreach (var group in mine.GroupBy(l => Key(overlap, l)).ToList())
        {
            Line first = group.First();
            List<Past> before = overlap.By.Count == 0 ? [] : [.. history.Where(p => awards.Contains(p.Award)
                && overlap.By.All(c => p.Text(c) == first.Claim.Text(c)) && (!overlap.InYear || p.Date / 10000 == first.Claim.Year))];
            Group(policy, overlap, [.. group], before);
        }
    }

    private static string Key(Overlap overlap, Line line) => overlap.By.Count == 0
        ? $"row {line.Row}"
        : string.Join('/', overlap.By.Select(line.Claim.Text)) + (overlap.InYear ? $"/{line.Claim.Year}" : "");

    private static void Group(Policy policy, Overlap overlap, List<Line> lines, List<Past> before)
    {
        if (overlap.Keep == "one")
        {
            if (lines.Count > 1 || (before.Count > 0 && overlap.Paid != "ignore")) lines.ForEach(l => l.Decide("held", "exclusive"));
            return;
        }

        BigInteger paid = Reference.Net(before.Select(p => p.Paid ?? 0));
        if (overlap.Paid == "block" && paid > 0)
        {
            lines.ForEach(l => l.Change(0, Any));
            return;
        }

        BigInteger given = overlap.Paid == "deduct" ? paid : 0;
        switch (overlap.Keep)
        {
            case "highest":
                Highest(policy, overlap, lines, given);
                break;
            case "last":
                foreach (Line line in lines) given += Pay(line, line.Amount - given);
                break;
            default:
                Combination(overlap, lines, before, given);
                break;
        }
    }

    // Each line in turn lifts what the group has to its own amount.
    private static void Highest(Policy policy, Overlap overlap, List<Line> lines, BigInteger given)
    {
        bool byAmount = overlap.Order == "-amount" || overlap.By.Count == 0;
        if (byAmount) lines = [.. lines.OrderByDescending(l => l.Amount)];
        if (overlap.Order == "tier")
        {
            lines = [.. lines.OrderByDescending(l => l.Amount > 0).ThenByDescending(l => Ladders.Rung(policy, l.Claim.Award))];
            Pay(lines[0], lines[0].Amount - given);
            lines.Skip(1).ToList().ForEach(l => l.Change(0, Any));
            return;
        }

        foreach (Line line in lines) given += Pay(line, line.Amount - given);
    }

    private static void Combination(Overlap overlap, List<Line> lines, List<Past> before, BigInteger given)
    {
        HashSet<string> titles = [.. before.Where(p => p.Paid is null or >= 0).Select(p => p.Award)];
        foreach (Line line in lines)
        {
            bool isNew = titles.Add(line.Claim.Award);
            BigInteger worth = overlap.Worth[Math.Min(titles.Count, overlap.Worth.Count) - 1];
            BigInteger raise = isNew && line.Amount > 0 ? BigInteger.Max(0, worth - given) : 0;
            given += raise;
            line.Change(raise, Any);
            if (!line.IsReserved) line.Reason += "|combined";
        }
    }

    private static BigInteger Pay(Line line, BigInteger amount)
    {
        line.Change(BigInteger.Max(0, amount), Any);
        return line.Amount;
    }
}
