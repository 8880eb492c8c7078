using System.Security.Cryptography;

namespace Incentives.Core.Reports;

/// <summary>A file of a run folder while it is written: its hash and the marks of its lines are made on the way, so that nothing is read again.</summary>
internal sealed class RunFileStream(string path, Action<RunFileStream> done) : Stream
{
    private readonly FileStream _file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly LineMarks _marks = new();
    private bool _isDone;

    /// <summary>Bytes written.</summary>
    public long Size { get; private set; }

    /// <summary>The hash, lower-case hexadecimal; once the file is closed.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>The marks of its lines; once the file is closed.</summary>
    public IReadOnlyList<uint> Marks { get; private set; } = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Size;

    public override long Position
    {
        get => Size;
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _hash.AppendData(buffer);
        _marks.Add(buffer);
        _file.Write(buffer);
        Size += buffer.Length;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDone)
        {
            _isDone = true;
            _file.Dispose();
            Sha256 = Convert.ToHexStringLower(_hash.GetHashAndReset());
            Marks = _marks.Finish();
            _hash.Dispose();
            done(this);
        }

        base.Dispose(disposing);
    }
}
