using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stages 8 and 9: caps by count and by money, the narrow before the wide, the minimum, then envelopes.</summary>
internal static class LimitRule
{
    /// <summary>Applies all limits in their order.</summary>
    public static void Apply(Policy policy, IReadOnlyList<Line> inOrder, Example example)
    {
        var all = policy.Clauses.SelectMany(c => c.Limits.Select(l => (Limit: l, Clause: (Provision?)c))).Concat(policy.Limits.Select(l => (Limit: l, Clause: (Provision?)null)))
            .OrderBy(l => l.Limit.Kind switch { "count" => 0, "money" => 1, _ => 2 }).ThenByDescending(l => l.Limit.Kind == "money" ? l.Limit.By.Count + (l.Limit.Within is "year" or "period" ? 1 : 0) : 0).ToList();
        foreach (var (limit, clause) in all.Where(l => !IsEnvelope(l.Limit) && l.Limit.Kind != "minimum")) Apply(policy, limit, clause, inOrder, example);
        foreach (var (limit, clause) in all.Where(l => l.Limit.Kind == "minimum")) Apply(policy, limit, clause, inOrder, example);
        foreach (Line line in inOrder.Where(l => l.IsLive)) Floor(policy, line);
        // Envelopes of one clause before those of all.
        foreach (var (limit, clause) in all.Where(l => IsEnvelope(l.Limit)).OrderBy(l => l.Clause is null)) Apply(policy, limit, clause, inOrder, example);
    }

    /// <summary>To a multiple of the unit; where a rule cut the line, its code may stay.</summary>
    public static void Floor(Policy policy, Line line) =>
        line.Change(Exact.Floor(line.Amount, policy.Unit.Fen), line.Cut.Length > 0 ? "*" : "rounded");

    /// <summary>What a group was paid before the batch.</summary>
    public static BigInteger PaidBefore(Limit limit, Provision? clause, Claim member, Example example) =>
        Reference.Net(Before(limit, clause, member, example).Select(p => p.Paid ?? 0));

    /// <summary>The group a claim belongs to.</summary>
    public static string Key(Limit limit, Claim claim) =>
        string.Join('/', limit.By.Select(claim.Text)) + (limit.Within == "year" ? $"/{claim.Year}" : "");

    /// <summary>Whether it is money of the scheme rather than of one subject.</summary>
    public static bool IsEnvelope(Limit limit) => limit.Kind == "money" && limit.By.Count == 0;

    private static void Apply(Policy policy, Limit limit, Provision? clause, IReadOnlyList<Line> inOrder, Example example)
    {
        foreach (var group in inOrder.Where(l => l.IsLive && (clause is null || l.Clause == clause)).GroupBy(l => Key(limit, l.Claim)).ToList())
        {
            List<Line> lines = limit.Order == "-amount" ? [.. group.OrderByDescending(l => l.Amount)] : limit.Cut == "优先" ? [.. group.OrderBy(l => l.Claim.Priority)] : [.. group];
            var before = Before(limit, clause, lines[0].Claim, example);
            switch (limit.Kind)
            {
                case "count":
                    Count(limit, lines, Reference.Net(before.Where(p => p.Paid is > 0 or < 0).Select(p => (p.Quantity ?? 1L) * Math.Sign(p.Paid!.Value))));
                    break;
                case "minimum":
                    if (Sum(lines) < limit.Most) lines.ForEach(l => l.Change(0, "below-minimum"));
                    break;
                case "money" when limit.Years is { } years:
                    Sliding(limit, years, lines, before);
                    break;
                default:
                    Money(policy, limit, lines, Reference.Net(before.Select(p => p.Paid ?? 0)));
                    break;
            }
        }
    }

    private static IEnumerable<Past> Before(Limit limit, Provision? clause, Claim member, Example example) =>
        example.History.Where(p => IsMine(clause, p) && IsInside(limit, member, p, example));

