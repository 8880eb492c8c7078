using System.Text;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>The sample roster with its history, calculated with its trace, and copies of it to be spoiled.</summary>
public sealed class SampleRun : IDisposable
{
    private readonly TempFolder _folder = new();
    private int _copies;

    public SampleRun() =>
        Folder = Calculation.RunInto(
            _folder["run"], Repository.Path("samples/zhuzhou-2024.csv"), Calculation.Zhuzhou, "--history", Repository.Path("samples/zhuzhou-history.csv"), "--trace").Folder;

    internal string Folder { get; }

    public void Dispose() => _folder.Dispose();

    /// <summary>A fresh copy of the run folder.</summary>
    internal string Copy()
    {
        string copy = _folder[$"copy-{Interlocked.Increment(ref _copies)}"];
        foreach (string file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Writes a file beside the runs.</summary>
    internal string Write(string name, string text) => _folder.Write(name, text);

    internal string Write(string name, byte[] bytes) => _folder.Write(name, bytes);

    /// <summary>Changes the lines of a file, keeping its line ends and mark.</summary>
    internal static void Edit(string folder, string file, Action<List<string>> edit)
    {
        string path = Path.Combine(folder, file), text = Encoding.UTF8.GetString(File.ReadAllBytes(path)), end = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        List<string> lines = [.. text.Split(end)];
        edit(lines);
        File.WriteAllBytes(path, Encoding.UTF8.GetBytes(string.Join(end, lines)));
    }

    /// <summary>What <c>verify</c> says, in English, must end with status 1; only its first lines, which name file and line.</summary>
    internal static string[] Differences(string folder, params string[] more)
    {
        CommandResult result = CommandLine.English(["verify", folder, .. more]);
        result.Exit.Should().Be(1, result.Output + result.Error);
        CommandLine.Chinese(["verify", folder, .. more]).Exit.Should().Be(1);
        return [.. result.Output.Split('\n').Where(l => l.Contains(": error INC", StringComparison.Ordinal) || l.StartsWith("error INC", StringComparison.Ordinal))];
    }
}
