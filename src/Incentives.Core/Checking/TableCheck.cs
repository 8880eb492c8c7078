using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Bands with a hole between them, and tables in which one outer key lacks an inner key that its neighbours have.</summary>
internal static class TableCheck
{
    /// <summary>Looks at every table of a clause.</summary>
    public static void Run(Clause clause, Symbols symbols, DiagnosticBag bag)
    {
        foreach (TableExpr table in Tables(clause)) Level(clause, table.Top, Box.Everything, symbols, bag);
        if (clause.Pay is RowsPay rows) Gap(clause, rows, symbols, bag);
    }

    /// <summary>All tables in a clause's amounts.</summary>
    public static IEnumerable<TableExpr> Tables(Clause clause) => clause.Pay.Exprs().SelectMany(All).OfType<TableExpr>();

    private static IEnumerable<Expr> All(Expr expr) => expr.Parts.SelectMany(All).Prepend(expr);

    private static void Level(Clause clause, TableLevel level, Box outer, Symbols symbols, DiagnosticBag bag)
    {
        if (level.Else is null && level.Column.Kind != ValueKind.Text)
        {
            RangeTest? hole = Hole(level.Column, level.Cells.Select(c => c.Key));
            if (hole is not null) bag.Add(CheckMessages.BandGap(clause.Place, clause.Id, Witness.Of(With(outer, level.Column, hole), symbols)));
        }

        TableLevel[] inner = [.. level.Cells.Select(c => c.Entry.Deeper).OfType<TableLevel>()];
        foreach (TableCell cell in level.Cells)
        {
            if (cell.Entry.Deeper is not { } deeper) continue;
            Box here = With(outer, level.Column, cell.Key);
            if (deeper.Else is null) Missing(clause, deeper, inner, here, symbols, bag);
            Level(clause, deeper, here, symbols, bag);
        }
    }

    // A key that a sibling has and this one does not cover at all.
    private static void Missing(Clause clause, TableLevel own, TableLevel[] siblings, Box here, Symbols symbols, DiagnosticBag bag)
    {
        HashSet<string> said = [];
        foreach (TableCell other in siblings.Where(s => s.Column == own.Column).SelectMany(s => s.Cells))
        {
            Test? left = own.Cells.Aggregate((Test?)other.Key, (rest, c) => rest is not null && c.Key.Not() is { } not ? rest.And(not) : null);
            if (left is null || own.Column.Kind != ValueKind.Text) continue;
            Phrase witness = Witness.Of(With(here, own.Column, left), symbols);
            if (said.Add(witness.En)) bag.Add(CheckMessages.MissingCell(clause.Place, clause.Id, witness));
        }
    }

    // Decision rows on one number column with the same other conditions are bands, too.
    private static void Gap(Clause clause, RowsPay rows, Symbols symbols, DiagnosticBag bag)
    {
        foreach (Column column in rows.Rows.SelectMany(r => r.Box.Tests).Select(t => t.Column).Where(c => c.Kind is not ValueKind.Text and not ValueKind.Flag).Distinct())
        {
            Test[] tests = [.. rows.Rows.Select(r => r.Box.On(column)).OfType<Test>()];
            bool isBand = rows.Rows.All(r => r.Box.On(column) is not null) && tests.Length > 1 && tests.SelectMany((a, i) => tests.Skip(i + 1).Select(b => a.And(b))).All(c => c is null);
            if (isBand && Hole(column, tests) is { } hole) bag.Add(CheckMessages.BandGap(clause.Place, clause.Id, Witness.Of(With(Box.Everything, column, hole), symbols)));
        }
    }

    // What lies between the lowest and the highest band and in none of them.
    private static RangeTest? Hole(Column column, IEnumerable<Test> keys)
    {
        Interval[] bands = [.. keys.OfType<RangeTest>().SelectMany(t => t.Intervals)];
        // Single values (ranks, years) are a list, not bands.
        if (bands.Length < 2 || bands.All(b => b.Low is { } low && b.High == low)) return null;
        Rational? low = bands.Any(b => b.Low is null) ? null : bands.Min(b => b.Low!.Value), high = bands.Any(b => b.High is null) ? null : bands.Max(b => b.High!.Value);
        Test? left = new RangeTest([new Interval(low, true, high, true)]);
        foreach (Interval band in bands) left = new RangeTest([band]).Not() is { } not ? left?.And(not) : null;
        if (left is not RangeTest rest) return null;
        // The open end of the outermost band is no hole.
        Interval[] inner = [.. rest.Intervals.Where(i => !(i.Low is { } a && i.High == a && (a == low || a == high)) && !(column.IsWhole && HasNoWhole(i)))];
        return inner.Length == 0 ? null : new RangeTest(inner);
    }

    private static bool HasNoWhole(Interval interval)
    {
        if (interval.Low is not { } low || interval.High is not { } high) return false;
        Rational first = new Rational(low.Floor()) + (low.IsWhole && interval.LowIncluded ? 0 : 1);
        return !interval.Contains(first) && first >= low && (first > high || !interval.HighIncluded || first >= high);
    }

    private static Box With(Box box, Column column, Test test) => box.And(new Box([new ColumnTest(column, test)])) ?? box;
}
