using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>
/// Finds cells with which a clause pays in a wanted box: cells that the box names are chosen from it, derived columns are solved for, and what is
/// still wrong is mended cell by cell. The plan itself judges each attempt, so that a case found is a case.
/// </summary>
internal sealed class CaseSearch
{
    private const int MostSteps = 600;

    private readonly BatchPlan _plan;
    private readonly PlanReads _reads;
    private readonly Row _row;
    private readonly Column _award, _level, _kind;
    private readonly int _organisation, _person, _placeholder;
    private readonly List<Column> _blame = [];
    private SplitMix _random;

    /// <summary>A search over a plan.</summary>
    public CaseSearch(BatchPlan plan, PlanReads reads, SplitMix random)
    {
        _plan = plan;
        _reads = reads;
        _random = random;
        _row = new Row(plan.Columns, plan.Symbols);
        _award = plan.Standard("award");
        _level = plan.Standard("level");
        _kind = plan.Standard("recipient-kind");
        _organisation = plan.Symbols.Intern("组织"u8);
        _person = plan.Symbols.Intern("个人"u8);
        _placeholder = plan.Symbols.Intern("示例"u8);
    }

    /// <summary>Cells by slot of a row on which the clause grants something inside the box, and what; null when none was found.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="box">The box, of the clause's.</param>
    /// <param name="window">When the row may be dated.</param>
    /// <param name="struck">The exclusion that shall strike it; null for none.</param>
    public (Cell[] Cells, Rated Rated)? Find(Clause clause, Box box, Window window, Exclusion? struck = null)
    {
        // A clause may grant 0 on purpose: that is taken only where no row is paid anything.
        foreach (bool mayBeZero in (ReadOnlySpan<bool>)[false, true])
        {
            if (Find(clause, box, window, struck, mayBeZero) is { } found) return found;
        }

        return null;
    }

    /// <summary>The values of a range test worth trying: each end, one step inside and one outside.</summary>
    public static IEnumerable<Rational> EdgesOf(Column column, RangeTest test)
    {
        foreach (Interval interval in test.Intervals)
        {
            foreach (Rational end in new[] { interval.Low, interval.High }.OfType<Rational>())
            {
                yield return end;
                yield return Values.Next(column, end, -1);
                yield return Values.Next(column, end, 1);
            }
        }
    }

    /// <summary>Changes one roster column so that a derived one becomes a value; false when no cell does that.</summary>
    public bool Solve(Cell[] cells, Column derived, Rational value)
    {
        foreach (Column column in PlanReads.Roots(derived).Where(c => c.Kind is ValueKind.Money or ValueKind.Number or ValueKind.Year))
        {
            Cell before = cells[column.Slot];
            if (before.IsPresent && Solve(cells, column, derived, before.Value, value)) return true;
            cells[column.Slot] = before;
        }

        return false;
    }

    /// <summary>A value for a cell that no condition names.</summary>
    public Cell Default(Column column, Window window)
    {
        if (column == _kind) return Cell.Of(_random.Below(6) == 0 ? _person : _organisation);
        if (column == _award) return Cell.Of(_placeholder);
        switch (column.Kind)
        {
            case ValueKind.Text:
                IReadOnlyCollection<int> words = _reads.Words(column);
                return Cell.Of(words.Count > 0 ? words.ElementAt(_random.Below(words.Count)) : _placeholder);
            case ValueKind.Flag: return Cell.Of(_random.Below(4) == 0 ? 0 : 1);
            case ValueKind.Date: return Day(window.Draw(ref _random));
            case ValueKind.Year: return Cell.Of(DateOnly.FromDayNumber(window.Draw(ref _random)).Year);
            case ValueKind.Money: return Cell.Of(Amount());
            default:
                if (column.Name == "quantity") return Cell.Of(Rational.One);
                if (column.IsRatio) return Cell.Of(Rational.Of(1 + _random.Below(100), 100));
                return Cell.Of(1 + _random.Below(column.Name == "rank" ? 6 : 100));
        }
    }

    /// <summary>What the plan says of cells: what the clause grants, or how that came out.</summary>
    public Outcome Judge(Clause clause, Cell[] cells, out Rated rated)
    {
        rated = default;
        Load(clause.Scheme, cells);
        try
        {
            return clause.Pay.Rate(_row, clause.Cite, ref rated);
        }
        catch (OverflowException)
        {
            return Outcome.Impossible;
        }
    }

