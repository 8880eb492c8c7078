using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Views;

/// <summary>Makes what reports say from a calculated batch and its finished <c>payouts.csv</c>, whose lines stand in the batch's order.</summary>
internal sealed class RunViewReader(BatchResult batch, DueByRecipient due)
{
    private readonly RunBreakdowns _breakdowns = new();
    private readonly int[] _byConcern = new int[Enum.GetValues<Concern>().Length];
    private readonly List<ViewLine>[] _doubtful = [.. Enum.GetValues<Concern>().Select(_ => new List<ViewLine>())];
    private readonly List<ViewLine> _lines = [];
    private readonly Dictionary<int, RecipientDue> _recipients = [];
    private readonly Dictionary<(string, string), Clause> _clauses = batch.Plan.Clauses.ToDictionary(c => (c.Scheme.Id, c.Id));

    /// <summary>Reads all of it.</summary>
    public RunView Read(RunManifest manifest, Totals totals, string payouts, CancellationToken cancel)
    {
        _breakdowns.Add(batch, cancel);
        Lines(payouts, cancel);
        return new RunView
        {
            Manifest = manifest,
            Schemes = batch.Plan.Schemes,
            Whole = _breakdowns.Whole,
            InKind = due.InKind,
            Entitled = _breakdowns.Entitled,
            ByStatus = _breakdowns.ByStatus,
            ByConcern = _byConcern,
            Breakdowns = _breakdowns.All(),
            Earmarks = [.. totals.By("earmark")],
            Doubtful = [.. _doubtful.SelectMany(d => d).Take(RunView.MostListed)],
            Lines = _lines,
            Recipients = [.. _recipients.Values.OrderByDescending(r => r.Sums.Pay).ThenByDescending(r => r.Sums.UpTo).ThenByDescending(r => r.Sums.Held)],
            RecipientCount = due.Count,
        };
    }

    /// <summary>The line that a payout file stands at.</summary>
    public ViewLine Line(PayoutFile file) => new(
        int.Parse(file.Text(PayoutColumns.At("line")), System.Globalization.CultureInfo.InvariantCulture),
        file.Headers.Count > PayoutColumns.Fixed.Length && file.Headers[PayoutColumns.Fixed.Length] == "roster" ? file.Text(PayoutColumns.Fixed.Length) : "",
        file.Text(PayoutColumns.At("roster_id")), file.Text(PayoutColumns.At("recipient_id")), file.Text(PayoutColumns.At("recipient")), file.Text(PayoutColumns.At("award")),
        ClauseOf(file),
        file.Status, ReasonTable.Find(file.Text(PayoutColumns.At("reason"))) ?? Reason.None,
        [.. file.Text(PayoutColumns.At("reasons")).Split(';').Select(ReasonTable.Find).OfType<Reason>()],
        file.Amount(PayoutColumns.At("entitled_yuan")), file.Amount(PayoutColumns.At("payable_yuan")), file.Amount(PayoutColumns.At("held_yuan")),
        file.Text(PayoutColumns.At("provisional")) == "1", file.Concern);

    /// <summary>The clause of the line that a payout file stands at; null for none.</summary>
    public Clause? ClauseOf(PayoutFile file) => _clauses.GetValueOrDefault((file.Text(PayoutColumns.At("scheme")), file.Text(PayoutColumns.At("clause"))));

    private void Lines(string payouts, CancellationToken cancel)
    {
        bool all = batch.Lines.Count <= RunView.MostLines;
        HashSet<int> largest = due.Largest(RunView.MostListed);
        using PayoutFile file = PayoutFile.Open(payouts);
        (int At, string Fund)[] funds = [.. file.Headers.Select((h, i) => (i, PayoutColumns.FundOf(h))).Where(f => f.Item2 is not null).Select(f => (f.i, f.Item2!))];
        for (int i = 0; file.Read(); i++)
        {
            if ((i & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            _byConcern[(int)file.Concern]++;
            List<ViewLine> doubtful = _doubtful[(int)file.Concern];
            bool isListed = file.Concern != Concern.None && doubtful.Count < RunView.MostListed;
            if (all || isListed)
            {
                ViewLine line = Line(file);
                if (all) _lines.Add(line);
                if (isListed) doubtful.Add(line);
            }

            int who = due.Of(i);
            if (largest.Contains(who) && !_recipients.ContainsKey(who))
                _recipients[who] = due.Due(who, file.Text(PayoutColumns.At("recipient_id")), file.Text(PayoutColumns.At("recipient")))!;
            if (funds.Length > 0) Funds(file, funds);
        }
    }

    private void Funds(PayoutFile file, (int At, string Fund)[] funds)
    {
        bool isProvisional = file.Text(PayoutColumns.At("provisional")) == "1";
        Money rest = file.Amount(PayoutColumns.At("payable_yuan"));
        foreach ((int at, string fund) in funds)
        {
            Money part = file.Amount(at);
            rest -= part;
            if (part != Money.Zero) _breakdowns.Add("fund", fund, file.Status, isProvisional, part);
        }

        if (rest != Money.Zero) _breakdowns.Add("fund", "", file.Status, isProvisional, rest);
    }
}
