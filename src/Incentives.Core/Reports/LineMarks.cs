using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Incentives.Core.Reports;

/// <summary>
/// A small mark (CRC-32C) of each line of a text file, kept beside a run's inputs: the hash of a file says that it was altered, the
/// marks say where.
/// </summary>
internal sealed class LineMarks
{
    private readonly List<uint> _marks = [];
    private uint _mark = uint.MaxValue;
    private bool _isInside;

    /// <summary>The marks of a file's lines, in order.</summary>
    public static IReadOnlyList<uint> Of(Stream file)
    {
        LineMarks marks = new();
        byte[] buffer = new byte[1 << 16];
        int read;
        while ((read = file.Read(buffer)) > 0) marks.Add(buffer.AsSpan(0, read));
        return marks.Finish();
    }

    /// <summary>Adds the next bytes of the file.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            _mark = Crc(_mark, end < 0 ? bytes : bytes[..end]);
            _isInside = true;
            if (end < 0) return;
            _marks.Add(~_mark);
            (_mark, _isInside) = (uint.MaxValue, false);
            bytes = bytes[(end + 1)..];
        }
    }

    /// <summary>Ends the file; a last line may lack its line break.</summary>
    public IReadOnlyList<uint> Finish()
    {
        if (_isInside) _marks.Add(~_mark);
        _isInside = false;
        return _marks;
    }

    /// <summary>Writes marks as little-endian 32-bit numbers.</summary>
    public static void Write(Stream output, IReadOnlyList<uint> marks)
    {
        byte[] bytes = new byte[marks.Count * sizeof(uint)];
        for (int i = 0; i < marks.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), marks[i]);
        output.Write(bytes);
    }

    /// <summary>Reads marks back.</summary>
    public static List<uint> Read(byte[] bytes)
    {
        List<uint> marks = [];
        for (int i = 0; i + sizeof(uint) <= bytes.Length; i += sizeof(uint)) marks.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i)));
        return marks;
    }

    private static uint Crc(uint mark, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            mark = BitOperations.Crc32C(mark, MemoryMarshal.Read<ulong>(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (byte b in bytes) mark = BitOperations.Crc32C(mark, b);
        return mark;
    }
}
