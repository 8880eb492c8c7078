using System.Buffers;
using System.Text;

namespace Incentives.Core.Rosters;

/// <summary>Copies a GB18030 or UTF-16 text to UTF-8, and watches for signs that the encoding is the wrong one.</summary>
internal sealed class Transcoding
{
    private const int BlockSize = 1 << 16;

    private static readonly SearchValues<char> ImplausibleCharacters = SearchValues.Create(
    [
        '\0', '\uFFFD', '\uFFFE', '\uFFFF',
        .. Enumerable.Range(0x80, 0x20).Select(c => (char)c),
        .. Enumerable.Range(0xE000, 0x1900).Select(c => (char)c),
    ]);

    private Gb18030Census _census;

    /// <summary>Whether the text reads like Chinese or English text at all.</summary>
    public bool IsPlausible { get; private set; } = true;

    /// <summary>Copies what is left of <paramref name="source"/>.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not of that encoding.</exception>
    public void Copy(Stream source, string encoding, Stream target)
    {
        Decoder decoder = TextEncoding.Strict(encoding).GetDecoder();
        byte[] bytes = new byte[BlockSize], utf8 = new byte[(BlockSize + 4) * 3];
        char[] chars = new char[BlockSize + 4];
        Encoder encoder = Encoding.UTF8.GetEncoder();
        int read;
        do
        {
            read = source.Read(bytes, 0, bytes.Length);
            if (encoding == TextEncoding.Gb18030) _census.Feed(bytes.AsSpan(0, read));
            int decoded = decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            if (chars.AsSpan(0, decoded).IndexOfAny(ImplausibleCharacters) >= 0) IsPlausible = false;
            int encoded = encoder.GetBytes(chars, 0, decoded, utf8, 0, flush: read == 0);
            target.Write(utf8, 0, encoded);
        }
        while (read > 0);
        IsPlausible &= _census.IsPlausible;
    }
}
