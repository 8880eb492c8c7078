using Incentives.Core.Plans;

namespace Incentives.Core.Forecasting;

/// <summary>A case in which a clause grants an amount.</summary>
/// <param name="Clause">The clause.</param>
/// <param name="Box">The rows meant.</param>
/// <param name="Amount">Between what the amount lies; null where it is not published.</param>
internal sealed record ClauseCase(Clause Clause, Box Box, Bound? Amount);

/// <summary>The cases of a clause inside a box.</summary>
internal static class ClauseCases
{
    private const int MostPieces = 1000;

    /// <summary>All cases; none where the clause cannot apply there.</summary>
    public static IEnumerable<ClauseCase> Of(Clause clause, Box box) =>
        clause.When.Select(box.And).OfType<Box>().SelectMany(w => Of(clause.Pay, w)).Select(c => new ClauseCase(clause, c.Box, c.Amount));

    private static IEnumerable<(Box Box, Bound? Amount)> Of(Pay pay, Box box)
    {
        if (pay is RowsPay rows)
        {
            foreach ((Box rowBox, Pay inner) in rows.Rows)
            {
                if (box.And(rowBox) is not { } both) continue;
                foreach ((Box caseBox, Bound? amount) in Of(inner, both).SelectMany(c => Split(c.Box, rows.Steps), (c, b) => (b, c.Amount)))
                {
                    if (amount is null) yield return (caseBox, null);
                    else if (Bounds.After(rows.Steps, amount.Value, caseBox) is { } after) yield return (caseBox, after);
                }
            }

            yield break;
        }

        foreach ((Box caseBox, Expr expr, _) in pay.Cases())
        {
            if (box.And(caseBox) is not { } whole) continue;
            foreach (Box both in Split(whole, pay.Steps))
            {
                if (expr is UnpublishedExpr) yield return (both, null);
                else if (Bounds.Of(expr, both) is { } amount && Bounds.After(pay.Steps, Bound.Max(amount, Bound.Only(0)), both) is { } after) yield return (both, after);
            }
        }
    }

    // By the keys of the tables among the steps, so that a factor meets the cap of its own rows. Past some number of pieces the bound is merely wider.
    private static List<Box> Split(Box box, IEnumerable<RateStep> steps)
    {
        List<Box> pieces = [box];
        foreach (TableExpr table in steps.SelectMany(s => s.Exprs()).OfType<TableExpr>())
        {
            Box[] paths = [.. table.Paths().Select(p => p.Box)];
            if ((long)pieces.Count * paths.Length > MostPieces) break;
            pieces = [.. pieces.SelectMany(_ => paths, (piece, path) => piece.And(path)).OfType<Box>()];
        }

        return pieces;
    }
}
