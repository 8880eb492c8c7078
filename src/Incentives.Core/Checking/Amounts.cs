using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>A stated amount of a clause with the rows it is for.</summary>
internal sealed record StatedAmount(Clause Clause, Box Box, Rational Fen, bool IsPerItem);

/// <summary>The amounts that a scheme states outright, so that they can be compared.</summary>
internal static class Amounts
{
    /// <summary>Those above 0 that no step but the quantity changes.</summary>
    public static IReadOnlyList<StatedAmount> Of(Scheme scheme) =>
    [
        .. from clause in scheme.Clauses
           where clause.Pay.Steps.All(s => s.Word == "per")
           from item in clause.Pay.Cases()
           where item.Amount is ConstantExpr { Value.Sign: > 0 }
           from box in clause.When.Select(w => w.And(item.Box)).OfType<Box>()
           where BoxAlgebra.IsPossible(box)
           select new StatedAmount(clause, box, ((ConstantExpr)item.Amount).Value, clause.Pay.Steps.Count > 0),
    ];
}
