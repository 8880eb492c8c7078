namespace Incentives.Core.Rosters;

/// <summary>A roster's table as UTF-8 CSV on disk: the file itself, or a copy of it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Encoding">The encoding of the original.</param>
/// <param name="Sha256">Hash of the original's bytes.</param>
/// <param name="Separator">The character between cells.</param>
/// <param name="HasHint">Whether the first record is a <c>sep=</c> line.</param>
internal sealed record RosterData(string Path, string Encoding, string Sha256, char Separator, bool HasHint);
