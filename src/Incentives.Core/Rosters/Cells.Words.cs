namespace Incentives.Core.Rosters;

internal static partial class Cells
{
    /// <summary>Reads a yes or a no: 是/否, 有/无, √/×, yes/no, true/false, 1/0.</summary>
    public static bool TryFlag(ReadOnlySpan<byte> cell, out bool flag)
    {
        Span<byte> buffer = stackalloc byte[CellText.Longest];
        ReadOnlySpan<byte> word = Word(cell, buffer);
        flag = IsYes(word);
        return flag || IsNo(word);
    }

    /// <summary>Reads who is paid: 组织, 企业, 单位, 法人, 机构 or 个人, 自然人.</summary>
    public static bool TryRecipientKind(ReadOnlySpan<byte> cell, out bool organisation)
    {
        Span<byte> buffer = stackalloc byte[CellText.Longest];
        ReadOnlySpan<byte> word = Word(cell, buffer);
        organisation = word.SequenceEqual("组织"u8) || word.SequenceEqual("企业"u8) || word.SequenceEqual("单位"u8) || word.SequenceEqual("法人"u8)
            || word.SequenceEqual("机构"u8) || word.SequenceEqual("organisation"u8) || word.SequenceEqual("organization"u8) || word.SequenceEqual("company"u8);
        return organisation || word.SequenceEqual("个人"u8) || word.SequenceEqual("自然人"u8) || word.SequenceEqual("individual"u8) || word.SequenceEqual("person"u8);
    }

    /// <summary>Whether the cell marks a row of sums: 合计, 总计, 小计, 共计, also with brackets or a colon behind.</summary>
    public static bool IsTotalRow(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> text = CellText.Trim(cell);
        if (text.Length is < 3 or > CellText.Longest || !MayStartTotal(text)) return false;
        Span<byte> buffer = stackalloc byte[CellText.Longest];
        ReadOnlySpan<byte> word = NameNormalizer.Normalize(text, buffer);
        if (!(Take(ref word, "合计"u8) || Take(ref word, "总计"u8) || Take(ref word, "小计"u8) || Take(ref word, "共计"u8))) return false;
        return word.IsEmpty || word.SequenceEqual(":"u8) || (word[0] == '(' && word.IndexOf((byte)')') == word.Length - 1);
    }

    private static bool IsYes(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("是"u8) || word.SequenceEqual("有"u8) || word.SequenceEqual("√"u8) || word.SequenceEqual("✓"u8) || word.SequenceEqual("✔"u8)
        || word.SequenceEqual("yes"u8) || word.SequenceEqual("true"u8) || word.SequenceEqual("1"u8) || word.SequenceEqual("y"u8);

    private static bool IsNo(ReadOnlySpan<byte> word) =>
        word.SequenceEqual("否"u8) || word.SequenceEqual("无"u8) || word.SequenceEqual("×"u8) || word.SequenceEqual("✗"u8) || word.SequenceEqual("✘"u8)
        || word.SequenceEqual("no"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("0"u8) || word.SequenceEqual("n"u8);

    // Cells too long for the buffer hold none of the words.
    private static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> cell, Span<byte> buffer) => cell.Length > buffer.Length ? default : NameNormalizer.Normalize(cell, buffer);

    // 合, 总, 小 or 共.
    private static bool MayStartTotal(ReadOnlySpan<byte> text) => text[0] switch
    {
        0xE5 => (text[1], text[2]) is (0x90, 0x88) or (0xB0, 0x8F) or (0x85, 0xB1),
        0xE6 => (text[1], text[2]) is (0x80, 0xBB),
        _ => false,
    };
}
