namespace Incentives.Core.Plans;

/// <summary>What of a row the group stages still need once its text is gone: keys, numbers and tests, each with a position.</summary>
internal sealed class KeepPlan
{
    private readonly List<Column> _keys = [];
    private readonly List<Expr> _numbers = [];
    private readonly List<Box> _tests = [];

    /// <summary>Gives each group operation its positions.</summary>
    public KeepPlan(IReadOnlyList<Scheme> schemes, IReadOnlyList<Column> columns, IReadOnlyList<Column> also)
    {
        Column quantity = columns.First(c => c.Name == "quantity" && c.Derived is null);
        foreach (GroupOperation group in schemes.SelectMany(s => s.Groups))
        {
            foreach (Column column in group.Grouping.Columns) Key(column);
            if (group.Grouping.Within.Column is { } within) Key(within);
            if (group.Counted.Tests.Count > 0) group.CountedBit = Test(group.Counted);
            switch (group)
            {
                case RecurOperation { Again: { } again } recur: recur.AgainSlot = Number(again); break;
                case ShareOperation share: share.WeightSlot = Number(share.Weight); break;
                case OverlapOperation { Order.ByColumn: { } order }: Number(new ColumnExpr(order)); break;
                case LimitOperation limit:
                    if (limit.Amount is not ConstantExpr) limit.AmountSlot = Number(limit.Amount);
                    if (limit.IsCount) QuantitySlot = Number(new DefaultedExpr(quantity, 1));
                    if (limit.PriorityColumn is { } priority) Number(new ColumnExpr(priority));
                    if (limit.Order.ByColumn is { } byColumn) Number(new ColumnExpr(byColumn));
                    break;
            }
        }

        foreach (Column column in schemes.SelectMany(s => s.Totals).Concat(also)) Key(column);
    }

    /// <summary>Columns whose values are kept as keys; the recipient and the award are always kept and not among them.</summary>
    public IReadOnlyList<Column> Keys => _keys;

    /// <summary>Numbers that are kept.</summary>
    public IReadOnlyList<Expr> Numbers => _numbers;

    /// <summary>Tests whose outcome is kept, at most 32.</summary>
    public IReadOnlyList<Box> Tests => _tests;

    /// <summary>Position of the quantity among the numbers; -1 when nobody counts it.</summary>
    public int QuantitySlot { get; private set; } = -1;

    /// <summary>Position of a column among the keys.</summary>
    public int KeySlot(Column column) => _keys.IndexOf(column);

    /// <summary>Position of a column among the numbers.</summary>
    public int NumberSlot(Column column) => _numbers.FindIndex(e => e is ColumnExpr && e.Reads == column);

    private void Key(Column column)
    {
        if (column.Name is not ("recipient" or "award") && !_keys.Contains(column)) _keys.Add(column);
    }

    private int Number(Expr expr)
    {
        int at = expr is ColumnExpr or DefaultedExpr ? _numbers.FindIndex(e => e.GetType() == expr.GetType() && e.Reads == expr.Reads) : -1;
        if (at >= 0) return at;
        _numbers.Add(expr);
        return _numbers.Count - 1;
    }

    private int Test(Box box)
    {
        if (_tests.Count == 32) throw new NotSupportedException("more than 32 counted-row tests in one batch");
        _tests.Add(box);
        return _tests.Count - 1;
    }
}
