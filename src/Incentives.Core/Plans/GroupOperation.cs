using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>How far a rule looks.</summary>
internal enum WithinKind
{
    /// <summary>All time.</summary>
    Ever,

    /// <summary>The batch's period.</summary>
    Period,

    /// <summary>The calendar year of the row's date.</summary>
    Year,

    /// <summary>While the scheme is in force.</summary>
    Effective,

    /// <summary>A duration back from the row's date.</summary>
    Back,

    /// <summary>Rows with the same value in a column.</summary>
    Column,
}

/// <summary>How far a rule looks, with what that needs.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Back">For <see cref="WithinKind.Back"/>.</param>
/// <param name="Column">For <see cref="WithinKind.Column"/>.</param>
internal readonly record struct Within(WithinKind Kind, Syntax.Duration Back = default, Column? Column = null);

/// <summary>How rows are put into groups.</summary>
/// <param name="Columns">Columns whose values must agree; the payee stands for <c>recipient</c>.</param>
/// <param name="Within">How far the group reaches.</param>
/// <param name="IsPerRow">Whether each row is a group of its own (<c>by: row</c>).</param>
internal sealed record Grouping(IReadOnlyList<Column> Columns, Within Within, bool IsPerRow = false)
{
    /// <summary>Whether the recipient is part of the key.</summary>
    public bool HasRecipient => Columns.Any(c => c.Name == "recipient");
}

/// <summary>In which order a group's rows are taken.</summary>
/// <param name="ByAmount">The greatest amount first.</param>
/// <param name="ByTier">The highest rung first.</param>
/// <param name="ByColumn">A column's value, or null.</param>
/// <param name="IsDescending">For a column: the greatest first.</param>
internal sealed record Ordering(bool ByAmount, bool ByTier, Column? ByColumn, bool IsDescending)
{
    /// <summary>Date, then line.</summary>
    public static Ordering ByDate { get; } = new(false, false, null, false);
}

/// <summary>Something that happens to groups of claim lines.</summary>
internal abstract class GroupOperation
{
    /// <summary>The language's word for it.</summary>
    public abstract string Word { get; }

    /// <summary>Stage 4 to 9.</summary>
    public abstract int Stage { get; }

    public required Place Place { get; init; }

    public required string Cite { get; init; }

    /// <summary>The lines that take part.</summary>
    public required LineSet Among { get; init; }

    public required Grouping Grouping { get; init; }

    /// <summary>Which of their rows are counted.</summary>
    public Box Counted { get; init; } = Box.Everything;

    /// <summary>Position of <see cref="Counted"/> among the batch's kept tests; -1 when every row counts.</summary>
    public int CountedBit { get; set; } = -1;
}

/// <summary>What earlier grants do to this one (stage 4).</summary>
internal sealed class RecurOperation : GroupOperation
{
    public override string Word => "recur";

    public override int Stage => 4;

    /// <summary>Awards that count as earlier ones, by the award of the row; the award itself where there is no entry.</summary>
    public required RecurAwards Of { get; init; }

    /// <summary>Whether only what was paid counts, rather than what was won.</summary>
    public bool CountsPaid { get; init; }

    /// <summary>How many times it is granted before <see cref="Again"/> holds.</summary>
    public int First { get; init; } = 1;

    /// <summary>What a repeat is granted; null for nothing.</summary>
    public Expr? Again { get; init; }

    /// <summary>Whether <see cref="Again"/> is a share of the amount rather than an amount.</summary>
    public bool AgainIsShare => Again is { Kind: ValueKind.Number };

    /// <summary>Where the batch keeps the value of <see cref="Again"/>; -1 for none.</summary>
    public int AgainSlot { get; set; } = -1;

    /// <summary>Whether a repeat waits for a person.</summary>
    public bool AgainHeld { get; init; }

    /// <summary>Whether a repeat is lost.</summary>
    public bool AgainRejected { get; init; }
}

/// <summary>Which awards count as earlier ones.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="List">For <see cref="RecurAwardsKind.List"/>.</param>
internal sealed record RecurAwards(RecurAwardsKind Kind, IReadOnlySet<int> List);

/// <summary>Which awards count as earlier ones.</summary>
internal enum RecurAwardsKind
{
    Same,
    SameOrHigher,
    Family,
    List,
}

