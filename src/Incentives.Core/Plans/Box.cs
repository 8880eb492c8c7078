namespace Incentives.Core.Plans;

/// <summary>Conditions on different columns that must all hold.</summary>
internal sealed class Box(IReadOnlyList<ColumnTest> tests)
{
    private readonly ColumnTest[] _tests = [.. tests];

    /// <summary>The box that holds every row.</summary>
    public static Box Everything { get; } = new([]);

    /// <summary>At most one test a column.</summary>
    public IReadOnlyList<ColumnTest> Tests => _tests;

    /// <summary>The test on a column, or null.</summary>
    public Test? On(Column column) => Array.Find(_tests, t => t.Column == column)?.Test;

    /// <summary>Whether a row is in the box. On <see cref="Truth.Unknown"/> the row knows the missing column.</summary>
    public Truth Check(Row row)
    {
        int missing = -1;
        foreach (ColumnTest test in _tests)
        {
            switch (test.Test.Check(row[test.Column.Slot]))
            {
                case Truth.No: return Truth.No;
                case Truth.Unknown: missing = test.Column.Slot; break;
            }
        }

        if (missing < 0) return Truth.Yes;
        row.Missing(missing);
        return Truth.Unknown;
    }

    /// <summary>What is in both boxes, or null when nothing can be.</summary>
    public Box? And(Box other)
    {
        List<ColumnTest> both = [.. _tests];
        foreach (ColumnTest test in other._tests)
        {
            int at = both.FindIndex(t => t.Column == test.Column);
            if (at < 0)
            {
                both.Add(test);
            }
            else if (both[at].Test.And(test.Test) is { } common)
            {
                both[at] = new ColumnTest(test.Column, common);
            }
            else
            {
                return null;
            }
        }

        return new Box(both);
    }
}

/// <summary>A condition and the column it is on.</summary>
internal sealed record ColumnTest(Column Column, Test Test);
