using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>What each recipient of a batch is due, by its identity.</summary>
internal sealed class DueByRecipient
{
    private readonly BatchResult _batch;
    private readonly Dictionary<int, (Sums Sums, Money InKind)> _due = [];

    /// <summary>Adds a batch up.</summary>
    public DueByRecipient(BatchResult batch)
    {
        _batch = batch;
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ref ClaimLine line = ref batch.Lines[i];
            if (line.Payable == 0 && line.Reserved == 0) continue;
            int who = Of(i);
            (Sums sums, Money inKind) = _due.GetValueOrDefault(who);
            sums = sums.With(line.Status, line.IsProvisional, new Money(line.Payable), new Money(line.Reserved));
            bool isInKind = line.Status != Status.PayUpTo && line.Clause >= 0 && batch.Plan.Clauses[line.Clause].As.Length > 0;
            _due[who] = (sums, isInKind ? inKind + new Money(line.Payable) : inKind);
        }
    }

    /// <summary>What is paid in vouchers or the like, to all together.</summary>
    public Money InKind => _due.Values.Aggregate(Money.Zero, (a, d) => a + d.InKind);

    /// <summary>How many are due anything, or may be.</summary>
    public int Count => _due.Count;

    /// <summary>Those due the most, at most so many; of equals, the first in the roster.</summary>
    public HashSet<int> Largest(int most) =>
        [.. _due.OrderByDescending(d => d.Value.Sums.Pay).ThenByDescending(d => d.Value.Sums.UpTo).ThenByDescending(d => d.Value.Sums.Held).Take(most).Select(d => d.Key)];

    /// <summary>Who the line at a position is for.</summary>
    public int Of(int index) => _batch.Identities.Counted(_batch.Lines[index].Recipient);

    /// <summary>What somebody is due, under the name of a line; null for nothing.</summary>
    public RecipientDue? Due(int who, string code, string name) => _due.TryGetValue(who, out var due) ? new RecipientDue(code, name, due.Sums, due.InKind) : null;
}
