using System.Globalization;
using Incentives.Core.Numbers;

namespace Incentives.Core.Workbooks;

/// <summary>What a cell of a workbook holds.</summary>
internal enum BookCellKind : byte
{
    /// <summary>Text, whatever it looks like.</summary>
    Text,

    /// <summary>A sum of money in yuan.</summary>
    Amount,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A cell: text that stays text, or a number as its exact digits.</summary>
internal readonly record struct BookCell(string Content, BookCellKind Kind)
{
    // What a spreadsheet keeps of a number.
    private const long MostDigits = 999_999_999_999_999;

    // Day 0 of spreadsheets. They take 1900 for a leap year, so that days before March 1900 have no number they agree on.
    private static readonly DateOnly Zero = new(1899, 12, 30), First = new(1900, 3, 1);

    /// <summary>Text.</summary>
    public static implicit operator BookCell(string text) => new(text, BookCellKind.Text);

    /// <summary>An amount; one with more digits than a spreadsheet keeps stays text.</summary>
    public static BookCell Of(Money amount) => new(amount.ToString(), Int128.Abs(amount.Fen) <= MostDigits ? BookCellKind.Amount : BookCellKind.Text);

    /// <summary>A whole number.</summary>
    public static BookCell Of(int number) => new(number.ToString(CultureInfo.InvariantCulture), BookCellKind.Whole);

    /// <summary>A day written yyyy-MM-dd; anything else stays text.</summary>
    public static BookCell Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day >= First
            ? new BookCell((day.DayNumber - Zero.DayNumber).ToString(CultureInfo.InvariantCulture), BookCellKind.Date)
            : text;
}

/// <summary>A column of a sheet.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Width">Its width in characters.</param>
/// <param name="IsWrapped">Whether long text breaks into lines.</param>
internal sealed record BookColumn(string Title, int Width, bool IsWrapped = false);
