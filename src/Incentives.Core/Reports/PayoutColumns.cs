using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>The columns of <c>payouts.csv</c>: the fixed ones, and those that the schemes of the batch add.</summary>
internal sealed class PayoutColumns
{
    /// <summary>The columns every run has, in their fixed order.</summary>
    public static readonly string[] Fixed =
    [
        "line", "roster_id", "recipient_id", "recipient", "award", "scheme", "clause", "status", "reason", "entitled_yuan", "payable_yuan",
        "held_yuan", "provisional", "reasons",
    ];

    /// <summary>Where a fixed column stands.</summary>
    public static int At(string column) => Array.IndexOf(Fixed, column);

    /// <summary>The payer whose column has a header; null for other columns.</summary>
    public static string? FundOf(string header) =>
        header.StartsWith("fund_", StringComparison.Ordinal) && header.EndsWith("_yuan", StringComparison.Ordinal) ? header[5..^5] : null;

    /// <summary>Works out what a batch adds.</summary>
    public PayoutColumns(BatchPlan plan, int rosters)
    {
        HasRoster = rosters > 1;
        Funds = [.. plan.Clauses.SelectMany(c => c.Fund?.Cases ?? []).SelectMany(c => c.Parts).Select(p => p.Fund).Distinct()];
        InstalmentCount = plan.Clauses.Count == 0 ? 0 : plan.Clauses.Max(c => c.Instalments.Count);
        HasEarmark = plan.Clauses.Any(c => c.Earmarks.Count > 0);
        HasKind = plan.Clauses.Any(c => c.As.Length > 0);
    }

    /// <summary>Whether the roster's name stands there, because there are several.</summary>
    public bool HasRoster { get; }

    /// <summary>Payers, one column each.</summary>
    public IReadOnlyList<string> Funds { get; }

    /// <summary>Most instalments of any clause: three columns each.</summary>
    public int InstalmentCount { get; }

    /// <summary>Whether some clause says what its money must be spent on.</summary>
    public bool HasEarmark { get; }

    /// <summary>Whether some clause pays in kind.</summary>
    public bool HasKind { get; }

    /// <summary>All headers in order.</summary>
    public IReadOnlyList<string> Headers()
    {
        List<string> headers = [.. Fixed];
        if (HasRoster) headers.Add("roster");
        headers.AddRange(Funds.Select(f => $"fund_{f}_yuan"));
        for (int i = 1; i <= InstalmentCount; i++) headers.AddRange([$"instalment_{i}_yuan", $"instalment_{i}_due", $"instalment_{i}_needs"]);
        if (HasEarmark) headers.Add("earmark");
        if (HasKind) headers.Add("paid_as");
        return headers;
    }
}
