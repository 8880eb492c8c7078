namespace Incentives.Core.Reports;

/// <summary>Where things stand in a run folder.</summary>
internal static class RunFiles
{
    public const string Payouts = "payouts.csv";
    public const string Summary = "summary.csv";
    public const string Manifest = "run.json";
    public const string Trace = "trace.jsonl";
    public const string Workbook = "payouts.xlsx";
    public const string Page = "report.html";
    public const string Comparison = "compare.json";
    public const string CompareRows = "compare.csv";
    public const string CompareSums = "compare-summary.csv";
    public const string CompareRecipients = "compare-recipients.csv";
    public const string ComparePage = "compare.html";
    public const string Forecast = "forecast.json";
    public const string ForecastTargets = "forecast.csv";
    public const string ForecastSums = "forecast-summary.csv";
    public const string ForecastPage = "forecast.html";
    public const string Signature = "run.json.sig";
    public const string Inputs = "inputs";
    public const string Marks = "marks";

    /// <summary>Whether a file is made of lines of text.</summary>
    public static bool HasLines(string file) => !file.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".xls", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path that a run.json names lies inside its folder.</summary>
    public static bool IsInside(string file) =>
        file.Length > 0 && !Path.IsPathRooted(file) && !file.Contains('\\') && file.Split('/').All(part => part is not ("" or "." or ".."));
}
