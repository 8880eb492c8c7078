using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Two clauses that grant the same row without a stated relation. Exact: a clause applies to boxes, and boxes are intersected.</summary>
internal static class OverlapCheck
{
    /// <summary>Compares every pair of clauses; each unrelated pair that overlaps is reported once, with a row that falls under both.</summary>
    public static void Run(Scheme scheme, ColumnTable columns, Symbols symbols, DiagnosticBag bag)
    {
        Column award = columns.Standard("award");
        for (int i = 0; i < scheme.Clauses.Count; i++)
        {
            for (int j = i + 1; j < scheme.Clauses.Count; j++)
            {
                Clause first = scheme.Clauses[i], second = scheme.Clauses[j];
                if (scheme.AreRelated(first, second, award) || Common(first, second) is not { } box) continue;
                Phrase witness = Witness.Of(box, symbols);
                bool isCertain = box.Tests.All(t => t.Column.Derived is null or DefaultedExpr);
                bag.Add(isCertain
                    ? CheckMessages.ClausesOverlap(second.Place, second.Id, first.Place, first.Id, witness)
                    : CheckMessages.PossibleOverlap(second.Place, second.Id, first.Place, first.Id, witness));
            }
        }
    }

    private static Box? Common(Clause first, Clause second)
    {
        foreach (Box a in first.Boxes)
        {
            foreach (Box b in second.Boxes)
            {
                if (a.And(b) is { } both) return both;
            }
        }

        return null;
    }
}
