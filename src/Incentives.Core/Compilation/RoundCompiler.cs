using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>Rounding: <c>{to: 100元, mode: down}</c>.</summary>
internal static class RoundCompiler
{
    /// <summary>The rounding, or null after reporting a mistake.</summary>
    public static Rounding? Compile(Scope scope, Node node)
    {
        if (node is not MapNode map)
        {
            scope.Report(RuleMessages.WrongForm(node.Place, "round", new("{to: 1元, mode: down}", "{to: 1元, mode: down}"), NodeText.Describe(node)));
            return null;
        }

        MapReader reader = new(map, Shapes.Round, scope.Diagnostics);
        if (reader.Scalar("to") is not { } to) return null;
        if (!MoneyText.TryParse(to.Text, out Rational unit) || !unit.IsWhole || unit.Sign <= 0)
        {
            scope.Report(MoneyText.Explain(to.Text, to.Place));
            return null;
        }

        RoundingMode mode = reader.Text("mode") switch
        {
            "half-even" => RoundingMode.HalfEven,
            "down" => RoundingMode.Down,
            "up" => RoundingMode.Up,
            _ => RoundingMode.HalfUp,
        };
        return new Rounding((long)unit.Numerator, mode);
    }
}