    private (Cell[] Cells, Rated Rated)? Find(Clause clause, Box box, Window window, Exclusion? struck, bool mayBeZero)
    {
        Cell[] cells = new Cell[_plan.Columns.Count];
        Array.Fill(cells, Cell.Absent);
        foreach (Column column in Relevant(clause, box)) cells[column.Slot] = Default(column, window);
        foreach (ColumnTest test in box.Tests)
        {
            Column root = PlanReads.Root(test.Column);
            if (root.Derived is null) cells[root.Slot] = Choose(root, test.Test, window);
        }

        int wrong = Wrong(clause, box, cells, struck, mayBeZero, out Rated rated);
        for (int step = 0; step < MostSteps && wrong > 0 && _blame.Count > 0; step++)
        {
            Column blamed = _blame[_random.Below(_blame.Count)];
            Column[] roots = [.. PlanReads.Roots(blamed).Where(c => c != _award || box.On(_award) is not null)];
            if (roots.Length == 0) continue;
            Column column = roots[_random.Below(roots.Length)];
            Cell before = cells[column.Slot];
            Cell[] old = [.. cells];
            Test? own = box.Tests.FirstOrDefault(t => PlanReads.Root(t.Column) == column)?.Test;
            Test? wanted = box.On(blamed);
            if (blamed.Derived is not null && wanted is RangeTest range && PlanReads.Root(blamed).Derived is not null && _random.Below(2) == 0)
                Solve(cells, blamed, Inside(blamed, range));
            else
                cells[column.Slot] = own is not null && _random.Below(8) != 0 ? Choose(column, own, window) : Other(column, window, before);
            int now = Wrong(clause, box, cells, struck, mayBeZero, out Rated then);
            if (now <= wrong || _random.Below(12) == 0)
            {
                (wrong, rated) = (now, then);
            }
            else
            {
                old.CopyTo(cells, 0);
                Wrong(clause, box, cells, struck, mayBeZero, out _);
            }
        }

        return wrong == 0 ? (cells, rated) : null;
    }

    // All clauses that the award may fall under look at the row, so their columns are filled too.
    private IEnumerable<Column> Relevant(Clause clause, Box box)
    {
        IEnumerable<Clause> others = box.On(_award) is TextTest { IsComplement: false } awards ? awards.Symbols.Order().Take(1).SelectMany(a => _plan.Candidates(a).ToArray()) : [];
        string[] mine = ["recipient", "recipient-id", "id", "approved", "paid", "scheme", "clause"];
        return others.Prepend(clause).SelectMany(_reads.Of).Distinct().Where(c => !mine.Contains(c.Name) || box.On(c) is not null);
    }

    // How many conditions do not hold; the columns to blame are noted.
    private int Wrong(Clause clause, Box box, Cell[] cells, Exclusion? struck, bool mayBeZero, out Rated rated)
    {
        _blame.Clear();
        int wrong = 0;
        Load(clause.Scheme, cells);
        foreach (ColumnTest test in box.Tests.Where(t => t.Test.Check(_row[t.Column.Slot]) != Truth.Yes))
        {
            wrong++;
            _blame.Add(test.Column);
        }

        Outcome outcome = Judge(clause, cells, out rated);
        if (outcome != Outcome.Unpublished && (outcome != Outcome.Ok || (rated.Amount.Sign == 0 && !mayBeZero) || rated.Amount > Money.LargestFen))
        {
            wrong++;
            _blame.AddRange(outcome == Outcome.Missing && _row.MissingColumn is { } missing ? [missing] : clause.Pay.Exprs().SelectMany(e => e.AllReads()).Concat(clause.Pay.Steps.SelectMany(s => s.Reads())).Concat(box.Tests.Select(t => t.Column)));
        }

        foreach (Exclusion exclusion in PlanReads.Exclusions(clause).Where(e => e.List is null))
        {
            Truth inside = exclusion.Boxes.Max(b => b.Check(_row));
            Truth hit = !exclusion.IsUnless ? inside : inside switch { Truth.Yes => Truth.No, Truth.No => Truth.Yes, _ => Truth.Unknown };
            if (hit == (exclusion == struck ? Truth.Yes : Truth.No) || (struck is not null && exclusion != struck)) continue;
            wrong++;
            _blame.AddRange(exclusion.Boxes.SelectMany(b => b.Tests).Select(t => t.Column));
        }

        return wrong;
    }

    // As stage 2 sees a row: what the scheme knows of the award fills a level or kind that is empty, and a name may say the kind itself.
    private void Load(Scheme scheme, Cell[] cells)
    {
        _row.Clear();
        if (cells[_award.Slot].IsPresent && KindSaid(cells[_award.Slot].Symbol) is > 0 and var said) cells[_kind.Slot] = Cell.Of(said);
        foreach (Column column in _plan.Columns)
        {
            if (column.Derived is null && cells[column.Slot].IsPresent) _row.Set(column.Slot, cells[column.Slot]);
        }

        if (!cells[_award.Slot].IsPresent || !scheme.Names.Facts.TryGetValue(cells[_award.Slot].Symbol, out AwardFacts? facts)) return;
        if (!cells[_level.Slot].IsPresent && facts.LevelSymbol != 0) _row.Set(_level.Slot, Cell.Of(facts.LevelSymbol));
        if (!cells[_kind.Slot].IsPresent && facts.KindSymbol != 0) _row.Set(_kind.Slot, Cell.Of(facts.KindSymbol));
    }