/// <summary>What several grants are worth together.</summary>
internal enum Keep
{
    All,
    Highest,
    ByCount,
    Last,
    One,
}

/// <summary>What history does to a group's worth.</summary>
internal enum PaidBefore
{
    Deduct,
    Ignore,
    Block,
}

/// <summary>What several grants are worth together (stage 5, or 7 when counted by recipient).</summary>
internal sealed class OverlapOperation : GroupOperation
{
    public override string Word => "overlap";

    public override int Stage => Grouping.HasRecipient ? 7 : 5;

    public required Keep Keep { get; init; }

    public required PaidBefore Paid { get; init; }

    public Ordering Order { get; init; } = Ordering.ByDate;

    /// <summary>Awards of history that belong to the group; null for the awards of its clauses.</summary>
    public IReadOnlySet<int>? Awards { get; init; }

    /// <summary>For <see cref="Keep.ByCount"/>: worth by number of distinct awards, from 1, in fen.</summary>
    public IReadOnlyList<long> WorthByCount { get; init; } = [];

    /// <summary>Whether each row is a group of its own, so that the rule only relates clauses.</summary>
    public bool IsPerRow { get; init; }

    /// <summary>Whether it says how two clauses relate on a row with an award, where the row is <see cref="GroupOperation.Counted"/>.</summary>
    public bool Relates(Clause a, Clause b, int award) => Among.Includes(a.Index, award) && Among.Includes(b.Index, award);
}

/// <summary>One pool among several winners (stage 6; stage 3 for a pool shared by the whole scheme).</summary>
internal sealed class ShareOperation : GroupOperation
{
    public override string Word => "share";

    public override int Stage => 6;

    /// <summary>The weight of a row.</summary>
    public required Expr Weight { get; init; }

    /// <summary>Where the batch keeps the weight.</summary>
    public int WeightSlot { get; set; } = -1;

    /// <summary>Whether the weights are parts of a whole of 1, so that absent winners leave a rest.</summary>
    public bool IsOfWhole { get; init; }

    /// <summary>Whether a rest may stay unpaid.</summary>
    public bool RestUnpaid { get; init; }
}

/// <summary>What a limit does when it is passed.</summary>
internal enum Cut
{
    InOrder,
    ProRata,
    Refuse,
    Report,
    Stop,
    Priority,
}

/// <summary>A ceiling, or a minimum, on a group (stage 8; 9 for an envelope).</summary>
internal sealed class LimitOperation : GroupOperation
{
    public override string Word => "limit";

    public override int Stage => IsEnvelope || IsAfterEnvelope ? 9 : 8;

    /// <summary>Whether a minimum looks at what the envelope left (<c>after: envelope</c>).</summary>
    public bool IsAfterEnvelope { get; init; }

    /// <summary>Whether it is money that a scheme or clause may spend rather than what one subject may get.</summary>
    public bool IsEnvelope => Grouping.Columns.Count == 0 && !Grouping.IsPerRow && !IsCount && !IsMinimum;

    /// <summary>Whether it counts quantity or recipients rather than money.</summary>
    public bool IsCount { get; init; }

    /// <summary>Whether it is a least amount: a lesser sum is 0.</summary>
    public bool IsMinimum { get; init; }

    /// <summary>The limit, in fen or as a count.</summary>
    public required Expr Amount { get; init; }

    /// <summary>Where the batch keeps the limit when it differs by row; -1 for a constant.</summary>
    public int AmountSlot { get; set; } = -1;

    public required Cut Cut { get; init; }

    public Column? PriorityColumn { get; init; }

    public Ordering Order { get; init; } = Ordering.ByDate;
}

/// <summary>Who pays which part: names with weights, for the rows in a box.</summary>
/// <param name="Cases">The first box that holds the row decides.</param>
internal sealed record FundSplit(IReadOnlyList<(Box Box, IReadOnlyList<(string Fund, Rational Weight)> Parts)> Cases);

/// <summary>A part of the payment and when it is due.</summary>
/// <param name="Share">Share of the amount, or null.</param>
/// <param name="Sum">A sum in fen, or null; both null is the rest.</param>
/// <param name="Due">How long after the row's date; null for at once.</param>
/// <param name="Needs">The proof it waits for; empty for none.</param>
internal sealed record Instalment(Rational? Share, long? Sum, Syntax.Duration? Due, string Needs);
