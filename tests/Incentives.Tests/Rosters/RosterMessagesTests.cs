using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Rosters;
using static Incentives.Tests.Rosters.WorkbookBuilder;

namespace Incentives.Tests.Rosters;

/// <summary>Every message, provoked by a real file, in full and in both languages.</summary>
public class RosterMessagesTests
{
    [Fact]
    public void Missing_file() => Check(f => RosterFile.Open(Path.Combine(f.Path, "无.csv"), "名册.csv", f.Bag),
        """
        名册.csv: 错误 INC4001: 找不到这个文件。
          怎么办：检查文件名和所在文件夹。
        名册.csv: error INC4001: The file does not exist.
          next step: Check the file name and its folder.
        """);

    [Fact]
    public void Folder() => Check(f => RosterFile.Open(f.Path, "名册.csv", f.Bag),
        """
        名册.csv: 错误 INC4002: 这是一个文件夹，不是文件。
          应为：一个名册文件（.csv、.xlsx 或 .xls）
          怎么办：写明文件夹里要用的文件。
        名册.csv: error INC4002: This is a folder, not a file.
          expected: one roster file (.csv, .xlsx or .xls)
          next step: Name the files in the folder that should be used.
        """);

    [Fact]
    public void Unreadable_file() => Check(
        f =>
        {
            using FileStream locked = new(f.Write("编号,名称\n"u8.ToArray()), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return RosterFile.Open(locked.Name, "名册.csv", f.Bag);
        },

        """
        名册.csv: 错误 INC4003: 文件无法读取。
          怎么办：如果它正在 Excel 中打开，请先关闭；并确认您有读取权限。
        名册.csv: error INC4003: The file cannot be read.
          next step: If it is open in Excel, close it; and make sure that you may read it.
        """);

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n \n,,\n\u3000,\n")]
    public void Empty_file(string text) => Check(f => f.Open(text),
        """
        名册.csv: 错误 INC4004: 文件是空的，没有任何内容。
          应为：第一行是表头，其后每行一条记录
          怎么办：检查是否选错了文件，或导出时没有选中数据。
        名册.csv: error INC4004: The file is empty: no cell holds anything.
          expected: a header row, then one row for each record
          next step: Check whether this is the right file and whether the export included the data.
        """);

    [Fact]
    public void Workbook_without_cells() => Check(f => f.Open(Xlsx("")),
        """
        名册.csv: 错误 INC4004: 文件是空的，没有任何内容。
          应为：第一行是表头，其后每行一条记录
          怎么办：检查是否选错了文件，或导出时没有选中数据。
        名册.csv: error INC4004: The file is empty: no cell holds anything.
          expected: a header row, then one row for each record
          next step: Check whether this is the right file and whether the export included the data.
        """);

    [Fact]
    public void Pdf() => Check(f => f.Open("%PDF-1.7\n"),
        """
        名册.csv: 错误 INC4005: 文件不能作为名册读取，它的格式是：PDF 文件。
          应为：CSV 文本，或 Excel 工作簿（.xlsx、.xls）
          怎么办：用 Excel 或 WPS 打开后另存为 .xlsx。
        名册.csv: error INC4005: The file cannot be read as a roster: it is a PDF file.
          expected: CSV text or an Excel workbook (.xlsx, .xls)
          next step: Open it in Excel or WPS and save it as .xlsx.
        """);

    [Fact]
    public void Web_page_named_xls() => Check(f => f.Open("\uFEFF\n<HTML><table>"),
        """
        名册.csv: 错误 INC4005: 文件不能作为名册读取，它的格式是：网页或 XML 文件（有的系统把它命名为 .xls 导出）。
          应为：CSV 文本，或 Excel 工作簿（.xlsx、.xls）
          怎么办：用 Excel 或 WPS 打开后另存为 .xlsx。
        名册.csv: error INC4005: The file cannot be read as a roster: it is a web page or XML file (some systems export these under the name .xls).
          expected: CSV text or an Excel workbook (.xlsx, .xls)
          next step: Open it in Excel or WPS and save it as .xlsx.
        """);

    [Fact]
    public void Archive() => Check(f => f.Open(OtherZip()),
        """
        名册.csv: 错误 INC4005: 文件不能作为名册读取，它的格式是：其他 Office 文件或压缩包，而不是 Excel 工作簿。
          应为：CSV 文本，或 Excel 工作簿（.xlsx、.xls）
          怎么办：用 Excel 或 WPS 打开后另存为 .xlsx。
        名册.csv: error INC4005: The file cannot be read as a roster: it is an Office document or archive that is not an Excel workbook.
          expected: CSV text or an Excel workbook (.xlsx, .xls)
          next step: Open it in Excel or WPS and save it as .xlsx.
        """);

    [Fact]
    public void Workbook_with_a_password() => Check(f => f.Open(EncryptedWorkbook.Bytes()),
        """
        名册.csv: 错误 INC4006: 工作簿设有打开密码，无法读取。
          怎么办：在 Excel 中打开，取消密码（文件→信息→保护工作簿→用密码进行加密，清空密码），保存后重新计算。
        名册.csv: error INC4006: The workbook is protected by a password and cannot be read.
          next step: Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password, clear it), save, and run again.
        """);

    [Fact]
    public void Damaged_workbook() => Check(f => f.Open(Xlsx(Row(1, Text("编号")))[..300]),
        """
        名册.csv: 错误 INC4007: 工作簿已损坏，无法读取。
          怎么办：用 Excel 打开并修复，另存为新的 .xlsx 文件；如不行，请向提供单位重新索取。
        名册.csv: error INC4007: The workbook is damaged and cannot be read.
          next step: Open and repair it in Excel, save it as a new .xlsx file, or ask its sender for it again.
        """);

    [Fact]
    public void Neither_encoding() => Check(f => f.Open([.. Encoding.UTF8.GetBytes("编号,名称\n1,"), 0xFF, 0xFF, (byte)'\n']),
        """
        名册.csv:2: 错误 INC4008: 文件的文字编码无法识别：既不是 UTF-8，也不是 GB18030，或内容已损坏。
          应为：UTF-8（建议）、GB18030（GBK）或带标记的 UTF-16
          怎么办：用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。
        名册.csv:2: error INC4008: The text encoding is not known: neither UTF-8 nor GB18030, or the content is damaged.
          expected: UTF-8 (preferred), GB18030 (GBK), or UTF-16 with a byte order mark
          next step: Open the original in Excel, check that the text is right, save it as "CSV UTF-8 (comma delimited)" or .xlsx, and run again.
        """);

    [Fact]
    public void Guessed_gb18030() => Check(f => f.Open(RosterFolder.Gb18030.GetBytes("编号,名称\n1,甲\n")),
        """
        名册.csv: 说明 INC4009: 文件不是 UTF-8，已按 GB18030（GBK）读取。
          怎么办：核对几个名称；如有乱码，另存为“CSV UTF-8（逗号分隔）”后重新计算。
        名册.csv: note INC4009: The file is not UTF-8; it was read as GB18030 (GBK).
          next step: Check some names; if they are garbled, save the file as "CSV UTF-8 (comma delimited)" and run again.
        """, opens: true);

    [Fact]
    public void Two_encodings_in_one_file() => Check(f => f.Open([.. Encoding.UTF8.GetBytes("编号,名称\n1,株洲某某科技有限公司\n2,"), .. RosterFolder.Gb18030.GetBytes("甲公司\n")]),
        """
        名册.csv:3: 错误 INC4010: 文件按 GB18030 读出来是乱码，说明它不是这种编码，或混有几种编码。
          应为：UTF-8（建议）、GB18030（GBK）或带标记的 UTF-16
          怎么办：用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。
        名册.csv:3: error INC4010: Read as GB18030 the text makes no sense: it is in another encoding, or in several.
          expected: UTF-8 (preferred), GB18030 (GBK), or UTF-16 with a byte order mark
          next step: Open the original in Excel, check that the text is right, save it as "CSV UTF-8 (comma delimited)" or .xlsx, and run again.
        """);

    [Fact]
    public void Latin_letters_are_not_taken_for_chinese() => Code(f => f.Open(Encoding.Latin1.GetBytes("Nr;Name;Straße\n1;Müller;Höhenstraße\n2;Bäcker;Größe\n")), "INC4010");

    [Fact]
    public void A_file_cut_off_inside_a_character() => Code(f => f.Open(Encoding.UTF8.GetBytes("编号,名称\n1,株洲某某科技有限公司")[..^1]), "INC4008");

    [Fact]
    public void Utf16_with_half_a_character() => Code(f => f.Open([0xFF, 0xFE, 0x16, 0x7F, 0x00]), "INC4008");

    [Fact]
    public void Not_text() => Check(f => f.Open("编号,名称\n1,\0\0\n"),
        """
        名册.csv: 错误 INC4011: 文件不是文本：其中有文本不会出现的零字节。
          应为：CSV 文本，或 Excel 工作簿（.xlsx、.xls）
          怎么办：用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。
        名册.csv: error INC4011: The file is not text: it holds zero bytes, which no text does.
          expected: CSV text or an Excel workbook (.xlsx, .xls)
          next step: Open the original in Excel, check that the text is right, save it as "CSV UTF-8 (comma delimited)" or .xlsx, and run again.
        """);

    [Fact]
    public void Lost_characters() => Check(f => f.Open("编号,名称\n1,甲\n2,株\uFFFD\n"),
        """
        名册.csv:3: 错误 INC4012: 文字中有“�”：此前的程序用错了编码，原来的字已经丢失。
          怎么办：从原系统重新导出，或找到未损坏的原文件，另存为“CSV UTF-8（逗号分隔）”或 .xlsx。
        名册.csv:3: error INC4012: The text holds "�": an earlier program used the wrong encoding, and the character that stood there is lost.
          next step: Export it again from where it came, or find the undamaged original, and save it as "CSV UTF-8 (comma delimited)" or .xlsx.
        """);

    [Theory]
    [InlineData("缂栧彿,鍚嶇О,閲戦\n1,2,3\n")]
    [InlineData("±àºÅ,Ãû³Æ\n1,2\n")]
    [InlineData("编号,锟斤拷锟斤拷\n1,2\n")]
    public void Garbled_header(string text) => Check(f => f.Open(text),
        """
        名册.csv:1: 错误 INC4013: 表头是乱码：此前的程序用错了编码，又保存了下来。
          怎么办：从原系统重新导出，或找到未损坏的原文件，另存为“CSV UTF-8（逗号分隔）”或 .xlsx。
        名册.csv:1: error INC4013: The header is garbled: an earlier program read it in the wrong encoding and saved it so.
          next step: Export it again from where it came, or find the undamaged original, and save it as "CSV UTF-8 (comma delimited)" or .xlsx.
        """);

    [Theory]
    [InlineData("编号，名称，核定金额\n1，甲，2\n")]
    [InlineData("编号，名称，核定金额\n1，甲，500,000\n2，乙，600,000\n")]
    public void Full_width_commas(string text) => Check(f => f.Open(text),
        """
        名册.csv:1: 错误 INC4014: 各列之间用的是全角逗号“，”，无法分列。
          应为：半角逗号“,”、分号“;”、制表符或竖线“|”
          怎么办：把分隔用的“，”替换成“,”，或在 Excel 中分列后另存为 .xlsx。
        名册.csv:1: error INC4014: The cells are separated by full-width commas (，), which do not separate columns.
          expected: a comma, semicolon, tab or vertical bar
          next step: Replace the separating ， by , or split the columns in Excel and save as .xlsx.
        """);

    [Fact]
    public void Unclosed_quote() => Check(f => f.Open("编号,名称\n1,甲\n2,\"乙\n3,丙\n4,丁\n"),
        """
        名册.csv:3: 错误 INC4015: 这一行有一个双引号没有正确结束，后面的行会被当成同一个单元格。
          应为：单元格开头的双引号要成对；单元格内的双引号写两遍（""）
          怎么办：改正这一行的双引号，或在 Excel 中另存为 .xlsx。
        名册.csv:3: error INC4015: A double quote on this line is not closed properly, so the lines after it would become part of one cell.
          expected: a quote at the start of a cell has a partner at its end; a quote inside a quoted cell is doubled ("")
          next step: Correct the quotes on this line, or save the table as .xlsx from Excel.
        """);

    [Fact]
    public void A_quote_closed_by_a_later_row() => Check(f => f.Open("编号,名称\n1,甲\n2,\"乙\n3,\"丙\"\n4,丁\n"),
        """
        名册.csv:3: 错误 INC4015: 这一行有一个双引号没有正确结束，后面的行会被当成同一个单元格。
          应为：单元格开头的双引号要成对；单元格内的双引号写两遍（""）
          怎么办：改正这一行的双引号，或在 Excel 中另存为 .xlsx。
        名册.csv:3: error INC4015: A double quote on this line is not closed properly, so the lines after it would become part of one cell.
          expected: a quote at the start of a cell has a partner at its end; a quote inside a quoted cell is doubled ("")
          next step: Correct the quotes on this line, or save the table as .xlsx from Excel.
        """);

    [Fact]
    public void An_unclosed_quote_in_gb18030() => Code(f => f.Open(RosterFolder.Gb18030.GetBytes("编号,名称\n1,甲\n2,\"乙\n3,丙\n4,丁\n")), "INC4009", "INC4015");

    [Fact]
    public void A_line_too_long() => Check(f => f.Open("编号,名称\n1," + new string('x', (16 << 20) + 10) + "\n"),
        """
        名册.csv:2: 错误 INC4016: 有一行超过 16 MB，不可能是名册中的一条记录。
          怎么办：检查文件是否有换行、是否选错了文件。
        名册.csv:2: error INC4016: A line is longer than 16 MB, which no roster row can be.
          next step: Check whether the file has line breaks at all, and whether it is the right file.
        """);

    [Fact]
    public void Duplicate_header() => Check(f => f.Open("编号,名称,名 称\n1,甲,乙\n"),
        """
        名册.csv:1: 错误 INC4017: 表头重复：第 2 列“名称”和第 3 列“名 称”。
          应为：每列的表头各不相同
          怎么办：给其中一列改名，或删去不用的一列。
        名册.csv:1: error INC4017: Two columns have the same header: column 2 "名称" and column 3 "名 称".
          expected: a different header for each column
          next step: Rename one of them, or delete the one that is not needed.
        """);

    [Fact]
    public void Title_rows() => Check(f => f.Open("2024年奖补名册,,\n株洲市\n\n编号,名称\n1,甲\n"),
        """
        名册.csv:4: 说明 INC4018: 表头之前的标题行已跳过：“2024年奖补名册”、“株洲市”。
        名册.csv:4: note INC4018: Title rows above the header were skipped: "2024年奖补名册", "株洲市".
        """, opens: true);

    [Fact]
    public void Unit_in_a_title_row() => Check(f => f.Open("（单位：万元）\n编号,核定金额\n1,5\n"),
        """
        名册.csv:1: 警告 INC4024: 标题行写有金额单位（“（单位：万元）”），但程序只看表头和单元格里的单位；没有写单位的金额按元读取。
          应为：单位写在表头里，例如“核定金额(万元)”
          怎么办：把单位写进金额列的表头后重新计算。
        名册.csv:2: 说明 INC4018: 表头之前的标题行已跳过：“（单位：万元）”。
        名册.csv:1: warning INC4024: A title row states a unit of money ("（单位：万元）"), but only headers and cells are asked for units; amounts without one are read as yuan.
          expected: the unit in the header, such as "核定金额(万元)"
          next step: Put the unit into the header of the amount columns and run again.
        名册.csv:2: note INC4018: Title rows above the header were skipped: "（单位：万元）".
        """, opens: true);

    [Fact]
    public void No_header() => Check(f => f.Open("1,甲\n2,乙\n"),
        """
        名册.csv:1: 错误 INC4019: 没有找到表头：这一行的单元格是“1”、“甲”，没有一个是认识的列名。
          应为：至少有一列是“编号”、“统一社会信用代码”、“名称”
          怎么办：在数据上方加一行表头，或把列名改成上面的写法；也可以在政策规则中为该列增加一种写法。
        名册.csv:1: error INC4019: There is no header: the cells of this line are "1", "甲", and none is a known column.
          expected: at least one of "编号", "统一社会信用代码", "名称"
          next step: Add a header row above the data, or rename the columns as above; a rule file may also declare more spellings of a column.
        """, opens: true, [.. StandardColumns.All.Take(3)]);

    [Fact]
    public void One_column_twice() => Check(f => f.Open("编号,奖项,项目\n1,甲,乙\n"),
        """
        名册.csv:1: 错误 INC4020: 有两列都可以当作“奖项”列：第 2 列“奖项”和第 3 列“项目”。
          应为：只有一列
          怎么办：给不用的那一列改名，或把它删去。
        名册.csv:1: error INC4020: Two columns could be award: column 2 "奖项" and column 3 "项目".
          expected: only one of them
          next step: Rename or delete the one that is not meant.
        """, opens: true, StandardColumns.All);

    [Fact]
    public void Extra_columns() => Check(f => f.Open("编号,备注,联系人\n1,甲,乙\n"),
        """
        名册.csv:1: 说明 INC4021: 没有用到的列：“备注”、“联系人”。
        名册.csv:1: note INC4021: Columns that are not used: "备注", "联系人".
        """, opens: true, StandardColumns.All);

    [Fact]
    public void Other_sheets() => Check(f => f.Open(Xlsx(("名册", Row(1, Text("编号"), Text("名称")), "visible"), ("说明", Row(1, Text("x")), "visible"))),
        """
        名册.csv: 说明 INC4022: 只读取了工作表“名册”，没有读取：“说明”。
          怎么办：需要其他工作表时，把它们分别存成文件。
        名册.csv: note INC4022: Only the sheet "名册" was read, not "说明".
          next step: If the other sheets are needed, save each as a file of its own.
        """, opens: true);

    [Fact]
    public void No_room_for_a_copy() => Check(
        f =>
        {
            f.Bag.Add(RosterMessages.NoCopy(new Place("名册.csv")));
            return null;
        },

        """
        名册.csv: 错误 INC4023: 无法在临时文件夹中转换这个文件。
          怎么办：检查磁盘空间和临时文件夹的权限。
        名册.csv: error INC4023: The file could not be converted in the temporary folder.
          next step: Check the free disk space and the permissions of the temporary folder.
        """);

    private static void Code(Func<RosterFolder, RosterFile?> open, params string[] codes)
    {
        using RosterFolder folder = new();
        open(folder).Should().BeNull();
        folder.Bag.Sorted().Select(d => d.Code).Should().Equal(codes);
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
