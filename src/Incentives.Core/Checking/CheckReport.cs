using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>How much was checked.</summary>
/// <param name="Schemes">Schemes that could be compiled.</param>
/// <param name="Clauses">Their clauses.</param>
/// <param name="Day">The day on which the schemes should be in force, as yyyymmdd.</param>
/// <param name="Files">Where the files are, by the names the findings use.</param>
/// <param name="IsUnusable">Whether the request itself could not be used: a path that is not there, no rules, an unreadable period.</param>
internal sealed record CheckReport(int Schemes, int Clauses, int Day, IReadOnlyDictionary<string, string> Files, bool IsUnusable)
{
    /// <summary>The file of a place as seen from a folder, with <c>/</c>; outside the folder, as the findings name it.</summary>
    public string FileOf(Place place, string folder)
    {
        if (string.IsNullOrEmpty(place.File) || !Files.TryGetValue(place.File, out string? path)) return place.File ?? "";
        string relative = Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? place.File : relative;
    }
}