    private int KindSaid(int award)
    {
        ReadOnlySpan<byte> name = _plan.Symbols.Utf8(award);
        return name.EndsWith("(组织)"u8) ? _organisation : name.EndsWith("(个人)"u8) ? _person : 0;
    }

    private bool Solve(Cell[] cells, Column column, Column derived, Rational start, Rational target)
    {
        try
        {
            Rational span = Rational.Max(start, Values.Step(column) * 100);
            if (At(cells, column, derived, start) is not { } first || At(cells, column, derived, start + span) is not { } second || first == second) return false;
            Rational solution = start + ((target - first) * span / (second - first));
            if (solution.Sign < 0) return false;
            Rational cell = Values.Snap(column, solution);
            return cell.Numerator <= Money.LargestFen && At(cells, column, derived, cell) == target;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    private Rational? At(Cell[] cells, Column column, Column derived, Rational value)
    {
        cells[column.Slot] = Cell.Of(value);
        _row.Clear();
        foreach (Column c in _plan.Columns)
        {
            if (c.Derived is null && cells[c.Slot].IsPresent) _row.Set(c.Slot, cells[c.Slot]);
        }

        ref readonly Cell result = ref _row[derived.Slot];
        return result.IsPresent ? result.Value : null;
    }

    private Cell Choose(Column column, Test test, Window window)
    {
        switch (test)
        {
            case TextTest { IsComplement: false } text: return Cell.Of(_random.Pick([.. text.Symbols.Order()]));
            case TextTest others:
                int[] rest = [.. _reads.Words(column).Where(w => !others.Symbols.Contains(w))];
                return Cell.Of(rest.Length > 0 && _random.Below(3) > 0 ? _random.Pick(rest) : _placeholder);
            case RangeTest range: return column.Kind == ValueKind.Date ? Day(Window.DayNumber((int)Inside(column, range, window).Floor())) : Cell.Of(Inside(column, range));
            case PresenceTest { IsPresent: false }: return Cell.Absent;
            default: return column.Kind == ValueKind.Text ? Cell.Of(_placeholder) : Cell.Of(column.Kind == ValueKind.Money ? Amount() : Rational.One);
        }
    }

    private Cell Other(Column column, Window window, Cell now)
    {
        IReadOnlyList<Rational> edges = _reads.Edges(column);
        if (column.Kind is ValueKind.Text or ValueKind.Flag || (edges.Count == 0 && _random.Below(2) == 0)) return Default(column, window);
        if (column.Kind == ValueKind.Date) return edges.Count > 0 && _random.Below(2) == 0 ? Day(Window.DayNumber((int)_random.Pick(edges).Floor()) + _random.Below(800) - 400) : Default(column, window);
        if (edges.Count == 0) return Cell.Of(Values.Snap(column, now.Value * _random.Below(9) / 4));
        Rational edge = _random.Pick(edges);
        return Cell.Of(_random.Below(4) switch
        {
            0 => Values.Snap(column, edge),
            1 => Values.Next(column, edge, 1),
            2 => Values.Next(column, edge, -1),
            _ => Values.Snap(column, edge * (50 + _random.Below(200)) / 100),
        });
    }

    // A value of the range: an end of it now and then, otherwise somewhere between.
    private Rational Inside(Column column, RangeTest range, Window? window = null)
    {
        Interval interval = _random.Pick(range.Intervals);
        if (window is { } days && interval.And(new Interval(Window.Number(days.First), true, Window.Number(days.Last), true)) is { IsEmpty: false } common) interval = common;
        Rational low = interval.Low is { } l ? interval.LowIncluded ? l : Values.Next(column, l, 1) : Rational.Zero;
        Rational high = interval.High is { } h ? interval.HighIncluded ? h : Values.Next(column, h, -1) : column.Kind == ValueKind.Date ? low + 20000 : (low * 2) + (Values.Step(column) * 100);
        if (interval.Low is null && column.Kind == ValueKind.Date) low = high - 20000;
        if (interval.Low is null && high.Sign < 0) low = high * 2;
        int choice = _random.Below(6);
        Rational value = choice == 0 ? low : choice == 1 && interval.High is not null ? high : low + ((high - low) * _random.Below(100) / 100);
        // A derived value need not be one that a cell can hold.
        if (column.Derived is not null && PlanReads.Root(column).Derived is not null) return value;
        Rational snapped = Values.Snap(PlanReads.Root(column), value);
        return interval.Contains(snapped) ? snapped : value;
    }

    private static Cell Day(int dayNumber)
    {
        int day = Window.Number(dayNumber);
        return Cell.OfDays(day, day);
    }

    // From ten thousand yuan to a thousand million, in whole hundreds; small ones as likely as large ones.
    private Rational Amount()
    {
        long unit = 10_000;
        for (int i = _random.Below(5); i > 0; i--) unit *= 10;
        return new Rational((100 + _random.Below(900)) * unit);
    }
}
