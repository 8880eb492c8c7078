using System.Text;

namespace Incentives.Core.Rosters;

/// <summary>Recognises a header whose Chinese was read in the wrong encoding by an earlier program and saved like that.</summary>
internal static class Mojibake
{
    /// <summary>Whether the header cells show such damage: 锟斤拷, GB18030 shown as Latin letters, or UTF-8 shown as GB18030.</summary>
    public static bool IsIn(IReadOnlyList<string> header) =>
        header.Any(cell => cell.Contains("锟斤拷", StringComparison.Ordinal) || IsUtf8ReadAsGb18030(cell)) || IsLatin(string.Concat(header));

    // Ãû³Æ or åç§°: several letters and signs of Latin-1, and no Chinese.
    private static bool IsLatin(string header)
    {
        int latin = 0;
        foreach (char c in header)
        {
            if (c is >= '\u4E00' and <= '\u9FFF') return false;
            if (c is >= '\u00A1' and <= '\u00FF') latin++;
        }

        return latin > 3;
    }

    // 鍚嶇О for 名称: the bytes of the text in GB18030 make other, valid Chinese in UTF-8.
    private static bool IsUtf8ReadAsGb18030(string cell)
    {
        string text = new([.. cell.Where(c => c > '\u007F')]);
        if (text.Length < 3) return false;
        try
        {
            byte[] bytes = TextEncoding.Strict(TextEncoding.Gb18030).GetBytes(text);
            string reread = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return reread.Count(c => c is >= '\u4E00' and <= '\u9FFF') >= 2;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
