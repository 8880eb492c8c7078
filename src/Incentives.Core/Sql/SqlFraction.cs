using System.Numerics;
using Incentives.Core.Plans;

namespace Incentives.Core.Sql;

/// <summary>What is known, while writing, of the denominator of an expression's values.</summary>
internal static class SqlFraction
{
    /// <summary>A whole number that every denominator of the expression divides; null where a row decides it.</summary>
    public static BigInteger? CommonDenominator(Expr expr) => expr switch
    {
        ConstantExpr constant => (BigInteger)constant.Value.Denominator,
        DefaultedExpr defaulted => Least(OfColumn(defaulted.Kind), (BigInteger)defaulted.IfEmpty.Denominator),
        ColumnExpr { Reads.Derived: null } column => OfColumn(column.Kind),
        ColumnExpr { Reads.Derived: { } derived } => CommonDenominator(derived),
        BinaryExpr { Operator: Operator.Divide } ratio => ratio.Right is ConstantExpr { Value: { Sign: > 0 } by } ? CommonDenominator(ratio.Left) * (BigInteger)by.Numerator : null,
        BinaryExpr { Operator: Operator.Multiply } product => CommonDenominator(product.Left) * CommonDenominator(product.Right),
        MarginalExpr => null,
        UnpublishedExpr or NoneExpr => BigInteger.One,
        { Reads: { } read, Parts.Count: 0 } => OfColumn(read.Kind),
        _ => expr.Parts.Count == 0 ? null : expr.Parts.Select(CommonDenominator).Aggregate((a, b) => a is { } x && b is { } y ? Least(x, y) : null),
    };

    // Tables hold money in fen and every other number in millionths.
    private static BigInteger OfColumn(ValueKind kind) => kind is ValueKind.Number ? 1_000_000 : 1;

    private static BigInteger Least(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;
}
