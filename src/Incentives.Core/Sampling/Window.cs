using Incentives.Core.Plans;

namespace Incentives.Core.Sampling;

/// <summary>A stretch of days that rows are dated in, as day numbers; at most twelve years.</summary>
internal readonly record struct Window(int First, int Last)
{
    private const int MostYears = 12;
    private const int OpenFrom = 20210101;
    private const int OpenYears = 4;

    /// <summary>The days on which a scheme is in force, within the batch's period where one is given and has a day in common.</summary>
    public static Window Of(Scheme scheme, Period? period)
    {
        int first = scheme.Effective.First, last = scheme.Effective.Last;
        if (period is { } asked && asked.Overlaps(scheme.Effective)) (first, last) = (Math.Max(first, asked.First), Math.Min(last, asked.Last));
        bool opensEarly = first < 19000101, endsNever = last >= 22000101;
        if (opensEarly) first = endsNever ? OpenFrom : last - (OpenYears * 10000);
        if (endsNever) last = first + (OpenYears * 10000);
        Window window = new(DayNumber(first), DayNumber(last));
        return window.Last - window.First > MostYears * 366 ? window with { Last = window.First + (MostYears * 366) } : window;
    }

    /// <summary>How many days.</summary>
    public int Length => Last - First + 1;

    /// <summary>A day of it.</summary>
    public int Draw(ref SplitMix random) => First + random.Below(Length);

    /// <summary>The days before and during its first half, when earlier awards were won.</summary>
    public Window Past() => new(Math.Max(First - (4 * 365), new DateOnly(1950, 1, 1).DayNumber), First + (Length / 2));

    /// <summary>A day number of a day written yyyymmdd; one past its month's end is that month's last.</summary>
    public static int DayNumber(int yyyymmdd)
    {
        int year = Math.Clamp(yyyymmdd / 10000, Values.FirstYear, Values.LastYear), month = Math.Clamp(yyyymmdd / 100 % 100, 1, 12);
        return new DateOnly(year, month, Math.Clamp(yyyymmdd % 100, 1, DateTime.DaysInMonth(year, month))).DayNumber;
    }

    /// <summary>A day as yyyymmdd.</summary>
    public static int Number(int dayNumber)
    {
        DateOnly day = DateOnly.FromDayNumber(dayNumber);
        return (day.Year * 10000) + (day.Month * 100) + day.Day;
    }
}
