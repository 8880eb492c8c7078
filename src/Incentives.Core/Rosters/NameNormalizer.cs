using System.Buffers;
using System.Text;

namespace Incentives.Core.Rosters;

/// <summary>
/// Brings the spellings of one name together: full-width ASCII made half width, all brackets made (), blanks, quotes and title marks
/// removed, ASCII letters made lower case, middle dots made one. Chinese characters stay as they are. Applying it twice changes nothing more.
/// </summary>
internal static class NameNormalizer
{
    private static readonly Rune MiddleDot = new(0x00B7);

    // Bytes that a normalised name may hold only inside other characters, or not at all. Everything that changes starts with one of them.
    private static readonly SearchValues<byte> MayChange = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x21).Select(b => (byte)b),
        .. "ABCDEFGHIJKLMNOPQRSTUVWXYZ\"'[]{}<>"u8,
        0x7F, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF,
    ]);

    /// <summary>
    /// The normalised form of a UTF-8 name: the name itself when nothing changes, else a part of <paramref name="buffer"/>, which must be
    /// at least as long as the name.
    /// </summary>
    public static ReadOnlySpan<byte> Normalize(ReadOnlySpan<byte> name, Span<byte> buffer)
    {
        int clean = name.IndexOfAny(MayChange);
        if (clean < 0) return name;
        name[..clean].CopyTo(buffer);
        int length = clean;
        while (clean < name.Length)
        {
            OperationStatus status = Rune.DecodeFromUtf8(name[clean..], out Rune rune, out int consumed);
            if (status != OperationStatus.Done)
            {
                name.Slice(clean, consumed).CopyTo(buffer[length..]);
                length += consumed;
            }
            else if (Fold(rune) is { } folded)
            {
                length += folded.EncodeToUtf8(buffer[length..]);
            }

            clean += consumed;
        }

        return buffer[..length];
    }

    /// <summary>The normalised form of a name, the same as that of its UTF-8 bytes.</summary>
    public static string Normalize(string name)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name);
        return Encoding.UTF8.GetString(Normalize(utf8, new byte[utf8.Length]));
    }

    // Null for a character that is left out.
    private static Rune? Fold(Rune rune)
    {
        if (CellText.IsBlank(rune)) return null;
        rune = CellText.FoldWidth(rune);
        return rune.Value switch
        {
            >= 'A' and <= 'Z' => new Rune(rune.Value + ('a' - 'A')),
            '"' or '\'' or '<' or '>' => null,
            '[' or '{' => new Rune('('),
            ']' or '}' => new Rune(')'),
            0x2018 or 0x2019 or 0x201A or 0x201B or 0x201C or 0x201D or 0x201E or 0x201F => null,
            0x3008 or 0x3009 or 0x300A or 0x300B or 0x300C or 0x300D or 0x300E or 0x300F or 0x301D or 0x301E or 0x301F => null,
            0x3010 or 0x3014 or 0x3016 or 0x3018 or 0x301A => new Rune('('),
            0x3011 or 0x3015 or 0x3017 or 0x3019 or 0x301B => new Rune(')'),
            0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x30FB or 0xFF65 => MiddleDot,
            _ => rune,
        };
    }
}
