using Incentives.Core.Diagnostics;

namespace Incentives.Core.Evaluation;

/// <summary>The files behind the paths of a request.</summary>
internal static class InputFiles
{
    private static readonly string[] RosterEndings = [".csv", ".tsv", ".txt", ".xlsx", ".xls"];

    /// <summary>The batch a request asks for.</summary>
    public static BatchRequest Of(CalculationRequest request, DiagnosticBag bag) => new()
    {
        Rosters = Expand(request.Rosters, bag),
        History = Expand(request.History, bag),
        Aliases = Expand(request.Aliases, bag),
        Lists = [.. request.Lists.Select(l => (l.Key, new InputFile(Path.GetFileName(l.Value), l.Value)))],
        Period = request.Period,
        Readings = request.Readings,
        Settings = request.Settings,
        Threads = request.Threads,
        Trace = request.Trace,
        Reports = new PeopleReports(request.Workbook, request.Page, request.Language),
        Progress = request.Progress,
    };

    // Folders are expanded in ordinal order; names are made unique.
    private static List<InputFile> Expand(IReadOnlyList<string> paths, DiagnosticBag bag)
    {
        List<InputFile> files = [];
        foreach (string path in paths)
        {
            if (!Directory.Exists(path))
            {
                Add(files, path);
                continue;
            }

            string[] inside = [.. Directory.EnumerateFiles(path).Where(f => RosterEndings.Contains(Path.GetExtension(f).ToLowerInvariant())).Order(StringComparer.Ordinal)];
            if (inside.Length == 0) bag.Add(EvaluationMessages.NoFiles(path));
            foreach (string file in inside) Add(files, file);
        }

        return files;
    }

    private static void Add(List<InputFile> files, string path)
    {
        string name = Path.GetFileName(path);
        files.Add(new InputFile(files.Exists(f => f.Name == name) ? $"{files.Count + 1}-{name}" : name, path));
    }
}
