using Incentives.Core.Compilation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>fund</c>: who pays which part, row by row.</summary>
internal static class FundForm
{
    /// <summary>The split, or null after reporting a mistake.</summary>
    public static FundSplit? Compile(Scope scope, Node node)
    {
        if (node is not MapNode map)
        {
            scope.Report(RuleMessages.WrongForm(node.Place, "fund", new("{市: 1, 县: 1} 或按列的表", "{市: 1, 县: 1} or a table by a column"), NodeText.Describe(node)));
            return null;
        }

        if (map["by"] is not ScalarNode by) return Parts(scope, map) is { } parts ? new FundSplit([(Box.Everything, parts)]) : null;
        if (scope.Column(by) is not { } column) return null;
        List<(Box Box, IReadOnlyList<(string, Rational)> Parts)> cases = [];
        (Box Box, IReadOnlyList<(string, Rational)> Parts)? rest = null;
        foreach (MapEntry entry in map.Entries.Where(e => e.Key != "by"))
        {
            if (entry.Value is not MapNode split || Parts(scope, split) is not { } own)
            {
                if (entry.Value is not MapNode) scope.Report(RuleMessages.WrongForm(entry.Value.Place, "fund", new("{市: 1, 县: 1}", "{市: 1, 县: 1}"), NodeText.Describe(entry.Value)));
                return null;
            }

            if (entry.Key == "else") rest = (Box.Everything, own);
            else if (TestCompiler.Key(scope, column, entry) is { } test) cases.Add((new Box([new ColumnTest(column, test)]), own));
            else return null;
        }

        if (rest is { } last)
        {
            // All other values; an empty cell is no value, and the row waits.
            Test? others = cases.Select(c => c.Box.On(column)!).Aggregate((Test?)new PresenceTest(true), (left, test) => test.Not() is { } not ? left?.And(not) : null);
            if (others is not null) cases.Add((new Box([new ColumnTest(column, others)]), last.Parts));
        }

        return new FundSplit(cases);
    }

    private static List<(string, Rational)>? Parts(Scope scope, MapNode map)
    {
        List<(string, Rational)> parts = [];
        foreach (MapEntry entry in map.Entries)
        {
            if (entry.Value is ScalarNode { IsQuoted: false } weight && ValueReader.Number(weight.Text) is { Sign: >= 0 } value)
            {
                parts.Add((entry.Key, value));
                continue;
            }

            if (entry.Value is ScalarNode reference && reference.Text.StartsWith('$') && scope.Setting(reference.Text[1..], reference.Place) is { } setting
                && ValueReader.Number(setting.Text) is { Sign: >= 0 } named)
            {
                parts.Add((entry.Key, named));
                continue;
            }

            scope.Report(RuleMessages.NotAValue(entry.Value.Place, NodeText.Describe(entry.Value), new("份额，如 1 或 40%", "a share, such as 1 or 40%")));
            return null;
        }

        return parts;
    }
}
