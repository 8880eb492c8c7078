using System.Globalization;
using System.Text;

namespace Incentives.Tests.Oracle;

/// <summary>The model as rule text.</summary>
internal static class PolicyText
{
    /// <summary>A whole scheme file.</summary>
    public static string ToYaml(this Policy policy)
    {
        StringBuilder text = new();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"scheme: {Policy.Id}");
        Line("title: 随机办法");
        Line("status: in-force");
        Line("effective: 2010-01-01..2030-12-31");
        Line("columns: {暂缓: flag, 剔除: flag, 优先: number, 权重: number, 费用: money, 已补: money, 净额: {is: 费用 - 已补}}");
        if (policy.Ladder.Count > 0) Line($"ladders: {{梯队: [{List(policy.Ladder)}]}}");
        if (policy.Unit != new Unit(1, "half-up")) Line($"round: {Round(policy.Unit)}");
        if (policy.Fund is { } fund) Line($"fund: {Split(fund)}");
        if (policy.Exclusions.Count > 0) Line("exclude:");
        foreach (Exclusion exclusion in policy.Exclusions) Line($"  - {Map(Parts(exclusion))}");
        Line("clauses:");
        foreach (Provision clause in policy.Clauses)
        {
            Line($"  - id: {clause.Id}");
            Line(clause.When.Count == 1 ? $"    when: {Box(clause.When[0])}" : "    when:");
            if (clause.When.Count > 1) foreach (var box in clause.When) Line($"      - {Box(box)}");
            Line($"    pay: {Pay(clause.Grant)}");
            if (clause.Recur is { } recur) Line($"    recur: {Map(Parts(recur))}");
            if (clause.Share is { } share) Line($"    share: {Map(Parts(share))}");
            if (clause.Fund is { } own) Line($"    fund: {Split(own)}");
            if (clause.Instalments.Count > 0) Line($"    instalments: [{string.Join(", ", clause.Instalments.Select(i => Map(Parts(i))))}]");
            if (clause.Limits.Count > 0) Line("    limit:");
            foreach (Limit limit in clause.Limits) Line($"      - {Map(Parts(limit))}");
        }

