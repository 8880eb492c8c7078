using Incentives.Core.Diagnostics;

namespace Incentives.Core.Ledger;

/// <summary>Whether a ledger is what its actions say: every hash, every state, every rule, worked out again.</summary>
internal static class LedgerCheck
{
    /// <summary>Verifies a ledger. What is wrong goes to <paramref name="found"/>; hashes noted earlier, <paramref name="heads"/>, must still be in it.</summary>
    /// <returns>The hash of the last action; null when the file cannot be read at all.</returns>
    public static string? Run(string ledger, IReadOnlyList<string> heads, DiagnosticBag found, DiagnosticBag bag) =>
        LedgerFile.Read(ledger, bag, file =>
        {
            Everything(file, found);
            List<LedgerAction> actions = file.Actions();
            foreach (string head in heads.Where(h => !actions.Exists(a => a.Hash.Equals(h.Trim(), StringComparison.OrdinalIgnoreCase)))) found.Add(LedgerMessages.HeadUnknown(head));
            return actions.LastOrDefault()?.Hash ?? "";
        });

    /// <summary>Verifies within a transaction.</summary>
    public static void Everything(LedgerFile file, DiagnosticBag found)
    {
        foreach (string problem in file.Query("PRAGMA integrity_check", r => r.GetString(0)).Where(p => p != "ok")) found.Add(LedgerMessages.Damaged(problem));
        Structure(file, found);
        List<LedgerAction> actions = file.Actions();
        Chain(actions, found);
        ILookup<long, LedgerAction> byBatch = actions.ToLookup(a => a.Batch);
        HashSet<long> known = [];
        foreach (LedgerBatch batch in file.Batches())
        {
            known.Add(batch.Number);
            List<LedgerItem> items = file.Items(batch.Number);
            List<LedgerAction> own = [.. byBatch[batch.Number]];
            Content(batch, items, own, found);
            State(batch, items, own, found);
        }

        IEnumerable<long> strays = actions.Select(a => a.Batch).Concat(file.Query("SELECT DISTINCT batch FROM items", r => r.GetInt64(0))).Where(b => !known.Contains(b)).Distinct();
        foreach (long batch in strays) found.Add(LedgerMessages.BatchAltered(batch));
        Awards(file.PostedItems(), found);
    }

    /// <summary>Whether the actions are numbered without a gap and each holds the hash of the one before.</summary>
    public static void Chain(IReadOnlyList<LedgerAction> actions, DiagnosticBag found)
    {
        string previous = "";
        for (int i = 0; i < actions.Count; i++)
        {
            LedgerAction a = actions[i];
            if (a.Number != i + 1 || a.Previous != previous || a.Hash != LedgerHash.Action(a) || a.ByKey != ActionLog.PersonKey(a.By)) found.Add(LedgerMessages.ActionAltered(a.Number));
            previous = a.Hash;
        }
    }

    /// <summary>Whether a batch and its rows are those that the actions on it saw.</summary>
    public static void Content(LedgerBatch batch, IReadOnlyList<LedgerItem> items, IReadOnlyList<LedgerAction> actions, DiagnosticBag found)
    {
        bool rows = items.Count == batch.Rows;
        for (int i = 0; i < items.Count; i++)
        {
            rows &= items[i].Row == i + 1;
            if (items[i].Hash != LedgerHash.Item(items[i]) || !IsKeyed(items[i])) found.Add(LedgerMessages.ItemAltered(batch.Number, items[i].Row));
        }

        string content = LedgerHash.Batch(batch, items);
        if (!rows || actions.Count == 0 || actions.Any(a => a.Content != content)) found.Add(LedgerMessages.BatchAltered(batch.Number));
    }

    private static bool IsKeyed(LedgerItem item) =>
        item.Kind != ItemKind.Pay || (item.Claim == LedgerHash.Claim(item) && item.AwardKey == LedgerHash.Award(item) && item.Fen > 0 && item.Closes == 0);

    private static void State(LedgerBatch batch, IReadOnlyList<LedgerItem> items, IReadOnlyList<LedgerAction> actions, DiagnosticBag found)
    {
        LedgerAction? posted = actions.FirstOrDefault(a => a.Action is LedgerAction.Post or LedgerAction.Reverse);
        long number = posted?.Number ?? 0;
        bool isReversal = batch.Kind is ItemKind.Clawback or ItemKind.Correction;
        bool begun = isReversal ? actions is [{ Action: LedgerAction.Reverse }] : actions is [{ Action: LedgerAction.Propose }, ..] && actions.All(a => a.Action != LedgerAction.Reverse);
        if (!begun || batch.Posted != number || items.Any(i => i.Posted != number) || (isReversal && items.Any(i => i.Kind != batch.Kind))) found.Add(LedgerMessages.StateDiffers(batch.Number));
        if (posted is { Action: LedgerAction.Post } && !actions.Any(a => a.Action == LedgerAction.Approve && a.Number < posted.Number && a.ByKey != posted.ByKey)) found.Add(LedgerMessages.TwoPersons(batch.Number));
    }

    // No award twice, no more taken back than was paid, and every row the next of its award.
    private static void Awards(IEnumerable<LedgerItem> posted, DiagnosticBag found)
    {
        AwardBook book = new([]);
        foreach (LedgerItem item in posted)
        {
            PaidAward? award = book.Of(item);
            if (item.Kind == ItemKind.Pay && book.PaidFor(item) is { } paid) found.Add(LedgerMessages.Twice(item.Batch, item.Row, paid.Payment.Batch, paid.Payment.Row));
            bool fits = item.Kind == ItemKind.Pay
                ? award is null && item.Seq == 0 && item.Generation == book.Generation(item.AwardKey)
                : award is { IsRemoved: false } && item.Seq == award.Count && award.Net + item.Fen >= 0 && (item.OfBatch, item.OfRow) == (award.Payment.Batch, award.Payment.Row)
                    && (item.Closes != 0) == (item.Kind == ItemKind.Correction && award.Net + item.Fen == 0);
            if (!fits) found.Add(LedgerMessages.ItemAltered(item.Batch, item.Row));
            if (fits || award is not null) book.Take(item);
        }
    }

    private static void Structure(LedgerFile file, DiagnosticBag found)
    {
        Dictionary<string, string> there = file.Query("SELECT name, coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'", r => (r.GetString(0), r.GetString(1))).ToDictionary(o => o.Item1, o => o.Item2);
        foreach ((string name, string sql) in LedgerSchema.Objects)
        {
            if (!there.Remove(name, out string? now) || now != sql) found.Add(LedgerMessages.SchemaAltered(name));
        }

        foreach (string name in there.Keys) found.Add(LedgerMessages.SchemaAltered(name));
    }
}
