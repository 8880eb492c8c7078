using Incentives.Core.Diagnostics;

namespace Incentives.Core.Ledger;

/// <summary>Approves and posts batches.</summary>
internal static class Posting
{
    private const int MostNamed = 20;

    // Payments of a batch whose award is paid already, and by which row.
    private const string Twice =
        $"""
        SELECT i.row, e.batch, e.row FROM items i JOIN items e ON e.claim = i.claim AND e.kind = 'pay' AND (e.batch, e.row) <> (i.batch, i.row) AND (e.posted > 0 OR (e.batch = i.batch AND e.row < i.row))
          AND ((e.code <> '' AND e.code = i.code) OR ((e.code = '' OR i.code = '') AND e.name_key = i.name_key))
        WHERE i.batch = $batch AND i.kind = 'pay'
          AND NOT EXISTS (SELECT 1 FROM items c WHERE c.award_key = e.award_key AND c.generation = e.generation AND c.closes = 1 AND c.posted > 0)
        ORDER BY i.row
        """;

    // Rows that were worked out from a state of their award that has passed.
    private const string Passed =
        """
        SELECT i.row FROM items i WHERE i.batch = $batch
          AND (i.seq <> (SELECT count(*) FROM items e WHERE e.award_key = i.award_key AND e.generation = i.generation AND e.posted > 0)
            OR i.generation <> (SELECT count(*) FROM items c WHERE c.award_key = i.award_key AND c.closes = 1 AND c.posted > 0))
        ORDER BY i.row
        """;

    /// <summary>Approves a batch.</summary>
    public static LedgerReceipt? Approve(string ledger, long number, string person, DiagnosticBag bag)
    {
        if (!ActionLog.IsNamed("--by", person, bag)) return null;
        return LedgerFile.Write(ledger, bag, file =>
        {
            if (file.Open(number, bag) is not { } open) return null;
            if (Find(open.Actions, LedgerAction.Post, LedgerAction.Reverse) is { } posted) bag.Add(LedgerMessages.Posted(number, posted.By));
            else if (Find(open.Actions, LedgerAction.Approve) is { } approved) bag.Add(LedgerMessages.Approved(number, approved.By));
            if (bag.HasErrors) return null;
            LedgerAction action = file.Record(LedgerAction.Approve, open.Batch, open.Items, person);
            return new LedgerReceipt(open.Batch, Proposal.Sum(open.Items), action.Hash);
        });
    }

    /// <summary>Posts an approved batch: all of its rows, or none.</summary>
    public static LedgerReceipt? Post(string ledger, long number, string person, DiagnosticBag bag)
    {
        if (!ActionLog.IsNamed("--by", person, bag)) return null;
        return LedgerFile.Write(ledger, bag, file =>
        {
            if (file.Open(number, bag) is not { } open || !MayPost(file, open.Batch, open.Items, open.Actions, person, bag)) return null;
            LedgerAction action = file.Record(LedgerAction.Post, open.Batch, open.Items, person);
            file.Execute("UPDATE items SET posted = $action WHERE batch = $batch", ("$action", action.Number), ("$batch", number));
            file.Execute("UPDATE batches SET posted = $action WHERE number = $batch", ("$action", action.Number), ("$batch", number));
            return new LedgerReceipt(open.Batch with { Posted = action.Number }, Proposal.Sum(open.Items), action.Hash);
        });
    }

    private static bool MayPost(LedgerFile file, LedgerBatch batch, List<LedgerItem> items, List<LedgerAction> actions, string person, DiagnosticBag bag)
    {
        if (Find(actions, LedgerAction.Post, LedgerAction.Reverse) is { } posted) bag.Add(LedgerMessages.Posted(batch.Number, posted.By));
        else if (Find(actions, LedgerAction.Approve) is not { } approved) bag.Add(LedgerMessages.NotApproved(batch.Number));
        else if (approved.ByKey == ActionLog.PersonKey(person)) bag.Add(LedgerMessages.SamePerson(batch.Number, approved.By));
        if (bag.HasErrors) return false;
        foreach ((long row, long otherBatch, long otherRow) in file.Query(Twice, r => (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), ("$batch", batch.Number)).Take(MostNamed))
        {
            LedgerItem item = items[(int)row - 1];
            bag.Add(LedgerMessages.PaidTwice(item.Roster, item.Line, item.Name, item.Award, otherBatch, otherRow));
        }

        if (bag.HasErrors) return false;
        foreach (long row in file.Query(Passed, r => r.GetInt64(0), ("$batch", batch.Number)).Take(MostNamed)) bag.Add(LedgerMessages.Outdated(batch.Number, row));
        return !bag.HasErrors;
    }

    private static LedgerAction? Find(List<LedgerAction> actions, params string[] kinds) => actions.Find(a => kinds.Contains(a.Action));
}
