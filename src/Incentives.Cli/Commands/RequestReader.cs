using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Cli.Commands;

/// <summary>Files and pairs as they stand on a command line.</summary>
internal static class RequestReader
{
    private static readonly string[] RosterEndings = [".csv", ".tsv", ".txt", ".xlsx", ".xls"];

    /// <summary>The files behind some paths; folders are expanded in ordinal order. Names are made unique.</summary>
    public static IReadOnlyList<InputFile> Files(IReadOnlyList<string> paths, DiagnosticBag bag)
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
            if (inside.Length == 0) bag.Add(CommandMessages.NoFiles(path));
            foreach (string file in inside) Add(files, file);
        }

        return files;
    }

    /// <summary>Names and values written <c>NAME=VALUE</c>.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(string option, IReadOnlyList<string> texts, DiagnosticBag bag)
    {
        Dictionary<string, string> pairs = [];
        foreach (string text in texts)
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1) bag.Add(CommandMessages.NotAPair(option, text));
            else pairs[text[..at].Trim()] = text[(at + 1)..].Trim();
        }

        return pairs;
    }

    private static void Add(List<InputFile> files, string path)
    {
        string name = Path.GetFileName(path);
        files.Add(new InputFile(files.Exists(f => f.Name == name) ? $"{files.Count + 1}-{name}" : name, path));
    }
}
