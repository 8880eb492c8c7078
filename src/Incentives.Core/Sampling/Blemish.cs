namespace Incentives.Core.Sampling;

/// <summary>What a row has that a careful clerk would not have written.</summary>
internal enum Blemish : byte
{
    None,

    /// <summary>A date in another form.</summary>
    SlashedDay,
    ChineseDay,
    MonthOnly,

    /// <summary>The recipient's name spelled otherwise.</summary>
    SpacedName,
    WideName,
    LongerName,

    /// <summary>A recipient without a code, or with somebody else's.</summary>
    NoCode,
    OtherCode,

    /// <summary>Cells that make a row unusable.</summary>
    BadDay,
    BadAmount,
    BadQuantity,
    BadCode,
    BadKind,
    NoName,
    NoAward,
}

/// <summary>How often each blemish is met.</summary>
internal static class BlemishTable
{
    private const int Rows = 20_000;

    // Rows in twenty thousand.
    private static readonly (Blemish Blemish, int Often)[] Rates =
    [
        (Blemish.SlashedDay, 300), (Blemish.ChineseDay, 300), (Blemish.MonthOnly, 100), (Blemish.SpacedName, 100), (Blemish.WideName, 100), (Blemish.LongerName, 10),
        (Blemish.NoCode, 1000), (Blemish.OtherCode, 5), (Blemish.BadDay, 10), (Blemish.BadAmount, 10), (Blemish.BadQuantity, 10), (Blemish.BadCode, 10), (Blemish.BadKind, 10),
        (Blemish.NoName, 10), (Blemish.NoAward, 10),
    ];

    /// <summary>What is wrong with the next row; mostly nothing.</summary>
    public static Blemish Draw(ref SplitMix random)
    {
        int at = random.Below(Rows);
        if (at >= 2000) return Blemish.None;
        foreach ((Blemish blemish, int often) in Rates)
        {
            if ((at -= often) < 0) return blemish;
        }

        return Blemish.None;
    }

    /// <summary>How it spells a name.</summary>
    public static Spelling Spelling(this Blemish blemish) => blemish switch
    {
        Blemish.SpacedName => Sampling.Spelling.Spaced,
        Blemish.WideName => Sampling.Spelling.Wide,
        Blemish.LongerName => Sampling.Spelling.Longer,
        _ => Sampling.Spelling.Plain,
    };

    /// <summary>In which form it writes a day.</summary>
    public static int DayForm(this Blemish blemish) => blemish is Blemish.SlashedDay or Blemish.ChineseDay or Blemish.MonthOnly ? blemish - Blemish.SlashedDay + 1 : 0;
}
