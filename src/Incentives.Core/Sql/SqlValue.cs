using System.Numerics;
using Incentives.Core.Numbers;

namespace Incentives.Core.Sql;

/// <summary>A whole number in SQL: an expression, or a constant that is known while writing.</summary>
/// <param name="Text">An atom, or an expression in brackets.</param>
/// <param name="Constant">The value where it is known.</param>
internal readonly record struct Term(string Text, BigInteger? Constant = null)
{
    /// <summary>A known number.</summary>
    public static Term Of(BigInteger value) => new(Dialect.Digits(value), value);

    /// <summary>One.</summary>
    public static Term One => Of(1);

    /// <summary>The product; known factors are multiplied while writing.</summary>
    public static Term operator *(Term a, Term b) => (a.Constant, b.Constant) switch
    {
        ({ } x, { } y) => Of(x * y),
        ({ IsOne: true }, _) => b,
        (_, { IsOne: true }) => a,
        _ => new Term($"({a.Text} * {b.Text})"),
    };

    /// <summary>The sum.</summary>
    public static Term operator +(Term a, Term b) => (a.Constant, b.Constant) switch
    {
        ({ } x, { } y) => Of(x + y),
        ({ IsZero: true }, _) => b,
        (_, { IsZero: true }) => a,
        _ => new Term($"({a.Text} + {b.Text})"),
    };

    /// <summary>The difference.</summary>
    public static Term operator -(Term a, Term b) => (a.Constant, b.Constant) switch
    {
        ({ } x, { } y) => Of(x - y),
        (_, { IsZero: true }) => a,
        _ => new Term($"({a.Text} - {b.Text})"),
    };

    /// <inheritdoc/>
    public override string ToString() => Text;
}

/// <summary>An exact value in SQL: the fraction of two whole numbers, and why there is none.</summary>
/// <param name="Num">Numerator; of a text the text itself.</param>
/// <param name="Den">Denominator, above 0.</param>
/// <param name="Fail">An expression that is NULL where there is a value, else a word of <see cref="Failure"/>; null where there always is one.</param>
/// <param name="Layer">How many layers must be written before the expression can stand.</param>
internal sealed record SqlValue(Term Num, Term Den, string? Fail, int Layer)
{
    /// <summary>A value that is known while writing.</summary>
    public static SqlValue Of(Rational value) => new(Term.Of((BigInteger)value.Numerator), Term.Of((BigInteger)value.Denominator), null, 0);

    /// <summary>The value where it is known.</summary>
    public (BigInteger Num, BigInteger Den)? Constant => Num.Constant is { } n && Den.Constant is { } d && Fail is null ? (n, d) : null;

    /// <summary>Compares two values: <c>&lt;=</c>, <c>&gt;</c> and the like, by cross-multiplication.</summary>
    public static string Compare(SqlValue a, string op, SqlValue b)
    {
        if (a.Den.Constant is { } x && b.Den.Constant is { } y)
        {
            BigInteger common = BigInteger.GreatestCommonDivisor(x, y);
            return $"{a.Num * Term.Of(y / common)} {op} {b.Num * Term.Of(x / common)}";
        }

        return $"{a.Num * b.Den} {op} {b.Num * a.Den}";
    }
}

/// <summary>Why an expression has no value; the words of <c>Outcome</c> in the script.</summary>
internal static class Failure
{
    public const string Missing = "'missing'";
    public const string NoRow = "'no-row'";
    public const string Unpublished = "'unpublished'";
    public const string Impossible = "'impossible'";

    /// <summary>The first that is not NULL, in the order of evaluation.</summary>
    public static string? First(params IEnumerable<string?> fails)
    {
        string[] all = [.. fails.OfType<string>().Distinct()];
        return all.Length switch { 0 => null, 1 => all[0], _ => $"coalesce({string.Join(", ", all)})" };
    }
}
