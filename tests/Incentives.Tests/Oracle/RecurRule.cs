using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stage 4: earlier awards or payments change what a row gets.</summary>
internal static class RecurRule
{
    /// <summary>Takes the lines one after the other; what came before is already decided.</summary>
    public static void Apply(Policy policy, IReadOnlyList<Line> inOrder, IReadOnlyList<Past> history)
    {
        for (int i = 0; i < inOrder.Count; i++)
        {
            Line line = inOrder[i];
            if (!line.IsLive || line.Clause?.Recur is not { } recur) continue;
            int earlier = history.Where(p => Matters(policy, recur, line, p.Award, p.Date, p.Text)).GroupBy(p => (p.Award, Day: recur.Years is null && !recur.InYear ? 0 : p.Date)).Sum(g => Count(recur, [.. g]))
                + inOrder.Take(i).Where(o => o.Row != line.Row && Matters(policy, recur, line, o.Claim.Award, o.Claim.FirstDay, o.Claim.Text)).Count(o => Counts(recur, o));
            if (earlier >= recur.First) Repeat(policy, recur, line);
        }
    }

    // Money back is no award event; a payment that was taken back whole is none that was paid.
    private static int Count(Recur recur, IReadOnlyList<Past> same) =>
        !recur.CountsPaid ? same.Count(p => p.Paid is null or >= 0)
        : Reference.Net(same.Select(p => p.Paid ?? 0)) > 0 ? same.Count(p => p.Paid > 0) : 0;

    private static bool Counts(Recur recur, Line other) => recur.CountsPaid ? other.IsLive && other.Amount > 0 : other.IsLive || other.IsEvent;

    private static bool Matters(Policy policy, Recur recur, Line line, string award, int? date, Func<string, string?> text)
    {
        string own = line.Claim.Award;
        bool isMeant = recur.Of switch
        {
            "list" => recur.List.Contains(award),
            "family" => own == award || (policy.Ladder.Contains(own) && policy.Ladder.Contains(award)),
            "same-or-higher" => own == award || (policy.Ladder.Contains(own) && Ladders.Rung(policy, award) >= Ladders.Rung(policy, own)),
            _ => own == award,
        };
        if (!isMeant || recur.By.Any(c => text(c) != line.Claim.Text(c))) return false;
        int day = line.Claim.FirstDay ?? 0;
        if (recur.InYear) return date / 10000 == day / 10000;
        // The anniversary itself is still inside.
        return recur.Years is not { } years || day <= date + (years * 10000);
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
                BigInteger again = Exact.Round(recur.AgainFen, 1, policy.Unit);
                if (!line.Amount.IsZero) line.Change(line.Clause!.Grant.IsCeiling ? BigInteger.Min(line.Entitled, again) : again, "renewal|repeat-reduced");
                break;
            default:
                line.Change(BigInteger.Zero, late);
                break;
        }
    }
}
