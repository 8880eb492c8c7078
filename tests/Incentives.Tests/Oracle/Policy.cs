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

    /// <summary>The name lists a scheme may ask for.</summary>
    public static readonly IReadOnlyList<string> ListNames = ["失信", "欠税"];

    /// <summary>Who is struck or waits, in this order.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [new("剔除", "zero"), new("暂缓", "held")];

    /// <summary>The scheme without exclusions that look into name lists.</summary>
    public Policy WithoutLists => this with { Exclusions = [.. Exclusions.Where(e => e.List is null)] };

    /// <summary>Whether some grant depends on what the claim cost, so that nothing may end it.</summary>
    public bool LooksAtCost => Clauses.SelectMany(c => c.Grant.Rows.Select(r => r.Grant).Append(c.Grant)).Any(g => g.Part is not null || g.Marginal is not null);

    /// <summary>Who pays, where a clause does not say.</summary>
    public Fund? Fund { get; init; }

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

    public Fund? Fund { get; init; }

    public IReadOnlyList<Instalment> Instalments { get; init; } = [];
}

/// <summary>An exclusion: by a column of flags, or by a name list.</summary>
/// <param name="Column">The flags; of a list: who is looked up.</param>
/// <param name="Outcome">zero, rejected or held.</param>
/// <param name="List">The list's name; null for flags.</param>
/// <param name="AsOf">The date looked at; null for the row's date.</param>
/// <param name="Among">The clauses concerned; null for all.</param>
internal sealed record Exclusion(string Column, string Outcome, string? List = null, string? AsOf = null, IReadOnlyList<string>? Among = null);

/// <summary>Who pays which part.</summary>
/// <param name="By">The column that says which split holds; null for one split.</param>
/// <param name="Splits">Payers and weights by values of the column; no values in the one split, or for all other values.</param>
internal sealed record Fund(string? By, IReadOnlyList<(string[] Values, (string Payer, int Weight)[] Parts)> Splits);

/// <summary>A part paid by itself: so many per cent, a sum, or (neither) the rest.</summary>
/// <param name="Percent">Per cent of the amount.</param>
/// <param name="Fen">A sum, for one item where the clause pays per item.</param>
/// <param name="Due">How long after the row's date, such as 2年 or 6个月; null where it does not say.</param>
internal sealed record Instalment(int? Percent, long? Fen, string? Due);

/// <summary>A test on one column: one of some values (or none of them), a range of numbers, or presence.</summary>
internal sealed record Condition(string Column, ConditionKind Kind, IReadOnlyList<string> Values, long? Low = null, long? High = null)
{
    /// <summary>Whether the lower end is out.</summary>
    public bool IsLowOut { get; init; }

    /// <summary>Whether the upper end is out.</summary>
    public bool IsHighOut { get; init; }
}

/// <summary>Kinds of <see cref="Condition"/>.</summary>
internal enum ConditionKind
{
    OneOf,
    NoneOf,

    Range,
    Present,
    Absent,
}

/// <summary>What a clause grants: amount, per, times, plus, at-least, at-most, round, in this order.</summary>
internal sealed record Grant
{
    public bool IsCeiling { get; init; }

    /// <summary>A sum in fen; unused when there is one of the next four.</summary>
    public long Sum { get; init; }

    public Table? Table { get; init; }

    public Part? Part { get; init; }

    public Marginal? Marginal { get; init; }

    /// <summary>Decision rows, of which at most one holds; each says itself whether it is a ceiling.</summary>
    public IReadOnlyList<DecisionRow> Rows { get; init; } = [];

    public bool PerItem { get; init; }

    /// <summary>A factor, numerator and denominator.</summary>
    public (int Num, int Den)? Times { get; init; }

    public long? Plus { get; init; }

    public long? AtLeast { get; init; }

    public long? AtMost { get; init; }

    public Unit? Round { get; init; }
}

/// <summary>A part of a column of money, such as 30% of it.</summary>
internal sealed record Part(int Num, int Den, string Column);

/// <summary>Each part of a measure at its own rate.</summary>
/// <param name="Measure">费用, 净额 or quantity.</param>
/// <param name="Bands">Where a band ends (null: nowhere), whether a number that is the end counts to it, and the rate: per cent of money, fen for one.</param>
internal sealed record Marginal(string Measure, IReadOnlyList<(long? End, bool IsEndIn, int Rate)> Bands);

/// <summary>Conditions, and what is granted under them.</summary>
internal sealed record DecisionRow(IReadOnlyList<Condition> When, Grant Grant);

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
