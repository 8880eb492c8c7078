namespace Incentives.Core.Syntax;

/// <summary>A length of time by the calendar; all parts are 0 or more.</summary>
/// <param name="Years">Whole years.</param>
/// <param name="Months">Whole months.</param>
/// <param name="Days">Whole days.</param>
internal readonly record struct Duration(int Years, int Months, int Days);
