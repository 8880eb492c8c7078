using System.Text;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Commands;

/// <summary>Rosters that cannot be used as a whole: status 2, one message each in both languages, and nothing left behind.</summary>
public sealed class BadRosterTests : IDisposable
{
    private const string Header = "编号,名称,对象类型,奖项,认定日期,数量";
    private const string Good = "A1,示例甲公司,组织,中国质量奖,2024-05-30,1";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Missing_file() => Refuses((byte[]?)null,
        """
        名册.csv: 错误 INC4001: 找不到这个文件。
          怎么办：检查文件名和所在文件夹。
        """,
        """
        名册.csv: error INC4001: The file does not exist.
          next step: Check the file name and its folder.
        """);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(",,\n,,\n")]
    public void Empty_file(string text) => Refuses(text,
        """
        名册.csv: 错误 INC4004: 文件是空的，没有任何内容。
          应为：第一行是表头，其后每行一条记录
          怎么办：检查是否选错了文件，或导出时没有选中数据。
        """,
        """
        名册.csv: error INC4004: The file is empty: no cell holds anything.
          expected: a header row, then one row for each record
          next step: Check whether this is the right file and whether the export included the data.
        """);

    // Both rows are data; that two cells of the first are equal says nothing about headers.
    [Fact]
    public void No_header() => Refuses("1,示例甲公司,组织,中国质量奖,2024-05-30,1\n2,示例乙公司,组织,大禹奖,2024-05-30,1\n",
        """
        名册.csv:1: 错误 INC4019: 没有找到表头：这一行的单元格是“1”、“示例甲公司”、“组织”、“中国质量奖”、“2024-05-30”、“1”，没有一个是认识的列名。
          应为：至少有一列是“编号”、“统一社会信用代码”、“名称”、“对象类型”、“奖项”、“级别”、“排名”、“角色”、“认定日期”、“申请日期”、“数量”、“主体”等 17 项
          怎么办：在数据上方加一行表头，或把列名改成上面的写法；也可以在政策规则中为该列增加一种写法。
        """,
        """
        名册.csv:1: error INC4019: There is no header: the cells of this line are "1", "示例甲公司", "组织", "中国质量奖", "2024-05-30", "1", and none is a known column.
          expected: at least one of "编号", "统一社会信用代码", "名称", "对象类型", "奖项", "级别", "排名", "角色", "认定日期", "申请日期", "数量", "主体" and 5 more
          next step: Add a header row above the data, or rename the columns as above; a rule file may also declare more spellings of a column.
        """);

    // A header, but neither who is paid nor what for: every row would be rejected for the same reason.
    [Fact]
    public void None_of_the_columns_the_scheme_needs() => Refuses("编号,区县,联系电话\nA1,荷塘区,0731\nA2,芦淞区,0731\n",
        """
        名册.csv:1: 说明 INC4021: 没有用到的列：“联系电话”。
        名册.csv:1: 错误 INC5017: 表头里没有“名称”（或“统一社会信用代码”）列和“奖项”列，看不出每一行奖给谁、奖什么。
          应为：“名称”或“统一社会信用代码”，以及“奖项”
          怎么办：补上这些列，或把相应的列名改成上面的写法；也可以在政策规则中为该列增加一种写法。
        """,
        """
        名册.csv:1: note INC4021: Columns that are not used: "联系电话".
        名册.csv:1: error INC5017: The header has no column "名称" (or "统一社会信用代码") and no column "奖项", so that no row says who is granted what.
          expected: "名称" or "统一社会信用代码", and "奖项"
          next step: Add these columns, or rename the columns as above; a rule file may also declare more spellings of a column.
        """);

    [Fact]
    public void Duplicate_header() => Refuses("编号,名称,对象类型,奖项,奖项,认定日期\nA1,示例甲公司,组织,中国质量奖,大禹奖,2024-05-30\n",
        """
        名册.csv:1: 错误 INC4017: 表头重复：第 4 列“奖项”和第 5 列“奖项”。
          应为：每列的表头各不相同
          怎么办：给其中一列改名，或删去不用的一列。
        """,
        """
        名册.csv:1: error INC4017: Two columns have the same header: column 4 "奖项" and column 5 "奖项".
          expected: a different header for each column
          next step: Rename one of them, or delete the one that is not needed.
        """);

    [Fact]
    public void Two_headers_for_one_column() => Refuses("编号,名称,企业名称,对象类型,奖项,认定日期\nA1,示例甲公司,示例乙公司,组织,中国质量奖,2024-05-30\n",
        """
        名册.csv:1: 错误 INC4020: 有两列都可以当作“名称”列：第 2 列“名称”和第 3 列“企业名称”。
          应为：只有一列
          怎么办：给不用的那一列改名，或把它删去。
        """,
        """
        名册.csv:1: error INC4020: Two columns could be recipient: column 2 "名称" and column 3 "企业名称".
          expected: only one of them
          next step: Rename or delete the one that is not meant.
        """);

    [Fact]
    public void Unclosed_quote() => Refuses($"{Header}\nA1,\"示例甲公司,组织,中国质量奖,2024-05-30,1\nA2,示例乙公司,组织,大禹奖,2024-05-30,1\n",
        """"
        名册.csv:2: 错误 INC4015: 这一行有一个双引号没有正确结束，后面的行会被当成同一个单元格。
          应为：单元格开头的双引号要成对；单元格内的双引号写两遍（""）
          怎么办：改正这一行的双引号，或在 Excel 中另存为 .xlsx。
        """",
        """"
        名册.csv:2: error INC4015: A double quote on this line is not closed properly, so the lines after it would become part of one cell.
          expected: a quote at the start of a cell has a partner at its end; a quote inside a quoted cell is doubled ("")
          next step: Correct the quotes on this line, or save the table as .xlsx from Excel.
        """");

    // UTF-8 text that some program took for Windows-1252 and saved again.
    [Fact]
    public void Garbled_by_a_wrong_encoding() => Refuses(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes($"{Header}\n{Good}\n")),
        """
        名册.csv:1: 错误 INC4013: 表头是乱码：此前的程序用错了编码，又保存了下来。
          怎么办：从原系统重新导出，或找到未损坏的原文件，另存为“CSV UTF-8（逗号分隔）”或 .xlsx。
        """,
        """
        名册.csv:1: error INC4013: The header is garbled: an earlier program read it in the wrong encoding and saved it so.
          next step: Export it again from where it came, or find the undamaged original, and save it as "CSV UTF-8 (comma delimited)" or .xlsx.
        """);

    [Fact]
    public void In_an_encoding_of_neither_kind()
    {
        byte[] gb = CodePagesEncodingProvider.Instance.GetEncoding(54936)!.GetBytes($"{Header}\n{Good}\n");
        Refuses([.. gb, 0xE6, 0xA0, 0xAA, 0xFF, 0x2C, 0xFF, 0x0A],
            """
            名册.csv:1: 错误 INC4008: 文件的文字编码无法识别：既不是 UTF-8，也不是 GB18030，或内容已损坏。
              应为：UTF-8（建议）、GB18030（GBK）或带标记的 UTF-16
              怎么办：用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。
            """,
            """
            名册.csv:1: error INC4008: The text encoding is not known: neither UTF-8 nor GB18030, or the content is damaged.
              expected: UTF-8 (preferred), GB18030 (GBK), or UTF-16 with a byte order mark
              next step: Open the original in Excel, check that the text is right, save it as "CSV UTF-8 (comma delimited)" or .xlsx, and run again.
            """);
    }

    [Fact]
    public void Utf16_without_a_mark() => Refuses(Encoding.Unicode.GetBytes($"{Header}\n{Good}\n"),
        """
        名册.csv: 错误 INC4011: 文件不是文本：其中有文本不会出现的零字节。
          应为：CSV 文本，或 Excel 工作簿（.xlsx、.xls）
          怎么办：用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。
        """,
        """
        名册.csv: error INC4011: The file is not text: it holds zero bytes, which no text does.
          expected: CSV text or an Excel workbook (.xlsx, .xls)
          next step: Open the original in Excel, check that the text is right, save it as "CSV UTF-8 (comma delimited)" or .xlsx, and run again.
        """);

    // Big5, read as GB18030, is no text that anybody writes.
    [Fact]
    public void In_traditional_chinese_encoding() => Refuses(CodePagesEncodingProvider.Instance.GetEncoding(950)!.GetBytes("編號,名稱,獎項\n1,示例公司,中國品質獎\n"),
        """
        名册.csv:1: 错误 INC4010: 文件按 GB18030 读出来是乱码，说明它不是这种编码，或混有几种编码。
          应为：UTF-8（建议）、GB18030（GBK）或带标记的 UTF-16
          怎么办：用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。
        """,
        """
        名册.csv:1: error INC4010: Read as GB18030 the text makes no sense: it is in another encoding, or in several.
          expected: UTF-8 (preferred), GB18030 (GBK), or UTF-16 with a byte order mark
          next step: Open the original in Excel, check that the text is right, save it as "CSV UTF-8 (comma delimited)" or .xlsx, and run again.
        """);

    // A history row that cannot be used would pay somebody twice, so it stops the batch.
    [Fact]
    public void History_row_with_an_unreadable_amount()
    {
        string history = _folder.Write("历史.csv", "编号,名称,对象类型,奖项,认定日期,已获奖励(元)\nL1,示例甲公司,组织,中国质量奖,2020-05-30,五十万左右\n");
        string roster = _folder.Write("名册.csv", $"{Header}\n{Good}\n");
        CommandLine.Refuses(["calculate", roster, "--history", history, "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["out"]],
            """
            历史.csv:2: 错误 INC5002: 历史记录这一行不能用：金额无法识别
              怎么办：改正这一行，或从历史文件中删去它
            """,
            """
            历史.csv:2: error INC5002: this history row cannot be used: unreadable amount
              next step: correct the row, or take it out of the history file
            """);
        _folder.Names().Should().Equal("历史.csv", "名册.csv");
    }

    private void Refuses(string text, string chinese, string english) => Refuses(Encoding.UTF8.GetBytes(text), chinese, english);

    private void Refuses(byte[]? bytes, string chinese, string english)
    {
        if (bytes is not null) _folder.Write("名册.csv", bytes);
        CommandLine.Refuses(["calculate", _folder["名册.csv"], "--rules", Repository.Path(Calculation.Zhuzhou), "--out", _folder["out"]], chinese, english);
        _folder.Names().Should().BeSubsetOf(["名册.csv"]);
    }
}
