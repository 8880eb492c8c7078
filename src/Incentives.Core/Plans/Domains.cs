namespace Incentives.Core.Plans;

/// <summary>Where an amount is defined: a table without <c>else</c> is only defined for its keys.</summary>
internal static class Domains
{
    /// <summary>The boxes in which an expression has a row for every table in it.</summary>
    public static IEnumerable<Box> Of(Expr expr) => expr switch
    {
        TableExpr table => Level(table.Top),
        _ => expr.Parts.Aggregate((IEnumerable<Box>)[Box.Everything], (boxes, part) => And(boxes, Of(part))),
    };

    /// <summary>What is in a box of both.</summary>
    public static IEnumerable<Box> And(IEnumerable<Box> first, IEnumerable<Box> second)
    {
        Box[] others = [.. second];
        return others is [{ Tests.Count: 0 }] ? first : first.SelectMany(_ => others, (a, b) => a.And(b)).OfType<Box>();
    }

    // Keys with nothing deeper are one box; the others one each.
    private static List<Box> Level(TableLevel level)
    {
        List<Test> plain = [];
        List<Box> boxes = [];
        foreach (TableCell cell in Cells(level))
        {
            if (cell.Entry.Amount is { } amount and not NoneExpr { IsCap: false })
            {
                Box[] inner = [.. Of(amount)];
                if (inner is [{ Tests.Count: 0 }]) plain.Add(cell.Key);
                else boxes.AddRange(And([One(level.Column, cell.Key)], inner));
            }
            else if (cell.Entry.Deeper is { } deeper)
            {
                boxes.AddRange(And([One(level.Column, cell.Key)], Level(deeper)));
            }
        }

        if (plain.Count > 0 && Union(plain) is { } all) boxes.Insert(0, One(level.Column, all));
        return boxes;
    }

    private static IEnumerable<TableCell> Cells(TableLevel level)
    {
        if (level.Else is not { } rest) return level.Cells;
        Test? others = level.Cells.Aggregate((Test?)new PresenceTest(true), (left, c) => c.Key.Not() is { } not ? left?.And(not) : null);
        return others is null ? level.Cells : level.Cells.Append(new TableCell(others, rest));
    }

    private static Box One(Column column, Test test) => new([new ColumnTest(column, test)]);

    // Not (neither this nor that).
    private static Test? Union(List<Test> tests)
    {
        if (tests.Count == 1) return tests[0];
        if (tests.TrueForAll(t => t is TextTest { IsComplement: false })) return new TextTest(tests.SelectMany(t => ((TextTest)t).Symbols).ToHashSet(), false);
        if (tests.TrueForAll(t => t is RangeTest)) return new RangeTest([.. tests.SelectMany(t => ((RangeTest)t).Intervals)]);
        return tests.Aggregate((Test?)new PresenceTest(true), (left, t) => t.Not() is { } not ? left?.And(not) : null) is { } none ? none.Not() : new PresenceTest(true);
    }
}
