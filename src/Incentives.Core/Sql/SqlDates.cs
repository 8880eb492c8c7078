using Incentives.Core.Syntax;

namespace Incentives.Core.Sql;

/// <summary>Days as yyyymmdd, some time later.</summary>
internal static class SqlDates
{
    /// <summary>The day a duration after another; for a duration in days exact, else good for comparisons: 29 February and a year is 29 February, which no day lies between and the month's end.</summary>
    public static string Plus(Dialect dialect, string day, Duration duration)
    {
        int months = (duration.Years * 12) + duration.Months;
        if (duration.Days != 0) return dialect.Later(day, months, duration.Days);
        if (months % 12 == 0) return $"({day} + {months / 12 * 10000})";
        string year = dialect.Divide(day, "10000"), month = dialect.Modulo(dialect.Divide(day, "100"), "100"), inMonth = dialect.Modulo(day, "100");
        string total = $"(12 * {year} + {month} - 1 + {months})";
        return $"(10000 * {dialect.Divide(total, "12")} + 100 * ({dialect.Modulo(total, "12")} + 1) + {inMonth})";
    }

    /// <summary>A day as <c>2024-03-01</c>.</summary>
    public static string Text(Dialect dialect, string day)
    {
        string digits = $"cast({day} as {dialect.TextType})";
        return $"substring({digits}, 1, 4) || '-' || substring({digits}, 5, 2) || '-' || substring({digits}, 7, 2)";
    }
}
