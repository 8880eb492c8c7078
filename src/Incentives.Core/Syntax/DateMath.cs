namespace Incentives.Core.Syntax;

/// <summary>Calendar arithmetic on days written as yyyymmdd. A day past the end of a month becomes that month's last day.</summary>
internal static class DateMath
{
    /// <summary>The day a duration later; years and months first, then days. Past 9999-12-31 it stays there.</summary>
    public static int Plus(int yyyymmdd, Duration duration) => Move(yyyymmdd, duration, 1);

    /// <summary>The day a duration earlier; years and months first, then days. Before 0001-01-01 it stays there.</summary>
    public static int Minus(int yyyymmdd, Duration duration) => Move(yyyymmdd, duration, -1);

    private static int Move(int yyyymmdd, Duration duration, int sign)
    {
        DateOnly day = new(yyyymmdd / 10000, yyyymmdd / 100 % 100, yyyymmdd % 100);
        long month = (day.Year * 12L) + day.Month - 1 + (sign * ((duration.Years * 12L) + duration.Months));
        if (month < 12) return Number(DateOnly.MinValue);
        if (month >= 10000 * 12L) return Number(DateOnly.MaxValue);
        int year = (int)(month / 12), inYear = (int)(month % 12) + 1;
        DateOnly moved = new(year, inYear, Math.Min(day.Day, DateTime.DaysInMonth(year, inYear)));
        long number = Math.Clamp(moved.DayNumber + (sign * (long)duration.Days), DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber);
        return Number(DateOnly.FromDayNumber((int)number));
    }

    private static int Number(DateOnly day) => (day.Year * 10000) + (day.Month * 100) + day.Day;
}
