using Incentives.Core.Diagnostics;

namespace Incentives.Core.Sql;

/// <summary>What the SQL writer has to say.</summary>
internal static class SqlMessages
{
    public static Diagnostic NoCommonDenominator(Place place, string word) =>
        new("INC9201", Severity.Error, place, new($"“{word}”的数不能写成 SQL：它除以名册的一列，或经过分段、系数，各行没有共同的分母", $"the number of '{word}' cannot be written as SQL: it is divided by a roster column, or goes through bands or steps, so that rows have no common denominator"),
            new("列、常数、表，以及它们的和、积", "columns, constants, tables, and their sums and products"), new("用 calculate 计算，或在名册里给出算好的一列", "use calculate, or give the number as a column of the roster"));

    public static Diagnostic NotWhole(Place place, string column, bool isMoney) =>
        new("INC9202", Severity.Error, place,
            isMoney ? new($"“{column}”不是整分，不能写进数据表", $"'{column}' is not in whole fen and does not fit the table") : new($"“{column}”的小数超过六位，不能写进数据表", $"'{column}' has more than six decimals and does not fit the table"),
            isMoney ? new("最多两位小数的元", "yuan with at most two decimals") : new("最多六位小数", "at most six decimals"), new("更正这一格", "correct the cell"));

    public static Diagnostic UnknownDialect(string dialect) =>
        new("INC9203", Severity.Error, Place.Nowhere, new($"不认识数据库“{dialect}”", $"the dialect '{dialect}' is not known"), new(string.Join("、", Dialect.All.Select(d => d.Name)), string.Join(", ", Dialect.All.Select(d => d.Name))), null);

    public static Diagnostic NoFolder() =>
        new("INC9204", Severity.Error, Place.Nowhere, new("给出了名册，但没有说数据表写到哪里", "rosters are given, but not where their tables are to be written"), null, new("加上 --data 文件夹", "add --data FOLDER"));

    public static Diagnostic NoRoster() =>
        new("INC9205", Severity.Error, Place.Nowhere, new("--data 需要名册", "--data needs a roster"), null, new("在命令中写上名册文件", "name the roster files"));

    public static Diagnostic OutputExists(string path) =>
        new("INC9206", Severity.Error, new Place(path), new("已经存在，不会覆盖它", "it exists and will not be overwritten"), null, new("换一个名称，或先移走它", "choose another name, or move it away first"));

    public static Diagnostic CannotWrite(string path, string why) =>
        new("INC9207", Severity.Error, new Place(path), new($"不能写入：{why}", $"cannot be written: {why}"), null, new("检查文件夹、权限和磁盘空间", "check the folder, permissions and free space"));
}
