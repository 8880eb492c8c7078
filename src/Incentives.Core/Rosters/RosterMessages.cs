using Incentives.Core.Diagnostics;

namespace Incentives.Core.Rosters;

/// <summary>Everything that can be said about a roster or history file as a file: codes INC4001 to INC4024.</summary>
internal static class RosterMessages
{
    private const int MostNames = 12;

    /// <summary>An Office file that is no workbook.</summary>
    public static Phrase OtherOffice => new("其他 Office 文件或压缩包，而不是 Excel 工作簿", "an Office document or archive that is not an Excel workbook");

    private static Phrase SaveAsCsv => new(
        "用 Excel 打开原文件，核对文字无误后，另存为“CSV UTF-8（逗号分隔）”或 .xlsx，再重新计算。",
        "Open the original in Excel, check that the text is right, save it as \"CSV UTF-8 (comma delimited)\" or .xlsx, and run again.");

    private static Phrase ExportAgain => new(
        "从原系统重新导出，或找到未损坏的原文件，另存为“CSV UTF-8（逗号分隔）”或 .xlsx。",
        "Export it again from where it came, or find the undamaged original, and save it as \"CSV UTF-8 (comma delimited)\" or .xlsx.");

    public static Diagnostic Missing(Place place) => Error("INC4001", place,
        new("找不到这个文件。", "The file does not exist."),
        next: new("检查文件名和所在文件夹。", "Check the file name and its folder."));

    public static Diagnostic Folder(Place place) => Error("INC4002", place,
        new("这是一个文件夹，不是文件。", "This is a folder, not a file."),
        new("一个名册文件（.csv、.xlsx 或 .xls）", "one roster file (.csv, .xlsx or .xls)"),
        new("写明文件夹里要用的文件。", "Name the files in the folder that should be used."));

    public static Diagnostic Unreadable(Place place) => Error("INC4003", place,
        new("文件无法读取。", "The file cannot be read."),
        next: new("如果它正在 Excel 中打开，请先关闭；并确认您有读取权限。", "If it is open in Excel, close it; and make sure that you may read it."));

    public static Diagnostic Empty(Place place) => Error("INC4004", place,
        new("文件是空的，没有任何内容。", "The file is empty: no cell holds anything."),
        new("第一行是表头，其后每行一条记录", "a header row, then one row for each record"),
        new("检查是否选错了文件，或导出时没有选中数据。", "Check whether this is the right file and whether the export included the data."));

    public static Diagnostic Unsupported(Place place, Phrase format) => Error("INC4005", place,
        new($"文件不能作为名册读取，它的格式是：{format.Zh}。", $"The file cannot be read as a roster: it is {format.En}."),
        new("CSV 文本，或 Excel 工作簿（.xlsx、.xls）", "CSV text or an Excel workbook (.xlsx, .xls)"),
        new("用 Excel 或 WPS 打开后另存为 .xlsx。", "Open it in Excel or WPS and save it as .xlsx."));

    public static Diagnostic Password(Place place) => Error("INC4006", place,
        new("工作簿设有打开密码，无法读取。", "The workbook is protected by a password and cannot be read."),
        next: new("在 Excel 中打开，取消密码（文件→信息→保护工作簿→用密码进行加密，清空密码），保存后重新计算。",
            "Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password, clear it), save, and run again."));

    public static Diagnostic DamagedWorkbook(Place place) => Error("INC4007", place,
        new("工作簿已损坏，无法读取。", "The workbook is damaged and cannot be read."),
        next: new("用 Excel 打开并修复，另存为新的 .xlsx 文件；如不行，请向提供单位重新索取。",
            "Open and repair it in Excel, save it as a new .xlsx file, or ask its sender for it again."));

    public static Diagnostic NeitherEncoding(Place place) => Error("INC4008", place,
        new("文件的文字编码无法识别：既不是 UTF-8，也不是 GB18030，或内容已损坏。", "The text encoding is not known: neither UTF-8 nor GB18030, or the content is damaged."),
        new("UTF-8（建议）、GB18030（GBK）或带标记的 UTF-16", "UTF-8 (preferred), GB18030 (GBK), or UTF-16 with a byte order mark"),
        SaveAsCsv);

