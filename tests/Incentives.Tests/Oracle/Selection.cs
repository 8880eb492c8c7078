using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stages 1 to 3: which clauses a row comes under, and what they grant it.</summary>
internal static class Selection
{
    /// <summary>First and last day of the generated schemes.</summary>
    public const int EffectiveFrom = 20100101, EffectiveTo = 20301231;

    /// <summary>The lines of a row, by clause.</summary>
    public static IEnumerable<Line> LinesOf(Policy policy, Claim claim, int row, IReadOnlyList<Listed> lists)
    {
        if (claim.Recipient.Length == 0) return [Decided(row, claim, null, "rejected", "missing-recipient")];
        if (claim.Award.Length == 0) return [Decided(row, claim, null, "rejected", "missing-award")];
        if (claim.FirstDay is < EffectiveFrom or > EffectiveTo) return [Decided(row, claim, null, "unmatched", "outside-period|no-clause")];
        List<Line> lines = [];
        bool isUnknown = false, needsDate = false;
        for (int i = 0; i < policy.Clauses.Count; i++)
        {
            Provision clause = policy.Clauses[i];
            bool? grants = Grants(clause, claim, out Amount amount);
            if (grants == false || (grants is null && !Filling.Of(claim).Any(filled => Grants(clause, filled, out _) == true))) continue;
            // Nobody to pay it: somebody must say who does.
            bool isFunded = (clause.Fund ?? policy.Fund) is not { } fund || PaymentRule.Split(fund, claim) is not null;
            isUnknown |= grants is null || !isFunded;
            if (grants is null || !isFunded) continue;
            needsDate |= clause.Recur?.Years is not null || policy.Limits.Any(l => l.Years is not null);
            Line line = new(row, claim, clause, i);
            Rate(policy, line, amount);
            foreach (Exclusion exclusion in policy.Exclusions.Where(e => e.Among?.Contains(clause.Id) != false)) Exclude(line, exclusion, lists);
            if (line.IsLive && !HasKeys(policy, line))
            {
                line.Entitled = -1;
                line.Decide("held", line.IsReserved ? "suspended|missing-value" : "missing-value");
            }

            lines.Add(line);
        }

        // A row that some clause could apply to, once a cell is filled, waits under no clause yet.
        if (isUnknown) return [Decided(row, claim, null, "held", "missing-value")];
        if (needsDate && claim.Date is null) return [Decided(row, claim, null, "rejected", "missing-date")];
        return lines.Count > 0 ? lines : [Decided(row, claim, null, "unmatched", "no-clause")];
    }

    private static Line Decided(int row, Claim claim, Provision? clause, string status, string reason)
    {
        Line line = new(row, claim, clause, 0);
        line.Decide(status, reason);
        return line;
    }

    private static bool? Grants(Provision clause, Claim claim, out Amount amount)
    {
        amount = default;
        bool? applies = Logic.Any(clause.When.Select(box => Logic.All(box.Select(c => Logic.Of(c, claim)))));
        return applies == false ? false : Logic.All([applies, Pricing.Of(clause.Grant, claim, out amount)]);
    }

    private static void Rate(Policy policy, Line line, Amount amount)
    {
        Claim claim = line.Claim;
        BigInteger num = amount.Num, den = amount.Den;
        string reason = "full";
        if (amount.IsCeiling && claim.Approved is { } approved)
        {
            reason = approved * den > num ? "above-ceiling" : "approved";
            if (approved * den < num) (num, den) = (approved, 1);
        }
        else if (amount.IsCeiling)
        {
            line.IsOpen = true;
            reason = "ceiling-open";
        }
        else if (claim.Approved is not null)
        {
            reason = "full|approved-ignored";
        }

        line.Entitled = line.Amount = Exact.Round(num, den, policy.Unit);
        // Whether the approved sum is held against the ceiling before or after rounding shows in the code alone.
        if (amount.IsCeiling && claim.Approved is not null && (policy.Unit.Fen > 1 || amount.Den > 1)) reason = "approved|above-ceiling";
        line.IsLive = true;
        line.IsCeiling = amount.IsCeiling;
        line.Zeroed = "rated-zero";
        line.Reason = amount.IsBounded ? reason + "|clause-cap|raised-to-floor" : reason;
    }

    // In the order of the scheme; the first that takes the line out is the last.
    private static void Exclude(Line line, Exclusion exclusion, IReadOnlyList<Listed> lists)
    {
        if (!line.IsLive) return;
        bool? struck = exclusion.List is not null ? IsListed(exclusion, line.Claim, lists) : exclusion.Column == "剔除" ? line.Claim.Struck : line.Claim.Suspended;
        if (struck == false) return;
        if (struck is null)
        {
            line.Entitled = -1;
            line.Decide("held", line.IsReserved ? "suspended|missing-evidence" : "missing-evidence");
        }
        else if (exclusion.Outcome == "held")
        {
            line.IsReserved = true;
            line.Reason = "suspended";
        }
        else
        {
            line.Entitled = -1;
            line.Decide("zero", "excluded", isEvent: true);
        }
    }

    // Who is looked up must be there, and the date that is asked for. Whom no entry names is not on the list, whenever; both days of an entry are on it, and of a month some days may be.
    private static bool? IsListed(Exclusion exclusion, Claim claim, IReadOnlyList<Listed> lists)
    {
        string? name = claim.Text(exclusion.Column);
        int? date = exclusion.AsOf == "applied" ? claim.Applied : claim.Date;
        if (name is null || (exclusion.AsOf is not null && date is null)) return null;
        return Logic.Any(lists.Where(e => e.List == exclusion.List && e.Name == name).Select(e => Covers(e, date)));
    }

    private static bool? Covers(Listed entry, int? date)
    {
        int from = entry.From ?? 0, to = entry.To ?? 99999999;
        if (date is not { } day) return entry.From is null && entry.To is null ? true : null;
        (int first, int last) = day > 1_000_000 ? (day, day) : ((day * 100) + 1, (day * 100) + DateTime.DaysInMonth(day / 100, day % 100));
        return from <= first && last <= to ? true : last < from || to < first ? false : null;
    }

    // A line without a key that some rule counts it by is held before any grouping.
    private static bool HasKeys(Policy policy, Line line)
    {
        Provision clause = line.Clause!;
        var overlaps = policy.Overlaps.Where(o => o.Among.Contains(clause.Id) && o.Keep != "all");
        var limits = clause.Limits.Concat(policy.Limits);
        IEnumerable<string> keys = [.. clause.Recur?.By ?? [], .. clause.Share is null ? [] : new[] { "subject" }, .. overlaps.SelectMany(o => o.By), .. limits.SelectMany(l => l.By)];
        return keys.All(k => line.Claim.Text(k) is not null);
    }
}
