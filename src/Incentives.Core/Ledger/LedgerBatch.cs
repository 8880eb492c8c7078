using System.Globalization;

namespace Incentives.Core.Ledger;

/// <summary>A batch of the ledger.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">payment, difference, clawback or correction.</param>
/// <param name="Run">Hash of the run's <c>run.json</c>; empty for a reversal.</param>
/// <param name="Corrects">The batch whose difference it pays, or that it reverses; 0 for none.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Posted">The action that posted it; 0 while it is only proposed. Not hashed: it follows from the actions.</param>
internal sealed record LedgerBatch(long Number, string Kind, string Run, long Corrects, long Rows, long Posted)
{
    public const string Payment = "payment";

    public const string Difference = "difference";

    /// <summary>What is hashed of it, besides its rows.</summary>
    public string[] Fields() => [Text(Number), Kind, Run, Text(Corrects), Text(Rows)];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Something somebody did. Actions are chained: each holds the hash of the one before it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Action">propose, approve, post or reverse.</param>
/// <param name="Batch">The batch it was done to.</param>
/// <param name="By">Who.</param>
/// <param name="ByKey">Who, as compared.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Reason">Why, for a reversal.</param>
/// <param name="Content">Hash of the batch and its rows.</param>
/// <param name="Previous">The hash of the action before; empty for the first.</param>
/// <param name="Hash">The hash of this action.</param>
internal sealed record LedgerAction(long Number, string Action, long Batch, string By, string ByKey, string At, string Reason, string Content, string Previous, string Hash)
{
    public const string Propose = "propose";

    public const string Approve = "approve";

    public const string Post = "post";

    public const string Reverse = "reverse";

    /// <summary>What is hashed of it.</summary>
    public string[] Fields() => [Text(Number), Action, Text(Batch), By, ByKey, At, Reason, Content, Previous];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
