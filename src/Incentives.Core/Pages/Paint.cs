namespace Incentives.Core.Pages;

/// <summary>What a bar's segment is filled with: the class of its style.</summary>
internal enum Paint
{
    /// <summary>Certain money.</summary>
    Solid,

    /// <summary>A ceiling: at most this much.</summary>
    Open,

    /// <summary>Reserved, waiting.</summary>
    Waiting,

    /// <summary>Gone wrong.</summary>
    Bad,

    /// <summary>Fits nowhere.</summary>
    Stray,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>More than before.</summary>
    Gain,

    /// <summary>Less than before.</summary>
    Loss,
}

/// <summary>Names and lengths of paints.</summary>
internal static class PaintTable
{
    private static readonly string[] Classes = ["solid", "open", "waiting", "bad", "stray", "none", "gain", "loss"];

    /// <summary>The class in the style sheet.</summary>
    public static string Class(this Paint paint) => Classes[(int)paint];

    /// <summary>A part of a whole as a length in SVG, in hundredths of a percent, rounded down: <c>45.67%</c>.</summary>
    public static string Length(Int128 part, Int128 whole)
    {
        Int128 hundredths = whole <= 0 || part <= 0 ? 0 : part * 10_000 / whole;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hundredths / 100}.{hundredths % 100:D2}%");
    }
}
