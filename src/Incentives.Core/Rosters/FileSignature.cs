namespace Incentives.Core.Rosters;

/// <summary>Tells formats apart by their first bytes; the file's name is not asked.</summary>
internal static class FileSignature
{
    /// <summary>The format that a file's first bytes announce.</summary>
    public static FileFormat Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("PK\u0003\u0004"u8)) return FileFormat.Package;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])) return FileFormat.OldOffice;
        if (head.StartsWith("%PDF-"u8)) return FileFormat.Pdf;
        if (head.StartsWith("{\\rtf"u8)) return FileFormat.RichText;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return FileFormat.Picture;
        return IsMarkup(head) ? FileFormat.Markup : FileFormat.Text;
    }

    private static bool IsMarkup(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(TextEncoding.Utf8Mark)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        return StartsWithWord(head, "<html"u8) || StartsWithWord(head, "<!doctype"u8) || StartsWithWord(head, "<?xml"u8)
            || StartsWithWord(head, "<table"u8) || StartsWithWord(head, "<meta"u8) || StartsWithWord(head, "<head"u8);
    }

    private static bool StartsWithWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> word) =>
        text.Length >= word.Length && System.Text.Ascii.EqualsIgnoreCase(text[..word.Length], word);
}
