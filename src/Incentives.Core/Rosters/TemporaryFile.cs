namespace Incentives.Core.Rosters;

/// <summary>A file in the system's temporary folder that only its owner may read, and that is gone after <see cref="Dispose"/>.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private TemporaryFile(string path) => Path = path;

    /// <summary>Where the file is.</summary>
    public string Path { get; }

    /// <summary>Creates a file and fills it; nothing is left behind when that fails.</summary>
    public static TemporaryFile Create(Action<Stream> fill)
    {
        var file = new TemporaryFile(System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"incentives-{Guid.NewGuid():N}.tmp"));
        try
        {
            using FileStream stream = new(file.Path, Options());
            fill(stream);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            File.Delete(Path);
        }
        catch (IOException)
        {
            // Still open somewhere; the system clears its temporary folder.
        }
    }

    private static FileStreamOptions Options()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
