using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Clauses, and cells of their tables, that no row reaches or that never pay.</summary>
internal sealed class ReachCheck(Scheme scheme, Column award, Column level, Column kind, Symbols symbols, DiagnosticBag bag)
{
    /// <summary>Looks at every clause.</summary>
    public void Run()
    {
        foreach (Clause clause in scheme.Clauses)
        {
            if (Clause(clause) is { } dead)
            {
                bag.Add(dead);
                continue;
            }

            Beaten(clause);
            Cells(clause);
            foreach ((Column column, Phrase what, Func<AwardFacts, int> declared) in Facts()) Declared(clause, column, what, declared);
        }
    }

    private Diagnostic? Clause(Clause clause)
    {
        Box[] boxes = [.. clause.Boxes.SelectMany(BoxAlgebra.Expand).Where(BoxAlgebra.IsPossible)];
        if (boxes.Length == 0) return CheckMessages.NeverMet(clause.Place, clause.Id, Why(clause));
        Interval period = new(scheme.Effective.First, true, scheme.Effective.Last, true);
        Box inForce = BoxAlgebra.One(scheme.VersionBy, new RangeTest([period]));
        Box[] live = [.. boxes.Select(b => b.And(inForce)).OfType<Box>().Where(BoxAlgebra.IsPossible)];
        if (live.Length == 0) return CheckMessages.NeverInForce(clause.Place, clause.Id, scheme.Effective.ToString(), Witness.Of(boxes[0], symbols));
        IEnumerable<Box> left = scheme.Exclusions.Where(e => e.List is null && e.Outcome != ExclusionOutcome.Held && (e.Clauses is null || e.Clauses.Clauses.Contains(clause.Index)))
            .Aggregate(boxes.AsEnumerable(), (rest, e) => e.IsUnless ? rest.SelectMany(_ => e.Boxes, (r, b) => r.And(b)).OfType<Box>().Where(BoxAlgebra.IsPossible) : rest.SelectMany(r => BoxAlgebra.Minus(r, e.Boxes)));
        return left.Any() ? null : CheckMessages.AlwaysExcluded(clause.Place, clause.Id, Witness.Of(boxes[0], symbols));
    }

    private static Phrase Why(Clause clause)
    {
        if (clause.When.SelectMany(BoxAlgebra.Expand).Any(BoxAlgebra.IsPossible)) return new("when 的条件与金额表的键没有共同的行", "what when asks for and the keys of its table have no row in common");
        if (clause.When.Count == 0) return new("when 是空的列表", "when is an empty list");
        ColumnTest? test = clause.When.SelectMany(b => b.Tests).FirstOrDefault(t => !BoxAlgebra.IsPossible(new Box([t])));
        return test is null
            ? new("when 的各个条件不能同时成立", "the conditions of when cannot hold together")
            : new($"“{Witness.Heading(test.Column)}”的条件没有值能满足", $"no value of '{test.Column.Name}' meets its condition");
    }

    // Where the higher of two grants for a row is kept, one that is never the higher is never paid.
    private void Beaten(Clause clause)
    {
        if (Most(clause) is not { } most) return;
        foreach (OverlapOperation highest in scheme.Groups.OfType<OverlapOperation>().Where(o => o.Keep == Keep.Highest && o.Order is { ByAmount: true } && o.Counted.Tests.Count == 0 && o.Among.Clauses.Contains(clause.Index)))
        {
            foreach (Clause other in scheme.Clauses.Where(c => c != clause && highest.Among.Clauses.Contains(c.Index) && IsSure(c) && IsPerItem(c) == IsPerItem(clause)))
            {
                Box[] above = [.. other.Pay.Cases().Where(c => !c.IsCeiling && c.Amount is ConstantExpr paid && paid.Value >= most).SelectMany(c => other.When.Select(c.Box.And)).OfType<Box>()];
                if (clause.Boxes.Where(BoxAlgebra.IsPossible).Any(b => BoxAlgebra.Minus(b, above).Count > 0 || !above.Any(a => a.And(b) is not null))) continue;
                // Two equal clauses beat each other; the later one is the doubtful one.
                if (Most(other) == most && other.Index > clause.Index) continue;
                bag.Add(CheckMessages.AlwaysBeaten(clause.Place, clause.Id, other.Place, other.Id, Witness.Of(clause.Boxes.First(BoxAlgebra.IsPossible), symbols)));
                return;
            }
        }
    }

    // Nothing but the overlap itself can take from what it grants.
    private bool IsSure(Clause clause) =>
        !scheme.Groups.Any(g => g is not OverlapOperation && g.Among.MayInclude(clause, award)) && clause.Pay.Steps.All(s => s.Word == "per")
        && !scheme.Exclusions.Any(e => e.Clauses is not null);

    private static bool IsPerItem(Clause clause) => clause.Pay.Steps.Any(s => s.Word == "per");

    private static Rational? Most(Clause clause)
    {
        Expr[] amounts = [.. clause.Pay.Cases().Select(c => c.Amount)];
        return amounts.Length > 0 && amounts.All(a => a is ConstantExpr) && clause.Pay.Steps.All(s => s.Word == "per") ? amounts.Max(a => ((ConstantExpr)a).Value) : null;
    }

    private void Cells(Clause clause)
    {
        if (clause.Pay is RowsPay rows)
        {
            foreach ((Box box, _) in rows.Rows) Cell(clause, box);
        }

        foreach (TableExpr table in TableCheck.Tables(clause)) Level(clause, table.Top, Box.Everything);
    }

    private void Level(Clause clause, TableLevel level, Box outer)
    {
        foreach (TableCell cell in level.Cells)
        {
            if (outer.And(BoxAlgebra.One(level.Column, cell.Key)) is not { } box) continue;
            if (Cell(clause, box) && cell.Entry.Deeper is { } deeper) Level(clause, deeper, box);
        }
    }

    private bool Cell(Clause clause, Box box)
    {
        if (clause.When.Any(w => w.And(box) is { } both && BoxAlgebra.IsPossible(both))) return true;
        bag.Add(CheckMessages.DeadCell(clause.Place, clause.Id, Witness.Of(box, symbols)));
        return false;
    }

    private IEnumerable<(Column Column, Phrase What, Func<AwardFacts, int> Declared)> Facts() =>
    [
        (level, new("级别", "level"), f => f.LevelSymbol),
        (kind, new("对象类型", "recipient kind"), f => f.KindSymbol),
    ];

    // A row that says nothing takes the level and kind that its award is declared with.
    private void Declared(Clause clause, Column column, Phrase what, Func<AwardFacts, int> declared)
    {
        foreach (int name in (clause.Awards(award) ?? new HashSet<int>()).Where(scheme.Names.Facts.ContainsKey).OrderBy(symbols.Name, StringComparer.Ordinal))
        {
            int own = declared(scheme.Names.Facts[name]);
            Box[] boxes = [.. clause.Boxes.Where(b => b.On(award) is TextTest test && test.Symbols.Contains(name))];
            if (own == 0 || boxes.Any(b => b.On(column) is not TextTest test || test.Symbols.Contains(own) != test.IsComplement)) continue;
            bag.Add(CheckMessages.AgainstDeclaration(clause.Place, clause.Id, symbols.Name(name), what, symbols.Name(own)));
        }
    }
}
