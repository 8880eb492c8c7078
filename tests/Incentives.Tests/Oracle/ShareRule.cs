using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stage 6: one pool among the winners of a subject.</summary>
internal static class ShareRule
{
    /// <summary>Applies one clause's sharing to each subject.</summary>
    public static void Apply(Policy policy, Provision clause, IReadOnlyList<Line> inOrder)
    {
        // A partner that is excluded, barred or waiting keeps its place: what it forgoes is not given to the others.
        var mine = inOrder.Where(l => l.Clause == clause && (l.IsLive || l.IsEvent || l.IsPartner) && l.Claim.Subject is not null);
        foreach (var group in mine.GroupBy(l => l.Claim.Subject).ToList()) Group(policy, clause.Share!, [.. group]);
    }

    private static void Group(Policy policy, Share share, List<Line> lines)
    {
        List<Line> live = [.. lines.Where(l => l.IsLive)];
        if (live.Count == 0) return;
        BigInteger?[] weights = [.. lines.Select(l => Weight(share, l.Claim))];
        if (weights.Any(w => w is null))
        {
            live.ForEach(l => l.Decide("held", "share-missing"));
            return;
        }

        BigInteger sum = weights.Aggregate(BigInteger.Zero, (a, b) => a + b!.Value);
        BigInteger whole = share.Weight == "rank" ? 100 : sum;
        if (sum > whole || (sum < whole && !share.RestUnpaid))
        {
            live.ForEach(l => l.Decide("held", sum > whole ? "shares-exceed" : "*"));
            return;
        }

        if (sum.IsZero)
        {
            live.ForEach(l => l.Decide("held", "share-missing"));
            return;
        }

        BigInteger pool = live[0].Entitled, unit = policy.Unit.Fen;
        BigInteger[] parts = Exact.Apportion(pool * sum / whole / unit, [.. weights.Select(w => w!.Value)]);
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            if (!line.IsLive || pool.IsZero) continue;
            BigInteger part = parts[i] * unit;
            line.Change(line.Amount == pool ? part : Exact.Floor(line.Amount * part / pool, policy.Unit.Fen), "shared");
        }
    }

    private static BigInteger? Weight(Share share, Claim claim) => share.Weight switch
    {
        "equal" => 1,
        "权重" => claim.Weight,
        _ => claim.Rank is { } rank && rank >= 1 && rank <= share.Percents.Count ? share.Percents[rank - 1] : null,
    };
}
