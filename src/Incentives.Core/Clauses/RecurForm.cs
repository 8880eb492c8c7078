using Incentives.Core.Compilation;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>recur</c>: first time, once in N years, renewal, repeat winner, cool-down.</summary>
internal static class RecurForm
{
    /// <summary>The operation, or null after reporting a mistake.</summary>
    public static RecurOperation? Compile(Scope scope, MapNode map, Clause home, IReadOnlyList<Clause> clauses)
    {
        GroupReader reader = new(scope, map, Shapes.Recur, home, clauses);
        ScalarNode? word = reader.Keys.Node("again") as ScalarNode;
        bool rejected = word is { IsQuoted: false, Text: "rejected" }, held = word is { IsQuoted: false, Text: "held" };
        Expr? again = null;
        if (reader.Keys.Node("again") is { } node && !rejected && !held)
        {
            again = AmountCompiler.CompileAny(scope, node, "again");
            if (again is ConstantExpr { Value.Sign: 0 }) again = null;
            bool isShare = again is ConstantExpr { Kind: ValueKind.Number } share && (share.Text.EndsWith('%') || share.Text.Contains(':', StringComparison.Ordinal));
            if (again is not null && again.Kind != ValueKind.Money && !isShare) again = AmountCompiler.Compile(scope, node, ValueKind.Money, "again");
        }

        int first = 1;
        if (reader.Keys.Scalar("first") is { } times)
        {
            if (ValueReader.Number(times.Text) is { IsWhole: true, Sign: > 0 } n && n <= 1000) first = (int)n.Numerator;
            else scope.Report(RuleMessages.NotAValue(times.Place, times.Text, ValueKind.Number.Words()));
        }

        Grouping grouping = reader.Grouping(new Within(WithinKind.Ever));
        if (grouping.Columns.Count == 0) grouping = grouping with { Columns = [scope.Columns.Standard("recipient")] };
        return new RecurOperation
        {
            Place = reader.Place,
            Cite = reader.Cite,
            Among = reader.Among(),
            Grouping = grouping,
            Counted = reader.Counted(),
            Of = Awards(scope, reader),
            CountsPaid = reader.Keys.Text("counts") == "paid",
            First = first,
            Again = again,
            AgainHeld = held,
            AgainRejected = rejected,
        };
    }

    private static RecurAwards Awards(Scope scope, GroupReader reader)
    {
        IReadOnlyList<ScalarNode> names = reader.Keys.Names("of");
        RecurAwardsKind? word = names is [var only] ? only.Text switch
        {
            "award" => RecurAwardsKind.Same,
            "same-or-higher" => RecurAwardsKind.SameOrHigher,
            "family" => RecurAwardsKind.Family,
            _ => null,
        } : null;
        if (names.Count == 0 || word is not null) return new RecurAwards(word ?? RecurAwardsKind.Same, new HashSet<int>());
        return new RecurAwards(RecurAwardsKind.List, names.SelectMany(n => AwardNames.Read(scope, n, ["award", "same-or-higher", "family"])).ToHashSet());
    }
}
