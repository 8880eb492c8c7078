using System.Buffers.Binary;
using System.Text;

namespace Incentives.Tests.Rosters;

/// <summary>A compound file as Excel makes of an .xlsx with a password: AES parameters that no default password fits.</summary>
internal static class EncryptedWorkbook
{
    private const int Sector = 512;
    private const int StreamSectors = 8;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    public static byte[] Bytes()
    {
        // Sector 0: allocation table; 1: directory; 2 to 9: EncryptionInfo; 10 to 17: EncryptedPackage.
        byte[] file = new byte[Sector * (1 + 2 + (2 * StreamSectors))];
        byte[] magic = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        magic.CopyTo(file, 0);
        Put16(file, 24, 0x3E, 3, 0xFFFE, 9, 6);
        Put32(file, 44, 1, 1, 0, 4096, End, 0, End, 0);
        for (int i = 0; i < 109; i++) Put32(file, 76 + (4 * i), i == 0 ? 0 : Free);

        for (int i = 0; i < Sector / 4; i++)
        {
            uint next = i switch
            {
                0 => 0xFFFFFFFD,
                1 or 9 or 17 => End,
                < 18 => (uint)i + 1,
                _ => Free,
            };
            Put32(file, Sector + (4 * i), next);
        }

        Entry(file, 0, "Root Entry", 5, child: 1, sibling: Free, start: End, size: 0);
        Entry(file, 1, "EncryptionInfo", 2, child: Free, sibling: 2, start: 2, size: StreamSectors * Sector);
        Entry(file, 2, "EncryptedPackage", 2, child: Free, sibling: Free, start: 10, size: StreamSectors * Sector);
        Info().CopyTo(file, Sector * 3);
        return file;
    }

    private static byte[] Info()
    {
        byte[] provider = Encoding.Unicode.GetBytes("Microsoft Enhanced RSA and AES Cryptographic Provider\0");
        byte[] info = new byte[300];
        Put16(info, 0, 4, 2);
        Put32(info, 4, 0x24, (uint)(32 + provider.Length), 0x24, 0, 0x660E, 0x8004, 128, 0x18, 0, 0);
        provider.CopyTo(info, 44);
        int at = 44 + provider.Length;
        Put32(info, at, 16);
        for (int i = 0; i < 32; i++) info[at + 4 + i] = (byte)i;
        Put32(info, at + 36, 20);
        return info;
    }

    private static void Entry(byte[] file, int index, string name, byte type, uint child, uint sibling, uint start, uint size)
    {
        int at = (Sector * 2) + (128 * index);
        byte[] text = Encoding.Unicode.GetBytes(name);
        text.CopyTo(file, at);
        Put16(file, at + 64, text.Length + 2);
        (file[at + 66], file[at + 67]) = (type, 1);
        Put32(file, at + 68, Free, sibling, child);
        Put32(file, at + 116, start, size);
    }

    private static void Put16(byte[] file, int at, params int[] values)
    {
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at + (2 * i)), (ushort)values[i]);
    }

    private static void Put32(byte[] file, int at, params uint[] values)
    {
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + (4 * i)), values[i]);
    }
}
