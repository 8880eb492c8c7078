namespace Incentives.Tests.Oracle;

/// <summary>A scheme of the tiny model: what the random tests generate and both evaluators work on.</summary>
internal sealed record Policy
{
    public const string Id = "random";

    public required IReadOnlyList<Provision> Clauses { get; init; }

    /// <summary>Awards from the lowest rung up.</summary>
    public IReadOnlyList<string> Ladder { get; init; } = [];

    public IReadOnlyList<Overlap> Overlaps { get; init; } = [];

    public IReadOnlyList<Limit> Limits { get; init; } = [];

    public Unit Unit { get; init; } = new(1, "half-up");

    /// <summary>What a struck row becomes: rejected or zero.</summary>
    public string StruckOutcome { get; init; } = "zero";

    /// <summary>The limits of the scheme and of its clauses.</summary>
    public IEnumerable<Limit> AllLimits => [.. Limits, .. Clauses.SelectMany(c => c.Limits)];
}

/// <summary>Rounding unit in fen, and mode.</summary>
internal sealed record Unit(long Fen, string Mode);

/// <summary>A clause.</summary>
internal sealed record Provision
{
    public required string Id { get; init; }

    /// <summary>Boxes: the clause applies where all conditions of one of them hold.</summary>
    public required IReadOnlyList<IReadOnlyList<Condition>> When { get; init; }

    /// <summary>The only awards that any box allows.</summary>
    public required IReadOnlyList<string> Awards { get; init; }

    public required Grant Grant { get; init; }

    public Recur? Recur { get; init; }

    public Share? Share { get; init; }

    public IReadOnlyList<Limit> Limits { get; init; } = [];
}

/// <summary>A test on one column: one of some values (or none of them), a range of ranks, or presence.</summary>
internal sealed record Condition(string Column, ConditionKind Kind, IReadOnlyList<string> Values, int? Low = null, int? High = null);

/// <summary>Kinds of <see cref="Condition"/>.</summary>
internal enum ConditionKind
{
    OneOf,
    NoneOf,

    /// <summary>From Low to High, both included.</summary>
    Closed,

    /// <summary>From Low, below High.</summary>
    HalfOpen,
    Present,
    Absent,
}

/// <summary>What a clause grants: amount, per, times, plus, at-least, at-most, round, in this order.</summary>
internal sealed record Grant
{
    public bool IsCeiling { get; init; }

    /// <summary>A sum in fen; unused when there is a table.</summary>
    public long Sum { get; init; }

    public Table? Table { get; init; }

    public bool PerItem { get; init; }

    /// <summary>A factor, numerator and denominator.</summary>
    public (int Num, int Den)? Times { get; init; }

    public long? Plus { get; init; }

    public long? AtLeast { get; init; }

    public long? AtMost { get; init; }

    public Unit? Round { get; init; }
}

/// <summary>A table by one or two keys; a key is a set of values. In a table by two keys an inner key of null stands for all.</summary>
internal sealed record Table(IReadOnlyList<string> By, IReadOnlyList<(string[] Outer, string[]? Inner, long Fen)> Rows, long? Else);

/// <summary>What a repeat is granted.</summary>
internal enum Again
{
    Zero,
    Amount,

    /// <summary>40% of the amount.</summary>
    Part,
    Rejected,
    Held,
}

/// <summary>First time, cool-down, renewal.</summary>
internal sealed record Recur(IReadOnlyList<string> By, int? Years, bool InYear, string Of, IReadOnlyList<string> List, bool CountsPaid, int First, Again Again, long AgainFen);

/// <summary>What several grants are worth together; no <c>By</c> relates the clauses of one row.</summary>
internal sealed record Overlap(IReadOnlyList<string> Among, IReadOnlyList<string> By, bool InYear, string Keep, IReadOnlyList<long> Worth, string Paid, string Order);

/// <summary>Joint winners of a subject: equal parts, a column of weights, or percentages by rank.</summary>
internal sealed record Share(string Weight, IReadOnlyList<int> Percents, bool RestUnpaid);

/// <summary>A cap or a minimum.</summary>
/// <param name="Kind">money, count or minimum.</param>
/// <param name="Most">Fen, or a count.</param>
/// <param name="By">Empty: everything the rule is about.</param>
/// <param name="Within">year, ever, period, or so many years back such as 2年.</param>
/// <param name="Cut">in-order, pro-rata, refuse, stop or 优先.</param>
/// <param name="Order">date or -amount.</param>
internal sealed record Limit(string Kind, long Most, IReadOnlyList<string> By, string Within, string Cut, string Order)
{
    /// <summary>How many years back it looks; null where it has no such window.</summary>
    public int? Years => Within.EndsWith('年') ? Within[0] - '0' : null;
}
