using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stage 4: earlier awards or payments change what a row gets.</summary>
internal static class RecurRule
{
    /// <summary>Takes the rules in the order of their clauses, each line after the other; what came before is already decided.</summary>
    public static void Apply(Policy policy, IReadOnlyList<Line> inOrder, IReadOnlyList<Past> history)
    {
        foreach (Provision clause in policy.Clauses.Where(c => c.Recur is not null))
        {
            for (int i = 0; i < inOrder.Count; i++)
            {
                if (inOrder[i].IsLive && inOrder[i].Clause == clause && Earlier(policy, clause.Recur!, inOrder[i], inOrder.Take(i), history) >= clause.Recur!.First)
                    Repeat(policy, clause.Recur, inOrder[i]);
            }
        }
    }

    /// <summary>The same day so many years later; 28 February where there is no 29th.</summary>
    public static int Later(int day, int years)
    {
        DateOnly date = new DateOnly(day / 10000, day / 100 % 100, day % 100).AddYears(years);
        return (date.Year * 10000) + (date.Month * 100) + date.Day;
    }

    private static int Earlier(Policy policy, Recur recur, Line line, IEnumerable<Line> before, IReadOnlyList<Past> history)
    {
        Past[] mine = [.. history.Where(p => IsMeant(policy, recur, line, p.Award) && recur.By.All(c => p.Text(c) == line.Claim.Text(c)) && (!recur.InYear || p.Date / 10000 == line.Claim.Year))];
        int past = mine.GroupBy(p => p.Award).Sum(g => (recur.CountsPaid ? Kept(g) : [.. g.Where(p => p.Paid is null or >= 0)]).Count(p => IsNear(recur, line, p.Date!.Value)));
        // The lines of one row are one award, under whichever clause.
        return past + before.Where(o => o.Row != line.Row && IsEvent(recur, o) && IsMeant(policy, recur, line, o.Claim.Award) && recur.By.All(c => o.Claim.Text(c) == line.Claim.Text(c))
            && (!recur.InYear || o.Claim.Year == line.Claim.Year) && IsNear(recur, line, o.OrderDay)).Select(o => o.Row).Distinct().Count();
    }

    private static bool IsEvent(Recur recur, Line other) => recur.CountsPaid ? other.IsLive && other.Amount > 0 : other.IsLive || other.IsEvent;

    // The anniversary itself is still inside.
    private static bool IsNear(Recur recur, Line line, int day) => recur.Years is not { } years || line.OrderDay <= Later(day, years);

    // Payments that money back has left something of: it takes first from the payments of its own date, then from the latest.
    private static List<Past> Kept(IEnumerable<Past> postings)
    {
        List<Past> kept = [];
        foreach (Past posting in postings.Where(p => p.Paid is not null and not 0))
        {
            if (posting.Paid > 0)
            {
                kept.Add(posting);
                continue;
            }

            long back = -posting.Paid!.Value;
            foreach (Past payment in kept.Where(k => k.Date == posting.Date).Reverse().Concat(kept.Where(k => k.Date != posting.Date).Reverse()).ToList())
            {
                long part = Math.Min(back, payment.Paid!.Value);
                back -= part;
                int at = kept.FindIndex(k => ReferenceEquals(k, payment));
                kept[at] = payment with { Paid = payment.Paid - part };
            }

            kept.RemoveAll(k => k.Paid == 0);
        }

        return kept;
    }

    private static bool IsMeant(Policy policy, Recur recur, Line line, string award)
    {
        string own = line.Claim.Award;
        return recur.Of switch
        {
            "list" => recur.List.Contains(award),
            "family" => own == award || (policy.Ladder.Contains(own) && policy.Ladder.Contains(award)),
            "same-or-higher" => own == award || (policy.Ladder.Contains(own) && Ladders.Rung(policy, award) >= Ladders.Rung(policy, own)),
            _ => own == award,
        };
    }

    private static void Repeat(Policy policy, Recur recur, Line line)
    {
        string late = recur.Years is not null ? "within-years" : recur.InYear ? "within-years|not-first" : "not-first";
        switch (recur.Again)
        {
            case Again.Rejected:
                line.Decide("rejected", late);
                break;
            case Again.Held:
                if (!line.IsReserved) (line.IsReserved, line.Reason) = (true, late);
                break;
            case Again.Amount:
                Replace(line, Exact.Round(recur.AgainFen, 1, policy.Unit), late);
                break;
            case Again.Part:
                Replace(line, Exact.Round(line.Amount * 40, 100, policy.Unit), late);
                break;
            default:
                line.Change(BigInteger.Zero, late);
                break;
        }
    }

    // Never more than a ceiling or what was approved; what is rated at nothing stays so.
    private static void Replace(Line line, BigInteger again, string late)
    {
        if (line.IsCeiling) again = BigInteger.Min(line.Amount, again);
        if (!line.Amount.IsZero) line.Change(again, again.IsZero ? late : "renewal|repeat-reduced");
    }
}
