using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Incentives.Core.Reports;

/// <summary>
/// A small mark (CRC-32C) of each line of a text file, kept beside a run's inputs: the hash of a file says that it was altered, the
/// marks say where.
/// </summary>
internal static class LineMarks
{
    /// <summary>The marks of a file's lines, in order.</summary>
    public static List<uint> Of(Stream file)
    {
        List<uint> marks = [];
        byte[] buffer = new byte[1 << 16];
        uint mark = uint.MaxValue;
        bool any = false;
        int read;
        while ((read = file.Read(buffer)) > 0)
        {
            ReadOnlySpan<byte> rest = buffer.AsSpan(0, read);
            while (!rest.IsEmpty)
            {
                int end = rest.IndexOf((byte)'\n');
                mark = Add(mark, end < 0 ? rest : rest[..end]);
                any = true;
                if (end < 0) break;
                marks.Add(~mark);
                (mark, any) = (uint.MaxValue, false);
                rest = rest[(end + 1)..];
            }
        }

        if (any) marks.Add(~mark);
        return marks;
    }

    /// <summary>Writes marks as little-endian 32-bit numbers.</summary>
    public static void Write(Stream output, List<uint> marks)
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

    private static uint Add(uint mark, ReadOnlySpan<byte> bytes)
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
