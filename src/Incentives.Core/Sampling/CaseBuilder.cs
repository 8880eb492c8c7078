using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>All cases worth a row: for each clause those it pays, and beside each of them those just outside, incomplete, struck or too late.</summary>
internal sealed class CaseBuilder
{
    private const int MostBoxes = 400;
    private const int MostNeighbours = 120;
    private const int WantedHits = 24;
    private const int MostPartners = 5;

    private static readonly string[] UnknownAwards = ["示例街道先进单位", "示例协会优秀会员", "示例杯大赛一等奖"];

    private readonly BatchPlan _plan;
    private readonly PlanReads _reads;
    private readonly IReadOnlyList<SampleField> _fields;
    private readonly Period? _period;
    private readonly CaseSearch _search;
    private readonly Column _award, _kind, _quantity;
    private readonly int _person;
    private SplitMix _random;

    /// <summary>Builds the cases of a plan.</summary>
    public CaseBuilder(BatchPlan plan, PlanReads reads, IReadOnlyList<SampleField> fields, Period? period, long seed)
    {
        _plan = plan;
        _reads = reads;
        _fields = fields;
        _period = period;
        _random = SplitMix.For(seed, 1);
        _search = new CaseSearch(plan, reads, SplitMix.For(seed, 2));
        _award = plan.Standard("award");
        _kind = plan.Standard("recipient-kind");
        _quantity = plan.Standard("quantity");
        _person = plan.Symbols.Intern("个人"u8);
    }

    /// <summary>Cases that a clause pays, clause by clause.</summary>
    public List<List<SampleCase>> Hits { get; } = [];

    /// <summary>Cases beside them, clause by clause; the last list belongs to no clause.</summary>
    public List<List<SampleCase>> Others { get; } = [];

    /// <summary>Builds all.</summary>
    /// <param name="tidy">Whether cells must have one spelling.</param>
    /// <param name="bag">Told of clauses that nothing was found for.</param>
    /// <param name="cancel">Stops between clauses.</param>
    public void Build(bool tidy, DiagnosticBag bag, CancellationToken cancel)
    {
        foreach (Clause clause in _plan.Clauses)
        {
            cancel.ThrowIfCancellationRequested();
            List<Found> hits = Find(clause);
            if (hits.Count == 0) bag.Add(SampleMessages.NotReached(clause.Place, clause.Id));
            Hits.Add([.. hits.Select(h => Case(clause, h.Cells, h.Rated, Joint(clause, h.Cells)))]);
            Others.Add([.. Struck(clause), .. hits.Count == 0 ? [] : Neighbours(clause, hits, tidy).Take(MostNeighbours)]);
        }

        Others.Add([.. Hits.Concat(Others).SelectMany(h => h.Take(1)).Take(UnknownAwards.Length).ToList().SelectMany(Unknown)]);
    }

    /// <summary>Clauses without a case.</summary>
    public IEnumerable<Clause> NotReached => _plan.Clauses.Where((c, i) => Hits[i].Count == 0);

    private List<Found> Find(Clause clause)
    {
        Box[] boxes = [.. Cells(clause)];
        if (boxes.Length > MostBoxes) boxes = [.. Enumerable.Range(0, MostBoxes).Select(i => boxes[(int)((long)i * boxes.Length / MostBoxes)])];
        Window window = Window.Of(clause.Scheme, _period);
        int times = Math.Clamp(WantedHits / Math.Max(1, boxes.Length), 1, 8);
        List<Found> found = [];
        foreach (Box box in boxes)
        {
            for (int i = 0; i < times; i++)
            {
                if (_search.Find(clause, box, window) is not { } hit) break;
                found.Add(new Found(box, hit.Cells, hit.Rated));
            }
        }

        return found;
    }

