using System.Globalization;
using Incentives.Core.Compilation;
using Incentives.Core.Numbers;

namespace Incentives.Core.Forecasting;

/// <summary>Adds priced targets up.</summary>
internal static class ForecastSums
{
    private static readonly string[] Order = ["total", "clause", "department", "year"];

    /// <summary>The sums by kind; within one by total, clause, department and year, in the order of the rules and of the years.</summary>
    public static IReadOnlyList<ForecastSum> Of(IReadOnlyList<PricedTarget> lines)
    {
        Dictionary<(TargetKind Kind, string By, string Key), ForecastSum> sums = [];
        List<(TargetKind, string, string)> seen = [];
        void Add(TargetKind kind, string by, string key, CountRange count, Money least, Money? most)
        {
            if (!sums.TryGetValue((kind, by, key), out ForecastSum? sum))
            {
                seen.Add((kind, by, key));
                sum = new ForecastSum(kind, by, key, new CountRange(0, 0), Money.Zero, Money.Zero);
            }

            CountRange counted = new(sum.Count.Least + count.Least, sum.Count.Most + count.Most);
            sums[(kind, by, key)] = sum with { Count = counted, Least = sum.Least + least, Most = sum.Most is { } known && most is { } more ? known + more : null };
        }

        foreach (PricedTarget line in lines.Where(l => l.Price.Status == PriceStatus.Priced))
        {
            TargetKind kind = line.Target.Kind;
            foreach (int year in line.Years)
            {
                CountRange once = line.Target.Count;
                bool isFirst = true;
                foreach (PricePart part in line.Price.Parts)
                {
                    // An honour that two clauses pay is one honour.
                    CountRange count = isFirst ? once : new CountRange(0, 0);
                    (Money least, Money? most) = line.OfYear(part);
                    Add(kind, "total", "", count, least, most);
                    Add(kind, "clause", $"{part.Clause.Scheme.Id}/{part.Clause.Id}", once, least, most);
                    Add(kind, "department", part.Clause.Department, count, least, most);
                    Add(kind, "year", year == 0 ? "" : year.ToString(CultureInfo.InvariantCulture), count, least, most);
                    isFirst = false;
                }
            }
        }

        return [.. seen.OrderBy(s => s.Item1).ThenBy(s => Array.IndexOf(Order, s.Item2)).ThenBy(s => s.Item2 == "year" ? s.Item3 : "", StringComparer.Ordinal).Select(s => sums[s])];
    }
}
