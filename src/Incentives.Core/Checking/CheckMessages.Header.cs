using Incentives.Core.Diagnostics;

namespace Incentives.Core.Checking;

/// <summary>Time, readings, and amounts as they are written.</summary>
internal static partial class CheckMessages
{
    public static Diagnostic Expired(Place place, Severity severity, string scheme, string effective, string day) =>
        new("INC3003", severity, place, new($"办法 {scheme} 的有效期是 {effective}，到 {day} 已经过期", $"scheme {scheme} was in force {effective} and had expired on {day}"), null,
            new("选用当期有效的办法；已经失效的，把 status 写成 expired 或 superseded", "use the scheme in force then; if this one is no longer in force, write status: expired or superseded"));

    public static Diagnostic NobodyDecided(Place place, string reading, string question, string option) =>
        new("INC3022", Severity.Warning, place,
            new($"口径“{reading}”没有人决定，现在按默认的“{option}”算：{question}", $"nobody decided reading '{reading}'; the default '{option}' is used: {question}"), null,
            new("请有权解释的部门决定，把它写在 decided-by", "ask the department that may interpret the policy, and write it under decided-by"));

    public static Diagnostic VersionsOverlap(Place place, string scheme, Place other, string otherScheme, string shared, Phrase witness) =>
        new("INC3023", Severity.Error, place,
            new($"版本 {scheme} 与 {otherScheme}（{other}）在 {shared} 都有效：{witness.Zh} 的一行会按两个版本各付一次", $"versions {scheme} and {otherScheme} ({other}) are both in force {shared}: a row with {witness.En} would be paid under each"),
            new("一个版本结束的次日，下一个版本开始", "the next version begins the day after the last one ends"), new("改正其中一个 effective", "correct one of the two effective"));

    public static Diagnostic VersionsGap(Place place, string scheme, Place other, string otherScheme, string between, Phrase witness) =>
        new("INC3024", Severity.Warning, place,
            new($"版本 {otherScheme}（{other}）与 {scheme} 之间有空档 {between}：{witness.Zh} 的一行没有版本可用", $"between versions {otherScheme} ({other}) and {scheme} none is in force {between}: a row with {witness.En} falls under neither"), null,
            new("改正 effective；期间确实没有政策，就不必改", "correct effective; leave it if there really was no policy in that time"));

    public static Diagnostic VersionsByDifferentDates(Place place, string scheme, string by, Place other, string otherScheme, string otherBy) =>
        new("INC3025", Severity.Warning, place,
            new($"版本 {scheme} 按“{by}”选、{otherScheme}（{other}）按“{otherBy}”选：一行可能落到两个版本，也可能一个也落不到", $"version {scheme} is chosen by '{by}' and {otherScheme} ({other}) by '{otherBy}': a row may fall under both or under neither"), null,
            new("各版本的 version-by 写同一列", "write the same column as version-by of each version"));

    public static Diagnostic UnitDoubtful(Place place, string text, string others, string likely) =>
        new("INC3026", Severity.Warning, place,
            new($"金额“{text}”可能写错了单位：旁边的金额是 {others}，差一万倍就合了", $"the unit of '{text}' may be wrong: the amounts beside it are {others}, and ten thousand times makes it fit"), null,
            new($"核对原文；是不是 {likely}？", $"see the text; is it {likely}?"));

    public static Diagnostic AmountUnlikely(Place place, string text, string likely) =>
        new("INC3028", Severity.Warning, place, new($"金额“{text}”作为一笔奖补不像是对的", $"'{text}' is unlikely for one grant"), null,
            new($"核对单位；是不是 {likely}？", $"check the unit; is it {likely}?"));

    public static Diagnostic DayUnreadable(string text) =>
        new("INC3029", Severity.Error, Place.Nowhere, new($"--on “{text}”不是日期", $"--on '{text}' is not a date"), new("如 2024-06-30", "such as 2024-06-30"));
}
