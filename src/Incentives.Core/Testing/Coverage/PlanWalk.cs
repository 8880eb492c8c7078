using Incentives.Core.Clauses;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Testing.Coverage;

/// <summary>The cells, bands, caps and floors inside amounts: all of them, or those that one row takes.</summary>
/// <param name="home">What the amount belongs to.</param>
/// <param name="row">The row; null for all.</param>
/// <param name="found">Told of each.</param>
internal sealed class PlanWalk(Phrase home, Row? row, Action<CoverageItem> found)
{
    /// <summary>What a clause pays.</summary>
    public void Pay(Pay pay)
    {
        Rated rated = default;
        switch (pay)
        {
            case AmountPay amount:
                Expr(amount.Amount);
                if (row is not null && amount.Amount.Evaluate(row, out rated.Amount) != Outcome.Ok) return;
                rated.Amount = Rational.Max(Rational.Zero, rated.Amount);
                break;
            case RowsPay rows:
                for (int i = 0; i < rows.Rows.Count; i++)
                {
                    if (row is not null && rows.Rows[i].Box.Check(row) != Truth.Yes) continue;
                    Pay inner = rows.Rows[i].Pay;
                    found(CoverageItems.Cell(home, inner.Place, $"rows {i + 1}"));
                    Pay(inner);
                    if (row is not null) inner.Rate(row, "", ref rated);
                }

                break;
        }

        Steps(pay.Steps, rated);
    }

    /// <summary>An amount, or whatever else a row is asked for.</summary>
    public void Expr(Expr expr)
    {
        switch (expr)
        {
            case TableExpr table:
                Level(table.Top, "");
                break;
            case MarginalExpr marginal:
                Expr(marginal.Measure);
                Bands(marginal);
                break;
            case SteppedExpr stepped:
                Expr(stepped.Inner);
                Rated rated = default;
                if (row is null || stepped.Inner.Evaluate(row, out rated.Amount) == Outcome.Ok) Steps(stepped.Steps, rated);
                break;
            default:
                foreach (Expr part in expr.Parts) Expr(part);
                break;
        }
    }

    private void Level(TableLevel level, string before)
    {
        IEnumerable<TableEntry> entries = row is null
            ? level.Cells.Select(c => c.Entry).Concat(level.Else is { } rest ? [rest] : [])
            : row[level.Column.Slot].IsPresent && level.Find(row[level.Column.Slot]) is { } taken ? [taken] : [];
        foreach (TableEntry entry in entries)
        {
            string path = before.Length == 0 ? entry.Key : $"{before} / {entry.Key}";
            if (entry.Deeper is { } deeper) Level(deeper, path);
            // A cell without an amount grants nothing: no row can take its value.
            if (entry.Amount is null or NoneExpr { IsCap: false }) continue;
            found(CoverageItems.Cell(home, entry.Place, path));
            Expr(entry.Amount);
        }
    }

    private void Bands(MarginalExpr marginal)
    {
        Rational measure = default;
        if (row is not null && marginal.Measure.Evaluate(row, out measure) != Outcome.Ok) return;
        foreach (Band band in marginal.Bands)
        {
            if (row is not null && measure <= band.Low) break;
            found(CoverageItems.Cell(home, band.Place, band.Key));
            Expr(band.Rate);
        }
    }

    private void Steps(IReadOnlyList<RateStep> steps, Rated rated)
    {
        foreach (RateStep step in steps)
        {
            foreach (Expr expr in step.Exprs()) Expr(expr);
            Reason? reason = step switch { AtMostStep => Reason.ClauseCap, AtLeastStep => Reason.RaisedToFloor, _ => null };
            if (row is null)
            {
                if (reason is { } possible) found(CoverageItems.Reason(home, step.Place, step.Word, possible));
                continue;
            }

            ulong before = rated.Reasons;
            rated.Reasons = 0;
            if (step.Apply(row, ref rated) != Outcome.Ok) return;
            if (reason is { } given && (rated.Reasons & (1UL << (int)given)) != 0) found(CoverageItems.Reason(home, step.Place, step.Word, given));
            rated.Reasons |= before;
        }
    }
}
