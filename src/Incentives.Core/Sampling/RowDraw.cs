namespace Incentives.Core.Sampling;

/// <summary>What a row is about, before its cells are written.</summary>
/// <param name="Case">Position of the case.</param>
/// <param name="Recipient">Number of the recipient.</param>
/// <param name="Lead">Number of the recipient whose brand, patent or project it is.</param>
/// <param name="Thing">Which of the lead's.</param>
/// <param name="Day">When, as a day number.</param>
/// <param name="Partner">Position among joint winners; -1 for a row by itself.</param>
internal readonly record struct RowDraw(int Case, int Recipient, int Lead, int Thing, int Day, int Partner);
