using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports;

/// <summary>The proof that a run adds up, made at the end of every run: rows in are rows out by status, and every way of adding gives the same total.</summary>
/// <param name="rowsIn">Rows of the rosters.</param>
/// <param name="rowsOut">Rows that have a line in the result.</param>
/// <param name="written">What was put into <c>payouts.csv</c>.</param>
internal sealed class ControlTotals(int rowsIn, int rowsOut, WrittenSums written)
{
    /// <summary>Checks all sums; each that does not agree is reported as a defect, and nothing may be written then.</summary>
    /// <param name="sums">The total first, then the sums by scheme, clause, department, award, status and the scheme's own columns.</param>
    /// <param name="funds">What each payer pays; empty when nothing is split.</param>
    /// <param name="instalments">What falls due when; empty when nothing is.</param>
    /// <param name="recipients">The sum over recipients.</param>
    /// <param name="bag">Where a sum that does not agree is reported.</param>
    public void Check(IReadOnlyList<Total> sums, IReadOnlyList<Total> funds, IReadOnlyList<Total> instalments, Total recipients, DiagnosticBag bag)
    {
        Total whole = sums[0];
        if (rowsOut != rowsIn) bag.Add(EvaluationMessages.ControlTotals($"rows: {rowsOut} / {rowsIn}"));
        if (written.Rows != rowsIn) bag.Add(EvaluationMessages.ControlTotals($"rows written: {written.Rows} / {rowsIn}"));
        if (written.Lines != whole.Rows || written.Payable != whole.Payable.Fen || written.Entitled != whole.Entitled.Fen)
            bag.Add(EvaluationMessages.ControlTotals($"payouts: {written.Lines}, {Yuan(written.Payable)} / {whole.Rows}, {whole.Payable}"));
        foreach (var group in sums.Skip(1).GroupBy(t => t.By))
        {
            Money entitled = Add(group, t => t.Entitled), payable = Add(group, t => t.Payable);
            int rows = group.Sum(t => t.Rows);
            if (payable != whole.Payable || entitled != whole.Entitled || rows != whole.Rows)
                bag.Add(EvaluationMessages.ControlTotals($"{group.Key}: {rows}, {entitled}, {payable} / {whole.Rows}, {whole.Entitled}, {whole.Payable}"));
        }

        foreach (Status status in Enum.GetValues<Status>())
        {
            int rows = sums.Where(t => t.By == "status" && t.Key == status.Code()).Sum(t => t.Rows);
            if (rows != written.Of(status)) bag.Add(EvaluationMessages.ControlTotals($"status {status.Code()}: {written.Of(status)} / {rows}"));
        }

        Payable("recipient", [recipients], whole, bag);
        Payable("fund", funds, whole, bag);
        Payable("instalment", instalments, whole, bag);
    }

    private static void Payable(string by, IReadOnlyList<Total> parts, Total whole, DiagnosticBag bag)
    {
        if (parts.Count > 0 && Add(parts, t => t.Payable) is var sum && sum != whole.Payable) bag.Add(EvaluationMessages.ControlTotals($"{by}: {sum} / {whole.Payable}"));
    }

    private static Money Add(IEnumerable<Total> totals, Func<Total, Money> part) => totals.Aggregate(Money.Zero, (a, t) => a + part(t));

    private static string Yuan(Int128 fen) => fen <= long.MaxValue && fen >= long.MinValue ? new Money((long)fen).ToString() : "?";
}