    public static Diagnostic GuessedGb18030(Place place) => Note("INC4009", place,
        new("文件不是 UTF-8，已按 GB18030（GBK）读取。", "The file is not UTF-8; it was read as GB18030 (GBK)."),
        new("核对几个名称；如有乱码，另存为“CSV UTF-8（逗号分隔）”后重新计算。", "Check some names; if they are garbled, save the file as \"CSV UTF-8 (comma delimited)\" and run again."));

    public static Diagnostic WrongEncoding(Place place, string encoding) => Error("INC4010", place,
        new($"文件按 {encoding} 读出来是乱码，说明它不是这种编码，或混有几种编码。", $"Read as {encoding} the text makes no sense: it is in another encoding, or in several."),
        new("UTF-8（建议）、GB18030（GBK）或带标记的 UTF-16", "UTF-8 (preferred), GB18030 (GBK), or UTF-16 with a byte order mark"),
        SaveAsCsv);

    public static Diagnostic NotText(Place place) => Error("INC4011", place,
        new("文件不是文本：其中有文本不会出现的零字节。", "The file is not text: it holds zero bytes, which no text does."),
        new("CSV 文本，或 Excel 工作簿（.xlsx、.xls）", "CSV text or an Excel workbook (.xlsx, .xls)"),
        SaveAsCsv);

    public static Diagnostic LostCharacters(Place place) => Error("INC4012", place,
        new("文字中有“\uFFFD”：此前的程序用错了编码，原来的字已经丢失。", "The text holds \"\uFFFD\": an earlier program used the wrong encoding, and the character that stood there is lost."),
        next: ExportAgain);

    public static Diagnostic Mojibake(Place place) => Error("INC4013", place,
        new("表头是乱码：此前的程序用错了编码，又保存了下来。", "The header is garbled: an earlier program read it in the wrong encoding and saved it so."),
        next: ExportAgain);

    public static Diagnostic FullWidthComma(Place place) => Error("INC4014", place,
        new("各列之间用的是全角逗号“，”，无法分列。", "The cells are separated by full-width commas (，), which do not separate columns."),
        new("半角逗号“,”、分号“;”、制表符或竖线“|”", "a comma, semicolon, tab or vertical bar"),
        new("把分隔用的“，”替换成“,”，或在 Excel 中分列后另存为 .xlsx。", "Replace the separating ， by , or split the columns in Excel and save as .xlsx."));

    public static Diagnostic UnclosedQuote(Place place) => Error("INC4015", place,
        new("这一行有一个双引号没有正确结束，后面的行会被当成同一个单元格。", "A double quote on this line is not closed properly, so the lines after it would become part of one cell."),
        new("单元格开头的双引号要成对；单元格内的双引号写两遍（\"\"）", "a quote at the start of a cell has a partner at its end; a quote inside a quoted cell is doubled (\"\")"),
        new("改正这一行的双引号，或在 Excel 中另存为 .xlsx。", "Correct the quotes on this line, or save the table as .xlsx from Excel."));

    public static Diagnostic LineTooLong(Place place) => Error("INC4016", place,
        new("有一行超过 16 MB，不可能是名册中的一条记录。", "A line is longer than 16 MB, which no roster row can be."),
        next: new("检查文件是否有换行、是否选错了文件。", "Check whether the file has line breaks at all, and whether it is the right file."));

    public static Diagnostic DuplicateHeader(Place place, int first, string firstHeader, int second, string secondHeader) => Error("INC4017", place,
        new($"表头重复：第 {first} 列“{firstHeader}”和第 {second} 列“{secondHeader}”。", $"Two columns have the same header: column {first} \"{firstHeader}\" and column {second} \"{secondHeader}\"."),
        new("每列的表头各不相同", "a different header for each column"),
        new("给其中一列改名，或删去不用的一列。", "Rename one of them, or delete the one that is not needed."));

    public static Diagnostic TitleSkipped(Place place, IReadOnlyList<string> titles) => Note("INC4018", place,
        new($"表头之前的标题行已跳过：{Zh(titles)}。", $"Title rows above the header were skipped: {En(titles)}."));

