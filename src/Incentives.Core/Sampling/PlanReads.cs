using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>What the rules look at: the roster columns behind each clause, and for each column the values that the rules mention.</summary>
internal sealed class PlanReads
{
    private readonly BatchPlan _plan;
    private readonly Dictionary<Column, SortedSet<int>> _words = [];
    private readonly Dictionary<Column, List<Rational>> _edges = [];
    private readonly Dictionary<Clause, IReadOnlyList<Column>> _ofClause = [];

    /// <summary>Walks a plan.</summary>
    public PlanReads(BatchPlan plan)
    {
        _plan = plan;
        foreach (Clause clause in plan.Clauses)
        {
            foreach (Box box in Boxes(clause)) Note(box);
            foreach (Expr expr in Exprs(clause)) Note(expr);
        }

        foreach (Column derived in plan.Columns.Where(c => c.Derived is not null)) Note(derived.Derived!);
        foreach (List<Rational> edges in _edges.Values) edges.Sort();
    }

    /// <summary>The roster column that holds a column's values: itself, or the one it only fills empty cells of.</summary>
    public static Column Root(Column column)
    {
        while (column.Derived is DefaultedExpr { Reads: { } read }) column = read;
        return column;
    }

    /// <summary>The roster columns that a column is worked out from.</summary>
    public static IEnumerable<Column> Roots(Column column) => column.Derived is { } expr ? expr.AllReads().SelectMany(Roots).Distinct() : [column];

    /// <summary>Names that the rules mention for a roster column, as symbols.</summary>
    public IReadOnlyCollection<int> Words(Column column) => _words.TryGetValue(column, out SortedSet<int>? words) ? words : [];

    /// <summary>Ends of ranges that the rules mention for a column, ascending.</summary>
    public IReadOnlyList<Rational> Edges(Column column) => _edges.TryGetValue(column, out List<Rational>? edges) ? edges : [];

    /// <summary>The roster columns that decide what becomes of a clause's rows.</summary>
    public IReadOnlyList<Column> Of(Clause clause)
    {
        if (_ofClause.TryGetValue(clause, out IReadOnlyList<Column>? known)) return known;
        IEnumerable<Column> all = Boxes(clause).SelectMany(b => b.Tests).Select(t => t.Column)
            .Concat(Exprs(clause).SelectMany(e => e.AllReads())).Concat(clause.Pay.Steps.SelectMany(s => s.Reads()))
            .Append(clause.Scheme.VersionBy).Concat(Keys(clause)).Concat(clause.Scheme.Totals);
        if (clause.Payee is { } payee) all = all.Append(payee);
        return _ofClause[clause] = [.. all.SelectMany(Roots).Distinct().OrderBy(c => c.Slot)];
    }

    /// <summary>The columns that a clause's rows are grouped by.</summary>
    public IEnumerable<Column> Keys(Clause clause) =>
        Groups(clause).SelectMany(g => g.Grouping.Within.Column is { } within ? g.Grouping.Columns.Append(within) : g.Grouping.Columns);

    /// <summary>The group rules a clause's rows take part in.</summary>
    public IEnumerable<GroupOperation> Groups(Clause clause) => clause.Scheme.Groups.Where(g => g.Among.MayInclude(clause, _plan.Standard("award")));

    /// <summary>The exclusions of a clause's rows.</summary>
    public static IEnumerable<Exclusion> Exclusions(Clause clause) =>
        clause.Scheme.Exclusions.Where(e => e.Clauses is null || e.Clauses.Clauses.Contains(clause.Index) || e.Clauses.Awards.Count > 0);

    private IEnumerable<Box> Boxes(Clause clause) =>
    [
        .. clause.When, .. clause.Boxes, .. clause.Pay.Cases().Select(c => c.Box), .. clause.Fund?.Cases.Select(c => c.Box) ?? [],
        .. Exclusions(clause).SelectMany(e => e.Boxes), .. Groups(clause).Select(g => g.Counted),
    ];

    private IEnumerable<Expr> Exprs(Clause clause) => clause.Pay.Exprs().Concat(Groups(clause).SelectMany(Exprs));

    private static IEnumerable<Expr> Exprs(GroupOperation group) => group switch
    {
        RecurOperation { Again: { } again } => [again],
        ShareOperation share => [share.Weight],
        OverlapOperation { Order.ByColumn: { } order } => [new ColumnExpr(order)],
        LimitOperation limit => [limit.Amount, .. new[] { limit.PriorityColumn, limit.Order.ByColumn }.OfType<Column>().Select(c => new ColumnExpr(c))],
        _ => [],
    };

    private void Note(Box box)
    {
        foreach (ColumnTest test in box.Tests) Note(test.Column, test.Test);
    }

    private void Note(Expr expr)
    {
        if (expr is TableExpr table)
        {
            foreach ((Box box, _) in table.Paths()) Note(box);
        }

        if (expr is MarginalExpr { Measure.Reads: { } measured } marginal)
        {
            foreach (Band band in marginal.Bands) Edge(Root(measured), band.Low);
        }

        foreach (Expr part in expr.Parts) Note(part);
    }

    private void Note(Column column, Test test)
    {
        Column root = Root(column);
        switch (test)
        {
            case TextTest text:
                if (!_words.TryGetValue(root, out SortedSet<int>? words)) _words[root] = words = [];
                words.UnionWith(text.Symbols);
                break;
            case RangeTest range:
                foreach (Interval interval in range.Intervals)
                {
                    if (interval.Low is { } low) Edge(root, low);
                    if (interval.High is { } high) Edge(root, high);
                }

                break;
        }
    }

    private void Edge(Column column, Rational value)
    {
        if (!_edges.TryGetValue(column, out List<Rational>? edges)) _edges[column] = edges = [];
        if (!edges.Contains(value)) edges.Add(value);
    }
}
