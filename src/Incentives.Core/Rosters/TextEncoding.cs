using System.Text;

namespace Incentives.Core.Rosters;

/// <summary>The encodings a roster may come in, all strict: a byte that does not belong throws rather than turns into a question mark.</summary>
internal static class TextEncoding
{
    public const string Utf8 = "UTF-8";
    public const string Utf8WithMark = "UTF-8 BOM";
    public const string Gb18030 = "GB18030";
    public const string Utf16Little = "UTF-16LE";
    public const string Utf16Big = "UTF-16BE";
    public const string Workbook = "XLSX";

    /// <summary>The byte order mark of UTF-8.</summary>
    public static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The encoding a byte order mark names and the mark's length; null and 0 without a mark.</summary>
    public static (string? Name, int Length) FromMark(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Utf8Mark)) return (Utf8WithMark, 3);
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])) return (Utf16Little, 2);
        return head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (Utf16Big, 2) : (null, 0);
    }

    /// <summary>The strict decoder of GB18030 or UTF-16.</summary>
    public static Encoding Strict(string name) => name switch
    {
        Utf16Little => new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true),
        Utf16Big => new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true),
        _ => CodePagesEncodingProvider.Instance.GetEncoding(54936, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
    };
}
