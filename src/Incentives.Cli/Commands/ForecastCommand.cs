using System.CommandLine;
using Incentives.Core;
using Incentives.Core.Diagnostics;
using Incentives.Core.Forecasting;
using Incentives.Core.Reports.Forecasts;

namespace Incentives.Cli.Commands;

/// <summary><c>incentives forecast</c>.</summary>
internal static class ForecastCommand
{
    private static readonly string[] Formats = ["csv", "html"];

    /// <summary>The command.</summary>
    public static Command Create(SharedOptions shared, Func<ParseResult, Screen> screen, CancellationToken cancel)
    {
        Option<string[]> rules = new("--rules") { Description = shared.Say("规则文件或文件夹，可多次给出", "rule file or folder; may be repeated"), Required = true };
        Option<string[]> targets = new("--targets") { Description = shared.Say("目标文件，按 --rules 的全部办法计价；没有写时用规则旁边的", "file of targets, priced by all of --rules; those beside the rules where none is named") };
        Option<string> period = new("--period") { Description = shared.Say("只算这些年的目标，如 2025 或 2024-01-01..2025-12-31", "targets of these years only, such as 2025 or 2024-01-01..2025-12-31") };
        Option<string[]> readings = new("--reading") { Description = shared.Say("解释口径：标识=选项", "reading: ID=OPTION") };
        Option<string[]> settings = new("--set") { Description = shared.Say("设定：名称=值", "setting: NAME=VALUE") };
        Option<string> output = new("--out") { Description = shared.Say("测算文件夹：新的，或以前的测算（整体替换）", "folder for the forecast: a new one, or an earlier forecast, which is replaced whole") };
        Option<string[]> format = new("--format") { Description = shared.Say("文件夹里另写给人看的网页：html（forecast.html）；csv 总是写", "also write a page for people into the folder: html (forecast.html); csv is always written") };
        Option<bool> json = new("--json") { Description = shared.Say("写成 JSON", "write JSON") };
        Command command = new("forecast", shared.Say("公布的目标和数量最多要花多少钱", "what published targets and counts would cost at most")) { rules, targets, period, readings, settings, output, format, json };
        command.SetAction(r =>
        {
            Screen s = screen(r);
            DiagnosticBag bag = new();
            IReadOnlySet<string> formats = FormatNames.Read(r.GetValue(format), Formats, bag);
            if (formats.Contains("html") && r.GetValue(output) is null) bag.Add(CommandMessages.FormatNeedsFolder());
            ForecastRequest request = new()
            {
                Rules = r.GetValue(rules) ?? [],
                Targets = r.GetValue(targets) ?? [],
                Period = r.GetValue(period) ?? "",
                Readings = NamedValues.Read("--reading", r.GetValue(readings), bag),
                Settings = NamedValues.Read("--set", r.GetValue(settings), bag),
                Output = r.GetValue(output) ?? "",
                Page = formats.Contains("html"),
                Language = shared.Language,
            };
            Forecast? forecast = bag.HasErrors ? null : IncentiveProgram.Forecast(request, bag, cancel);
            s.Print(bag.Sorted());
            if (forecast is null) return ExitCode.Unusable;
            if (r.GetValue(json)) s.Output.WriteLine(ForecastJson.Write(forecast));
            else if (!s.IsQuiet) ForecastScreen.Show(s, forecast, request.Output, request.Page);
            return ExitCode.Done;
        });
        return command;
    }
}
