namespace Incentives.Tests.Conventions;

/// <summary>The project's own sources as text.</summary>
internal static class SourceFiles
{
    /// <summary>Paths of C# files below a folder from the root, with slashes, in ordinal order; build output left out.</summary>
    public static IReadOnlyList<string> Below(string folder) =>
        [.. Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f => !f.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    public static string Text(string file) => File.ReadAllText(Repository.Path(file));
}
