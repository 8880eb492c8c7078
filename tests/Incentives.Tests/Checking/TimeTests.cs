using Incentives.Tests.Commands;
using static Incentives.Tests.Checking.Planted;

namespace Incentives.Tests.Checking;

/// <summary>Versions of one policy, schemes that have expired, readings that nobody decided.</summary>
public sealed class TimeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Versions_in_force_at_the_same_time() => Versions(
        "..2024-06-30",
        "2024-06-01..",
        1,
        """
        new.yaml:4:12: 错误 INC3023: 版本 new 与 old（old.yaml:4:12）在 2024-06-01..2024-06-30 都有效：认定日期=2024-06-01 的一行会按两个版本各付一次
          应为：一个版本结束的次日，下一个版本开始
          怎么办：改正其中一个 effective
        """,
        """
        new.yaml:4:12: error INC3023: versions new and old (old.yaml:4:12) are both in force 2024-06-01..2024-06-30: a row with date=2024-06-01 would be paid under each
          expected: the next version begins the day after the last one ends
          next step: correct one of the two effective
        """);

    [Fact]
    public void A_time_without_any_version() => Versions(
        "2023",
        "2024-02-01..",
        0,
        """
        new.yaml:4:12: 警告 INC3024: 版本 old（old.yaml:4:12）与 new 之间有空档 2024-01-01..2024-01-31：认定日期=2024-01-01 的一行没有版本可用
          怎么办：改正 effective；期间确实没有政策，就不必改
        """,
        """
        new.yaml:4:12: warning INC3024: between versions old (old.yaml:4:12) and new none is in force 2024-01-01..2024-01-31: a row with date=2024-01-01 falls under neither
          next step: correct effective; leave it if there really was no policy in that time
        """);

    [Fact]
    public void Versions_that_join() => Versions("..2023", "2024..", 0, "", "");

    [Fact]
    public void Versions_chosen_by_different_dates() => Versions(
        "..2023",
        "2024..\nversion-by: applied",
        0,
        """
        new.yaml:4:12: 警告 INC3025: 版本 new 按“applied”选、old（old.yaml:4:12）按“date”选：一行可能落到两个版本，也可能一个也落不到
          怎么办：各版本的 version-by 写同一列
        """,
        """
        new.yaml:4:12: warning INC3025: version new is chosen by 'applied' and old (old.yaml:4:12) by 'date': a row may fall under both or under neither
          next step: write the same column as version-by of each version
        """);

    // The day decides, not the clock: 2024-12-31 is the last day of the scheme.
    [Theory]
    [InlineData("in-force", "--on", "2025-01-01", "警告", "warning", "2025-01-01")]
    [InlineData("consultation", "--on", "2026-01-01", "警告", "warning", "2026-01-01")]
    [InlineData("excerpt", "--on", "2025-01-01", "说明", "note", "2025-01-01")]
    [InlineData("in-force", "--period", "2025", "警告", "warning", "2025-01-01")]
    public void An_expired_scheme(string status, string option, string value, string severity, string english, string day)
    {
        string file = _folder.Write("plan.yaml", Scheme(Clause("a", "when: {award: 甲奖}, pay: {fixed: 5万元}")).Replace("in-force", status, StringComparison.Ordinal));
        Says(CommandLine.Chinese("check", file, option, value), 0,
            $"""
            plan.yaml:4:12: {severity} INC3003: 办法 plan 的有效期是 2024-01-01..2024-12-31，到 {day} 已经过期
              怎么办：选用当期有效的办法；已经失效的，把 status 写成 expired 或 superseded
            """);
        Says(CommandLine.English("check", file, option, value), 0,
            $"""
            plan.yaml:4:12: {english} INC3003: scheme plan was in force 2024-01-01..2024-12-31 and had expired on {day}
              next step: use the scheme in force then; if this one is no longer in force, write status: expired or superseded
            """);
    }

    [Theory]
    [InlineData("in-force", "2024-12-31")]
    [InlineData("expired", "2025-01-01")]
    [InlineData("superseded", "2025-01-01")]
    public void A_scheme_that_is_in_force_or_says_that_it_is_not(string status, string day)
    {
        string file = _folder.Write("plan.yaml", Scheme(Clause("a", "when: {award: 甲奖}, pay: {fixed: 5万元}")).Replace("in-force", status, StringComparison.Ordinal));
        Says(CommandLine.English("check", file, "--on", day), 0, "");
    }

    [Fact]
    public void A_day_that_is_none()
    {
        string file = _folder.Write("plan.yaml", Scheme(Clause("a", "when: {award: 甲奖}, pay: {fixed: 5万元}")));
        Says(CommandLine.Chinese("check", file, "--on", "2024-13-01"), 2, "错误 INC3029: --on “2024-13-01”不是日期\n  应为：如 2024-06-30");
        Says(CommandLine.English("check", file, "--on", "2024-13-01"), 2, "error INC3029: --on '2024-13-01' is not a date\n  expected: such as 2024-06-30");
    }

    [Theory]
    [InlineData("")]
    [InlineData(", decided-by: 未定")]
    public void A_reading_that_nobody_decided(string decided) => Says(
        Header + $"readings: {{tier: {{question: 按哪一档？, default: high{decided}}}}}\nclauses:\n" + Clause("a", "when: {award: 甲奖}, pay: {fixed: {reading: tier, high: 5万元, low: 3万元}}"),
        0,
        """
        plan.yaml:5:12: 警告 INC3022: 口径“tier”没有人决定，现在按默认的“high”算：按哪一档？
          怎么办：请有权解释的部门决定，把它写在 decided-by
        """,
        """
        plan.yaml:5:12: warning INC3022: nobody decided reading 'tier'; the default 'high' is used: 按哪一档？
          next step: ask the department that may interpret the policy, and write it under decided-by
        """);

    private void Versions(string old, string @new, int exit, string chinese, string english)
    {
        string scheme(string id, string effective) => $"scheme: {id}\ntitle: 示例\nstatus: excerpt\neffective: {effective}\npolicy: plan\n{(effective.Contains("version-by") ? "" : "version-by: date\n")}clauses:\n" + Clause("a", "when: {award: 甲奖}, pay: {fixed: 5万元}");
        _folder.Write("rules/old.yaml", scheme("old", old));
        _folder.Write("rules/new.yaml", scheme("new", @new));
        Says(CommandLine.Chinese("check", _folder["rules"], "--on", "2023-06-30"), exit, chinese);
        Says(CommandLine.English("check", _folder["rules"], "--on", "2023-06-30"), exit, english);
    }
}
