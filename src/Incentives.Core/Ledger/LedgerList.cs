using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Ledger;

/// <summary>A batch for the screen.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Sum">The sum of its rows.</param>
/// <param name="Actions">What was done to it, in order.</param>
internal sealed record ListedBatch(LedgerBatch Batch, Money Sum, IReadOnlyList<LedgerAction> Actions);

/// <summary>A row for the screen.</summary>
/// <param name="Item">The row.</param>
/// <param name="Left">What the recipient still has of the award, all rows of it taken together.</param>
internal sealed record ListedItem(LedgerItem Item, Money Left);

/// <summary>What a ledger holds, for the screen.</summary>
internal static class LedgerList
{
    /// <summary>All batches, in order; null after reporting why they cannot be read.</summary>
    public static List<ListedBatch>? Batches(string ledger, DiagnosticBag bag) => LedgerFile.Read(ledger, bag, file =>
    {
        ILookup<long, LedgerAction> actions = file.Actions().ToLookup(a => a.Batch);
        Dictionary<long, long> sums = file.Query("SELECT batch, sum(fen) FROM items GROUP BY batch", r => (r.GetInt64(0), r.GetInt64(1))).ToDictionary(s => s.Item1, s => s.Item2);
        return file.Batches().ConvertAll(b => new ListedBatch(b, new Money(sums.GetValueOrDefault(b.Number)), [.. actions[b.Number]]));
    });

    /// <summary>The rows of a batch; null after reporting why they cannot be read.</summary>
    public static List<ListedItem>? Items(string ledger, long batch, DiagnosticBag bag) => LedgerFile.Read(ledger, bag, file =>
    {
        if (file.Batch(batch) is null)
        {
            bag.Add(LedgerMessages.NoSuchBatch(batch, file.Number("SELECT count(*) FROM batches")));
            return null;
        }

        AwardBook book = new(file.PostedItems());
        return file.Items(batch).ConvertAll(i => new ListedItem(i, new Money(i.Posted == 0 ? 0 : book.Of(i)?.Net ?? 0)));
    });
}
