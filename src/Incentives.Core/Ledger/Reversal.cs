using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Rosters;

namespace Incentives.Core.Ledger;

/// <summary>What is to be reversed.</summary>
/// <param name="Batch">The posted batch.</param>
/// <param name="Rows">Rows of it; none for all that have something left.</param>
/// <param name="Amount">A part, as text, of the one row; empty for all of it.</param>
/// <param name="Kind">clawback or correction.</param>
/// <param name="Reason">Why.</param>
/// <param name="Person">By whom.</param>
internal sealed record ReversalRequest(long Batch, IReadOnlyList<long> Rows, string Amount, string Kind, string Reason, string Person);

/// <summary>Takes back what a batch paid. It is a batch of its own, posted at once.</summary>
internal static class Reversal
{
    private const long FenInYuan = 100;

    /// <summary>Reverses.</summary>
    public static LedgerReceipt? Make(string ledger, ReversalRequest request, DiagnosticBag bag)
    {
        bool isNamed = ActionLog.IsNamed("--by", request.Person, bag) & ActionLog.IsNamed("--reason", request.Reason, bag);
        long? part = request.Amount.Length == 0 ? null : PartOf(request, bag);
        if (!isNamed || bag.HasErrors) return null;
        return LedgerFile.Write(ledger, bag, file =>
        {
            if (file.Open(request.Batch, bag) is not { } open) return null;
            if (file.Posted(request.Batch, bag) is null) return null;
            AwardBook book = new(file.PostedItems());
            List<LedgerItem> items = Rows(request, part, open.Items, book, bag);
            if (bag.HasErrors) return null;
            LedgerBatch batch = new(file.Number("SELECT max(number) FROM batches") + 1, request.Kind, "", request.Batch, items.Count, 0);
            IReadOnlyList<LedgerItem> added = file.Add(batch, items);
            LedgerAction action = file.Record(LedgerAction.Reverse, batch, added, request.Person, request.Reason);
            file.Execute("UPDATE items SET posted = $action WHERE batch = $batch", ("$action", action.Number), ("$batch", batch.Number));
            file.Execute("UPDATE batches SET posted = $action WHERE number = $batch", ("$action", action.Number), ("$batch", batch.Number));
            return new LedgerReceipt(batch with { Posted = action.Number }, Proposal.Sum(items), action.Hash);
        });
    }

    private static long? PartOf(ReversalRequest request, DiagnosticBag bag)
    {
        if (request.Rows.Count != 1) bag.Add(LedgerMessages.OneRow());
        if (Cells.TryMoney(Encoding.UTF8.GetBytes(request.Amount), FenInYuan, out Rational fen) && fen.IsWhole && fen.Sign > 0 && fen.Numerator <= Money.LargestFen) return (long)fen.Numerator;
        bag.Add(LedgerMessages.BadAmount(request.Amount));
        return null;
    }

    private static List<LedgerItem> Rows(ReversalRequest request, long? part, List<LedgerItem> items, AwardBook book, DiagnosticBag bag)
    {
        List<LedgerItem> reversed = [];
        HashSet<PaidAward> seen = [];
        foreach (long row in request.Rows.Count > 0 ? request.Rows : items.Select(i => i.Row))
        {
            if (items.Find(i => i.Row == row) is not { } item) bag.Add(LedgerMessages.NoSuchRow(request.Batch, row));
            else if (item.IsReversal) bag.Add(LedgerMessages.IsReversal(request.Batch, row));
            else if (book.Of(item) is not { } award || !IsLeft(award, request.Kind))
            {
                if (request.Rows.Count > 0) bag.Add(LedgerMessages.NothingLeft(request.Batch, row));
            }
            else if (part > award.Net) bag.Add(LedgerMessages.TooMuch(request.Batch, row, new Money(part.Value), new Money(award.Net)));
            else if (seen.Add(award)) reversed.Add(award.Change(request.Kind, -(part ?? award.Net), award.Latest));
        }

        if (reversed.Count == 0 && !bag.HasErrors) bag.Add(LedgerMessages.NothingLeft(request.Batch, items.Count == 0 ? 0 : items[0].Row));
        return reversed;
    }

    // Of an award that was clawed back wholly there still is the event, which a correction removes.
    private static bool IsLeft(PaidAward award, string kind) => !award.IsRemoved && (award.Net > 0 || kind == ItemKind.Correction);
}
