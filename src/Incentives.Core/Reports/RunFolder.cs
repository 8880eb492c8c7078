using System.Collections.Concurrent;
using System.Security.Cryptography;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Reports;

/// <summary>A run folder being made: everything goes to a folder beside it, which takes its name only when all is there.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly string _target;
    private readonly ConcurrentDictionary<string, RunFileStream> _written = new();
    private bool _done;

    private RunFolder(string target, string scratch)
    {
        _target = target;
        Scratch = scratch;
    }

    /// <summary>Where files are written until <see cref="Complete"/>.</summary>
    public string Scratch { get; }

    /// <summary>Begins a run folder: a new one, or an earlier run's, which will be replaced whole. Null after reporting why not.</summary>
    public static RunFolder? Begin(string path, DiagnosticBag bag) => Begin(path, IsRun, ReportMessages.NotARunFolder, bag);

    /// <summary>Begins a folder: a new one, or an earlier one of the same sort, which will be replaced whole. Null after reporting why not.</summary>
    public static RunFolder? Begin(string path, Func<string, bool> isEarlier, Func<string, Diagnostic> refusal, DiagnosticBag bag)
    {
        string target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            if (File.Exists(target) || (Directory.Exists(target) && !isEarlier(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            {
                bag.Add(refusal(path));
                return null;
            }

            string scratch = $"{target}.{Environment.ProcessId}-{Guid.NewGuid():N}.tmp";
            Directory.CreateDirectory(scratch);
            return new RunFolder(target, scratch);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(ReportMessages.CannotWrite(path, e.Message));
            return null;
        }
    }

    /// <summary>Whether a folder was made by this program.</summary>
    public static bool IsRun(string folder)
    {
        string manifest = Path.Combine(folder, RunFiles.Manifest);
        return File.Exists(manifest) && RunManifest.FromJson(File.ReadAllBytes(manifest)) is { Program: "incentives" };
    }

    /// <summary>The hash of a file, lower-case hexadecimal.</summary>
    public static string Hash(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>Where the marks of a file's lines stand.</summary>
    public static string MarksOf(string place) =>
        place.StartsWith(RunFiles.Inputs + "/", StringComparison.Ordinal) ? $"{RunFiles.Marks}{place[RunFiles.Inputs.Length..]}.crc" : $"{RunFiles.Marks}/{place}.crc";

    /// <summary>A new file in the folder.</summary>
    public Stream Create(string name)
    {
        string path = Path.Combine(Scratch, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new RunFileStream(path, file => _written[name] = file);
    }

    /// <summary>Copies an input in and describes it.</summary>
    public RunFile Keep(string role, string name, string path, string? encoding, string? expectedHash)
    {
        string place = $"{RunFiles.Inputs}/{(role is "scheme" or "vocabulary" or "overlay" ? "rules" : role)}/{name}";
        using (FileStream original = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan))
        using (Stream copy = Create(place))
            original.CopyTo(copy, 1 << 18);
        RunFile file = Describe(role, name, place, encoding);
        Mark(place);
        return expectedHash is null || expectedHash == file.Sha256 ? file : throw new InputChangedException(name);
    }

    /// <summary>Keeps the marks of a finished file's lines.</summary>
    public void Mark(string place)
    {
        if (!_written.TryGetValue(place, out RunFileStream? written)) throw new InvalidOperationException($"{place} was not written here");
        string path = Path.Combine(Scratch, MarksOf(place));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using FileStream marks = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        LineMarks.Write(marks, written.Marks);
    }

    /// <summary>Describes a file of the folder.</summary>
    public RunFile Describe(string role, string name, string place, string? encoding = null)
    {
        if (!_written.TryGetValue(place, out RunFileStream? written)) throw new InvalidOperationException($"{place} was not written here");
        return new RunFile(role, name, place, written.Size, written.Sha256, encoding);
    }

    /// <summary>Gives the folder its name.</summary>
    public void Complete()
    {
        if (Directory.Exists(_target))
        {
            string old = $"{_target}.{Environment.ProcessId}-{Guid.NewGuid():N}.old";
            Directory.Move(_target, old);
            Directory.Move(Scratch, _target);
            Directory.Delete(old, recursive: true);
        }
        else
        {
            Directory.Move(Scratch, _target);
        }

        _done = true;
    }

    /// <summary>Leaves nothing behind unless the folder was completed.</summary>
    public void Dispose()
    {
        if (!_done && Directory.Exists(Scratch)) Directory.Delete(Scratch, recursive: true);
    }
}
