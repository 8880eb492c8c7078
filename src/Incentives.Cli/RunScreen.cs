using Incentives.Core.Plans;
using Incentives.Core.Reports;
using Spectre.Console;

namespace Incentives.Cli;

/// <summary>What a finished run looks like on the screen.</summary>
internal static class RunScreen
{
    /// <summary>Total, by clause, by department, doubtful rows, readings in force.</summary>
    public static void Show(Screen screen, RunReport report, string folder)
    {
        Totals totals = report.Totals;
        RunTotals control = report.Manifest.Totals;
        screen.Output.WriteLine(screen.Say(
            $"名册 {control.RosterRows:N0} 行，应付合计 {totals.Whole.Payable.ToReadable()} 元（应得 {totals.Whole.Entitled.ToReadable()} 元）",
            $"{control.RosterRows:N0} roster rows, payable {totals.Whole.Payable.ToReadable()} yuan (entitled {totals.Whole.Entitled.ToReadable()} yuan)"));
        Sums(screen, totals, "status", screen.Say("按状态", "By status"), screen.Say("状态", "status"), k => StatusWords(screen, k));
        Sums(screen, totals, "clause", screen.Say("按条款", "By clause"), screen.Say("条款", "clause"), k => k.Length == 0 ? screen.Say("（无条款）", "(no clause)") : k);
        Sums(screen, totals, "department", screen.Say("按主管部门", "By department"), screen.Say("部门", "department"), k => k.Length == 0 ? screen.Say("（无）", "(none)") : k);
        if (totals.By("fund").Any()) Sums(screen, totals, "fund", screen.Say("按承担方", "By fund"), screen.Say("承担方", "fund"), k => k.Length == 0 ? screen.Say("（未分担）", "(not split)") : k);
        if (totals.By("earmark").Any()) Sums(screen, totals, "earmark", screen.Say("专项预算（不计入合计）", "Earmarks (not in the total)"), screen.Say("项目", "line"), k => k);
        Doubtful(screen, report);
        Readings(screen, report);
        HashSet<string> files = [.. report.Manifest.Outputs.Select(f => f.File)];
        string workbook = !files.Contains(RunFiles.Workbook) ? "" : screen.Say("、payouts.xlsx（工作簿）", ", payouts.xlsx (workbook)");
        string page = !files.Contains(RunFiles.Page) ? "" : screen.Say("、report.html（网页）", ", report.html (page)");
        screen.Output.WriteLine(screen.Say($"结果在 {folder}：payouts.csv（逐行）、summary.csv（汇总）、run.json（记录）", $"Results are in {folder}: payouts.csv (each row), summary.csv (sums), run.json (record)") + workbook + page);
    }

    private static void Sums(Screen screen, Totals totals, string by, string title, string heading, Func<string, string> words)
    {
        Table table = Screen.NewTable(title, heading, screen.Say("行数", "rows"), screen.Say("对象数", "recipients"), screen.Say("应得（元）", "entitled (yuan)"), screen.Say("应付（元）", "payable (yuan)"));
        for (int i = 1; i < 5; i++) table.Columns[i].RightAligned();
        foreach (Total t in totals.By(by))
            table.AddRow(Text(words(t.Key)), Text($"{t.Rows:N0}"), Text($"{t.Recipients:N0}"), Text(t.Entitled.ToReadable()), Text(t.Payable.ToReadable()));
        screen.Tables.Write(table);
    }

    private static void Doubtful(Screen screen, RunReport report)
    {
        if (report.DoubtfulCount == 0) return;
        Table table = Screen.NewTable(
            screen.Say($"需要人看的行（{report.DoubtfulCount:N0}）", $"Rows a person should look at ({report.DoubtfulCount:N0})"),
            screen.Say("行", "line"), screen.Say("编号", "id"), screen.Say("名称", "recipient"), screen.Say("奖项", "award"), screen.Say("状态", "status"), screen.Say("原因", "reason"), screen.Say("应付（元）", "payable (yuan)"));
        table.Columns[6].RightAligned();
        foreach (DoubtfulLine d in report.Doubtful)
        {
            string reason = d.Reason.Words().In(screen.Language);
            if (d.AboveCeiling && d.Reason != Reason.AboveCeiling) reason += "; " + Reason.AboveCeiling.Words().In(screen.Language);
            table.AddRow(Text($"{d.Line}"), Text(d.Id), Text(d.Recipient), Text(d.Award), Text(d.Status.Words().In(screen.Language)), Text(reason), Text(d.Payable.ToReadable()));
        }

        screen.Tables.Write(table);
        if (report.DoubtfulCount > report.Doubtful.Count)
            screen.Output.WriteLine(screen.Say($"其余 {report.DoubtfulCount - report.Doubtful.Count:N0} 行见 payouts.csv。", $"{report.DoubtfulCount - report.Doubtful.Count:N0} more are in payouts.csv."));
    }

    private static void Readings(Screen screen, RunReport report)
    {
        if (report.Manifest.Readings.Count == 0) return;
        Table table = Screen.NewTable(screen.Say("本次采用的解释口径", "Readings in force"), screen.Say("口径", "reading"), screen.Say("问题", "question"), screen.Say("采用", "option"), screen.Say("由谁决定", "decided by"));
        foreach (RunReading r in report.Manifest.Readings)
            table.AddRow(Text(r.Id), Text(r.Question), Text(r.Option + (r.IsDefault ? screen.Say("（默认）", " (default)") : "")), Text(r.DecidedBy ?? screen.Say("未定", "nobody yet")));
        screen.Tables.Write(table);
    }

    private static string StatusWords(Screen screen, string code)
    {
        foreach (Core.Plans.Status status in Enum.GetValues<Core.Plans.Status>())
        {
            if (status.Code() == code) return $"{code} {(screen.Language == Core.Diagnostics.Language.Chinese ? status.Words().Zh : "")}".Trim();
        }

        return code;
    }

    private static Text Text(string text) => new(text);
}
