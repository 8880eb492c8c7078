using System.Runtime.InteropServices;

namespace Incentives.Core.Plans;

/// <summary>UTF-8 bytes as dictionary keys that can be looked up without copying them.</summary>
internal static class Utf8Key
{
    /// <summary>Compares byte by byte.</summary>
    public static IEqualityComparer<byte[]> Comparer { get; } = new BytesComparer();

    /// <summary>A hash that is the same in every process.</summary>
    public static int Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = LongHash(bytes);
        return unchecked((int)(hash ^ (hash >> 29)));
    }

    /// <summary>A longer hash that is the same in every process.</summary>
    public static ulong LongHash(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
            while (bytes.Length >= 8)
            {
                hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0xFF51AFD7ED558CCDUL;
                hash ^= hash >> 32;
                bytes = bytes[8..];
            }

            ulong tail = 0;
            for (int i = 0; i < bytes.Length; i++) tail |= (ulong)bytes[i] << (8 * i);
            hash = (hash ^ tail) * 0xC4CEB9FE1A85EC53UL;
            return hash ^ (hash >> 32);
        }
    }

    private sealed class BytesComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => Hash(obj);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate) => Hash(alternate);

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
