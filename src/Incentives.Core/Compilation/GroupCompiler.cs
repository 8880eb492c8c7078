using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Compilation;

/// <summary>The parameters that <c>recur</c>, <c>overlap</c>, <c>share</c> and <c>limit</c> have in common.</summary>
/// <param name="scope">The scheme's names.</param>
/// <param name="map">The construct.</param>
/// <param name="shape">Its keys.</param>
/// <param name="home">The clause it stands in, or null at scheme level.</param>
/// <param name="clauses">All clauses of the scheme.</param>
internal sealed class GroupReader(Scope scope, MapNode map, Shape shape, Clause? home, IReadOnlyList<Clause> clauses)
{
    private static readonly string[] Words = ["period", "year", "effective", "ever"];

    /// <summary>The construct's own keys.</summary>
    public MapReader Keys { get; } = new(map, shape, scope.Diagnostics);

    /// <summary>The article, of the construct or of its clause.</summary>
    public string Cite => Keys.Text("cite") is { Length: > 0 } own ? own : home?.Cite ?? "";

    /// <summary>Where it stands.</summary>
    public Place Place => map.Place;

    /// <summary>The lines that take part.</summary>
    public LineSet Among()
    {
        IReadOnlyList<Clause> start = home is null ? clauses : [home];
        (List<Clause> clauses1, HashSet<int> awards) = Keys.Node("among") is null ? ([.. start], []) : Named(Keys.Names("among"));
        if (Keys.Node("except") is not null)
        {
            (List<Clause> out1, HashSet<int> outAwards) = Named(Keys.Names("except"));
            clauses1 = [.. clauses1.Except(out1)];
            awards.ExceptWith(outAwards);
        }

        return new LineSet(clauses1, awards, clauses);
    }

    /// <summary>The columns and the reach of the groups.</summary>
    public Grouping Grouping(Within ifAbsent)
    {
        List<Column> columns = [];
        foreach (ScalarNode name in Keys.Names("by"))
        {
            if (name.Text is not ("scheme" or "row") && scope.Column(name) is { } column) columns.Add(column);
        }

        bool isPerRow = Keys.Names("by").Any(n => n.Text == "row");
        return new Grouping(columns, Keys.Scalar("within") is { } text ? Within(text) : ifAbsent, isPerRow);
    }

    /// <summary>Which rows are counted.</summary>
    public Box Counted()
    {
        IReadOnlyList<Box> boxes = TestCompiler.Boxes(scope, Keys.Node("when"));
        if (boxes.Count > 1)
            scope.Report(RuleMessages.Unsupported(Keys.Node("when")!.Place, new("这里的 when 只能是一组条件", "only one set of conditions may stand here"), new("拆成几条", "write several rules")));
        return boxes[0];
    }

    /// <summary>The order in which rows are taken.</summary>
    public Ordering Order(Ordering ifAbsent)
    {
        if (Keys.Scalar("order") is not { } order) return ifAbsent;
        bool descending = order.Text.StartsWith('-');
        string name = descending ? order.Text[1..] : order.Text;
        switch (name)
        {
            case "date" or "line" when !descending: return Ordering.ByDate;
            case "amount": return new Ordering(true, false, null, true);
            case "tier": return new Ordering(false, true, null, true);
            default: return new Ordering(false, false, scope.Column(name, order.Place), descending);
        }
    }

    /// <summary>Clauses and awards that some names mean.</summary>
    public (List<Clause> Clauses, HashSet<int> Awards) Named(IReadOnlyList<ScalarNode> names)
    {
        List<Clause> found = [];
        HashSet<int> awards = [];
        foreach (ScalarNode name in names)
        {
            if (clauses.FirstOrDefault(c => c.Id == name.Text) is { } clause) found.Add(clause);
            else awards.UnionWith(AwardNames.Read(scope, name, clauses.Select(c => c.Id)));
        }

        return (found, awards);
    }

    private Within Within(ScalarNode text)
    {
        switch (text.Text)
        {
            case "ever": return new Within(WithinKind.Ever);
            case "period": return new Within(WithinKind.Period);
            case "year": return new Within(WithinKind.Year);
            case "effective": return new Within(WithinKind.Effective);
        }

        if (DurationText.TryParse(text.Text, out Duration back))
        {
            if (shape != Shapes.Recur && shape != Shapes.Limit) scope.Report(RuleMessages.DurationOnlyInRecur(text.Place, text.Text));
            return new Within(WithinKind.Back, back);
        }

        if (scope.Columns.Find(scope.SchemeId, text.Text) is { } column) return new Within(WithinKind.Column, Column: column);
        IEnumerable<string> known = Words.Concat(scope.Columns.Names(scope.SchemeId));
        scope.Report(RuleMessages.NotAChoice(text.Place, "within", text.Text, [.. Words, "6年", "…"], Suggestion.Nearest(text.Text, known)));
        return new Within(WithinKind.Ever);
    }
}
