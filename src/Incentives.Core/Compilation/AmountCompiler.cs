using Incentives.Core.Clauses;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Amounts: the one grammar of what stands after <c>fixed</c>, <c>up-to</c>, <c>is</c>, <c>times</c>, <c>at-most</c> and in tables.</summary>
internal static class AmountCompiler
{
    private static readonly string[] Modifiers = ["times", "plus", "at-least", "at-most", "round"];

    /// <summary>An amount of one kind, or null after reporting a mistake.</summary>
    public static Expr? Compile(Scope scope, Node node, ValueKind expected, string key)
    {
        if (Compile(scope, node, key, expected) is not { } expr) return null;
        Expr fitted = As(expr, expected);
        bool fits = fitted.Kind == expected || (expected == ValueKind.Number && fitted.Kind == ValueKind.Year);
        if (fits) return fitted;
        if (expected == ValueKind.Money && node is ScalarNode bare && fitted is ConstantExpr) scope.Report(MoneyText.Explain(bare.Text, bare.Place));
        else scope.Report(RuleMessages.WrongKind(node.Place, NodeText.Describe(node), expected.Words(), fitted.Kind.Words()));
        return null;
    }

    /// <summary>An amount of whatever kind it turns out to be (for derived columns).</summary>
    public static Expr? CompileAny(Scope scope, Node node, string key) => Compile(scope, node, key, null);

    /// <summary>A bare 0 or an unpublished amount as the kind that is wanted; anything else unchanged.</summary>
    public static Expr As(Expr expr, ValueKind kind) =>
        expr is UnpublishedExpr && kind is ValueKind.Money or ValueKind.Number ? new UnpublishedExpr(kind)
        : expr is ConstantExpr { Value.Sign: 0 } zero && kind is ValueKind.Money or ValueKind.Number && expr.Kind != kind
            ? new ConstantExpr(kind, Rational.Zero, zero.Text)
            : expr;

    /// <summary>A cap or floor: one amount, or a list of which the tightest holds.</summary>
    public static Expr? Bound(Scope scope, Node node, ValueKind kind, bool isCap, string key)
    {
        if (node is not ListNode list) return Compile(scope, node, kind, key);
        List<Expr> parts = [];
        foreach (Node item in list.Items)
        {
            if (Compile(scope, item, kind, key) is not { } part) return null;
            parts.Add(part);
        }

        return parts.Count == 1 ? parts[0] : new ExtremeExpr(isCap, parts);
    }

    /// <summary>The steps that follow an amount, in the language's fixed order.</summary>
    public static IReadOnlyList<RateStep>? Steps(Scope scope, MapNode map, ValueKind kind)
    {
        List<RateStep> steps = [];
        bool good = true;
        void Add(string key, ValueKind wanted, bool isBound, Func<Expr, Diagnostics.Place, RateStep> make)
        {
            if (map[key] is not { } node || node is ScalarNode { Text: "none", IsQuoted: false }) return;
            Expr? expr = isBound ? Bound(scope, node, wanted, key == "at-most", key) : Compile(scope, node, wanted, key);
            if (expr is null) good = false;
            else steps.Add(make(expr, map.Entry(key)!.KeyPlace));
        }

        Add("times", ValueKind.Number, false, (e, place) => new TimesStep(e) { Place = place });
        Add("plus", kind, false, (e, place) => new PlusStep(e) { Place = place });
        Add("at-least", kind, true, (e, place) => new AtLeastStep(e) { Place = place });
        Add("at-most", kind, true, (e, place) => new AtMostStep(e) { Place = place });
        if (map["round"] is { } round)
        {
            if (RoundCompiler.Compile(scope, round) is { } rounding) steps.Add(new RoundStep(rounding));
            else good = false;
        }

        return good ? steps : null;
    }

    private static Expr? Compile(Scope scope, Node node, string key, ValueKind? expected)
    {
        switch (node)
        {
            case ScalarNode { IsQuoted: false, Text: "none" }:
                return new NoneExpr(key == "at-most", expected ?? ValueKind.Money);
            case ScalarNode scalar:
                return ExpressionParser.Parse(scope, scalar);
            case MapNode map when map["is"] is not null:
                return Nested(scope, map, map["is"]!, key, expected);
            case MapNode map when map["by"] is not null:
                return Modified(scope, map, TableCompiler.Compile(scope, map, key, expected));
            case MapNode map when map["marginal"] is not null:
                return Modified(scope, map, MarginalCompiler.Compile(scope, map, key, expected));
            default:
                scope.Report(RuleMessages.WrongForm(node.Place, key,
                    new("金额、算式，或含 by、is、marginal 的表", "an amount, an expression, or a table with by, is or marginal"), NodeText.Describe(node)));
                return null;
        }
    }

    private static Expr? Nested(Scope scope, MapNode map, Node core, string key, ValueKind? expected)
    {
        _ = new MapReader(map, Shapes.Nested, scope.Diagnostics);
        Expr? inner = expected is { } kind ? Compile(scope, core, kind, key) : CompileAny(scope, core, key);
        return Modified(scope, map, inner);
    }

    private static Expr? Modified(Scope scope, MapNode map, Expr? inner)
    {
        if (inner is null || !Modifiers.Any(m => map[m] is not null)) return inner;
        return Steps(scope, map, inner.Kind) is { } steps ? new SteppedExpr(inner, steps) : null;
    }
}
