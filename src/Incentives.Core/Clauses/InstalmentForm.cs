using Incentives.Core.Compilation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>instalments</c>: when which part is paid.</summary>
internal static class InstalmentForm
{
    /// <summary>The instalment, or null after reporting a mistake.</summary>
    public static Instalment? Compile(Scope scope, MapNode map)
    {
        MapReader reader = new(map, Shapes.Instalment, scope.Diagnostics);
        if (reader.Scalar("pay") is not { } pay) return null;
        Duration? due = null;
        if (reader.Scalar("due") is { } text)
        {
            if (!DurationText.TryParse(text.Text, out Duration duration))
            {
                scope.Report(RuleMessages.NotAValue(text.Place, text.Text, new("时长，如 2年", "a duration, such as 2年")));
                return null;
            }

            due = duration;
        }

        string needs = reader.Text("needs");
        if (pay.Text == "rest") return new Instalment(null, null, due, needs);
        if (RatioText.TryParse(pay.Text, out Rational share)) return new Instalment(share, null, due, needs);
        if (MoneyText.TryParse(pay.Text, out Rational sum) && sum.IsWhole) return new Instalment(null, (long)sum.Numerator, due, needs);
        scope.Report(RuleMessages.NotAValue(pay.Place, pay.Text, new("比例、金额或 rest", "a share, a sum, or rest")));
        return null;
    }
}
