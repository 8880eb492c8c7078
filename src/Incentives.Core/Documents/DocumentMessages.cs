using Incentives.Core.Diagnostics;

namespace Incentives.Core.Documents;

/// <summary>What can go wrong with a page.</summary>
internal static class DocumentMessages
{
    public static Diagnostic CannotWrite(string path, string why) =>
        new("INC2090", Severity.Error, new Place(path), new($"写不进去：{why}", $"cannot be written: {why}"), null, new("检查磁盘空间和权限", "check the disk and permissions"));
}
