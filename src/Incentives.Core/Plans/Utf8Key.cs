using System.Runtime.InteropServices;

namespace Incentives.Core.Plans;

/// <summary>Hashes of UTF-8 bytes that are the same in every process.</summary>
internal static class Utf8Key
{
    /// <summary>A hash.</summary>
    public static int Hash(ReadOnlySpan<byte> bytes)
    {
        ulong hash = LongHash(bytes);
        return unchecked((int)(hash ^ (hash >> 29)));
    }

    /// <summary>A longer hash.</summary>
    public static ulong LongHash(ReadOnlySpan<byte> bytes)
    {
        unchecked
        {
            ulong hash = 0x9E3779B97F4A7C15UL ^ (ulong)bytes.Length;
            ulong tail = 0;
            if (bytes.Length >= 8)
            {
                // The last eight bytes once more, whatever the length: no loop over single bytes.
                tail = MemoryMarshal.Read<ulong>(bytes[^8..]);
                while (bytes.Length > 8)
                {
                    hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0xFF51AFD7ED558CCDUL;
                    hash ^= hash >> 32;
                    bytes = bytes[8..];
                }
            }
            else
            {
                for (int i = 0; i < bytes.Length; i++) tail |= (ulong)bytes[i] << (8 * i);
            }

            hash = (hash ^ tail) * 0xC4CEB9FE1A85EC53UL;
            return hash ^ (hash >> 32);
        }
    }
}
