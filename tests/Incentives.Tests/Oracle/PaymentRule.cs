using System.Globalization;
using System.Numerics;

namespace Incentives.Tests.Oracle;

/// <summary>Stage 11: who pays which part of a line, and when.</summary>
internal static class PaymentRule
{
    /// <summary>The parts of an amount, in words, by name; those of nothing left out.</summary>
    public static string Parts(Policy policy, Line line, long payable)
    {
        if (payable == 0 || line.Clause is not { } clause) return "";
        List<string> parts = [];
        if (Split(clause.Fund ?? policy.Fund, line.Claim) is { } payers)
        {
            BigInteger whole = payers.Sum(p => p.Weight), left = payable;
            for (int i = 0; i < payers.Length; i++)
            {
                BigInteger part = i == payers.Length - 1 ? left : payable * payers[i].Weight / whole;
                left -= part;
                parts.Add(Show(payers[i].Payer, part, ""));
            }
        }

        BigInteger[] times = Instalments(clause, line.Quantity, payable);
        for (int i = 0; i < times.Length; i++) parts.Add(Show($"{i + 1}", times[i], Due(clause.Instalments[i].Due, line.Claim.Date)));
        return string.Join(' ', parts.Where(p => p.Length > 0).Order(StringComparer.Ordinal));
    }

    /// <summary>Who pays a claim; null where nothing is said of it, or nobody pays this one.</summary>
    public static (string Payer, int Weight)[]? Split(Fund? fund, Claim claim)
    {
        if (fund is null) return null;
        if (fund.By is not { } by) return fund.Splits[0].Parts;
        if (claim.Text(by) is not { } value) return null;
        return fund.Splits.Where(s => s.Values.Contains(value) || s.Values.Length == 0).Select(s => s.Parts).FirstOrDefault();
    }

    /// <summary>A part as both sides show it.</summary>
    public static string Show(string name, BigInteger fen, string due) => fen.IsZero ? "" : $"{name}={Csv.Yuan((long)fen)}{(due.Length > 0 ? $"@{due}" : "")}";

    private static BigInteger[] Instalments(Provision clause, BigInteger quantity, BigInteger payable)
    {
        BigInteger[] parts = new BigInteger[clause.Instalments.Count];
        BigInteger left = payable;
        int rest = clause.Instalments.ToList().FindIndex(i => i is { Percent: null, Fen: null });
        if (rest < 0) rest = parts.Length - 1;
        for (int i = 0; i < parts.Length; i++)
        {
            if (i == rest) continue;
            Instalment one = clause.Instalments[i];
            BigInteger wanted = one.Percent is { } percent ? payable * percent / 100 : one.Fen!.Value * (clause.Grant.PerItem ? quantity : 1);
            parts[i] = BigInteger.Min(left, wanted);
            left -= parts[i];
        }

        if (parts.Length > 0) parts[rest] = left;
        return parts;
    }

    // The day so long after, counted from the first day of a month; nothing where there is no date.
    private static string Due(string? due, int? date)
    {
        if (date is not { } from) return "";
        int first = from < 1_000_000 ? (from * 100) + 1 : from;
        DateOnly day = new(first / 10000, first / 100 % 100, first % 100);
        if (due is null) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        int number = int.Parse(new string([.. due.TakeWhile(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
        DateOnly end = due.EndsWith('年') ? day.AddYears(number) : due.EndsWith("个月", StringComparison.Ordinal) ? day.AddMonths(number) : day.AddDays(number);
        return end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