    // The boxes of the clause and each cell of each of its tables, with each award by itself.
    private IEnumerable<Box> Cells(Clause clause)
    {
        IEnumerable<Box> tables = clause.Pay.Exprs().SelectMany(Tables).SelectMany(t => t.Paths()).Select(p => p.Box);
        IEnumerable<Box> cells = clause.Boxes.Concat(clause.When.SelectMany(_ => clause.Pay.Cases().Select(c => c.Box).Concat(tables), (w, c) => w.And(c)).OfType<Box>());
        HashSet<string> seen = [];
        foreach (Box box in cells)
        {
            if (box.On(_award) is not TextTest { IsComplement: false } awards)
            {
                yield return box;
                continue;
            }

            string rest = string.Join(';', box.Tests.Where(t => t.Column != _award).Select(t => $"{t.Column.Slot}:{Describe(t.Test)}"));
            foreach (int award in awards.Symbols.Order())
            {
                if (seen.Add($"{award}|{rest}") && box.And(new Box([new ColumnTest(_award, new TextTest(new HashSet<int> { award }, false))])) is { } one) yield return one;
            }
        }
    }

    private static string Describe(Test test) => test switch
    {
        TextTest text => $"{text.IsComplement}{string.Join(',', text.Symbols.Order())}",
        RangeTest range => string.Join(',', range.Intervals),
        PresenceTest presence => $"{presence.IsPresent}",
        _ => "",
    };

    private static IEnumerable<TableExpr> Tables(Expr expr) => expr is TableExpr table ? table.Parts.SelectMany(Tables).Prepend(table) : expr.Parts.SelectMany(Tables);

    private IEnumerable<SampleCase> Struck(Clause clause)
    {
        Window window = Window.Of(clause.Scheme, _period);
        foreach (Exclusion exclusion in PlanReads.Exclusions(clause).Where(e => e.List is null))
        {
            if (clause.Boxes.Select(b => _search.Find(clause, b, window, exclusion)).FirstOrDefault(f => f is not null) is { } struck) yield return Case(clause, struck.Cells, struck.Rated);
        }
    }

    private IEnumerable<SampleCase> Neighbours(Clause clause, List<Found> hits, bool tidy)
    {
        Found first = hits[0];
        foreach (Cell days in Days(clause.Scheme, tidy)) yield return With(clause, first, clause.Scheme.VersionBy, days);
        foreach (Column column in _reads.Of(clause).Where(c => c.Name is not ("recipient" or "recipient-id" or "award")))
            yield return With(clause, _random.Pick(hits), column, Cell.Absent);
        foreach (SampleCase edge in Edges(clause, hits)) yield return edge;
        foreach (ColumnTest test in first.Box.Tests.Where(t => t.Test is TextTest && t.Column != _award && t.Column.Derived is null))
        {
            foreach (int word in _reads.Words(test.Column).Where(w => test.Test.Check(Cell.Of(w)) == Truth.No).Take(4)) yield return With(clause, first, test.Column, Cell.Of(word));
        }

        if (tidy) yield break;
        foreach (Found hit in hits.DistinctBy(h => h.Cells[_award.Slot].Symbol).Where(h => h.Cells[_award.Slot].IsPresent))
        {
            int award = hit.Cells[_award.Slot].Symbol;
            foreach (int spelling in clause.Scheme.Names.Awards.Where(a => a.Value == award && a.Key != award).Select(a => a.Key).Order().Take(2)) yield return With(clause, hit, _award, Cell.Of(spelling));
        }
    }

