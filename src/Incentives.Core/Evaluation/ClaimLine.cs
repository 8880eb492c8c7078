using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>What a claim line is, beside its amounts.</summary>
[Flags]
internal enum LineFlags : byte
{
    None = 0,

    /// <summary>Takes part in stages 4 to 11.</summary>
    Live = 1,

    /// <summary>Suspended with a known amount: computed as if paid, then reserved.</summary>
    Held = 2,

    /// <summary>A ceiling under which nobody has set a sum.</summary>
    Open = 4,

    /// <summary>The amount could change if an open ceiling is set lower.</summary>
    Tainted = 8,

    /// <summary>Excluded: no money, but still an award event.</summary>
    Event = 16,

    /// <summary>Taken out by a group stage, or held before any: no money and no event, but it keeps its place among joint winners.</summary>
    Partner = 32,
}

/// <summary>One roster row under one clause (and payee), or a row that no clause paid. Amounts are whole fen.</summary>
internal struct ClaimLine
{
    /// <summary>The row, counted over all rosters from 0.</summary>
    public int Row;

    /// <summary>First day of the row's date as yyyymmdd; 99991231 when it has none.</summary>
    public int Date;

    /// <summary>Who is paid, in the batch's table of recipients; 0 for nobody.</summary>
    public int Recipient;

    /// <summary>The award, in the scheme's own naming.</summary>
    public int Award;

    /// <summary>The clause's index; -1 for none.</summary>
    public short Clause;

    /// <summary>What was decided before any amount; only meaningful unless <see cref="LineFlags.Live"/>.</summary>
    public Status DecidedAs;

    /// <summary>The code that decided it, or the last that reduced the amount.</summary>
    public Reason Reason;

    /// <summary>The code that made the amount 0.</summary>
    public Reason Zeroed;

    /// <summary>The last code that reduced the amount in a group stage.</summary>
    public Reason Cut;

    public LineFlags Flags;

    /// <summary>Outcomes of the kept tests.</summary>
    public uint Tests;

    /// <summary>What the clause grants before anything else is considered.</summary>
    public long Entitled;

    /// <summary>The running amount.</summary>
    public long Amount;

    /// <summary>All codes, one bit a <see cref="Reason"/>.</summary>
    public ulong Reasons;

    /// <summary>Whether stages 4 to 11 see it.</summary>
    public readonly bool IsLive => (Flags & LineFlags.Live) != 0;

    /// <summary>Notes a code.</summary>
    public void Because(Reason reason) => Reasons |= 1UL << (int)reason;

    /// <summary>Sets the amount and notes why it changed.</summary>
    public void Change(long amount, Reason reason)
    {
        if (amount == Amount) return;
        Because(reason);
        // What rounding takes after a cut belongs to the cut.
        Reason binding = reason == Reason.Rounded && Cut != Reason.None ? Cut : reason;
        if (amount < Amount) Cut = binding;
        if (amount == 0) Zeroed = binding;
        Amount = amount;
    }

    /// <summary>The same line with its fate decided before any group stage.</summary>
    public readonly ClaimLine Decided(Status status, Reason reason)
    {
        ClaimLine line = this;
        // Whatever a clause will grant one that waits, its part of a shared pool is not for the others.
        line.Flags = status == Status.Held && Clause >= 0 ? LineFlags.Partner : LineFlags.None;
        line.DecidedAs = status;
        line.Reason = reason;
        line.Reasons = 0;
        line.Because(reason);
        line.Amount = 0;
        return line;
    }

    /// <summary>What became of it.</summary>
    public readonly Status Status =>
        !IsLive ? DecidedAs
        : (Flags & LineFlags.Held) != 0 && Amount > 0 ? Status.Held
        : Amount == 0 ? Status.Zero
        : (Flags & LineFlags.Open) != 0 ? Status.PayUpTo
        : Status.Pay;

    /// <summary>The one code for its status.</summary>
    public readonly Reason FinalReason => Status switch
    {
        _ when !IsLive => Reason,
        Status.Held => Reason,
        Status.Zero => Zeroed,
        _ when Cut != Reason.None => Cut,
        _ => Reason,
    };

    /// <summary>What is paid now.</summary>
    public readonly long Payable => IsLive && (Flags & LineFlags.Held) == 0 ? Amount : 0;

    /// <summary>What is reserved while the line waits.</summary>
    public readonly long Reserved => IsLive && (Flags & LineFlags.Held) != 0 ? Amount : 0;

    /// <summary>Whether setting an open ceiling of another line lower could raise this one.</summary>
    public readonly bool IsProvisional =>
        (Flags & (LineFlags.Tainted | LineFlags.Open)) == LineFlags.Tainted && Status is Status.Pay or Status.Held;
}
