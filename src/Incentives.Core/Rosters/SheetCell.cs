using System.Globalization;

namespace Incentives.Core.Rosters;

/// <summary>The text of a workbook cell, as a roster in CSV would hold it.</summary>
internal static class SheetCell
{
    private const string PlainNumber = "0.############################";

    /// <summary>
    /// Numbers in full, without exponent and to the 15 digits that Excel keeps; dates as <c>yyyy-MM-dd</c>; line breaks as spaces.
    /// An amount unit that only the cell's number format shows (<c>0.00"万元"</c>) is written behind the number.
    /// </summary>
    public static string Text(object? value, string? format) => value switch
    {
        null => "",
        string text => OneLine(text),
        bool flag => flag ? "true" : "false",
        DateTime date => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IConvertible number => Number(number) + Unit(format),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => OneLine(value.ToString() ?? ""),
    };

    private static string Number(IConvertible number)
    {
        try
        {
            return number.ToDecimal(CultureInfo.InvariantCulture).ToString(PlainNumber, CultureInfo.InvariantCulture);
        }
        catch (OverflowException)
        {
            // No roster means a number of 29 digits; the cell reader will refuse this text.
            return number.ToString(CultureInfo.InvariantCulture);
        }
    }

    // A comma behind the last digit of the format divides what is shown by 1000, or shows 万 by moving the point: the value itself is in yuan.
    private static string Unit(string? format)
    {
        if (format is null || !format.AsSpan().ContainsAny("万亿元")) return "";
        string positive = format.Split(';')[0];
        bool scaled = positive.Contains(",\"", StringComparison.Ordinal) || positive.Contains("!.", StringComparison.Ordinal) || positive.Contains("\\.", StringComparison.Ordinal);
        if (scaled) return "元";
        if (positive.Contains('亿', StringComparison.Ordinal)) return "亿元";
        return positive.Contains('万', StringComparison.Ordinal) ? "万元" : "元";
    }

    private static string OneLine(string text) =>
        text.AsSpan().ContainsAny('\r', '\n') ? text.ReplaceLineEndings(" ") : text;
}