    // Each end of each range, one step inside, one step outside; derived columns are brought to it through the cells behind them.
    private IEnumerable<SampleCase> Edges(Clause clause, List<Found> hits)
    {
        HashSet<(int Slot, Rational Value)> seen = [];
        foreach (Found hit in hits)
        {
            foreach (ColumnTest test in hit.Box.Tests.Where(t => t.Test is RangeTest))
            {
                Column root = PlanReads.Root(test.Column);
                foreach (Rational value in CaseSearch.EdgesOf(root, (RangeTest)test.Test).Where(v => seen.Add((root.Slot, v))))
                {
                    Cell[] cells = [.. hit.Cells];
                    if (root.Derived is not null)
                    {
                        if (_search.Solve(cells, root, value)) yield return Case(clause, cells, default);
                    }
                    else if (root.Kind == ValueKind.Date || value.Sign >= 0)
                    {
                        yield return With(clause, hit, root, root.Kind == ValueKind.Date ? Cell.OfDays((int)value.Numerator, (int)value.Numerator) : Cell.Of(value));
                    }
                }
            }
        }

        foreach (Column column in _reads.Of(clause).Where(c => c.Kind is ValueKind.Money or ValueKind.Number))
        {
            foreach (Rational edge in _reads.Edges(column).Where(v => v.Sign >= 0 && seen.Add((column.Slot, v)))) yield return With(clause, _random.Pick(hits), column, Cell.Of(edge));
        }
    }

    // The first and the last day, the day before and the day after, and a year that the period cuts in two.
    private static IEnumerable<Cell> Days(Scheme scheme, bool tidy)
    {
        (int first, int last) = (scheme.Effective.First, scheme.Effective.Last);
        if (first > 19000101)
        {
            yield return Cell.OfDays(first, first);
            int before = Window.Number(Window.DayNumber(first) - 1);
            yield return Cell.OfDays(before, before);
        }

        if (last < 22000101)
        {
            yield return Cell.OfDays(last, last);
            int after = Window.Number(Window.DayNumber(last) + 1);
            yield return Cell.OfDays(after, after);
        }

        if (tidy) yield break;
        if (first > 19000101 && first % 10000 != 101) yield return Year(first);
        if (last < 22000101 && last % 10000 != 1231) yield return Year(last);
    }

    private static Cell Year(int day) => Cell.OfDays((day / 10000 * 10000) + 101, (day / 10000 * 10000) + 1231);

    private IEnumerable<SampleCase> Unknown(SampleCase hit)
    {
        int award = _fields.Index().First(f => f.Item.Columns.Contains(_award)).Index;
        foreach (string name in UnknownAwards)
        {
            byte[][] texts = [.. hit.Texts];
            texts[award] = System.Text.Encoding.UTF8.GetBytes(name);
            yield return new SampleCase { Clause = null, Texts = texts, Sources = hit.Sources, Window = hit.Window, IsPerson = hit.IsPerson, DrawsQuantity = hit.DrawsQuantity };
        }
    }

    private SampleCase With(Clause clause, Found hit, Column column, Cell cell)
    {
        Cell[] cells = [.. hit.Cells];
        cells[column.Slot] = cell;
        return Case(clause, cells, hit.Rated, fix: column);
    }

    // Rows of joint winners: as many as the weights have cases, or a few with weights that make a whole.
    private List<Cell[]> Joint(Clause clause, Cell[] cells)
    {
        if (_reads.Groups(clause).OfType<ShareOperation>().FirstOrDefault() is not { } share) return [];
        List<Cell[]> partners = [];
        Expr weight = share.Weight;
        Column? column = weight.Reads is { } read ? PlanReads.Root(read) : null;
        Rational[] parts = _random.Below(2) == 0 ? [Rational.Of(1, 2), Rational.Of(1, 2)] : [Rational.Of(1, 2), Rational.Of(3, 10), Rational.Of(1, 5)];
        if (weight is TableExpr table)
        {
            foreach ((Box box, _) in table.Paths().Take(MostPartners)) partners.Add(Inside(cells, box));
        }
        else if (column is { Derived: null })
        {
            foreach (Rational part in parts)
            {
                Cell[] one = [.. cells];
                one[column.Slot] = Cell.Of(column.IsRatio ? part : column.IsWhole ? part * 10 : Values.Snap(column, part * 1_000_000));
                partners.Add(one);
            }
        }
        else
        {
            for (int i = 2 + _random.Below(3); i > 0; i--) partners.Add(cells);
        }

        return partners.Count > 1 ? partners : [];
    }

