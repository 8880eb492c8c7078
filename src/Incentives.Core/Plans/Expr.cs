using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>How an expression came out.</summary>
internal enum Outcome : byte
{
    /// <summary>A value.</summary>
    Ok,

    /// <summary>A cell it needs is absent; <see cref="Row.MissingColumn"/> says which.</summary>
    Missing,

    /// <summary>A table has no row for this case.</summary>
    NoRow,

    /// <summary>The policy does not publish the amount.</summary>
    Unpublished,

    /// <summary>A division by 0, or a number beyond what can be held.</summary>
    Impossible,
}

/// <summary>An exact calculation on one row. Money is in fen.</summary>
internal abstract class Expr
{
    /// <summary>What it gives.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>Works the value out.</summary>
    public abstract Outcome Evaluate(Row row, out Rational value);

    /// <summary>The parts it is made of, for analysis and for writing it out.</summary>
    public virtual IReadOnlyList<Expr> Parts => [];

    /// <summary>The roster or derived column it reads itself, or null.</summary>
    public virtual Column? Reads => null;

    /// <summary>All columns that it or a part of it reads.</summary>
    public virtual IEnumerable<Column> AllReads()
    {
        if (Reads is { } own) yield return own;
        foreach (Expr part in Parts)
        {
            foreach (Column c in part.AllReads()) yield return c;
        }
    }
}
