using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>A claim line while the reference works on it.</summary>
internal sealed class Line(int row, Claim claim, Provision? clause, int clauseNumber)
{
    public int Row => row;

    public Claim Claim => claim;

    public Provision? Clause => clause;

    public int ClauseNumber => clauseNumber;

    /// <summary>Fen after stage 3; -1 where the documents leave it open.</summary>
    public BigInteger Entitled { get; set; }

    public BigInteger Amount { get; set; }

    /// <summary>Takes part in stages 4 to 10.</summary>
    public bool IsLive { get; set; }

    /// <summary>Is an award event though it is not live.</summary>
    public bool IsEvent { get; set; }

    /// <summary>Was granted something, then taken out, and keeps its place among joint winners.</summary>
    public bool IsPartner { get; private set; }

    /// <summary>Waits with a known amount.</summary>
    public bool IsReserved { get; set; }

    /// <summary>Whether its amount was a ceiling, approved or not.</summary>
    public bool IsCeiling { get; set; }

    /// <summary>A ceiling nobody has set a sum under.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Status of a line that is not live.</summary>
    public string Decided { get; private set; } = "";

    /// <summary>Code of stage 2 or 3.</summary>
    public string Reason { get; set; } = "";

    public string Zeroed { get; set; } = "";

    public string Cut { get; set; } = "";

    public BigInteger Quantity => claim.Quantity ?? 1;

    /// <summary>Day for ordering: a missing date comes last.</summary>
    public int OrderDay => claim.FirstDay ?? 99991231;

    /// <summary>Takes the line out of stages 4 to 10.</summary>
    public void Decide(string status, string reason, bool isEvent = false)
    {
        (Decided, Reason, IsPartner, IsLive, IsEvent) = (status, reason, IsLive, false, isEvent);
    }

    /// <summary>Changes the running amount, noting the code.</summary>
    public void Change(BigInteger amount, string reason)
    {
        if (amount < Amount) Cut = reason;
        if (amount.IsZero && !Amount.IsZero) Zeroed = reason;
        Amount = amount;
    }

    /// <summary>The line's result.</summary>
    public Result ToResult(Policy policy)
    {
        (string status, string reason) =
            !IsLive ? (Decided, Reason)
            : IsReserved && Amount > 0 ? ("held", Reason)
            : Amount.IsZero ? ("zero", Zeroed)
            : (IsOpen ? "pay-up-to" : "pay", Cut.Length > 0 ? Cut : Reason);
        bool pays = IsLive && !IsReserved;
        long payable = pays ? (long)Amount : 0;
        return new Result(row, clause?.Id ?? "", status, reason, (long)Entitled, payable, IsLive && IsReserved ? (long)Amount : 0) { Parts = PaymentRule.Parts(policy, this, payable) };
    }
}