    // Paid under this scheme, or a row that does not say; under this clause, or an award of the clause where the row does not say.
    private static bool IsMine(Provision? clause, Past past) =>
        past.Scheme is null or Policy.Id && (clause is null || past.Clause == clause.Id || (past.Clause is null && clause.Awards.Contains(past.Award)));

    private static bool IsInside(Limit limit, Claim member, Past past, Example example) =>
        limit.By.All(c => past.Text(c) == member.Text(c)) && limit.Within switch
        {
            "year" => past.Date / 10000 == member.Year,
            "period" => past.Date / 10000 == int.Parse(example.Period, System.Globalization.CultureInfo.InvariantCulture),
            _ => true,
        };

    private static void Count(Limit limit, List<Line> lines, BigInteger used)
    {
        foreach (Line line in lines.Where(l => l.Amount > 0))
        {
            BigInteger kept = BigInteger.Min(line.Quantity, BigInteger.Max(0, limit.Most - used));
            used += kept;
            line.Change(line.Amount * kept / line.Quantity, "cap-quantity");
        }
    }

    // What history and earlier rows got within so many years of a row leaves its room; the anniversary is within.
    private static void Sliding(Limit limit, int years, List<Line> lines, IEnumerable<Past> before)
    {
        List<(int Day, BigInteger Fen)> given = [.. before.Select(p => (p.Date!.Value, (BigInteger)(p.Paid ?? 0)))];
        foreach (Line line in lines)
        {
            BigInteger used = 0;
            foreach ((int day, BigInteger fen) in given)
            {
                if (line.OrderDay <= RecurRule.Later(day, years)) used = BigInteger.Max(0, used + fen);
            }

            line.Change(BigInteger.Min(line.Amount, BigInteger.Max(0, limit.Most - used)), Code(limit));
            given.Add((line.OrderDay, line.Amount));
        }
    }

    private static void Money(Policy policy, Limit limit, List<Line> lines, BigInteger paid)
    {
        BigInteger room = BigInteger.Max(0, limit.Most - paid), demand = Sum(lines);
        switch (limit.Cut)
        {
            case "refuse":
                if (demand <= room) return;
                foreach (Line line in lines.Where(l => l.Amount > 0 && !l.IsReserved)) (line.IsReserved, line.Reason) = (true, "envelope-exceeded");
                return;
            case "pro-rata":
                if (demand <= room) return;
                BigInteger[] parts = Exact.Apportion(room / policy.Unit.Fen, [.. lines.Select(l => l.Amount)]);
                for (int i = 0; i < lines.Count; i++) lines[i].Change(parts[i] * policy.Unit.Fen, Code(limit));
                return;
            case "stop":
                bool isOpen = true;
                foreach (Line line in lines.Where(l => l.Amount > 0))
                {
                    isOpen &= line.Amount <= room;
                    room -= isOpen ? line.Amount : 0;
                    if (!isOpen) line.Change(0, Code(limit));
                }

                return;
            default:
                foreach (Line line in lines)
                {
                    BigInteger given = BigInteger.Min(room, line.Amount);
                    room -= given;
                    line.Change(given, Code(limit));
                }

                return;
        }
    }

    private static BigInteger Sum(IEnumerable<Line> lines) => lines.Aggregate(BigInteger.Zero, (sum, l) => sum + l.Amount);

    private static string Code(Limit limit) =>
        !IsEnvelope(limit) ? limit.Cut == "pro-rata" ? "cap-year|cap-lifetime|cap-subject|cap-clause|envelope-prorata" : limit.By is ["recipient"] && limit.Within == "year" ? "cap-year" : limit.By is ["recipient"] && limit.Within == "ever" ? "cap-lifetime" : "cap-year|cap-lifetime|cap-subject|cap-clause"
        : limit.Cut switch { "pro-rata" => "envelope-prorata", "优先" => "envelope-priority", _ => "envelope-order|envelope-scheme" };
}
