using Incentives.Core.Numbers;

namespace Incentives.Core.Sql;

internal static class SqlRounding
{
    public static string Apply(Dialect dialect, Rounding rounding, string n, string d)
    {
        string u = dialect.Number(rounding.UnitFen), whole = $"({d} * {u})", q = dialect.Divide(n, whole);
        string units = rounding.Mode switch
        {
            RoundingMode.Down => q,
            RoundingMode.Up => dialect.Divide($"({n} + {whole} - 1)", whole),
            RoundingMode.HalfUp => dialect.Divide($"(2 * {n} + {whole})", $"(2 * {whole})"),
            _ => $"({q} + case when 2 * ({n} - {q} * {whole}) > {whole} or (2 * ({n} - {q} * {whole}) = {whole} and {dialect.Modulo(q, "2")} = 1) then 1 else 0 end)",
        };
        return $"({units} * {u})";
    }
}
