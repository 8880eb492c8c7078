using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Rosters;
using static Incentives.Tests.Rosters.WorkbookBuilder;

namespace Incentives.Tests.Rosters;

/// <summary>Every message, provoked by a real file, in full and in both languages.</summary>
public class RosterMessagesTests
{
    [Fact]
    public void Missing_file() => Check(f => RosterFile.Open(Path.Combine(f.Path, "无.csv"), "名册.csv", f.Bag), "@INC4001@");

    [Fact]
    public void Folder() => Check(f => RosterFile.Open(f.Path, "名册.csv", f.Bag), "@INC4002@");

    [Fact]
    public void Unreadable_file() => Check(
        f =>
        {
            using FileStream locked = new(f.Write("编号,名称\n"u8.ToArray()), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return RosterFile.Open(locked.Name, "名册.csv", f.Bag);
        },
        "@INC4003@");

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \n,,\n\u3000,\n")]
    public void Empty_file(string text) => Check(f => f.Open(text), "@INC4004@");

    [Fact]
    public void Workbook_without_cells() => Check(f => f.Open(Xlsx("")), "@INC4004@");

    [Fact]
    public void Pdf() => Check(f => f.Open("%PDF-1.7\n"), "@INC4005pdf@");

    [Fact]
    public void Web_page_named_xls() => Check(f => f.Open("\uFEFF\n<HTML><table>"), "@INC4005html@");

    [Fact]
    public void Archive() => Check(f => f.Open(OtherZip()), "@INC4005zip@");

    [Fact]
    public void Workbook_with_a_password() => Check(f => f.Open(EncryptedWorkbook.Bytes()), "@INC4006@");

    [Fact]
    public void Damaged_workbook() => Check(f => f.Open(Xlsx(Row(1, Text("编号")))[..300]), "@INC4007@");

    [Fact]
    public void Neither_encoding() => Check(f => f.Open([.. Encoding.UTF8.GetBytes("编号,名称\n1,"), 0xFF, 0xFF, (byte)'\n']), "@INC4008@");

    [Fact]
    public void Guessed_gb18030() => Check(f => f.Open(RosterFolder.Gb18030.GetBytes("编号,名称\n1,甲\n")), "@INC4009@", opens: true);

    [Fact]
    public void Two_encodings_in_one_file() => Check(f => f.Open([.. Encoding.UTF8.GetBytes("编号,名称\n1,株洲某某科技有限公司\n2,"), .. RosterFolder.Gb18030.GetBytes("甲公司\n")]), "@INC4010@");

    [Fact]
    public void Latin_letters_are_not_taken_for_chinese() => Code(f => f.Open(Encoding.Latin1.GetBytes("Nr;Name;Straße\n1;Müller;Höhenstraße\n2;Bäcker;Größe\n")), "INC4010");

    [Fact]
    public void A_file_cut_off_inside_a_character() => Code(f => f.Open(Encoding.UTF8.GetBytes("编号,名称\n1,株洲某某科技有限公司")[..^1]), "INC4010");

    [Fact]
    public void Utf16_with_half_a_character() => Code(f => f.Open([0xFF, 0xFE, 0x16, 0x7F, 0x00]), "INC4008");

    [Fact]
    public void Not_text() => Check(f => f.Open("编号,名称\n1,\0\0\n"), "@INC4011@");

    [Fact]
    public void Lost_characters() => Check(f => f.Open("编号,名称\n1,甲\n2,株\uFFFD\n"), "@INC4012@");

    [Theory]
    [InlineData("缂栧彿,鍚嶇О,閲戦\n1,2,3\n")]
    [InlineData("±àºÅ,Ãû³Æ\n1,2\n")]
    [InlineData("编号,锟斤拷锟斤拷\n1,2\n")]
    public void Garbled_header(string text) => Check(f => f.Open(text), "@INC4013@");

    [Theory]
    [InlineData("编号，名称，核定金额\n1，甲，2\n")]
    [InlineData("编号，名称，核定金额\n1，甲，500,000\n2，乙，600,000\n")]
    public void Full_width_commas(string text) => Check(f => f.Open(text), "@INC4014@");

    [Fact]
    public void Unclosed_quote() => Check(f => f.Open("编号,名称\n1,甲\n2,\"乙\n3,丙\n4,丁\n"), "@INC4015@");

    [Fact]
    public void A_quote_closed_by_a_later_row() => Check(f => f.Open("编号,名称\n1,甲\n2,\"乙\n3,\"丙\"\n4,丁\n"), "@INC4015@");

    [Fact]
    public void An_unclosed_quote_in_gb18030() => Code(f => f.Open(RosterFolder.Gb18030.GetBytes("编号,名称\n1,甲\n2,\"乙\n3,丙\n4,丁\n")), "INC4015");

    [Fact]
    public void A_line_too_long() => Check(f => f.Open("编号,名称\n1," + new string('x', (16 << 20) + 10) + "\n"), "@INC4016@");

    [Fact]
    public void Duplicate_header() => Check(f => f.Open("编号,名称,名 称\n1,甲,乙\n"), "@INC4017@");

    [Fact]
    public void Title_rows() => Check(f => f.Open("2024年奖补名册,,\n单位：万元\n\n编号,名称\n1,甲\n"), "@INC4018@", opens: true);

    [Fact]
    public void No_header() => Check(f => f.Open("1,甲\n2,乙\n"), "@INC4019@", opens: true, [.. StandardColumns.All.Take(3)]);

    [Fact]
    public void One_column_twice() => Check(f => f.Open("编号,奖项,项目\n1,甲,乙\n"), "@INC4020@", opens: true, StandardColumns.All);

    [Fact]
    public void Extra_columns() => Check(f => f.Open("编号,备注,联系人\n1,甲,乙\n"), "@INC4021@", opens: true, StandardColumns.All);

    [Fact]
    public void Other_sheets() => Check(f => f.Open(Xlsx(("名册", Row(1, Text("编号"), Text("名称")), "visible"), ("说明", Row(1, Text("x")), "visible"))), "@INC4022@", opens: true);

    [Fact]
    public void No_room_for_a_copy() => RosterMessages.NoCopy(new Place("名册.csv")).ToText(Language.Chinese).Should().Be("@INC4023zh@");

    private static void Code(Func<RosterFolder, RosterFile?> open, string code)
    {
        using RosterFolder folder = new();
        open(folder).Should().BeNull();
        folder.Bag.Sorted().Select(d => d.Code).Should().Equal(code);
    }

    private static void Check(Func<RosterFolder, RosterFile?> open, string expected, bool opens = false, IReadOnlyList<ColumnSpec>? bind = null)
    {
        using RosterFolder folder = new();
        using RosterFile? file = open(folder);
        (file is not null).Should().Be(opens);
        if (bind is not null) HeaderBinding.Bind(file!, bind, folder.Bag);
        string actual = folder.Texts(Language.Chinese) + "\n" + folder.Texts(Language.English);
        actual.Should().Be(expected);
    }
}
