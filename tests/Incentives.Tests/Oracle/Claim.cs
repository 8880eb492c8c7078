namespace Incentives.Tests.Oracle;

/// <summary>A roster row. Null is an empty cell; dates are yyyymmdd, or yyyymm for a month; money is fen.</summary>
internal sealed record Claim
{
    public string Recipient { get; init; } = "甲公司";

    public string Award { get; init; } = "甲奖";

    public string? Level { get; init; }

    public string? Role { get; init; }

    public int? Rank { get; init; }

    public int? Date { get; init; }

    public int? Quantity { get; init; }

    public string? Subject { get; init; }

    public long? Approved { get; init; }

    /// <summary>What the claim cost.</summary>
    public long? Cost { get; init; }

    /// <summary>What somebody else has given towards the cost; may be more than it.</summary>
    public long? Aid { get; init; }

    public string? District { get; init; }

    /// <summary>Day of the application, or a month.</summary>
    public int? Applied { get; init; }

    /// <summary>Whether an exclusion suspends the row.</summary>
    public bool? Suspended { get; init; }

    /// <summary>Whether an exclusion strikes the row.</summary>
    public bool? Struck { get; init; }

    public int Priority { get; init; } = 1;

    public int Weight { get; init; } = 1;

    /// <summary>First day of the date; null for none.</summary>
    public int? FirstDay => Date is < 1_000_000 ? (Date * 100) + 1 : Date;

    /// <summary>The year a yearly rule puts it in: a row without a date belongs to the batch's.</summary>
    public int Year => (FirstDay ?? 20240101) / 10000;

    /// <summary>A column's text as conditions and keys see it; null for an empty cell.</summary>
    public string? Text(string column) => column switch
    {
        "recipient" => Recipient,
        "award" => Award,
        "level" => Level,
        "role" => Role,
        "subject" => Subject,
        "district" => District,
        "rank" => Rank?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>A column's number; null for an empty cell. An empty quantity counts 1.</summary>
    public long? Number(string column) => column switch
    {
        "rank" => Rank,
        "quantity" => Quantity ?? 1,
        "费用" => Cost,
        "净额" => Cost - Aid,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}

/// <summary>A history row: money paid (negative: taken back; null: won without money) before the batch.</summary>
internal sealed record Past
{
    public string Recipient { get; init; } = "甲公司";

    public string Award { get; init; } = "甲奖";

    public int? Date { get; init; }

    public string? Subject { get; init; }

    public int? Quantity { get; init; }

    public long? Paid { get; init; }

    /// <summary>The scheme it was paid under; null when the row does not say.</summary>
    public string? Scheme { get; init; }

    /// <summary>The clause it was paid under; null when the row does not say.</summary>
    public string? Clause { get; init; }

    /// <summary>A column's text as keys see it; null for an empty cell.</summary>
    public string? Text(string column) => column == "recipient" ? Recipient : Subject;
}

/// <summary>What became of one row under one clause.</summary>
/// <param name="Row">Position in the roster.</param>
/// <param name="Clause">The clause, or empty.</param>
/// <param name="Status">The status code.</param>
/// <param name="Reason">The reason code; of the reference: all codes the documents allow, with <c>|</c> between, or <c>*</c>.</param>
/// <param name="Entitled">Fen; -1 where the documents leave it open.</param>
/// <param name="Payable">Fen.</param>
/// <param name="Held">Fen; -1 where the documents leave it open.</param>
internal sealed record Result(int Row, string Clause, string Status, string Reason, long Entitled, long Payable, long Held)
{
    /// <summary>Who pays which part of it, and when: <c>市=12.00 县=3.00 1=15.00@2025-02-28</c>, parts of nothing left out.</summary>
    public string Parts { get; init; } = "";
}

/// <summary>An entry of a name list; null where it has no first or no last day.</summary>
internal sealed record Listed(string List, string Name, int? From, int? To);

/// <summary>A scheme with a roster and a history.</summary>
internal sealed record Example(Policy Policy, IReadOnlyList<Claim> Roster, IReadOnlyList<Past> History, string Period)
{
    /// <summary>The number it was generated from.</summary>
    public int Seed { get; init; }

    /// <summary>The name lists.</summary>
    public IReadOnlyList<Listed> Lists { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() =>
        $"seed {Seed}, period {Period}\n{Policy.ToYaml()}\n{Csv.Roster(Roster)}\n{Csv.History(History)}\n{string.Join('\n', Policy.ListNames.Select(n => Csv.List(Lists, n)))}";
}
