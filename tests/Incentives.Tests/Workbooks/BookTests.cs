using System.IO.Compression;
using Incentives.Core.Numbers;
using Incentives.Core.Workbooks;

namespace Incentives.Tests.Workbooks;

/// <summary>The writer of workbooks, read back by another reader.</summary>
public sealed class BookTests
{
    private static readonly BookColumn[] Two = [new("甲", 10), new("乙", 20, IsWrapped: true)];

    private static byte[] Write(IEnumerable<BookCell[]> rows, int mostRows = Book.MostRows)
    {
        using MemoryStream stream = new();
        using (Book book = new(stream, "标题 & 标题", mostRows))
        {
            book.Table("表", Two, rows);
            book.Complete();
        }

        return stream.ToArray();
    }

    private static string Entry(byte[] book, string name)
    {
        using ZipArchive zip = new(new MemoryStream(book));
        using StreamReader reader = new(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tx")]
    [InlineData("007")]
    [InlineData("91430200000001011G")]
    [InlineData("1E5")]
    [InlineData("2024-03-01")]
    [InlineData("TRUE")]
    [InlineData("a_x0041_b")]
    [InlineData("两 行\n第二行")]
    [InlineData(" 前后 ")]
    [InlineData("<&>\"'")]
    [InlineData("𠮷野家")]
    public void Text_stays_the_text_it_is(string text) => new BookView(Write([[text, ""]]))["表"][1][0].Should().Be(text);

    [Fact]
    public void What_looks_like_a_formula_is_marked_as_text_and_there_is_no_formula()
    {
        string sheet = Entry(Write([["=1+1", "=HYPERLINK(\"http://x\")"], ["plain", "plain"]]), "xl/worksheets/sheet1.xml");
        sheet.Should().Contain($"<c r=\"A2\" s=\"{BookStyles.QuotedText}\" t=\"inlineStr\">").And.Contain($"<c r=\"B2\" s=\"{BookStyles.QuotedWrapped}\" t=\"inlineStr\">");
        sheet.Should().Contain($"<c r=\"A3\" s=\"{BookStyles.Text}\"").And.NotContain("<f>");
        Entry(Write([]), "xl/styles.xml").Should().Contain("quotePrefix=\"1\"");
    }

    [Fact]
    public void Characters_that_no_file_of_the_kind_can_hold_are_replaced_and_cells_end_where_they_must()
    {
        object?[] cells = new BookView(Write([["a\u0001b\uFFFEc\uD800d", new string('长', 40_000)]]))["表"][1];
        cells[0].Should().Be("a\uFFFDb\uFFFDc\uFFFDd");
        cells[1].Should().Be(new string('长', 32_766) + "…");
    }

    [Fact]
    public void Numbers_are_numbers_and_days_are_days()
    {
        BookView view = new(Write([[BookCell.Of(new Money(123456789)), BookCell.Of(37)], [BookCell.Of(new Money(-5)), BookCell.Day("2024-02-29")], [BookCell.Day("1900-03-01"), BookCell.Day("2024-02-30")]]));
        view["表"][1].Should().Equal(1234567.89, 37d);
        view["表"][2].Should().Equal(-0.05, new DateTime(2024, 2, 29));
        view["表"][3].Should().Equal(new DateTime(1900, 3, 1), "2024-02-30");
    }

    // A spreadsheet keeps 15 digits.
    [Fact]
    public void An_amount_with_more_digits_than_a_spreadsheet_keeps_stays_text() =>
        new BookView(Write([[BookCell.Of(new Money(999_999_999_999_999)), BookCell.Of(new Money(1_000_000_000_000_001))]]))["表"][1].Should().Equal(9_999_999_999_999.99, "10000000000000.01");

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(10, 4)]
    public void More_rows_than_a_sheet_takes_go_on_in_further_sheets(int rows, int sheets)
    {
        BookView view = new(Write(Enumerable.Range(0, rows).Select(i => new BookCell[] { BookCell.Of(i), "x" }), mostRows: 4));
        view.Sheets.Select(s => s.Name).Should().Equal(Enumerable.Range(1, sheets).Select(i => i == 1 ? "表" : $"表 ({i})"));
        view.Sheets.Should().OnlyContain(s => s.Rows[0].SequenceEqual(new object?[] { "甲", "乙" }) && s.Rows.Count <= 4);
        view.Sheets.SelectMany(s => s.Rows.Skip(1)).Select(r => (int)(double)r[0]!).Should().Equal(Enumerable.Range(0, rows));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1_048_575, 1)]
    [InlineData(1_048_576, 2)]
    [InlineData(2_097_150, 2)]
    [InlineData(2_097_151, 3)]
    public void The_number_of_sheets_is_known_before(long rows, int sheets) => Book.SheetsFor(rows).Should().Be(sheets);

    [Fact]
    public void A_sheet_has_a_frozen_header_filters_widths_and_prints_across_one_page()
    {
        byte[] book = Write([["x", "y"], ["x", "y"]]);
        string sheet = Entry(book, "xl/worksheets/sheet1.xml");
        sheet.Should().Contain("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\" />").And.Contain("<autoFilter ref=\"A1:B3\" />")
            .And.Contain("<col min=\"2\" max=\"2\" width=\"20\" customWidth=\"1\" />").And.Contain("fitToWidth=\"1\" fitToHeight=\"0\"").And.Contain("&amp;C标题 &amp;&amp; 标题");
        Entry(book, "xl/workbook.xml").Should().Contain("'表'!$1:$1").And.Contain("'表'!$A$1:$B$3");
    }

    [Theory]
    [InlineData("a/b:c", "a b c")]
    [InlineData("'x'", "x")]
    public void A_sheet_has_a_name_that_is_allowed(string name, string allowed) => BookText.SheetName(name).Should().Be(allowed);

    [Theory]
    [InlineData("abc", 10, 1)]
    [InlineData("一二三四五", 10, 1)]
    [InlineData("一二三四五六", 10, 2)]
    public void Lines_are_counted_by_the_width_of_characters(string text, int width, int lines) => BookText.Lines(text, width).Should().Be(lines);
}
