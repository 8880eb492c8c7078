using Incentives.Core.Diagnostics;

namespace Incentives.Core.Sampling;

/// <summary>What can be wrong with a request for a sample, in one place.</summary>
internal static class SampleMessages
{
    public static Diagnostic OutputExists(string path) =>
        new("INC8101", Severity.Error, new Place(path), new("文件已经存在，不会覆盖它", "the file exists; it will not be overwritten"), null,
            new("换一个文件名，或先移走它", "choose another name, or move it away first"));

    public static Diagnostic CannotWrite(string path, string why) =>
        new("INC8102", Severity.Error, new Place(path), new($"不能写入：{why}", $"cannot be written: {why}"), null, new("检查文件夹、权限和磁盘空间", "check the folder, permissions and free space"));

    public static Diagnostic RowCount(long rows) =>
        new("INC8103", Severity.Error, Place.Nowhere, new($"行数 {rows} 不能用", $"{rows} is no number of rows"), new("0 到 1000000000", "0 to 1000000000"), null);

    public static Diagnostic NotReached(Place place, string clause) =>
        new("INC8104", Severity.Warning, place, new($"没有找到条款“{clause}”会给予奖补的行", $"no row was found that clause '{clause}' pays"), null,
            new("看它的条件是否自相矛盾，或被排除条款完全盖住", "see whether its conditions contradict each other, or an exclusion covers it whole"));
}
