using System.Security.Cryptography;
using System.Text;
using Incentives.Core.Rosters;
using static Incentives.Tests.Rosters.WorkbookBuilder;

namespace Incentives.Tests.Rosters;

public class RosterFileTests
{
    private const string Table = "编号,名称,核定金额(万元)\n1,株洲某某有限公司,50\n2,\"湖南某某,集团\n公司\",2万元\n\n3,某研究院,\n";

    private static readonly string[] TableRows = ["2: 1|株洲某某有限公司|50", "3: 2|湖南某某,集团\n公司|2万元", "6: 3|某研究院|"];

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-8 BOM")]
    [InlineData("GB18030")]
    [InlineData("UTF-16LE")]
    [InlineData("UTF-16BE")]
    public void A_table_reads_the_same_in_every_encoding(string encoding)
    {
        byte[] bytes = encoding switch
        {
            "UTF-8" => Encoding.UTF8.GetBytes(Table),
            "UTF-8 BOM" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Table)],
            "GB18030" => RosterFolder.Gb18030.GetBytes(Table),
            "UTF-16LE" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Table)],
            _ => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Table)],
        };
        using RosterFolder folder = new();
        using RosterFile file = folder.Open(bytes)!;
        file.EncodingName.Should().Be(encoding);
        file.Bytes.Should().Be(bytes.Length);
        file.Sha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(bytes)));
        file.Headers.Should().Equal("编号", "名称", "核定金额(万元)");
        file.HeaderLine.Should().Be(1);
        RosterFolder.Rows(file).Should().Equal(TableRows);
        folder.Bag.Sorted().Select(d => d.Code).Should().Equal(encoding == "GB18030" ? ["INC4009"] : []);
    }

    [Theory]
    [InlineData("编号,名称\n1,甲\n", ',')]
    [InlineData("编号;名称\n1;甲, 乙\n", ';')]
    [InlineData("编号\t名称\t金额\n1\t甲\t500,000\n2\t乙\t600,000\n", '\t')]
    [InlineData("编号|名称\n1|甲\n", '|')]
    [InlineData("名称\n甲\n", ',')]
    [InlineData("编号,备注\n1,\"a;b;c;d\"\n2,\"e;f;g;h\"\n", ',')]
    [InlineData("sep=;\n编号;名称\n1;甲\n", ';')]
    [InlineData("\"sep=|\"\r\n编号|名称,全称\n1|甲\n", '|')]
    public void The_separator_is_found(string text, char separator)
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open(text)!;
        file.Separator.Should().Be(separator);
        file.Headers[0].Should().BeOneOf("编号", "名称");
        RosterFolder.Rows(file)[0].Should().Contain(file.Headers.Count > 1 ? "1|" : "甲");
    }

    [Fact]
    public void Blank_lines_and_blank_records_above_the_header_are_passed_over_without_a_word()
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open("\n,,\n\n编号,名称\n1,甲\n")!;
        (file.HeaderLine, file.Headers.Count).Should().Be((4, 2));
        RosterFolder.Rows(file).Should().Equal("5: 1|甲");
        folder.Bag.Sorted().Should().BeEmpty();
    }

    [Fact]
    public void Spaces_before_a_quote_do_not_break_the_cell_apart()
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open("编号,名称\n1, \"甲,乙\" \n2,\"塞北雪\"牌挂面\n")!;
        RosterFolder.Rows(file).Should().Equal("2: 1|甲,乙", "3: 2|塞北雪牌挂面");
    }

    [Fact]
    public void A_short_row_reads_as_empty_cells_and_a_long_one_keeps_its_cells()
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open("编号,名称,备注\n1\n1,2,3,4\n")!;
        using CsvHelper.CsvReader reader = file.CreateReader();
        reader.Read().Should().BeTrue();
        reader.GetSpan(2).IsEmpty.Should().BeTrue();
        reader.Read().Should().BeTrue();
        reader.FieldCount.Should().Be(4);
    }

    [Fact]
    public void Character_cuts_between_blocks_do_no_harm()
    {
        StringBuilder text = new("编号,名称\n");
        for (int i = 0; i < 120_000; i++) text.Append(i).Append(",\"株洲\"\"某某𠮷\"\"公司\"\n");
        using RosterFolder folder = new();
        using RosterFile file = folder.Open(text.ToString())!;
        file.EncodingName.Should().Be("UTF-8");
        using CsvHelper.CsvReader reader = file.CreateReader();
        int rows = 0;
        while (reader.Read()) rows++;
        rows.Should().Be(120_000);
    }

    [Fact]
    public void A_workbook_keeps_its_row_numbers_and_writes_values_exactly()
    {
        byte[] book = Xlsx(
            Row(1, Text("2024年奖补名册")) +
            Row(3, Text("编号"), Text("名称"), Text("日期"), Text("核定金额(元)"), Text("备注")) +
            Row(4, Number("1"), Text("甲&#10;公司, \"一\""), Number("45352", 1), Number("500000.10000000003"), Number("2", 2)) +
            Row(7, Number("123456789012345"), Text(" 乙 "), Number("45352.5", 1), Number("1E+15"), Number("0.3", 3)) +
            Row(8, Number("1E-7"), Raw("b", "1"), Raw("str", "文"), Number("20000", 4)));
        using RosterFolder folder = new();
        using RosterFile file = folder.Open(book)!;
        (file.EncodingName, file.HeaderLine, file.Separator).Should().Be(("XLSX", 3, ','));
        file.Sha256.Should().Be(Convert.ToHexStringLower(SHA256.HashData(book)));
        RosterFolder.Rows(file).Should().Equal(
            "4: 1|甲 公司, \"一\"|2024-03-01|500000.1|2万元",
            "7: 123456789012345|乙|2024-03-01 12:00:00|1000000000000000|0.3",
            "8: 0.0000001|true|文|20000元");
        folder.Bag.Sorted().Select(d => d.Code).Should().Equal("INC4018");
    }

    [Fact]
    public void A_cell_with_an_error_is_not_read_as_empty()
    {
        using RosterFolder folder = new();
        using RosterFile file = folder.Open(Xlsx(Row(1, Text("编号"), Text("核定金额")) + Row(2, Number("1"), Raw("e", "#REF!"))))!;
        RosterFolder.Rows(file).Should().Equal("2: 1|#REF!");
    }

    [Fact]
    public void Hidden_and_empty_sheets_are_passed_over()
    {
        byte[] book = Xlsx(("空", "", "visible"), ("底稿", Row(1, Text("旧"), Text("表")), "hidden"), ("名册", Row(1, Text("编号"), Text("名称")) + Row(2, Number("1"), Text("甲")), "visible"));
        using RosterFolder folder = new();
        using RosterFile file = folder.Open(book)!;
        file.Headers.Should().Equal("编号", "名称");
        folder.Bag.Sorted().Should().BeEmpty();
    }

    [Fact]
    public void Temporary_copies_are_deleted()
    {
        using RosterFolder folder = new();
        string[] before = Directory.GetFiles(Path.GetTempPath(), "incentives-*.tmp");
        RosterFile file = folder.Open(RosterFolder.Gb18030.GetBytes(Table))!;
        string[] during = [.. Directory.GetFiles(Path.GetTempPath(), "incentives-*.tmp").Except(before)];
        during.Should().NotBeEmpty();
        file.Dispose();
        // Other tests use the folder at the same time; one file at least must have gone.
        during.Count(File.Exists).Should().BeLessThan(during.Length);
    }
}
