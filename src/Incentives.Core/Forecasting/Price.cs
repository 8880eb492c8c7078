using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Forecasting;

/// <summary>Whether a target has a price.</summary>
internal enum PriceStatus
{
    /// <summary>At most so much for each.</summary>
    Priced,

    /// <summary>A clause grants it, but nothing in the rules ends the amount: it depends on figures that a roster would have.</summary>
    NoEnd,

    /// <summary>A clause grants it, but the policy does not publish how much.</summary>
    Unpublished,

    /// <summary>No clause grants it anything.</summary>
    NoClause,

    /// <summary>No scheme that might grant it is in force in its years.</summary>
    OutsidePeriod,
}

/// <summary>What one clause grants at most for one of a target.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Most">At most.</param>
internal sealed record PricePart(Clause Clause, Money Most);

/// <summary>What one of a target costs at most.</summary>
/// <param name="Status">Whether there is a price.</param>
/// <param name="Parts">The clauses that grant it; more than one where the scheme lets them add.</param>
/// <param name="Least">The least that a case of the clauses comes to: below <see cref="Most"/> where the target leaves something open.</param>
/// <param name="DependsOn">The columns it leaves open on which the amount depends.</param>
internal sealed record Price(PriceStatus Status, IReadOnlyList<PricePart> Parts, Money Least, IReadOnlyList<Column> DependsOn)
{
    /// <summary>No price, and why.</summary>
    public static Price None(PriceStatus status) => new(status, [], Money.Zero, []);

    /// <summary>At most, all clauses together.</summary>
    public Money Most => Parts.Aggregate(Money.Zero, (sum, p) => sum + p.Most);
}
