using Incentives.Core.Compilation;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Clauses;

/// <summary><c>exclude</c>: who is out, or waits.</summary>
internal static class ExcludeForm
{
    private static readonly string[] Whom = ["when", "unless", "listed"];

    /// <summary>The exclusion, or null after reporting a mistake.</summary>
    public static Exclusion? Compile(Scope scope, MapNode map, IReadOnlyList<Clause> clauses)
    {
        MapReader reader = new(map, Shapes.Exclude, scope.Diagnostics);
        bool isUnless = map["unless"] is not null;
        string[] present = [.. Whom.Where(k => map[k] is not null)];
        if (present.Length != 1)
        {
            scope.Report(present.Length == 0
                ? RuleMessages.MissingKey(map.Place, "when / unless / listed", Shapes.Exclude.Name, new("排除谁", "who is struck"))
                : RuleMessages.TwoAmounts(map.Entry(present[1])!.KeyPlace, present[0], present[1]));
            return null;
        }

        IReadOnlyList<Box> boxes = TestCompiler.Boxes(scope, map[isUnless ? "unless" : "when"]);
        NameList? list = null;
        if (reader.Names("listed") is { Count: > 0 } names)
        {
            Column by = (reader.Scalar("by") is { } who ? scope.Column(who) : null) ?? scope.Columns.Standard("recipient");
            Column? asOf = reader.Scalar("as-of") is { } when ? scope.Column(when) : null;
            list = new NameList([.. names.Select(n => n.Text)], by, asOf ?? scope.Columns.Standard("date"), asOf is not null);
        }

        ExclusionOutcome outcome = reader.Text("outcome") switch
        {
            "held" => ExclusionOutcome.Held,
            "zero" => ExclusionOutcome.Zero,
            _ => ExclusionOutcome.Rejected,
        };
        LineSet? among = null;
        if (map["among"] is not null)
        {
            (List<Clause> named, HashSet<int> awards) = new GroupReader(scope, map, Shapes.Exclude, null, clauses).Named(reader.Names("among"));
            among = new LineSet(named, awards, clauses);
        }

        return new Exclusion(boxes, isUnless, list, outcome, reader.Text("cite"), reader.Text("reason"), among, map.Place);
    }
}
