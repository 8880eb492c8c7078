using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Incentives.Core.Rosters;

/// <summary>What one reading of a text file from end to end shows. Offsets are in bytes from the start of the file, -1 when there is no such place.</summary>
/// <param name="Sha256">Hash of all bytes, lower-case hexadecimal.</param>
/// <param name="FirstNotUtf8">The first byte that is not UTF-8.</param>
/// <param name="FirstNul">The first zero byte, which no text holds.</param>
/// <param name="FirstReplacement">The first U+FFFD: an earlier program lost a character there.</param>
/// <param name="SwallowingQuote">The first quote that is not closed where it should be.</param>
/// <param name="TooLongLine">A place in a line longer than <see cref="LongestLine"/>.</param>
internal sealed record TextScan(string Sha256, long FirstNotUtf8, long FirstNul, long FirstReplacement, long SwallowingQuote, long TooLongLine)
{
    /// <summary>The longest line, in bytes, that can still be a roster's.</summary>
    public const int LongestLine = 16 << 20;

    private const int BlockSize = 1 << 20;

    /// <summary>Reads the file once. <paramref name="markLength"/> bytes of byte order mark are hashed but not looked at.</summary>
    public static TextScan Run(string path, int markLength, byte separator)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[BlockSize + 4];
        QuoteScan quotes = new(separator);
        long notUtf8 = -1, nul = -1, replacement = -1, tooLong = -1, offset = 0, line = 0;
        int kept = 0, skip = markLength;
        while (true)
        {
            int read = stream.ReadAtLeast(buffer.AsSpan(kept, BlockSize), BlockSize, throwOnEndOfStream: false);
            hash.AppendData(buffer, kept, read);
            int held = kept + read, cut = read < BlockSize ? held : held - IncompleteTail(buffer.AsSpan(0, held));
            ReadOnlySpan<byte> block = buffer.AsSpan(skip, Math.Max(0, cut - skip));
            if (notUtf8 < 0 && !Utf8.IsValid(block)) notUtf8 = offset + skip + FirstInvalid(block);
            if (nul < 0 && block.IndexOf((byte)0) is >= 0 and int zero) nul = offset + skip + zero;
            if (replacement < 0 && block.IndexOf("\uFFFD"u8) is >= 0 and int lost) replacement = offset + skip + lost;
            quotes.Feed(block);
            int firstBreak = block.IndexOfAny((byte)'\n', (byte)'\r');
            if (tooLong < 0 && line + (firstBreak < 0 ? block.Length : firstBreak) > LongestLine) tooLong = offset;
            line = firstBreak < 0 ? line + block.Length : block.Length - block.LastIndexOfAny((byte)'\n', (byte)'\r');
            if (read < BlockSize || nul >= 0) break;
            buffer.AsSpan(cut, held - cut).CopyTo(buffer);
            (kept, offset, skip) = (held - cut, offset + cut, 0);
        }

        long quote = quotes.Finish();
        return new TextScan(Convert.ToHexStringLower(hash.GetHashAndReset()), notUtf8, nul, replacement, quote < 0 ? -1 : quote + markLength, tooLong);
    }

    /// <summary>The physical line, from 1, that a byte of the file stands on.</summary>
    public static int LineAt(string path, long offset)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        byte[] buffer = new byte[BlockSize];
        int lines = 1;
        bool afterReturn = false;
        while (offset > 0)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, offset));
            if (read == 0) break;
            foreach (byte b in buffer.AsSpan(0, read))
            {
                if (b == '\r' || (b == '\n' && !afterReturn)) lines++;
                afterReturn = b == '\r';
            }

            offset -= read;
        }

        return lines;
    }

    // How many bytes at the end are the start of a character that goes on in the next block.
    private static int IncompleteTail(ReadOnlySpan<byte> text)
    {
        for (int back = 1; back <= Math.Min(3, text.Length); back++)
        {
            byte b = text[^back];
            if (b < 0x80) return 0;
            if (b < 0xC0) continue;
            int needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
            return needed > back ? back : 0;
        }

        return 0;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        int position = 0;
        while (Rune.DecodeFromUtf8(text[position..], out _, out int consumed) == System.Buffers.OperationStatus.Done) position += consumed;
        return position;
    }
}