    public static Diagnostic NoHeader(Place place, IReadOnlyList<string> found, IReadOnlyList<ColumnSpec> wanted) => Error("INC4019", place,
        new($"没有找到表头：这一行的单元格是{Zh(found)}，没有一个是认识的列名。", $"There is no header: the cells of this line are {En(found)}, and none is a known column."),
        new($"至少有一列是{Zh(Spellings(wanted))}", $"at least one of {En(Spellings(wanted))}"),
        new("在数据上方加一行表头，或把列名改成上面的写法；也可以在政策规则中为该列增加一种写法。", "Add a header row above the data, or rename the columns as above; a rule file may also declare more spellings of a column."));

    public static Diagnostic ColumnTwice(Place place, ColumnSpec column, int first, string firstHeader, int second, string secondHeader) => Error("INC4020", place,
        new($"有两列都可以当作“{Spellings([column])[0]}”列：第 {first} 列“{firstHeader}”和第 {second} 列“{secondHeader}”。", $"Two columns could be {column.Name}: column {first} \"{firstHeader}\" and column {second} \"{secondHeader}\"."),
        new("只有一列", "only one of them"),
        new("给不用的那一列改名，或把它删去。", "Rename or delete the one that is not meant."));

    public static Diagnostic ExtraColumns(Place place, IReadOnlyList<string> headers) => Note("INC4021", place,
        new($"没有用到的列：{Zh(headers)}。", $"Columns that are not used: {En(headers)}."));

    public static Diagnostic OtherSheets(Place place, string sheet, IReadOnlyList<string> others) => Note("INC4022", place,
        new($"只读取了工作表“{sheet}”，没有读取：{Zh(others)}。", $"Only the sheet \"{sheet}\" was read, not {En(others)}."),
        new("需要其他工作表时，把它们分别存成文件。", "If the other sheets are needed, save each as a file of its own."));

    public static Diagnostic NoCopy(Place place) => Error("INC4023", place,
        new("无法在临时文件夹中转换这个文件。", "The file could not be converted in the temporary folder."),
        next: new("检查磁盘空间和临时文件夹的权限。", "Check the free disk space and the permissions of the temporary folder."));

    private const string UnitInTitleCode = "INC4024";

    /// <summary>Whether a message is the one about a unit in a title.</summary>
    public static bool IsUnitInTitle(Diagnostic diagnostic) => diagnostic.Code == UnitInTitleCode;

    public static Diagnostic UnitInTitle(Place place, string title) => new(UnitInTitleCode, Severity.Warning, place,
        new($"标题行写有金额单位（“{title}”），但程序只看表头和单元格里的单位；没有写单位的金额按元读取。", $"A title row states a unit of money (\"{title}\"), but only headers and cells are asked for units; amounts without one are read as yuan."),
        new("单位写在表头里，例如“核定金额(万元)”", "the unit in the header, such as \"核定金额(万元)\""),
        new("把单位写进金额列的表头后重新计算。", "Put the unit into the header of the amount columns and run again."));

    /// <summary>What a format is called.</summary>
    public static Phrase FormatName(FileFormat format) => format switch
    {
        FileFormat.Pdf => new("PDF 文件", "a PDF file"),
        FileFormat.RichText => new("RTF 文档", "a rich text document"),
        FileFormat.Markup => new("网页或 XML 文件（有的系统把它命名为 .xls 导出）", "a web page or XML file (some systems export these under the name .xls)"),
        FileFormat.Picture => new("图片", "a picture"),
        _ => OtherOffice,
    };

    private static IReadOnlyList<string> Spellings(IReadOnlyList<ColumnSpec> columns) => [.. columns.Select(column => column.Headers.Count > 0 ? column.Headers[0] : column.Name)];

    private static string Zh(IReadOnlyList<string> names) =>
        string.Join("、", names.Take(MostNames).Select(n => $"“{n}”")) + (names.Count > MostNames ? $"等 {names.Count} 项" : "");

    private static string En(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostNames).Select(n => $"\"{n}\"")) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");

    private static Diagnostic Error(string code, Place place, Phrase what, Phrase? expected = null, Phrase? next = null) => new(code, Severity.Error, place, what, expected, next);

    private static Diagnostic Note(string code, Place place, Phrase what, Phrase? next = null) => new(code, Severity.Note, place, what, null, next);
}