    private static Cell[] Inside(Cell[] cells, Box box)
    {
        Cell[] inside = [.. cells];
        foreach (ColumnTest test in box.Tests.Where(t => PlanReads.Root(t.Column).Derived is null))
        {
            int slot = PlanReads.Root(test.Column).Slot;
            inside[slot] = test.Test switch
            {
                TextTest { IsComplement: false } text => Cell.Of(text.Symbols.Min()),
                RangeTest range when range.Intervals[0] is { Low: { } low } interval => Cell.Of(interval.LowIncluded ? low : Values.Next(test.Column, low, 1)),
                _ => inside[slot],
            };
        }

        return inside;
    }

    private SampleCase Case(Clause clause, Cell[] cells, in Rated rated, IReadOnlyList<Cell[]>? partners = null, Column? fix = null)
    {
        CellSource[] sources = [.. _fields.Select(f => Source(f, clause, cells, fix))];
        return new SampleCase
        {
            Clause = clause,
            Texts = Texts(clause.Scheme, cells, sources),
            Sources = sources,
            Window = Window.Of(clause.Scheme, _period),
            IsPerson = IsPerson(clause.Scheme, cells),
            GrantFen = rated.Amount.Sign > 0 && rated.Amount <= Money.LargestFen ? (long)clause.Scheme.Rounding.Apply(rated.Amount).Fen : 0,
            IsCeiling = rated.IsCeiling,
            CountsItems = clause.SaysPer,
            DrawsQuantity = fix != _quantity && (!cells[_quantity.Slot].IsPresent || cells[_quantity.Slot].Value == Rational.One) && !clause.Boxes.Any(b => b.On(_quantity) is not null),
            Partners = partners is { Count: > 0 } ? [.. partners.Select(p => Texts(clause.Scheme, p, sources))] : [],
        };
    }

    // A day that no rule but the period looks at is drawn, and so is a name that rules only group by.
    private CellSource Source(SampleField field, Clause clause, Cell[] cells, Column? fix)
    {
        Column column = field.Columns.FirstOrDefault(c => cells[c.Slot].IsPresent) ?? field.Columns[0];
        if (field.Role != FieldRole.Case || column == fix) return CellSource.Fixed;
        if (column.Kind == ValueKind.Date && _reads.Edges(column).Count == 0 && (column.Name == "date" || column == clause.Scheme.VersionBy || cells[column.Slot].IsPresent)) return CellSource.Day;
        bool isKey = column.Kind == ValueKind.Text && _reads.Keys(clause).Select(PlanReads.Root).Contains(column) && column.Name is not ("recipient-kind" or "award" or "level" or "role");
        return isKey && _reads.Words(column).Count == 0 && cells[column.Slot].IsPresent ? CellSource.Name : CellSource.Fixed;
    }

    private byte[][] Texts(Scheme scheme, Cell[] cells, CellSource[] sources) =>
        [.. _fields.Select((f, i) => sources[i] != CellSource.Fixed ? [] : f.Columns.Where(c => cells[c.Slot].IsPresent).Select(c => Text(scheme, c, cells[c.Slot])).FirstOrDefault() ?? [])];

    private byte[] Text(Scheme scheme, Column column, in Cell cell) =>
        column == _award && scheme.Names.Facts.TryGetValue(cell.Symbol, out AwardFacts? facts) ? System.Text.Encoding.UTF8.GetBytes(facts.Name) : Values.Text(column, cell, _plan.Symbols);

    private bool IsPerson(Scheme scheme, Cell[] cells) =>
        cells[_kind.Slot].IsPresent ? cells[_kind.Slot].Symbol == _person
        : cells[_award.Slot].IsPresent && scheme.Names.Facts.TryGetValue(cells[_award.Slot].Symbol, out AwardFacts? facts) && facts.KindSymbol == _person;

    private sealed record Found(Box Box, Cell[] Cells, Rated Rated);
}
