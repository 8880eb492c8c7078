namespace Incentives.Core.Reports;

/// <summary>Where things stand in a run folder.</summary>
internal static class RunFiles
{
    public const string Payouts = "payouts.csv";
    public const string Summary = "summary.csv";
    public const string Manifest = "run.json";
    public const string Trace = "trace.jsonl";
    public const string Inputs = "inputs";
    public const string Marks = "marks";
}
