namespace Incentives.Core.Rosters;

/// <summary>A date as a roster gives it: a day, or the whole month or year when no more is said. Both ends are <c>yyyymmdd</c> integers.</summary>
/// <param name="First">The first day it may be.</param>
/// <param name="Last">The last day it may be.</param>
internal readonly record struct CellDate(int First, int Last)
{
    /// <summary>Whether the day is known.</summary>
    public bool IsDay => First == Last;

    /// <summary>The year.</summary>
    public int Year => First / 10_000;
}
