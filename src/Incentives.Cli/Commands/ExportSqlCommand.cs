using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Sql;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives export sql</c>.</summary>
internal static class ExportSqlCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Argument<string[]> rosters = new("ROSTER") { Description = shared.Say("名册文件或文件夹：与 --data 一起，写出数据表", "roster files or folders: with --data, written as tables"), Arity = ArgumentArity.ZeroOrMore };
        Option<string[]> rules = new("--rules") { Description = shared.Say("规则文件或文件夹，可多次给出", "rule file or folder; may be repeated"), Required = true };
        Option<string> dialect = new("--dialect") { Description = shared.Say("数据库：postgresql（默认）、duckdb、spark", "the database: postgresql (unless given), duckdb, spark"), DefaultValueFactory = _ => "postgresql" };
        Option<string> period = new("--period") { Description = shared.Say("批次期间，如 2024", "the batch's period, such as 2024") };
        Option<string[]> readings = new("--reading") { Description = shared.Say("解释口径：标识=选项", "reading: ID=OPTION") };
        Option<string[]> settings = new("--set") { Description = shared.Say("设定：名称=值", "setting: NAME=VALUE") };
        Option<string> output = new("--out") { Description = shared.Say("要写的脚本，不能已经存在（默认写到标准输出）", "the script to write; it must not exist (standard output unless given)") };
        Option<bool> check = new("--check") { Description = shared.Say("也写出控制总数", "also write the control totals") };
        Option<string> data = new("--data") { Description = shared.Say("要写的文件夹：名册、历史、名单的数据表（CSV）和建表语句", "the folder to write: tables of rosters, history and lists (CSV) and the statements that make them") };
        Option<string[]> history = new("--history") { Description = shared.Say("以往获奖和发放的记录", "history of awards and payments") };
        Option<string[]> lists = new("--list") { Description = shared.Say("名单：名称=文件", "name list: NAME=FILE") };
        Option<string[]> aliases = new("--alias") { Description = shared.Say("更名对照表", "file of renames") };
        Command command = new("sql", shared.Say("把规则写成一份 SQL 脚本，在数据库中独立复算", "write the rules as one SQL script, to recompute a batch in a database"))
        {
            rosters, rules, dialect, period, readings, settings, output, check, data, history, lists, aliases,
        };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            CalculationRequest inputs = new()
            {
                Rosters = r.GetValue(rosters) ?? [],
                Rules = r.GetValue(rules) ?? [],
                Output = "",
                History = r.GetValue(history) ?? [],
                Aliases = r.GetValue(aliases) ?? [],
                Lists = NamedValues.Read("--list", r.GetValue(lists), bag),
                Period = r.GetValue(period) ?? "",
                Readings = NamedValues.Read("--reading", r.GetValue(readings), bag),
                Settings = NamedValues.Read("--set", r.GetValue(settings), bag),
            };
            SqlRequest request = new()
            {
                Rules = inputs.Rules,
                Dialect = r.GetValue(dialect) ?? "",
                Check = r.GetValue(check),
                Output = r.GetValue(output) ?? "",
                Data = r.GetValue(data) ?? "",
                Batch = InputFiles.Of(inputs, bag),
            };
            SqlReport? report = bag.HasErrors ? null : IncentiveProgram.ExportSql(request, bag, cancel);
            s.Print(bag.Sorted());
            if (report is null) return ExitCode.Unusable;
            if (request.Output.Length == 0) s.Output.Write(report.Script);
            else if (!s.IsQuiet) s.Output.WriteLine(s.Say($"写了 {request.Output}。", $"{request.Output} written."));
            if (report.Rows is { } rows && !s.IsQuiet)
                s.Error.WriteLine(s.Say($"{request.Data}：名册 {rows:N0} 行，历史 {report.HistoryRows:N0} 行。", $"{request.Data}: {rows:N0} roster rows, {report.HistoryRows:N0} history rows."));
            return ExitCode.Done;
        });
        return command;
    }
}
