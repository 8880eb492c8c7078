using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>A value that stands in the scheme.</summary>
internal sealed class ConstantExpr(ValueKind kind, Rational value, string text) : Expr
{
    public override ValueKind Kind => kind;

    /// <summary>The value; money in fen.</summary>
    public Rational Value => value;

    /// <summary>As the scheme writes it.</summary>
    public string Text => text;

    public override Outcome Evaluate(Row row, out Rational result)
    {
        result = value;
        return Outcome.Ok;
    }
}

/// <summary>A column's value.</summary>
internal sealed class ColumnExpr(Column column) : Expr
{
    public override ValueKind Kind => column.Kind;

    public override Column? Reads => column;

    public override Outcome Evaluate(Row row, out Rational value)
    {
        ref readonly Cell cell = ref row[column.Slot];
        value = cell.Value;
        return cell.State switch
        {
            CellState.Present => Outcome.Ok,
            CellState.Impossible => Outcome.Impossible,
            _ => row.Missing(column.Slot),
        };
    }
}

/// <summary>A column's value, or another where the cell is empty.</summary>
internal sealed class DefaultedExpr(Column column, Rational ifEmpty) : Expr
{
    public override ValueKind Kind => column.Kind;

    public override Column? Reads => column;

    /// <summary>What an empty cell stands for.</summary>
    public Rational IfEmpty => ifEmpty;

    public override Outcome Evaluate(Row row, out Rational value)
    {
        ref readonly Cell cell = ref row[column.Slot];
        value = cell.IsPresent ? cell.Value : ifEmpty;
        return cell.State == CellState.Impossible ? Outcome.Impossible : Outcome.Ok;
    }
}

/// <summary>The four operations.</summary>
internal enum Operator
{
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// <summary>Two values joined by an operation.</summary>
internal sealed class BinaryExpr(Operator op, Expr left, Expr right, ValueKind kind) : Expr
{
    public override ValueKind Kind => kind;

    public Operator Operator => op;

    public Expr Left => left;

    public Expr Right => right;

    public override IReadOnlyList<Expr> Parts => [left, right];

    public override Outcome Evaluate(Row row, out Rational value)
    {
        value = default;
        Outcome first = left.Evaluate(row, out Rational a);
        if (first != Outcome.Ok) return first;
        Outcome second = right.Evaluate(row, out Rational b);
        if (second != Outcome.Ok) return second;
        if (op == Operator.Divide && b.Sign == 0) return Outcome.Impossible;
        try
        {
            value = op switch
            {
                Operator.Add => a + b,
                Operator.Subtract => a - b,
                Operator.Multiply => a * b,
                _ => a / b,
            };
            return Outcome.Ok;
        }
        catch (OverflowException)
        {
            return Outcome.Impossible;
        }
    }
}

/// <summary>The least or the greatest of several.</summary>
internal sealed class ExtremeExpr(bool isLeast, IReadOnlyList<Expr> parts) : Expr
{
    public override ValueKind Kind => parts[0].Kind;

    public bool IsLeast => isLeast;

    public override IReadOnlyList<Expr> Parts => parts;

    public override Outcome Evaluate(Row row, out Rational value)
    {
        value = default;
        for (int i = 0; i < parts.Count; i++)
        {
            Outcome outcome = parts[i].Evaluate(row, out Rational part);
            if (outcome != Outcome.Ok) return outcome;
            value = i == 0 ? part : isLeast ? Rational.Min(value, part) : Rational.Max(value, part);
        }

        return Outcome.Ok;
    }
}

/// <summary>An amount that the policy does not publish.</summary>
internal sealed class UnpublishedExpr(ValueKind kind) : Expr
{
    public override ValueKind Kind => kind;

    public override Outcome Evaluate(Row row, out Rational value)
    {
        value = default;
        return Outcome.Unpublished;
    }
}

/// <summary><c>none</c>: in a cap nothing limits; anywhere else nothing is granted, as if the table had no such row.</summary>
internal sealed class NoneExpr(bool isCap, ValueKind kind) : Expr
{
    public override ValueKind Kind => kind;

    /// <summary>Whether it is a cap that does not limit.</summary>
    public bool IsCap => isCap;

    /// <summary>More than any amount can be, or no row.</summary>
    public override Outcome Evaluate(Row row, out Rational value)
    {
        value = Money.LargestFen * 1000;
        return isCap ? Outcome.Ok : Outcome.NoRow;
    }
}