        if (policy.Overlaps.Count > 0) Line("overlap:");
        foreach (Overlap overlap in policy.Overlaps) Line($"  - {Map(Parts(overlap))}");
        if (policy.Limits.Count > 0) Line("limit:");
        foreach (Limit limit in policy.Limits) Line($"  - {Map(Parts(limit))}");
        return text.ToString();
    }

    private static string Box(IReadOnlyList<Condition> box) => Map(Tests(box));

    private static IEnumerable<string> Tests(IReadOnlyList<Condition> box) => box.Select(c => $"{c.Column}: " + c.Kind switch
    {
        ConditionKind.OneOf => c.Values.Count == 1 ? c.Values[0] : $"[{List(c.Values)}]",
        ConditionKind.NoneOf => $"{{not: [{List(c.Values)}]}}",
        ConditionKind.Range => $"{End(c.Column, c.Low)}{(c.IsLowOut ? "<" : "")}..{(c.IsHighOut ? "<" : "")}{End(c.Column, c.High)}",
        ConditionKind.Present => "present",
        _ => "absent",
    });

    private static string End(string column, long? end) => end is not { } number ? "" : column is "费用" or "净额" ? Yuan(number) : string.Create(CultureInfo.InvariantCulture, $"{number}");

    private static string Pay(Grant grant) => Map([.. Parts(grant), $"per: {(grant.PerItem ? "item" : "recipient")}"]);

    private static List<string> Parts(Grant grant)
    {
        List<string> parts = [];
        string sum = grant switch
        {
            { Table: { } table } => Rows(table),
            { Part: { } part } => $"{Ratio((part.Num, part.Den))} of {part.Column}",
            { Marginal: { } marginal } => Bands(marginal),
            _ => Yuan(grant.Sum),
        };
        parts.Add(grant.Rows.Count == 0 ? $"{(grant.IsCeiling ? "up-to" : "fixed")}: {sum}" : $"rows: [{string.Join(", ", grant.Rows.Select(r => Map([.. Tests(r.When), .. Parts(r.Grant)])))}]");
        if (grant.Times is { } times) parts.Add($"times: {Ratio(times)}");
        if (grant.Plus is { } plus) parts.Add($"plus: {Yuan(plus)}");
        if (grant.AtLeast is { } least) parts.Add($"at-least: {Yuan(least)}");
        if (grant.AtMost is { } most) parts.Add($"at-most: {Yuan(most)}");
        if (grant.Round is { } round) parts.Add($"round: {Round(round)}");
        return parts;
    }

    private static string Ratio((int Num, int Den) ratio) => ratio.Den == 100 ? $"{ratio.Num}%" : $"{ratio.Den}:{ratio.Num}";

    private static string Bands(Marginal marginal)
    {
        List<string> parts = [$"marginal: {marginal.Measure}"];
        string from = "";
        foreach ((long? end, bool isEndIn, int rate) in marginal.Bands)
        {
            string to = End(marginal.Measure, end);
            parts.Add($"{from}..{(end is null || isEndIn ? "" : "<")}{to}: {(marginal.Measure == "quantity" ? Yuan(rate) : $"{rate}%")}");
            from = to + (isEndIn ? "<" : "");
        }

        return Map(parts);
    }

    private static IEnumerable<string> Parts(Exclusion exclusion)
    {
        if (exclusion.List is { } list)
        {
            yield return $"listed: {list}";
            yield return $"by: {exclusion.Column}";
            if (exclusion.AsOf is { } column) yield return $"as-of: {column}";
        }
        else
        {
            yield return $"when: {{{exclusion.Column}: 是}}";
        }

        yield return $"outcome: {exclusion.Outcome}";
        if (exclusion.Among is { } among) yield return $"among: [{List(among)}]";
    }

    private static string Split(Fund fund)
    {
        string Weights((string Payer, int Weight)[] parts) => Map(parts.Select(p => $"{p.Payer}: {p.Weight}{(parts.Sum(x => x.Weight) == 100 ? "%" : "")}"));
        return fund.By is not { } by ? Weights(fund.Splits[0].Parts) : Map([$"by: {by}", .. fund.Splits.Select(s => $"{(s.Values.Length == 0 ? "else" : string.Join('|', s.Values))}: {Weights(s.Parts)}")]);
    }

    private static IEnumerable<string> Parts(Instalment one)
    {
        yield return $"pay: {(one.Percent is { } percent ? $"{percent}%" : one.Fen is { } fen ? Yuan(fen) : "rest")}";
        if (one.Due is { } due) yield return $"due: {due}";
    }

    private static string Rows(Table table)
    {
        List<string> parts = [$"by: [{List(table.By)}]"];
        foreach (var outer in table.Rows.GroupBy(r => string.Join('|', r.Outer)))
        {
            bool isFlat = table.By.Count == 1 || outer.First().Inner is null;
            parts.Add($"{outer.Key}: {(isFlat ? Yuan(outer.First().Fen) : Map(outer.Select(r => $"{string.Join('|', r.Inner!)}: {Yuan(r.Fen)}")))}");
        }

        if (table.Else is { } rest) parts.Add($"else: {Yuan(rest)}");
        return Map(parts);
    }

    private static IEnumerable<string> Parts(Recur recur)
    {
        yield return $"by: [{List(recur.By)}]";
        if (recur.Years is { } years) yield return $"within: {years}年";
        if (recur.InYear) yield return "within: year";
        if (recur.Of != "award") yield return recur.Of == "list" ? $"of: [{List(recur.List)}]" : $"of: {recur.Of}";
        if (recur.CountsPaid) yield return "counts: paid";
        if (recur.First > 1) yield return $"first: {recur.First}";
        if (recur.Again != Again.Zero)
            yield return "again: " + recur.Again switch { Again.Amount => Yuan(recur.AgainFen), Again.Held => "held", Again.Part => "40%", _ => "rejected" };
    }

    private static IEnumerable<string> Parts(Overlap overlap)
    {
        yield return $"among: [{List(overlap.Among)}]";
        if (overlap.By.Count > 0)
        {
            yield return $"by: [{List(overlap.By)}]";
            yield return $"within: {(overlap.InYear ? "year" : "ever")}";
            yield return $"order: {overlap.Order}";
        }

        yield return "keep: " + (overlap.Keep == "count" ? Map(["by: count", .. overlap.Worth.Select((w, i) => $"{i + 1}: {Yuan(w)}")]) : overlap.Keep);
        if (overlap.By.Count > 0 && overlap.Keep != "all") yield return $"paid: {overlap.Paid}";
    }

    private static IEnumerable<string> Parts(Share share)
    {
        yield return "by: subject";
        yield return "weight: " + (share.Weight == "rank" ? Map(["by: rank", .. share.Percents.Select((p, i) => $"{i + 1}: {p}%")]) : share.Weight);
        if (share.RestUnpaid) yield return "rest: unpaid";
    }

    private static IEnumerable<string> Parts(Limit limit)
    {
        yield return $"{(limit.Kind == "minimum" ? "at-least" : "at-most")}: {(limit.Kind == "count" ? $"{limit.Most}件" : Yuan(limit.Most))}";
        if (limit.By.Count > 0) yield return $"by: [{List(limit.By)}]";
        yield return $"within: {limit.Within}";
        if (limit.Kind != "minimum") yield return $"cut: {limit.Cut}";
        if (limit.Order != "date") yield return $"order: {limit.Order}";
    }

    private static string Round(Unit unit) => $"{{to: {Yuan(unit.Fen)}, mode: {unit.Mode}}}";

    private static string Map(IEnumerable<string> parts) => "{" + string.Join(", ", parts) + "}";

    private static string List(IEnumerable<string> items) => string.Join(", ", items);

    private static string Yuan(long fen) => fen == 0 ? "0" : fen % 1_000_000 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{fen / 1_000_000}万元")
        : Csv.Yuan(fen) + "元";
}
