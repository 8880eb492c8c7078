using System.Text;

namespace Incentives.Core.Rosters;

/// <summary>Header texts brought to one spelling, with the unit in brackets taken off.</summary>
internal static class HeaderName
{
    /// <summary>Normalised as names are, without <c>-</c>, <c>_</c>, a leading asterisk (the mark of a required column) or a colon behind.</summary>
    public static string Normalize(string header) =>
        NameNormalizer.Normalize(header).Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Trim('*').TrimEnd(':');

    /// <summary>The header without its unit, the whole header (both normalised), and the money unit if that is what stood in the brackets.</summary>
    public static (string Name, string Whole, MoneyUnit? Unit) Split(string header)
    {
        string whole = Normalize(header);
        int bracket = whole.LastIndexOf('(');
        if (bracket <= 0 || !whole.EndsWith(')')) return (whole, whole, null);
        ReadOnlySpan<char> inside = whole.AsSpan(bracket + 1, whole.Length - bracket - 2);
        if (inside.StartsWith("单位:")) inside = inside["单位:".Length..];
        if (inside.StartsWith("人民币")) inside = inside["人民币".Length..];
        string name = whole[..bracket];
        if (TryMoneyUnit(inside, out MoneyUnit unit)) return (name, whole, unit);
        return Cells.IsCounter(inside) || inside is "%" ? (name, whole, null) : (whole, whole, null);
    }

    /// <summary>Whether a title says that amounts are not in yuan: 单位：万元.</summary>
    public static bool StatesLargeUnit(string title)
    {
        string text = Normalize(title);
        int unit = text.IndexOf("单位", StringComparison.Ordinal);
        return unit >= 0 && (text.IndexOf("万元", unit, StringComparison.Ordinal) >= 0 || text.IndexOf("亿元", unit, StringComparison.Ordinal) >= 0 || text.IndexOf("千元", unit, StringComparison.Ordinal) >= 0);
    }

    /// <summary>Whether a normalised header is one of a column's.</summary>
    public static bool Names(ColumnSpec column, string normalized) =>
        Normalize(column.Name) == normalized || column.Headers.Any(header => Normalize(header) == normalized);

    private static bool TryMoneyUnit(ReadOnlySpan<char> text, out MoneyUnit unit)
    {
        ReadOnlySpan<byte> utf8 = Encoding.UTF8.GetBytes(text.ToString());
        return MoneyUnit.TryRead(ref utf8, out unit) && utf8.IsEmpty;
    }
}
