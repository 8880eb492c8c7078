using Incentives.Core.Compilation;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>limit</c>: caps, quantity caps, envelopes, quotas and the minimum grant.</summary>
internal static class LimitForm
{
    /// <summary>The operation, or null after reporting a mistake.</summary>
    public static LimitOperation? Compile(Scope scope, MapNode map, Clause? home, IReadOnlyList<Clause> clauses)
    {
        GroupReader reader = new(scope, map, Shapes.Limit, home, clauses);
        bool isMinimum = reader.Keys.Node("at-least") is not null;
        string key = isMinimum ? "at-least" : "at-most";
        if (reader.Keys.Node(key) is not { } node)
        {
            scope.Report(RuleMessages.MissingKey(map.Place, "at-most", Shapes.Limit.Name, new("最多多少", "how much at most")));
            return null;
        }

        if (isMinimum && reader.Keys.Node("at-most") is not null)
        {
            scope.Report(RuleMessages.TwoAmounts(map.Entry("at-least")!.KeyPlace, "at-most", "at-least"));
            return null;
        }

        if (AmountCompiler.Bound(scope, node, AmountCompiler.CompileAny(scope, node is ListNode l ? l.Items[0] : node, key)?.Kind ?? ValueKind.Money, true, key) is not { } amount) return null;
        bool isCount = amount.Kind != ValueKind.Money;
        Grouping grouping = reader.Grouping(new Within(WithinKind.Ever));
        if (reader.Keys.Node("within") is null && !isMinimum && !grouping.IsPerRow)
        {
            scope.Report(RuleMessages.LimitNeedsWithin(map.Place));
            return null;
        }

        bool isEnvelope = grouping.Columns.Count == 0 && !grouping.IsPerRow && !isCount && !isMinimum;
        (Cut cut, Column? priority) = CutOf(scope, reader, isEnvelope, map);
        if (grouping.Within.Kind == WithinKind.Back && (isCount || isMinimum || cut != Cut.InOrder))
            scope.Report(RuleMessages.DurationOnlyInRecur(map.Place, reader.Keys.Text("within")));
        LineSet among = reader.Among();
        if (isCount && !isMinimum && cut != Cut.Report)
        {
            foreach (Clause clause in clauses.Where(c => among.MayInclude(c, scope.Columns.Standard("award")) && !IsLinear(c, scope.Columns.Standard("quantity"))))
                scope.Report(RuleMessages.QuantityNotLinear(map.Place, clause.Id, clause.Place));
        }

        return new LimitOperation
        {
            Place = reader.Place,
            Cite = reader.Cite,
            Among = among,
            IsAfterEnvelope = reader.Keys.Text("after") == "envelope",
            Grouping = grouping,
            Counted = reader.Counted(),
            IsCount = isCount,
            IsMinimum = isMinimum,
            Amount = amount,
            Cut = cut,
            PriorityColumn = priority,
            Order = reader.Order(Ordering.ByDate),
        };
    }

    // A quantity limit pays the kept part of a row, which is only right where each item pays the same.
    private static bool IsLinear(Clause clause, Column quantity)
    {
        bool perItem = clause.Pay.Steps.Any(s => s is PerItemStep);
        return !clause.Pay.Exprs().SelectMany(e => e.AllReads()).Contains(quantity) && !(perItem && clause.Pay.Steps.Any(s => s is AtMostStep or AtLeastStep or PlusStep or RoundStep));
    }

    private static (Cut Cut, Column? Priority) CutOf(Scope scope, GroupReader reader, bool isEnvelope, MapNode map)
    {
        if (reader.Keys.Scalar("cut") is not { } word)
        {
            if (isEnvelope) scope.Report(RuleMessages.EnvelopeNeedsCut(map.Place));
            return (Cut.InOrder, null);
        }

        return word.Text switch
        {
            "in-order" => (Cut.InOrder, null),
            "pro-rata" => (Cut.ProRata, null),
            "refuse" => (Cut.Refuse, null),
            "report" => (Cut.Report, null),
            "stop" => (Cut.Stop, null),
            _ => (Cut.Priority, scope.Column(word)),
        };
    }
}
