using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Clauses that are brackets of one schedule, with a hole between them: the same conditions but for one column, of which each takes a stretch.</summary>
internal static class BracketCheck
{
    /// <summary>Reports a row between two such clauses that no clause of the scheme takes.</summary>
    public static void Run(Scheme scheme, Symbols symbols, DiagnosticBag bag)
    {
        Box[] all = [.. scheme.Clauses.SelectMany(c => c.Boxes)];
        var sides = scheme.Clauses.SelectMany(c => c.Boxes, (c, b) => (Clause: c, Box: b))
            .SelectMany(s => s.Box.Tests.Where(t => IsMeasure(t.Column)), (s, t) => (s.Clause, s.Box, t.Column, t.Test));
        foreach (var group in sides.GroupBy(s => (s.Column, BoxAlgebra.Signature(BoxAlgebra.Without(s.Box, s.Column)))))
        {
            Clause[] clauses = [.. group.Select(s => s.Clause).Distinct()];
            if (clauses.Length < 2 || Bands.Hole(group.Key.Column, group.Select(s => s.Test)) is not { } hole) continue;
            Box others = BoxAlgebra.Without(group.First().Box, group.Key.Column);
            if (others.And(BoxAlgebra.One(group.Key.Column, hole)) is not { } between || BoxAlgebra.Minus(between, all) is not [var row, ..]) continue;
            bag.Add(CheckMessages.ClauseGap(clauses[^1].Place, clauses[^1].Id, clauses[0].Place, clauses[0].Id, Witness.Of(row, symbols)));
        }
    }

    private static bool IsMeasure(Column column) => column.Kind is ValueKind.Money or ValueKind.Number;
}
