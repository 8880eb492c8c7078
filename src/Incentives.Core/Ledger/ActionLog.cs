using System.Globalization;
using Incentives.Core.Diagnostics;
using Incentives.Core.Rosters;

namespace Incentives.Core.Ledger;

/// <summary>Adds to the chain of actions.</summary>
internal static class ActionLog
{
    /// <summary>Records an action behind the last one.</summary>
    public static LedgerAction Record(this LedgerFile file, string action, LedgerBatch batch, IEnumerable<LedgerItem> items, string person, string reason = "")
    {
        LedgerAction? last = file.Actions().LastOrDefault();
        LedgerAction next = new(
            (last?.Number ?? 0) + 1, action, batch.Number, person.Trim(), PersonKey(person), DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            reason.Trim(), LedgerHash.Batch(batch, items), last?.Hash ?? "", "");
        next = next with { Hash = LedgerHash.Action(next) };
        file.Insert(next);
        return next;
    }

    /// <summary>A person's name as compared.</summary>
    public static string PersonKey(string person) => NameNormalizer.Normalize(person);

    /// <summary>Whether somebody is named; reports it otherwise.</summary>
    public static bool IsNamed(string option, string text, DiagnosticBag bag)
    {
        if (PersonKey(text).Length > 0) return true;
        bag.Add(LedgerMessages.Empty(option));
        return false;
    }

    /// <summary>A batch that is there and whose rows are what was proposed; null after reporting otherwise.</summary>
    public static (LedgerBatch Batch, List<LedgerItem> Items, List<LedgerAction> Actions)? Open(this LedgerFile file, long number, DiagnosticBag bag)
    {
        if (file.Batch(number) is not { } batch)
        {
            bag.Add(LedgerMessages.NoSuchBatch(number, file.Number("SELECT count(*) FROM batches")));
            return null;
        }

        List<LedgerAction> all = file.Actions();
        LedgerCheck.Chain(all, bag);
        List<LedgerItem> items = file.Items(number);
        List<LedgerAction> actions = [.. all.Where(a => a.Batch == number)];
        LedgerCheck.Content(batch, items, actions, bag);
        return bag.HasErrors ? null : (batch, items, actions);
    }
}
