using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>overlap</c>: highest only, top-up, stacking, exclusion, combination.</summary>
internal static class OverlapForm
{
    private static readonly string[] Words = ["all", "highest", "last", "one"];

    /// <summary>The operation, or null after reporting a mistake.</summary>
    public static OverlapOperation? Compile(Scope scope, MapNode map, Clause? home, IReadOnlyList<Clause> clauses)
    {
        GroupReader reader = new(scope, map, Shapes.Overlap, home, clauses);
        if (reader.Keys.Node("keep") is not { } keepNode) return null;
        Keep keep = Keep.All;
        List<long> worth = [];
        if (keepNode is MapNode table)
        {
            keep = Keep.ByCount;
            if (!Worth(scope, table, worth)) return null;
        }
        else
        {
            string word = NodeText.Describe(keepNode);
            keep = word switch { "highest" => Keep.Highest, "last" => Keep.Last, "one" => Keep.One, _ => Keep.All };
            if (!Words.Contains(word))
            {
                scope.Report(RuleMessages.NotAChoice(keepNode.Place, "keep", word, [.. Words, "{by: count, 1: …}"], Suggestion.Nearest(word, Words)));
                return null;
            }
        }

        LineSet among = reader.Among();
        HashSet<int> awards = [.. among.Awards];
        Column award = scope.Columns.Standard("award");
        bool any = false;
        foreach (Clause clause in clauses.Where(c => among.Clauses.Contains(c.Index)))
        {
            if (clause.Awards(award) is { } own) awards.UnionWith(own);
            else any = true;
        }

        Grouping grouping = reader.Grouping(new Within(WithinKind.Ever));
        bool isPerRow = reader.Keys.Node("by") is null || grouping.IsPerRow;
        if (reader.Keys.Node("paid") is { } paid && (keep == Keep.All || isPerRow))
            scope.Report(RuleMessages.PaidWithoutMeaning(paid.Place, keep == Keep.All));
        return new OverlapOperation
        {
            Place = reader.Place,
            Cite = reader.Cite,
            Among = among,
            Grouping = grouping,
            Counted = reader.Counted(),
            Keep = keep,
            Paid = reader.Keys.Text("paid") switch
            {
                "ignore" => PaidBefore.Ignore,
                "block" => PaidBefore.Block,
                _ => PaidBefore.Deduct,
            },
            // Highest only pays the highest in full, unless the scheme states an order.
            Order = reader.Order(keep == Keep.Highest ? new Ordering(true, false, null, true) : Ordering.ByDate),
            Awards = any ? null : awards,
            WorthByCount = worth,
            IsPerRow = isPerRow,
        };
    }

    private static bool Worth(Scope scope, MapNode table, List<long> worth)
    {
        foreach (MapEntry entry in table.Entries)
        {
            if (entry.Key == "by") continue;
            if (ValueReader.Number(entry.Key) is not { IsWhole: true } count || count != worth.Count + 1)
            {
                scope.Report(RuleMessages.NotAValue(entry.KeyPlace, entry.Key, new($"个数 {worth.Count + 1}", $"the count {worth.Count + 1}")));
                return false;
            }

            if (AmountCompiler.Compile(scope, entry.Value, ValueKind.Money, "keep") is not ConstantExpr { Value.IsWhole: true } amount) return false;
            long fen = (long)amount.Value.Numerator;
            if (worth.Count > 0 && fen < worth[^1])
            {
                scope.Report(RuleMessages.CombinationFalls(entry.KeyPlace));
                return false;
            }

            worth.Add(fen);
        }

        return worth.Count > 0;
    }
}
