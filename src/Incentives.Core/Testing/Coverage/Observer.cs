using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Testing.Coverage;

/// <summary>What the rows of a calculated case reach: read once more and looked up in the plan.</summary>
internal sealed class Observer(BatchResult batch, DiagnosticBag said, Action<CoverageItem> reached)
{
    private readonly BatchPlan _plan = batch.Plan;
    private readonly Column _award = batch.Plan.Standard("award"), _level = batch.Plan.Standard("level"), _kind = batch.Plan.Standard("recipient-kind");

    /// <summary>Looks at every row.</summary>
    public void Run()
    {
        foreach (LimitOperation limit in _plan.Groups.OfType<LimitOperation>().Where(l => l.Cut == Cut.Report && said.Sorted().Any(d => d.Place == l.Place)))
            reached(CoverageItems.Reported(Home(limit), limit.Place));
        RowReader source = new(_plan, batch.Recipients, batch.Rosters[0].Binding, isHistory: false);
        Row row = new(_plan.Columns, _plan.Symbols);
        using CsvReader reader = batch.Rosters[0].File.CreateReader();
        for (int number = 0; reader.Read(); number++)
        {
            if (source.Read(reader, row) != Reason.None) continue;
            int spelling = row[_award.Slot].Symbol;
            (Cell level, Cell kind) = (row[_level.Slot], row[_kind.Slot]);
            foreach (Scheme scheme in _plan.Schemes)
            {
                source.Read(reader, row);
                SeeAs(scheme, row, spelling, level, kind);
                (int first, int end) = batch.Lines.LinesOf(number);
                for (int i = first; i < end; i++) Line(scheme, row, batch.Lines[i]);
                Edges(scheme, row);
                Columns(scheme, row);
            }
        }
    }

    // As the scheme sees it: its own name for the award, and what it knows of the award.
    private void SeeAs(Scheme scheme, Row row, int spelling, Cell level, Cell kind)
    {
        int award = scheme.Names.Canonical(spelling);
        row.Set(_award.Slot, Cell.Of(award));
        scheme.Names.Facts.TryGetValue(award, out AwardFacts? facts);
        if (!level.IsPresent && facts is { LevelSymbol: > 0 }) row.Set(_level.Slot, Cell.Of(facts.LevelSymbol));
        if (!kind.IsPresent && facts is { KindSymbol: > 0 }) row.Set(_kind.Slot, Cell.Of(facts.KindSymbol));
    }

    private void Line(Scheme scheme, Row row, in ClaimLine line)
    {
        if (line.Clause < 0)
        {
            if (line.Reason != Reason.AmountUnpublished) return;
            foreach (Clause unpublished in scheme.Clauses.Where(c => IsIn(c.Boxes, row))) Clause(scheme, unpublished, row);
            return;
        }

        Clause clause = _plan.Clauses[line.Clause];
        if (clause.Scheme != scheme || line.Reason is Reason.QuantityUnclear or Reason.NoValue) return;
        Clause(scheme, clause, row);
        foreach (Reason reason in (ReadOnlySpan<Reason>)[Reason.CeilingOpen, Reason.Approved, Reason.AboveCeiling])
        {
            if (Has(line, reason)) reached(CoverageItems.Reason(CoverageItems.Home(clause.Id, scheme), clause.Pay.Place, "up-to", reason));
        }

        foreach (GroupOperation group in scheme.Groups)
        {
            if (!group.Among.Includes(line.Clause, line.Award)) continue;
            foreach (Reason reason in GroupReasons.Of(group, scheme))
            {
                if (Has(line, reason)) reached(CoverageItems.Reason(Home(group), group.Place, group.Word, reason));
            }

            foreach (Expr expr in Catalogue.Exprs(group)) new PlanWalk(Home(group), row, reached).Expr(expr);
        }

        if (Has(line, Reason.Excluded) || Has(line, Reason.Suspended)) Excluded(scheme, row, line);
    }

    private void Clause(Scheme scheme, Clause clause, Row row)
    {
        reached(CoverageItems.Clause(clause));
        new PlanWalk(CoverageItems.Home(clause.Id, scheme), row, reached).Pay(clause.Pay);
    }

    // What is derived decides whether a clause applies, so a row that none pays counts too.
    private void Columns(Scheme scheme, Row row)
    {
        int award = row[_award.Slot].Symbol;
        foreach (Column column in scheme.Clauses.Where(c => c.Awards(_award)?.Contains(award) ?? true).SelectMany(Catalogue.Derived).Distinct())
            new PlanWalk(CoverageItems.Home(column), row, reached).Expr(column.Derived!);
    }

    // Which exclusion it was: one whose conditions hold; a list only where no condition does.
    private void Excluded(Scheme scheme, Row row, ClaimLine line)
    {
        List<Exclusion> possible = [.. scheme.Exclusions.Where(e => Has(line, GroupReasons.Of(e)) && (e.Clauses?.Includes(line.Clause, line.Award) ?? true))];
        Exclusion[] held = [.. possible.Where(e => e.List is null && IsIn(e.Boxes, row) != e.IsUnless)];
        foreach (Exclusion exclusion in held.Length > 0 ? held : possible.Where(e => e.List is not null))
            reached(CoverageItems.Reason(CoverageItems.Home(null, scheme), exclusion.Place, "exclude", GroupReasons.Of(exclusion)));
    }

    private void Edges(Scheme scheme, Row row)
    {
        foreach (WrittenRange range in scheme.Ranges)
        {
            if (!Concerns(scheme, range, row)) continue;
            ref readonly Cell cell = ref row[range.Column.Slot];
            Phrase home = CoverageItems.Home(range.Clause, scheme);
            foreach (Edge edge in Edge.Of(range))
            {
                if (edge.IsAt(cell)) reached(CoverageItems.At(home, range, edge));
                if (edge.IsAcross(cell)) reached(CoverageItems.Across(home, range, edge));
            }
        }
    }

    // A row says something of an edge only where it is the edge that decides: everything else that the clause asks for is there.
    private static bool Concerns(Scheme scheme, WrittenRange range, Row row)
    {
        if (range.IsPeriod) return scheme.Clauses.Any(c => IsIn(c.Boxes, row));
        if (range.Others.Any(t => t.Test.Check(row[t.Column.Slot]) != Truth.Yes)) return false;
        if (range.Clause is null) return true;
        return scheme.Clauses.Any(c => c.Id == range.Clause && c.When.Any(b => b.Tests.All(t => t.Column == range.Column || t.Test.Check(row[t.Column.Slot]) == Truth.Yes)));
    }

    private static bool IsIn(IReadOnlyList<Box> boxes, Row row) => boxes.Any(b => b.Check(row) == Truth.Yes);

    private static bool Has(in ClaimLine line, Reason reason) => (line.Reasons & (1UL << (int)reason)) != 0;

    private Phrase Home(GroupOperation group) => CoverageItems.HomeOf(group, _plan.Schemes.First(s => s.Groups.Contains(group)));
}
