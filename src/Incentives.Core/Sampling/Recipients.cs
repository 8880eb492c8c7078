using System.Buffers.Text;

namespace Incentives.Core.Sampling;

/// <summary>How an organisation's name is spelled.</summary>
internal enum Spelling
{
    /// <summary>As registered.</summary>
    Plain,

    /// <summary>With blanks.</summary>
    Spaced,

    /// <summary>Brackets and digits in full width.</summary>
    Wide,

    /// <summary>有限责任公司 for 有限公司, which may be another company.</summary>
    Longer,
}

/// <summary>
/// Invented recipients by number: area, trade name (示例 and the number, so that it can be no real firm), trade, form. The same number is always the same recipient.
/// Identity codes have the division 990000, which is not assigned, and right check characters.
/// </summary>
internal static class Recipients
{
    /// <summary>No name or code is longer, in bytes.</summary>
    public const int Longest = 128;

    private static readonly byte[][] Areas = Words("城东", "城西", "江南", "江北", "新港", "湖滨", "北岭", "南屏");
    private static readonly byte[][] Brands = Words("星河", "远山", "清泉", "长风", "明德", "同心", "翠竹", "金穗", "云帆", "恒石", "青禾");
    private static readonly byte[][] Trades = Words("科技", "食品", "机械", "新材料", "农业", "建设", "医药", "电子", "检测技术", "文化");
    private static readonly byte[][] Surnames = Words("王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳");

    private static ReadOnlySpan<byte> Alphabet => "0123456789ABCDEFGHJKLMNPQRTUWXY"u8;

    /// <summary>Writes an organisation's name and gives its length.</summary>
    public static int Organisation(int number, Spelling spelling, Span<byte> name)
    {
        int at = 0;
        Put(name, ref at, Areas[number % Areas.Length]);
        Put(name, ref at, "示例"u8);
        Put(name, ref at, Brands[number % Brands.Length]);
        if (spelling == Spelling.Spaced) Put(name, ref at, " "u8);
        Digits(name, ref at, number + 1, spelling == Spelling.Wide);
        if (number % 9 == 4) Put(name, ref at, spelling == Spelling.Wide ? "（集团）"u8 : "(集团)"u8);
        Put(name, ref at, Trades[number % Trades.Length]);
        if (spelling == Spelling.Spaced) Put(name, ref at, "　"u8);
        if (number % 13 == 5) Put(name, ref at, "研究院"u8);
        else if (number % 17 == 6) Put(name, ref at, "专业合作社"u8);
        else Put(name, ref at, spelling == Spelling.Longer ? "有限责任公司"u8 : number % 5 == 3 ? "股份有限公司"u8 : "有限公司"u8);
        return at;
    }

    /// <summary>Writes a person's name and gives its length.</summary>
    public static int Person(int number, Span<byte> name)
    {
        int at = 0;
        Put(name, ref at, Surnames[number % Surnames.Length]);
        Put(name, ref at, "示例"u8);
        Digits(name, ref at, number + 1, false);
        return at;
    }

    /// <summary>Writes an organisation's 18 characters of unified social credit code.</summary>
    public static void Code(int number, Span<byte> code)
    {
        "91990000MA"u8.CopyTo(code);
        for (int i = 15; i >= 10; i--)
        {
            code[i] = Alphabet[number % 31];
            number /= 31;
        }

        code[16] = OrganisationCheck(code.Slice(8, 8));
        code[17] = CreditCheck(code[..17]);
    }

    /// <summary>Makes the last character of a code wrong.</summary>
    public static void Spoil(Span<byte> code) => code[17] = Alphabet[(Alphabet.IndexOf(code[17]) + 1) % 31];

    // GB 11714: weights 3, 7, 9, 10, 5, 8, 4, 2 modulo 11.
    private static byte OrganisationCheck(ReadOnlySpan<byte> eight)
    {
        ReadOnlySpan<byte> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += weights[i] * (eight[i] <= '9' ? eight[i] - '0' : eight[i] - 'A' + 10);
        return "0X987654321"u8[sum % 11];
    }

    // GB 32100: weights are powers of 3 modulo 31.
    private static byte CreditCheck(ReadOnlySpan<byte> seventeen)
    {
        int sum = 0, weight = 1;
        foreach (byte b in seventeen)
        {
            sum += Alphabet.IndexOf(b) * weight;
            weight = weight * 3 % 31;
        }

        return Alphabet[(31 - (sum % 31)) % 31];
    }

    private static void Put(Span<byte> text, ref int at, ReadOnlySpan<byte> word)
    {
        word.CopyTo(text[at..]);
        at += word.Length;
    }

    private static void Digits(Span<byte> text, ref int at, int number, bool isWide)
    {
        Span<byte> digits = stackalloc byte[10];
        Utf8Formatter.TryFormat(number, digits, out int length);
        for (int i = 0; i < length; i++)
        {
            if (!isWide)
            {
                text[at++] = digits[i];
                continue;
            }

            // U+FF10 to U+FF19.
            text[at++] = 0xEF;
            text[at++] = 0xBC;
            text[at++] = (byte)(0x90 + digits[i] - '0');
        }
    }

    private static byte[][] Words(params string[] words) => [.. words.Select(System.Text.Encoding.UTF8.GetBytes)];
}
