using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Incentives.Core.Workbooks;

/// <summary>The looks of cells, by their number in the style sheet.</summary>
internal static class BookStyles
{
    public const int Header = 1;
    public const int Text = 2;
    public const int QuotedText = 3;
    public const int Wrapped = 4;
    public const int QuotedWrapped = 5;
    public const int Amount = 6;
    public const int Whole = 7;
    public const int Date = 8;

    // Bold versions of the above stand this far behind them.
    public const int Bold = 7;

    private const uint DateFormat = 164;
    private const uint TextFormat = 49;
    private const uint AmountFormat = 165;
    private const uint WholeFormat = 3;

    /// <summary>The style sheet.</summary>
    public static Stylesheet Sheet()
    {
        CellFormats formats = new(Format(0, 0), Format(0, 1, wrap: true, fill: 2, border: 1));
        foreach (uint font in new uint[] { 0, 1 })
        {
            formats.Append(Format(TextFormat, font), Format(TextFormat, font, quoted: true), Format(TextFormat, font, wrap: true), Format(TextFormat, font, wrap: true, quoted: true));
            formats.Append(Format(AmountFormat, font), Format(WholeFormat, font), Format(DateFormat, font));
        }

        return new Stylesheet(
            new NumberingFormats(new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" }, new NumberingFormat { NumberFormatId = AmountFormat, FormatCode = "#,##0.00;-#,##0.00;\"–\"" }),
            new Fonts(Font(isBold: false), Font(isBold: true)),
            new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE4ECF3" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(new Color { Rgb = "FF1C5D86" }) { Style = BorderStyleValues.Thin })),
            new CellStyleFormats(new CellFormat()),
            formats);
    }

    /// <summary>The look of a cell.</summary>
    public static int Of(BookCell cell, bool isWrapped, bool isBold)
    {
        int style = cell.Kind switch
        {
            BookCellKind.Amount => Amount,
            BookCellKind.Whole => Whole,
            BookCellKind.Date => Date,
            _ => (isWrapped ? Wrapped : Text) + (BookText.IsLikeAFormula(cell.Content) ? 1 : 0),
        };
        return isBold ? style + Bold : style;
    }

    private static Font Font(bool isBold)
    {
        // Written as text: a size of the kind the library has for it would be a binary fraction.
        Font font = isBold ? new Font(new Bold()) : new Font();
        OpenXmlElement size = new FontSize();
        size.SetAttribute(new OpenXmlAttribute("val", "", "11"));
        font.Append(size, new FontName { Val = "微软雅黑" });
        return font;
    }

    private static CellFormat Format(uint number, uint font, bool wrap = false, bool quoted = false, uint fill = 0, uint border = 0) =>
        new(new Alignment { Vertical = VerticalAlignmentValues.Top, WrapText = wrap })
        {
            NumberFormatId = number,
            FontId = font,
            FillId = fill,
            BorderId = border,
            FormatId = 0,
            QuotePrefix = quoted,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
        };
}
