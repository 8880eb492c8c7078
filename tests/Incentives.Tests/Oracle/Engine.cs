using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Tests.Oracle;

/// <summary>The real engine on the model's examples: rule text and CSV go through files, as a user's would.</summary>
internal static class Engine
{
    /// <summary>Evaluates an example.</summary>
    public static IReadOnlyList<Result> Evaluate(Example example, int threads = 1)
    {
        string folder = Directory.CreateTempSubdirectory("incentives-oracle-").FullName;
        try
        {
            return Run(folder, example, threads);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static List<Result> Run(string folder, Example example, int threads)
    {
        string Write(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return path;
        }

        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.ReadFiles([("random.yaml", Write("random.yaml", example.Policy.ToYaml()))], bag);
        BatchRequest request = new()
        {
            Rosters = [new InputFile("roster.csv", Write("roster.csv", Csv.Roster(example.Roster)))],
            History = example.History.Count == 0 ? [] : [new InputFile("history.csv", Write("history.csv", Csv.History(example.History)))],
            Period = example.Period,
            Threads = threads,
        };
        using BatchResult? batch = Batch.Run(rules, request, bag);
        if (batch is null) throw new InvalidOperationException(string.Join('\n', bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Place} {d.What.En}")));
        List<Result> results = [];
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            ClaimLine line = batch.Lines[i];
            results.Add(new Result(line.Row, line.Clause < 0 ? "" : batch.Plan.Clauses[line.Clause].Id, line.Status.Code(), line.FinalReason.Code(), line.Entitled, line.Payable, line.Reserved));
        }

        return results;
    }
}
