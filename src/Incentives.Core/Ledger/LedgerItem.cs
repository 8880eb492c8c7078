using System.Globalization;

namespace Incentives.Core.Ledger;

/// <summary>What a row of the ledger does. The words are kept in the file.</summary>
internal static class ItemKind
{
    /// <summary>Pays an award for the first time.</summary>
    public const string Pay = "pay";

    /// <summary>Pays, or takes off, the difference that a correction batch found.</summary>
    public const string Adjust = "adjust";

    /// <summary>Money back; the award stays won.</summary>
    public const string Clawback = "clawback";

    /// <summary>A payment that should not have been; once all of it is corrected the award counts as never paid.</summary>
    public const string Correction = "correction";
}

/// <summary>One row of a batch: money to one recipient for one award, or money back. Amounts are whole fen.</summary>
internal sealed record LedgerItem
{
    /// <summary>The fields in the order in which they are kept, hashed and exported.</summary>
    public static readonly string[] Columns =
    [
        "batch", "row", "kind", "award_key", "generation", "seq", "claim", "closes", "of_batch", "of_row", "code", "name", "name_key", "award", "award_name",
        "subject", "subject_key", "day", "date", "scheme", "clause", "occurrence", "quantity", "fen", "roster", "line", "details",
    ];

    /// <summary>The batch it belongs to.</summary>
    public long Batch { get; init; }

    /// <summary>Its number in the batch, from 1.</summary>
    public long Row { get; init; }

    /// <summary>One of <see cref="ItemKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Hash of who and of <see cref="Claim"/>: what must not be paid twice.</summary>
    public required string AwardKey { get; init; }

    /// <summary>How often the award had been removed by corrections before.</summary>
    public long Generation { get; init; }

    /// <summary>Its number among the rows of the award and generation, from 0.</summary>
    public long Seq { get; init; }

    /// <summary>Hash of award, subject, scheme, clause, date and occurrence: everything but who.</summary>
    public required string Claim { get; init; }

    /// <summary>1 for the correction that removes the award.</summary>
    public long Closes { get; init; }

    /// <summary>The batch of the payment it changes; 0 for a payment.</summary>
    public long OfBatch { get; init; }

    /// <summary>The row of the payment it changes; 0 for a payment.</summary>
    public long OfRow { get; init; }

    /// <summary>The recipient's identity code; empty for none.</summary>
    public required string Code { get; init; }

    /// <summary>The recipient's name as spelled.</summary>
    public required string Name { get; init; }

    /// <summary>The name as compared.</summary>
    public required string NameKey { get; init; }

    /// <summary>The award as spelled.</summary>
    public required string Award { get; init; }

    /// <summary>The award in the scheme's naming, as compared.</summary>
    public required string AwardName { get; init; }

    /// <summary>The cell of the column subject.</summary>
    public required string Subject { get; init; }

    /// <summary>The subject as compared, with the other columns that the scheme tells subjects apart by.</summary>
    public required string SubjectKey { get; init; }

    /// <summary>First day of the date as yyyymmdd; 0 for none.</summary>
    public long Day { get; init; }

    /// <summary>The date as written.</summary>
    public required string Date { get; init; }

    public required string Scheme { get; init; }

    public required string Clause { get; init; }

    /// <summary>Among rows of one run that are the same in all of the above: the first, the second, ...</summary>
    public long Occurrence { get; init; }

    /// <summary>The quantity as written; empty for 1.</summary>
    public required string Quantity { get; init; }

    /// <summary>Fen paid; negative for money back.</summary>
    public long Fen { get; init; }

    /// <summary>The roster it came from.</summary>
    public required string Roster { get; init; }

    /// <summary>Its physical line there.</summary>
    public long Line { get; init; }

    /// <summary>The roster's other cells as a JSON object, for the history.</summary>
    public required string Details { get; init; }

    /// <summary>The action that posted it; 0 while it is only proposed. Not hashed: it follows from the actions.</summary>
    public long Posted { get; init; }

    /// <summary>The hash that was kept with it.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Whether it is money back.</summary>
    public bool IsReversal => Kind is ItemKind.Clawback or ItemKind.Correction;

    /// <summary>The fields as text, in the order of <see cref="Columns"/>.</summary>
    public string[] Fields() =>
    [
        Text(Batch), Text(Row), Kind, AwardKey, Text(Generation), Text(Seq), Claim, Text(Closes), Text(OfBatch), Text(OfRow), Code, Name, NameKey, Award, AwardName,
        Subject, SubjectKey, Text(Day), Date, Scheme, Clause, Text(Occurrence), Quantity, Text(Fen), Roster, Text(Line), Details,
    ];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
