using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>A lower rung of a ladder that pays more than a higher one.</summary>
internal static class LadderCheck
{
    /// <summary>Compares the constant amounts of awards in one ladder.</summary>
    public static void Run(Scheme scheme, Column award, Symbols symbols, DiagnosticBag bag)
    {
        List<(int Award, Box Box, Rational Amount, Clause Clause)> amounts = [];
        foreach (Clause clause in scheme.Clauses.Where(c => c.Pay.Steps.Count == 0 || c.Pay.Steps.All(s => s.Word == "per")))
        {
            foreach (var item in clause.Pay.Cases())
            {
                if (item.Amount is not ConstantExpr { Value.Sign: > 0 } constant) continue;
                foreach (Box box in clause.When.Select(w => w.And(item.Box)).OfType<Box>())
                {
                    if (box.On(award) is TextTest { IsComplement: false } test)
                        amounts.AddRange(test.Symbols.Where(scheme.Names.Rungs.ContainsKey).Select(s => (s, box, constant.Value, clause)));
                }
            }
        }

        HashSet<(int, int)> said = [];
        foreach (var lower in amounts)
        {
            foreach (var higher in amounts)
            {
                (string ladder, int rung) = scheme.Names.Rungs[lower.Award];
                (string otherLadder, int otherRung) = scheme.Names.Rungs[higher.Award];
                bool inverted = ladder == otherLadder && rung < otherRung && lower.Amount > higher.Amount;
                if (!inverted || Without(lower.Box, award).And(Without(higher.Box, award)) is null || !said.Add((lower.Award, higher.Award))) continue;
                bag.Add(CheckMessages.LowerPaysMore(
                    lower.Clause.Place, symbols.Name(lower.Award), Symbols.ShowNumber(ValueKind.Money, lower.Amount), symbols.Name(higher.Award), Symbols.ShowNumber(ValueKind.Money, higher.Amount)));
            }
        }
    }

    private static Box Without(Box box, Column column) => new([.. box.Tests.Where(t => t.Column != column)]);
}
