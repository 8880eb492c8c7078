namespace Incentives.Tests;

/// <summary>Where the repository's own files are while tests run.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Incentives.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside the repository.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "Incentives.sln"))) folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("Incentives.sln was not found above the tests");
    }
}
