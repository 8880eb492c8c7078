using Incentives.Core.Diagnostics;

namespace Incentives.Cli;

/// <summary>What can be wrong with a command line, in one place.</summary>
internal static class CommandMessages
{
    public static Diagnostic UnknownWord(string word, string? near, string command) =>
        new("INC7001", Severity.Error, Place.Nowhere, new($"不认识“{word}”", $"'{word}' is not known here"), null,
            near is null ? new Phrase($"运行 {command} --help 查看用法", $"run {command} --help") : new Phrase($"是不是“{near}”？", $"did you mean '{near}'?"));

    public static Diagnostic BadCommandLine(string what, string command) =>
        new("INC7002", Severity.Error, Place.Nowhere, new("命令不完整或写法不对", $"the command line cannot be used: {what}"), null, new($"运行 {command} --help 查看用法", $"run {command} --help"));

    public static Diagnostic Missing(string name, string meaning, string command) =>
        new("INC7005", Severity.Error, Place.Nowhere, new($"缺少 {name}：{meaning}", $"{name} is missing: {meaning}"), null, new($"运行 {command} --help 查看用法", $"run {command} --help"));

    public static Diagnostic NotACount(string option, string text) =>
        new("INC7006", Severity.Error, Place.Nowhere, new($"{option} “{text}”不是正整数", $"{option} '{text}' is not a positive whole number"), new("如 2", "such as 2"), null);

    public static Diagnostic NotAPercentage(string option, string text) =>
        new("INC7007", Severity.Error, Place.Nowhere, new($"{option} “{text}”不是百分比", $"{option} '{text}' is not a percentage"), new("0 到 100 的整数", "a whole number from 0 to 100"), null);

    public static Diagnostic NotAPair(string option, string text) =>
        new("INC7003", Severity.Error, Place.Nowhere, new($"{option} “{text}”的写法不对", $"{option} '{text}' has the wrong form"), new("名称=值", "NAME=VALUE"), null);

    public static Diagnostic NotAFormat(string name, IReadOnlyList<string> known) =>
        new("INC9501", Severity.Error, Place.Nowhere, new($"--format “{name}”不是这里能写的格式", $"--format '{name}' is no format that can be written here"),
            new(string.Join('、', known), string.Join(", ", known)), new("几种格式用逗号隔开，如 --format csv,xlsx,html", "put commas between formats, as in --format csv,xlsx,html"));

    public static Diagnostic FormatNeedsFolder() =>
        new("INC9502", Severity.Error, Place.Nowhere, new("--format html 要写一个文件，但没有给出文件夹", "--format html writes a file, and no folder is given"), null, new("加上 --out 文件夹", "add --out FOLDER"));

    public static Diagnostic Defect(Exception e) =>
        new("INC9001", Severity.Error, Place.Nowhere, new($"程序出现缺陷：{e.GetType().Name}：{e.Message}", $"a defect of the program: {e.GetType().Name}: {e.Message}"), null,
            new("没有留下任何输出；请把命令和这一行报告给开发者", "nothing was left behind; please report the command and this line to the developers"));
}
