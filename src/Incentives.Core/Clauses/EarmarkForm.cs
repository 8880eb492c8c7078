using Incentives.Core.Compilation;
using Incentives.Core.Numbers;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>earmark</c>: what parts of the paid money must be spent on, such as <c>{个人: 40%}</c>.</summary>
internal static class EarmarkForm
{
    /// <summary>The parts; null where nothing is said.</summary>
    public static IReadOnlyList<(string Purpose, Rational Share)>? Compile(Scope scope, Node? node)
    {
        switch (node)
        {
            case null: return null;
            case MapNode map:
                List<(string, Rational)> parts = [];
                foreach (MapEntry entry in map.Entries.Where(e => e.Key != "cite"))
                {
                    if (entry.Value is ScalarNode share && RatioText.TryParse(share.Text, out Rational ratio)) parts.Add((entry.Key, ratio));
                    else scope.Report(RuleMessages.NotAValue(entry.Value.Place, NodeText.Describe(entry.Value), new("比例，如 40%", "a share, such as 40%")));
                }

                return parts;
            default:
                scope.Report(RuleMessages.WrongForm(node.Place, "earmark", new("{用途: 比例}", "{purpose: share}"), NodeText.Describe(node)));
                return [];
        }
    }
}
