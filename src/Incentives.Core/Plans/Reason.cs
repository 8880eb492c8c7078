namespace Incentives.Core.Plans;

/// <summary>
/// Why a claim line came out as it did, in stage order; the order is the ranking inside the <c>reasons</c> column. Codes are
/// append-only: <see cref="ReasonTable"/> holds their stable text.
/// </summary>
internal enum Reason : byte
{
    None,

    // 1 read
    MissingRecipient,
    MissingAward,
    MissingDate,
    BadDate,
    BadAmount,
    BadQuantity,
    BadNumber,
    BadFlag,
    BadKind,
    BadId,
    FieldCount,
    TotalRow,
    DuplicateRow,

    // 2 select
    NoClause,
    OutsidePeriod,
    AmountUnpublished,
    Excluded,
    OutsideWindow,
    Expired,
    ExclusiveOther,
    Suspended,
    MissingValue,
    MissingEvidence,
    ClausesConflict,
    IdentityDoubtful,
    QuantityUnclear,

    // 3 rate
    NoValue,
    Full,
    Approved,
    CeilingOpen,
    AboveCeiling,
    ApprovedIgnored,
    ClauseCap,
    RaisedToFloor,
    BelowThreshold,
    RatedZero,

    // 4 recur
    NotFirst,
    WithinYears,
    Renewal,
    RepeatReduced,
    BelowMinimum,

    // 5 to 7 overlap and share
    ToppedUp,
    LowerAward,
    AlreadyPaid,
    Combined,
    Exclusive,
    Shared,
    NotFirstDrafter,
    ShareMissing,
    SharesExceed,
    PoolDiffers,

    // 8 limit
    CapQuantity,
    CapClause,
    CapSubject,
    CapYear,
    CapLifetime,

    // 9 envelope
    EnvelopeOrder,
    EnvelopePriority,
    EnvelopeProrata,
    EnvelopeScheme,
    EnvelopeExceeded,

    // 10 round
    Rounded,
}
