using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stages 1 to 3: which clauses a row comes under, and what they grant it.</summary>
internal static class Selection
{
    /// <summary>First and last day of the generated schemes.</summary>
    public const int EffectiveFrom = 20100101, EffectiveTo = 20301231;

    /// <summary>The lines of a row, by clause.</summary>
    public static IEnumerable<Line> LinesOf(Policy policy, Claim claim, int row)
    {
        if (claim.Recipient.Length == 0) return [Decided(row, claim, null, "rejected", "missing-recipient")];
        if (claim.Award.Length == 0) return [Decided(row, claim, null, "rejected", "missing-award")];
        if (claim.FirstDay is < EffectiveFrom or > EffectiveTo) return [Decided(row, claim, null, "unmatched", "outside-period|no-clause")];
        List<Line> lines = [];
        bool isUnknown = false, needsDate = false;
        for (int i = 0; i < policy.Clauses.Count; i++)
        {
            Provision clause = policy.Clauses[i];
            bool? applies = Any(clause.When.Select(box => All(box.Select(c => Holds(c, claim)))));
            bool? priced = applies == false ? false : Price(clause.Grant, claim, out _);
            if (applies == false || priced == false) continue;
            Line line = new(row, claim, clause, i);
            isUnknown |= applies is null || priced is null;
            if (applies is null || priced is null) continue;
            needsDate |= clause.Recur?.Years is not null || policy.Limits.Any(l => l.Years is not null);
            Rate(policy, line);
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

    private static void Rate(Policy policy, Line line)
    {
        Claim claim = line.Claim;
        Grant grant = line.Clause!.Grant;
        if (claim.Struck == true)
        {
            line.Entitled = -1;
            line.Decide("zero", "excluded", isEvent: true);
            return;
        }

        if (claim.Struck is null || claim.Suspended is null)
        {
            line.Entitled = -1;
            line.Decide("held", "missing-evidence|suspended");
            return;
        }

        Price(grant, claim, out BigInteger num);
        BigInteger den = 1;
        if (grant.PerItem) num *= line.Quantity;
        if (grant.Times is { } times) (num, den) = (num * times.Num, den * times.Den);
        if (grant.Plus is { } plus) num += plus * den;
        bool isBounded = (grant.AtLeast is { } l && num < l * den) || (grant.AtMost is { } m && num > m * den);
        if (grant.AtLeast is { } least) num = BigInteger.Max(num, least * den);
        if (grant.AtMost is { } most) num = BigInteger.Min(num, most * den);
        if (grant.Round is { } round) (num, den) = (Exact.Round(num, den, round), 1);
        string reason = "full";
        if (grant.IsCeiling && claim.Approved is { } approved)
        {
            reason = approved * den > num ? "above-ceiling" : "approved";
            if (approved * den < num) (num, den) = (approved, 1);
        }
        else if (grant.IsCeiling)
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
        if (grant.IsCeiling && claim.Approved is not null && policy.Unit.Fen > 1) reason = "approved|above-ceiling";
        line.IsLive = true;
        line.IsReserved = claim.Suspended == true;
        line.Zeroed = "rated-zero";
        line.Reason = line.IsReserved ? "suspended" : isBounded ? reason + "|clause-cap|raised-to-floor" : reason;
        if (!HasKeys(policy, line))
        {
            line.Entitled = -1;
            line.Decide("held", line.IsReserved ? "suspended|missing-value" : "missing-value");
        }
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

    // The amount before anything follows it: false when no row of the table is meant, null when nobody can say.
    private static bool? Price(Grant grant, Claim claim, out BigInteger fen)
    {
        fen = grant.Sum;
        if (grant.Table is not { } table) return true;
        bool isUnknown = false;
        foreach ((string[] outer, string[]? inner, long sum) in table.Rows)
        {
            bool? meant = All([Among(claim.Text(table.By[0]), outer), inner is null ? true : Among(claim.Text(table.By[1]), inner)]);
            if (meant == true)
            {
                fen = sum;
                return true;
            }

            isUnknown |= meant is null;
        }

        if (isUnknown) return null;
        fen = table.Else ?? 0;
        return table.Else is not null;
    }

    private static bool? Holds(Condition c, Claim claim)
    {
        string? text = claim.Text(c.Column);
        return c.Kind switch
        {
            ConditionKind.Present => text is not null,
            ConditionKind.Absent => text is null,
            ConditionKind.OneOf => Among(text, c.Values),
            ConditionKind.NoneOf => !Among(text, c.Values),
            ConditionKind.Closed => claim.Rank is { } r ? r >= c.Low && r <= c.High : null,
            _ => claim.Rank is { } r ? r >= c.Low && r < c.High : null,
        };
    }

    private static bool? Among(string? text, IReadOnlyList<string> values) => text is null ? null : values.Contains(text);

    private static bool? All(IEnumerable<bool?> parts) => parts.Any(p => p == false) ? false : parts.Any(p => p is null) ? null : true;

    private static bool? Any(IEnumerable<bool?> parts) => parts.Any(p => p == true) ? true : parts.Any(p => p is null) ? null : false;
}
