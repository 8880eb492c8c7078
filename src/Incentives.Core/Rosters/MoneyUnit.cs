namespace Incentives.Core.Rosters;

/// <summary>What one of an amount stands for, as a header or a cell says: 元, 千元, 万元, 百万元, 亿元.</summary>
/// <param name="Fen">Fen in one unit, at least 100.</param>
internal readonly record struct MoneyUnit(long Fen)
{
    /// <summary>元: what holds where nothing is said.</summary>
    public static MoneyUnit Yuan => new(100);

    /// <summary>Reads a unit that starts <paramref name="text"/> and moves past it: 万元, 万, 元.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> text, out MoneyUnit unit)
    {
        ReadOnlySpan<byte> rest = text;
        long factor = ReadFactor(ref rest);
        bool yuan = Take(ref rest, "元"u8) || Take(ref rest, "圆"u8);
        unit = new MoneyUnit(factor * 100);
        if (factor == 1 && !yuan) return false;
        text = rest;
        return true;
    }

    /// <summary>Reads 千, 万, 百万, 千万 or 亿 if one starts <paramref name="text"/>; else 1.</summary>
    public static long ReadFactor(ref ReadOnlySpan<byte> text)
    {
        if (Take(ref text, "万"u8)) return 10_000;
        if (Take(ref text, "亿"u8)) return 100_000_000;
        if (Take(ref text, "百万"u8)) return 1_000_000;
        if (Take(ref text, "千万"u8)) return 10_000_000;
        return Take(ref text, "千"u8) ? 1_000 : 1;
    }

    private static bool Take(scoped ref ReadOnlySpan<byte> text, scoped ReadOnlySpan<byte> word)
    {
        if (!text.StartsWith(word)) return false;
        text = text[word.Length..];
        return true;
    }
}
