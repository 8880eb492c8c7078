using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Two clauses that grant the same row without a stated relation. Exact: a clause applies to boxes, and boxes are intersected.</summary>
internal static class OverlapCheck
{
    /// <summary>Compares every pair of clauses; each unrelated pair that overlaps is reported once, with a row that falls under both.</summary>
    public static void Run(Scheme scheme, Column award, Symbols symbols, DiagnosticBag bag)
    {
        Box[][] boxes = [.. scheme.Clauses.Select(c => c.Boxes.SelectMany(BoxAlgebra.Expand).ToArray())];
        IReadOnlySet<int>?[] awards = [.. scheme.Clauses.Select(c => c.Awards(award))];
        for (int i = 0; i < boxes.Length; i++)
        {
            for (int j = i + 1; j < boxes.Length; j++)
            {
                if (awards[i] is { } mine && awards[j] is { } other && !mine.Overlaps(other)) continue;
                Clause first = scheme.Clauses[i], second = scheme.Clauses[j];
                Box[] common = [.. boxes[i].SelectMany(_ => boxes[j], (a, b) => a.And(b)).OfType<Box>()];
                if (common.Length == 0) continue;
                Box[] related = [.. scheme.Groups.OfType<OverlapOperation>().Select(o => Related(o, first, second, award)).OfType<Box>()];
                common = [.. common.SelectMany(c => BoxAlgebra.Minus(c, related))];
                if ((common.FirstOrDefault(BoxAlgebra.IsCertain) ?? common.FirstOrDefault()) is not { } box) continue;
                Phrase witness = Witness.Of(box, symbols);
                bag.Add(BoxAlgebra.IsCertain(box)
                    ? CheckMessages.ClausesOverlap(second.Place, second.Id, first.Place, first.Id, witness)
                    : CheckMessages.PossibleOverlap(second.Place, second.Id, first.Place, first.Id, witness));
            }
        }
    }

    // The rows for which an overlap says how two clauses relate; null where it says nothing.
    private static Box? Related(OverlapOperation overlap, Clause first, Clause second, Column award)
    {
        LineSet among = overlap.Among;
        bool one = among.Clauses.Contains(first.Index), other = among.Clauses.Contains(second.Index);
        if (one && other) return overlap.Counted;
        HashSet<int> awards = [.. among.Awards.Where(a => among.Includes(first.Index, a) && among.Includes(second.Index, a))];
        return awards.Count == 0 ? null : overlap.Counted.And(BoxAlgebra.One(award, new TextTest(awards, false)));
    }
}
