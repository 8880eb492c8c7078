using Incentives.Core.Compilation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>share</c>: one pool among several winners.</summary>
internal static class ShareForm
{
    /// <summary>The operation, or null after reporting a mistake.</summary>
    public static ShareOperation? Compile(Scope scope, MapNode map, Clause home, IReadOnlyList<Clause> clauses)
    {
        GroupReader reader = new(scope, map, Shapes.Share, home, clauses);
        if (reader.Keys.Node("weight") is not { } node) return null;
        Expr? weight = node is ScalarNode { IsQuoted: false, Text: "equal" }
            ? new ConstantExpr(ValueKind.Number, Rational.One, "equal")
            : AmountCompiler.CompileAny(scope, node, "weight");
        if (weight is null) return null;
        return new ShareOperation
        {
            Place = reader.Place,
            Cite = reader.Cite,
            Among = reader.Among(),
            Grouping = reader.Grouping(new Within(WithinKind.Ever)),
            Counted = reader.Counted(),
            Weight = weight,
            IsOfWhole = weight.Reads is { IsRatio: true } || Constants(weight).Any(c => c.Text.EndsWith('%') || c.Text.EndsWith('％')),
            RestUnpaid = reader.Keys.Text("rest") == "unpaid",
        };
    }

    private static IEnumerable<ConstantExpr> Constants(Expr expr) =>
        expr is ConstantExpr constant ? [constant] : expr.Parts.SelectMany(Constants);
}
