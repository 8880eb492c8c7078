using Incentives.Core.Diagnostics;

namespace Incentives.Core.Ledger;

/// <summary>What a command did to a batch, for the screen.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="Fen">The sum of its rows.</param>
/// <param name="Head">The hash of the last action: with it, nobody can later cut the ledger short unseen.</param>
internal sealed record LedgerReceipt(LedgerBatch Batch, Numbers.Money Fen, string Head);

/// <summary>Makes a batch of a run. Nothing is paid by it yet.</summary>
internal static class Proposal
{
    /// <summary>Most rows named when a batch is refused.</summary>
    private const int MostNamed = 20;

    /// <summary>Proposes what a run pays, or, where <paramref name="corrects"/> is a posted batch, what it pays more or less than that one.</summary>
    public static LedgerReceipt? Make(string folder, string ledger, string person, long corrects, DiagnosticBag bag, CancellationToken cancel)
    {
        if (!ActionLog.IsNamed("--by", person, bag)) return null;
        if (corrects != 0 && !File.Exists(ledger))
        {
            bag.Add(LedgerMessages.Missing(ledger));
            return null;
        }

        if (RunClaims.Read(folder, bag, cancel) is not { } claims || bag.HasErrors) return null;
        // Its own payments, taken for history, would make the run pay nothing.
        if (corrects != 0 && claims.History.Any(h => LedgerPast.IsOfLedger(h) && h != LedgerPast.NameOf(corrects)))
        {
            bag.Add(LedgerMessages.CountsItself(folder, corrects));
            return null;
        }

        if (claims.Items.Count == 0 && corrects == 0)
        {
            bag.Add(LedgerMessages.NothingToPost(folder));
            return null;
        }

        return LedgerFile.Create(ledger, bag, file =>
        {
            AwardBook book = new(file.PostedItems());
            List<LedgerItem> items = corrects == 0 ? Payments(file, folder, claims.Run, claims.Items, book, bag) : Differences(file, claims.Items, corrects, book, bag);
            if (bag.HasErrors) return null;
            LedgerBatch batch = new(file.Number("SELECT max(number) FROM batches") + 1, corrects == 0 ? LedgerBatch.Payment : LedgerBatch.Difference, claims.Run, corrects, items.Count, 0);
            LedgerAction action = file.Record(LedgerAction.Propose, batch, file.Add(batch, items), person);
            return new LedgerReceipt(batch, Sum(items), action.Hash);
        });
    }

    /// <summary>The sum of rows.</summary>
    public static Numbers.Money Sum(IEnumerable<LedgerItem> items) => items.Aggregate(Numbers.Money.Zero, (sum, item) => sum + new Numbers.Money(item.Fen));

    private static List<LedgerItem> Payments(LedgerFile file, string folder, string run, List<LedgerItem> claims, AwardBook book, DiagnosticBag bag)
    {
        foreach (LedgerBatch posted in file.Batches().Where(b => b.Run == run && b.Posted > 0))
        {
            if (!file.Items(posted.Number).TrueForAll(i => book.Of(i) is { IsRemoved: true })) bag.Add(LedgerMessages.RunPosted(folder, posted.Number));
        }

        List<LedgerItem> items = [];
        if (bag.HasErrors) return items;
        int named = 0;
        foreach (LedgerItem claim in claims)
        {
            LedgerItem item = claim with { Generation = book.Generation(claim.AwardKey) };
            if (book.PaidFor(item) is { } paid) Refuse(claim, paid, ref named, bag);
            else items.Add(item);
        }

        return items;
    }

    // Each award against what the ledger paid for it. An award of the corrected batch that the run no longer pays is removed.
    private static List<LedgerItem> Differences(LedgerFile file, List<LedgerItem> claims, long corrects, AwardBook book, DiagnosticBag bag)
    {
        List<LedgerItem> items = [];
        if (file.Posted(corrects, bag) is null) return items;
        HashSet<PaidAward> own = [.. file.Items(corrects).Select(book.Of).OfType<PaidAward>().Where(a => !a.IsRemoved)];
        HashSet<PaidAward> seen = [];
        int named = 0;
        foreach (LedgerItem claim in claims)
        {
            LedgerItem item = claim with { Generation = book.Generation(claim.AwardKey) };
            if (book.PaidFor(item) is not { } paid) items.Add(item);
            else if (!own.Contains(paid) || !seen.Add(paid)) Refuse(claim, paid, ref named, bag);
            else if (item.Fen - paid.Gross is var more and not 0) items.Add(paid.Change(ItemKind.Adjust, Math.Max(more, -paid.Net), item));
        }

        items.AddRange(book.All.Where(a => own.Contains(a) && !seen.Contains(a)).Select(a => a.Remove()));
        if (items.Count == 0 && !bag.HasErrors) bag.Add(LedgerMessages.NoDifference(corrects));
        return items;
    }

    private static void Refuse(LedgerItem claim, PaidAward paid, ref int named, DiagnosticBag bag)
    {
        if (named++ < MostNamed) bag.Add(LedgerMessages.PaidTwice(claim.Roster, claim.Line, claim.Name, claim.Award, paid.Payment.Batch, paid.Payment.Row));
    }
}
