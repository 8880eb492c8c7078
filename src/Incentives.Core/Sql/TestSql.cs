using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>Conditions as SQL. Its three truth values are those of the language: a test on an empty cell is NULL, AND and OR join them alike.</summary>
internal sealed class TestSql(SqlScript script, SqlCells cells)
{
    /// <summary>Whether a row is in one of some boxes, and the layer in which that can be asked; null when every row is.</summary>
    public (string Sql, int Layer)? Any(IReadOnlyList<Box> boxes)
    {
        if (boxes.Any(b => b.Tests.Count == 0)) return null;
        List<Box> merged = Merge(boxes);
        if (merged.Count == 1) return One(merged[0]);
        var all = merged.Select(b => One(b)!.Value).ToArray();
        return ($"({string.Join("\n     or ", all.Select(b => b.Sql).Distinct())})", all.Max(b => b.Layer));
    }

    /// <summary>Whether a row is in a box; null when every row is.</summary>
    public (string Sql, int Layer)? One(Box box)
    {
        if (box.Tests.Count == 0) return null;
        var all = box.Tests.Select(t => On(t.Column, t.Test)).ToArray();
        return (all.Length == 1 ? all[0].Sql : $"({string.Join(" and ", all.Select(t => t.Sql))})", all.Max(t => t.Layer));
    }

    /// <summary>A test on one column.</summary>
    public (string Sql, int Layer) On(Column column, Test test)
    {
        SqlValue value = cells[column];
        string sql = test switch
        {
            TextTest text => Names(value, text),
            RangeTest range => Range(column, value, range),
            PresenceTest presence => $"{value.Num} is {(presence.IsPresent ? "not " : "")}null",
            _ => throw new InvalidOperationException($"{test.GetType().Name} has no SQL"),
        };
        return (sql, value.Layer);
    }

    private string Names(SqlValue value, TextTest test)
    {
        string[] names = [.. test.Symbols.Select(script.Plan.Symbols.Name).Order(StringComparer.Ordinal).Select(script.Dialect.Text)];
        return names.Length switch
        {
            0 => $"{value.Num} {(test.IsComplement ? "=" : "<>")} {value.Num}",
            1 => $"{value.Num} {(test.IsComplement ? "<>" : "=")} {names[0]}",
            _ => $"{value.Num} {(test.IsComplement ? "not in" : "in")} ({string.Join(", ", names)})",
        };
    }

    // A month or a year that the edge of a range cuts through cannot be decided.
    private string Range(Column column, SqlValue value, RangeTest test)
    {
        string first = Stretches(value, test.Intervals);
        if (cells.LastDay(column) is not { } last) return first;
        string second = Stretches(value with { Num = new Term(last) }, test.Intervals);
        return $"case when ({first}) = ({second}) then ({first}) end";
    }

    private static string Stretches(SqlValue value, IReadOnlyList<Interval> intervals)
    {
        string[] all = [.. intervals.Select(i => Stretch(value, i))];
        return all.Length == 1 ? all[0] : $"({string.Join(" or ", all)})";
    }

    private static string Stretch(SqlValue value, Interval interval)
    {
        if (interval is { Low: { } only, High: { } same } && only == same) return Compare(value, "=", only);
        List<string> ends = [];
        if (interval.Low is { } low) ends.Add(Compare(value, interval.LowIncluded ? ">=" : ">", low));
        if (interval.High is { } high) ends.Add(Compare(value, interval.HighIncluded ? "<=" : "<", high));
        return ends.Count switch { 0 => $"{value.Num} = {value.Num}", 1 => ends[0], _ => $"({ends[0]} and {ends[1]})" };
    }

    private static string Compare(SqlValue value, string op, Rational end) => SqlValue.Compare(value, op, SqlValue.Of(end));

    // Boxes that differ in the names of one column alone are one box with all the names.
    private static List<Box> Merge(IReadOnlyList<Box> boxes)
    {
        List<Box> merged = [.. boxes];
        for (int i = 0; i < merged.Count; i++)
        {
            for (int j = merged.Count - 1; j > i; j--)
            {
                if (Joined(merged[i], merged[j]) is not { } both) continue;
                merged[i] = both;
                merged.RemoveAt(j);
            }
        }

        return merged;
    }

    private static Box? Joined(Box a, Box b)
    {
        if (a.Tests.Count != b.Tests.Count) return null;
        Column? differs = null;
        foreach (ColumnTest test in a.Tests)
        {
            if (b.On(test.Column) is not { } other) return null;
            if (Same(test.Test, other)) continue;
            if (differs is not null || test.Test is not TextTest { IsComplement: false } || other is not TextTest { IsComplement: false }) return null;
            differs = test.Column;
        }

        if (differs is null) return a;
        HashSet<int> names = [.. ((TextTest)a.On(differs)!).Symbols, .. ((TextTest)b.On(differs)!).Symbols];
        return new Box([.. a.Tests.Select(t => t.Column == differs ? new ColumnTest(differs, new TextTest(names, false)) : t)]);
    }

    private static bool Same(Test a, Test b) => (a, b) switch
    {
        (TextTest x, TextTest y) => x.IsComplement == y.IsComplement && x.Symbols.SetEquals(y.Symbols),
        (RangeTest x, RangeTest y) => x.Intervals.SequenceEqual(y.Intervals),
        (PresenceTest x, PresenceTest y) => x.IsPresent == y.IsPresent,
        _ => false,
    };
}
