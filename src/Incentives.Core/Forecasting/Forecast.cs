using Incentives.Core.Compilation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Forecasting;

/// <summary>A target with what it costs.</summary>
/// <param name="List">The file it stands in.</param>
/// <param name="Target">The target.</param>
/// <param name="Years">The years in which it counts; 0 where none is said.</param>
/// <param name="Price">What one costs.</param>
internal sealed record PricedTarget(TargetList List, Target Target, IReadOnlyList<int> Years, Price Price)
{
    /// <summary>At most, for the least number, all years together.</summary>
    public Money Least => Times(Price.Most, Target.Count.Least * Years.Count);

    /// <summary>At most, for the greatest number, all years together; null where the number has no end.</summary>
    public Money? Most => Target.Count.Most is { } most ? Times(Price.Most, most * Years.Count) : null;

    /// <summary>What a part of the price comes to in one year, for the least and the greatest number.</summary>
    public (Money Least, Money? Most) OfYear(PricePart part) => (Times(part.Most, Target.Count.Least), Target.Count.Most is { } most ? Times(part.Most, most) : null);

    private static Money Times(Money price, long count) => new(checked(price.Fen * count));
}

/// <summary>A sum of what targets of one kind cost at most.</summary>
/// <param name="Kind">New, stock or held: never added to each other.</param>
/// <param name="By">total, clause, department or year.</param>
/// <param name="Key">Of which this is the sum; empty for the total and for no year.</param>
/// <param name="Count">Priced honours: the least and the greatest number.</param>
/// <param name="Least">For the least numbers.</param>
/// <param name="Most">For the greatest numbers; null where a number has no end.</param>
internal sealed record ForecastSum(TargetKind Kind, string By, string Key, CountRange Count, Money Least, Money? Most);

/// <summary>All targets under one choice of readings.</summary>
/// <param name="Lines">The awards among the targets, in file order.</param>
/// <param name="Sums">By kind: total, clause, department, year.</param>
internal sealed record ForecastCase(IReadOnlyList<PricedTarget> Lines, IReadOnlyList<ForecastSum> Sums)
{
    /// <summary>The total of a kind; null where no target of that kind has a price.</summary>
    public ForecastSum? Total(TargetKind kind) => Sums.FirstOrDefault(s => s.Kind == kind && s.By == "total");

    /// <summary>The lines without a price.</summary>
    public IEnumerable<PricedTarget> Unpriced => Lines.Where(l => l.Price.Status != PriceStatus.Priced);
}

/// <summary>The targets under another option of one reading.</summary>
/// <param name="Reading">The reading as it is in force otherwise.</param>
/// <param name="Option">The other option.</param>
/// <param name="Case">What comes of it.</param>
internal sealed record OtherReading(ReadingInForce Reading, string Option, ForecastCase Case);

/// <summary>Money of a scheme that goes to no award.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Line">The budget line.</param>
/// <param name="Years">How many years it is counted for; 1 for one that is not yearly, or where nothing says how many.</param>
internal sealed record EarmarkSum(Scheme Scheme, EarmarkLine Line, int Years)
{
    /// <summary>All years together.</summary>
    public Money Total => new(checked(Line.Amount.Fen * Years));
}

/// <summary>What published targets would cost.</summary>
/// <param name="Schemes">The schemes that priced them.</param>
/// <param name="Lists">The files of targets.</param>
/// <param name="Readings">The readings in force.</param>
/// <param name="Main">The targets under these.</param>
/// <param name="Others">The targets under each other option of each reading that changes some price.</param>
/// <param name="Earmarks">Budget lines, apart from all sums.</param>
internal sealed record Forecast(
    IReadOnlyList<Scheme> Schemes, IReadOnlyList<TargetList> Lists, IReadOnlyList<ReadingInForce> Readings, ForecastCase Main, IReadOnlyList<OtherReading> Others, IReadOnlyList<EarmarkSum> Earmarks);
