using Incentives.Core.Diagnostics;

namespace Incentives.Core.Reports;

/// <summary>What can go wrong with run folders, in one place.</summary>
internal static class ReportMessages
{
    public static Diagnostic NotARunFolder(string path) =>
        new("INC6001", Severity.Error, new Place(path), new("--out 已经存在，而且不是以前的运行文件夹，不会覆盖它", "--out exists and is not an earlier run folder; it will not be overwritten"),
            new("一个新文件夹，或以前 calculate 的输出", "a new folder, or an earlier output of calculate"), new("换一个文件夹名", "choose another folder name"));

    public static Diagnostic NotAComparison(string path) =>
        new("INC9308", Severity.Error, new Place(path), new("--out 已经存在，而且不是以前的比较文件夹，不会覆盖它", "--out exists and is not an earlier folder of compare; it will not be overwritten"),
            new("一个新文件夹，或以前 compare 的输出", "a new folder, or an earlier output of compare"), new("换一个文件夹名", "choose another folder name"));

    public static Diagnostic NotAForecast(string path) =>
        new("INC9410", Severity.Error, new Place(path), new("--out 已经存在，而且不是以前的测算文件夹，不会覆盖它", "--out exists and is not an earlier folder of forecast; it will not be overwritten"),
            new("一个新文件夹，或以前 forecast 的输出", "a new folder, or an earlier output of forecast"), new("换一个文件夹名", "choose another folder name"));

    public static Diagnostic CannotWrite(string path, string why) =>
        new("INC6002", Severity.Error, new Place(path), new($"不能写入：{why}", $"cannot be written: {why}"), null, new("检查权限和磁盘空间", "check permissions and free space"));

    public static Diagnostic InputChanged(string name) =>
        new("INC6003", Severity.Error, new Place(name), new("文件在计算过程中被改动", "the file changed while it was being read"), null, new("关闭正在编辑它的程序，重新计算", "close the program that edits it and calculate again"));

    public static Diagnostic NotARun(string path) =>
        new("INC6004", Severity.Error, new Place(path), new("这不是 calculate 的运行文件夹", "this is not a run folder of calculate"),
            new("含有 run.json 的文件夹", "a folder with run.json"), new("检查路径", "check the path"));

    public static Diagnostic LineAltered(string file, LineDifference difference) =>
        new("INC6008", Severity.Error, new Place(file, difference.Line), difference.Kind switch
        {
            LineChange.Added => new("这一行是后来加上的", "this line was added"),
            LineChange.Removed => new("这里少了一行", "a line is missing here"),
            LineChange.Moved => new($"这一行原来在第 {difference.Was} 行", $"this line stood on line {difference.Was}"),
            LineChange.Swapped => new($"这一行与第 {difference.Was} 行对调了位置", $"this line and line {difference.Was} changed places"),
            _ => new("这一行被改动过", "this line was altered"),
        });

    public static Diagnostic OutputDiffers(string file, TableDifference difference)
    {
        Phrase what = difference.Kind switch
        {
            LineChange.Added => new($"多出一行：{difference.Found}", $"a line too many: {difference.Found}"),
            LineChange.Removed => new("这里少了一行", "a line is missing here"),
            LineChange.Moved => new($"这一行应在第 {difference.Other} 行：{difference.Found}", $"this line should be line {difference.Other}: {difference.Found}"),
            LineChange.Swapped => new($"这一行与第 {difference.Other} 行对调了位置：{difference.Found}", $"this line and line {difference.Other} changed places: {difference.Found}"),
            _ => new($"与重新计算的结果不同：{difference.Found}", $"differs from what is recomputed: {difference.Found}"),
        };
        string? right = difference.Kind is LineChange.Changed or LineChange.Removed ? difference.Right : null;
        return new("INC6009", Severity.Error, new Place(file, difference.Line), what, right is null ? null : new Phrase(right, right));
    }

    public static Diagnostic SeveralSheets(long lines, int sheets) =>
        new("INC9503", Severity.Note, new Place(RunFiles.Workbook), new($"共 {lines:N0} 行，超过一张工作表的行数，逐行结果分在 {sheets} 张工作表中", $"{lines:N0} lines are more than a sheet takes; they stand in {sheets} sheets"));

    public static Diagnostic Stranger(string file, string command = "calculate") =>
        new("INC6010", Severity.Error, new Place(file), new($"{(command == "calculate" ? "运行" : "")}文件夹里多出的文件，不是 {command} 写的", $"is not a file that {command} wrote"), null, new("移走它", "move it elsewhere"));

    public static Diagnostic NoSuchRow(string asked, int rows) =>
        new("INC6005", Severity.Error, Place.Nowhere, new($"没有找到“{asked}”这一行（共 {rows} 行）", $"row '{asked}' was not found ({rows} rows)"),
            new("行号、编号、名称或统一社会信用代码", "a line number, an id, a name or an identity code"), new("在 payouts.csv 的 line 或 roster_id 列中查找", "look in the columns line or roster_id of payouts.csv"));

    public static Diagnostic InputAltered(string file, string command = "calculate") =>
        new("INC6006", Severity.Error, new Place(file), new("与运行时的内容不同（哈希不符）", "is not what it was when the run was made (its hash differs)"), null, Restore(command));

    public static Diagnostic InputMissing(string file, string command = "calculate") =>
        new("INC6007", Severity.Error, new Place(file), command == "calculate" ? new("运行文件夹里缺少这个文件", "is missing from the run folder") : new("文件夹里缺少这个文件", "is missing from the folder"), null, Restore(command));

    private static Phrase Restore(string command) => new($"取回原文件，或重新 {command}", $"restore the file, or {command} again");
}
