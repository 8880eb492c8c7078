using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Bands with a hole between them, and tables in which one outer key lacks an inner key that its neighbours have.</summary>
internal sealed class TableCheck(Symbols symbols, DiagnosticBag bag)
{
    private readonly HashSet<Phrase> _said = [];
    private Place _place = Place.Nowhere;
    private Phrase _where = new("", "");
    private IReadOnlyList<Box> _when = [], _elsewhere = [];

    /// <summary>Looks at every table of a clause. A row that another clause takes falls through no hole.</summary>
    public void Run(Clause clause)
    {
        _place = clause.Place;
        _where = new($"条款“{clause.Id}”", $"clause '{clause.Id}'");
        _when = clause.When;
        _elsewhere = [.. clause.Scheme.Clauses.Where(c => c != clause).SelectMany(c => c.Boxes)];
        foreach (TableExpr table in Tables(clause)) Level(table.Top, Box.Everything);
        if (clause.Pay is RowsPay rows) Rows(rows);
    }

    /// <summary>Looks at the tables of a derived column.</summary>
    public void Run(Column column)
    {
        _place = column.Declared;
        _where = new($"列“{column.Name}”", $"column '{column.Name}'");
        (_when, _elsewhere) = ([Box.Everything], []);
        foreach (TableExpr table in All(column.Derived!).OfType<TableExpr>()) Level(table.Top, Box.Everything);
    }

    /// <summary>All tables in a clause's amounts.</summary>
    public static IEnumerable<TableExpr> Tables(Clause clause) => clause.Pay.Exprs().SelectMany(All).OfType<TableExpr>();

    private static IEnumerable<Expr> All(Expr expr) => expr.Parts.SelectMany(All).Prepend(expr);

    private void Level(TableLevel level, Box outer)
    {
        if (level.Else is null && Bands.Hole(level.Column, level.Cells.Select(c => c.Key)) is { } hole && FallsThrough(With(outer, level.Column, hole)) is { } row)
            bag.Add(CheckMessages.BandGap(_place, _where, row));

        TableLevel[] inner = [.. level.Cells.Select(c => c.Entry.Deeper).OfType<TableLevel>()];
        foreach (TableCell cell in level.Cells)
        {
            if (cell.Entry.Deeper is not { } deeper) continue;
            Box here = With(outer, level.Column, cell.Key);
            if (deeper.Else is null) Missing(deeper, inner, here);
            Level(deeper, here);
        }
    }

    // A key that a sibling has and this one does not cover.
    private void Missing(TableLevel own, TableLevel[] siblings, Box here)
    {
        foreach (TableCell other in siblings.Where(s => s.Column == own.Column).SelectMany(s => s.Cells))
        {
            Test? left = own.Cells.Aggregate((Test?)other.Key, (rest, c) => rest is not null && c.Key.Not() is { } not ? rest.And(not) : null);
            if (left is null || FallsThrough(With(here, own.Column, left)) is not { } row) continue;
            if (_said.Add(row)) bag.Add(CheckMessages.MissingCell(_place, _where, row));
        }
    }

    // Decision rows: bands where one column tells them apart, a table of several keys where several do.
    private void Rows(RowsPay rows)
    {
        Column[] columns = [.. rows.Rows.SelectMany(r => r.Box.Tests).Select(t => t.Column).Distinct().Where(c => rows.Rows.All(r => r.Box.On(c) is not null))];
        Box[] boxes = [.. rows.Rows.Select(r => r.Box)];
        foreach (Column column in columns)
        {
            Test[] tests = [.. boxes.Select(b => b.On(column)!)];
            bool isDisjoint = tests.SelectMany((a, i) => tests.Skip(i + 1).Select(b => a.And(b))).All(c => c is null);
            if (isDisjoint && Bands.Hole(column, tests) is { } hole && FallsThrough(BoxAlgebra.One(column, hole)) is { } row) bag.Add(CheckMessages.BandGap(_place, _where, row));
        }

        Column[] names = [.. columns.Where(c => boxes.All(b => b.On(c) is TextTest { IsComplement: false }))];
        if (names.Length > 1) Grid(names, boxes);
    }

    // Rows that fill a table of names but for a few cells; where more than a quarter is empty, they are a list of cases and no table.
    private void Grid(Column[] columns, Box[] boxes)
    {
        IEnumerable<Box> cells = [Box.Everything];
        foreach (Column column in columns)
        {
            int[] names = [.. boxes.SelectMany(b => ((TextTest)b.On(column)!).Symbols).Distinct().OrderBy(symbols.Name, StringComparer.Ordinal)];
            cells = cells.SelectMany(_ => names, (c, n) => With(c, column, new TextTest(new HashSet<int> { n }, false)));
        }

        Box[] all = [.. cells], empty = [.. all.Where(c => !boxes.Any(b => b.And(c) is not null))];
        foreach (Box cell in empty.Length * 4 <= all.Length ? empty : [])
        {
            if (FallsThrough(cell) is { } row && _said.Add(row)) bag.Add(CheckMessages.MissingCell(_place, _where, row));
        }
    }

    // A row of the clause in a hole that no other clause takes.
    private Phrase? FallsThrough(Box hole)
    {
        Box? row = _when.Select(w => w.And(hole)).OfType<Box>().SelectMany(b => BoxAlgebra.Minus(b, _elsewhere)).FirstOrDefault();
        return row is null ? null : Witness.Of(row, symbols);
    }

    private static Box With(Box box, Column column, Test test) => box.And(BoxAlgebra.One(column, test)) ?? box;
}
