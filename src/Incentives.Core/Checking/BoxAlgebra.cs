using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Exact questions about boxes: whether a row can lie in one, and what of one lies outside others.</summary>
internal static class BoxAlgebra
{
    /// <summary>Whether some row lies in a box: each of its tests is met by a value that its column can have.</summary>
    public static bool IsPossible(Box box) => box.Tests.All(t => Values.Meet(t.Column, t.Test) && MeetsDerived(t));

    /// <summary>Whether it says nothing of a column that is worked out in a way that cannot be traced back to the roster.</summary>
    public static bool IsCertain(Box box) => box.Tests.All(t => t.Column.Derived is null);

    /// <summary>What is certainly in a box and certainly not in another.</summary>
    public static IEnumerable<Box> Minus(Box box, Box taken)
    {
        if (box.And(taken) is null) return [box];
        List<Box> pieces = [];
        Box inside = box;
        foreach (ColumnTest test in taken.Tests)
        {
            if (test.Test.Not() is { } not && inside.And(One(test.Column, not)) is { } piece) pieces.Add(piece);
            inside = inside.And(One(test.Column, test.Test))!;
        }

        return pieces.Where(IsPossible);
    }

    /// <summary>What is certainly in a box and certainly in none of others.</summary>
    public static IReadOnlyList<Box> Minus(Box box, IEnumerable<Box> taken)
    {
        List<Box> left = IsPossible(box) ? [box] : [];
        foreach (Box other in taken)
        {
            if (left.Count == 0) break;
            left = [.. left.SelectMany(l => Minus(l, other))];
        }

        return left;
    }

    /// <summary>
    /// The same rows in terms of roster columns, as far as that goes: a column that a table works out is replaced by the table's own
    /// conditions, a column with a value for empty cells by the cell itself. A column of arithmetic stays.
    /// </summary>
    public static IEnumerable<Box> Expand(Box box)
    {
        ColumnTest? derived = box.Tests.FirstOrDefault(t => IsTraceable(t.Column) && t.Test is not PresenceTest);
        if (derived is null) return [box];
        Box rest = Without(box, derived.Column);
        return Sources(derived).Select(rest.And).OfType<Box>().SelectMany(Expand);
    }

    /// <summary>A box of one test.</summary>
    public static Box One(Column column, Test test) => new([new ColumnTest(column, test)]);

    /// <summary>A box without its test on a column.</summary>
    public static Box Without(Box box, Column column) => new([.. box.Tests.Where(t => t.Column != column)]);

    /// <summary>A text that two boxes share exactly when they have the same tests.</summary>
    public static string Signature(Box box) => string.Join(';', box.Tests.OrderBy(t => t.Column.Slot).Select(t => $"{t.Column.Slot}:{Signature(t.Test)}"));

    private static string Signature(Test test) => test switch
    {
        TextTest text => $"{text.IsComplement}{string.Join(',', text.Symbols.Order())}",
        RangeTest range => string.Join(',', range.Intervals),
        PresenceTest presence => $"{presence.IsPresent}",
        _ => "",
    };

    private static bool IsTraceable(Column column) => column.Derived is DefaultedExpr || (column.Derived is TableExpr table && table.Paths().All(p => p.Amount is ConstantExpr));

    private static IEnumerable<Box> Sources(ColumnTest test)
    {
        switch (test.Column.Derived)
        {
            case DefaultedExpr defaulted:
                yield return One(defaulted.Reads!, test.Test);
                if (Holds(test.Test, defaulted.IfEmpty)) yield return One(defaulted.Reads!, new PresenceTest(false));
                break;
            case TableExpr table:
                foreach ((Box path, Expr amount) in table.Paths())
                {
                    if (Holds(test.Test, ((ConstantExpr)amount).Value)) yield return path;
                }

                break;
        }
    }

    // A table that gives only named values gives no others.
    private static bool MeetsDerived(ColumnTest test) =>
        test.Test is PresenceTest || test.Column.Derived is not TableExpr || !IsTraceable(test.Column) || Sources(test).Any();

    private static bool Holds(Test test, Rational value) => test.Check(Cell.Of(value)) == Truth.Yes;
}
