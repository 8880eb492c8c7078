namespace Incentives.Core.Plans;

/// <summary>One thing done to an amount after it has been found. The kinds are one file each under <c>Clauses/</c>.</summary>
internal abstract class RateStep
{
    /// <summary>The language's word for it.</summary>
    public abstract string Word { get; }

    /// <summary>Where it is written; nowhere for a step without a choice.</summary>
    public Diagnostics.Place Place { get; init; } = Diagnostics.Place.Nowhere;

    /// <summary>Changes the amount.</summary>
    public abstract Outcome Apply(Row row, ref Rated rated);

    /// <summary>The expressions it works with.</summary>
    public virtual IEnumerable<Expr> Exprs() => [];

    /// <summary>The columns it looks at.</summary>
    public virtual IEnumerable<Column> Reads() => Exprs().SelectMany(e => e.AllReads());
}
