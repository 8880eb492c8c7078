using System.Text;

namespace Incentives.Core.Evaluation;

/// <summary>Ranks as lists write them: 第一, 第2名, 一. Plain numbers are read like any other.</summary>
internal static class RankWords
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>The rank from 1 to 10; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<byte> cell, out int rank)
    {
        rank = 0;
        if (cell.Length is < 3 or > 12) return false;
        ReadOnlySpan<char> text = Encoding.UTF8.GetString(cell).AsSpan().Trim().TrimStart('第').TrimEnd("名位");
        if (text.Length != 1) return false;
        rank = char.IsAsciiDigit(text[0]) ? text[0] - '0' : Numerals.IndexOf(text[0], StringComparison.Ordinal) + 1;
        return rank > 0;
    }
}
