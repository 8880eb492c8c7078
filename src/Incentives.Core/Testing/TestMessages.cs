using Incentives.Core.Diagnostics;

namespace Incentives.Core.Testing;

/// <summary>What can be wrong with test files, in one place.</summary>
internal static class TestMessages
{
    public static Diagnostic NoCases(Place place) =>
        new("INC8001", Severity.Error, place, new("测试文件里没有例子", "the test file has no case"), null, new("至少写一个例子", "write at least one case"));

    public static Diagnostic SchemeWithoutCases(Place place, string scheme) =>
        new("INC8003", Severity.Error, place, new($"办法“{scheme}”没有例子", $"the scheme '{scheme}' has no case"), null,
            new("在它旁边写一个 .test.yaml，tests 后面写这个标识，放进手工算过的例子", "write a .test.yaml beside it, with this id after tests, and put cases worked by hand into it"));

    public static Diagnostic NoScheme(Place place, string scheme, string? near) =>
        new("INC8002", Severity.Error, place, new($"测试所指的办法“{scheme}”没有载入", $"the scheme '{scheme}' that is tested is not loaded"), null,
            near is null ? new Phrase("把办法文件放在同一文件夹", "put the scheme's file in the same folder") : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));
}
