using System.Globalization;
using System.Text;
using CsvHelper;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Reports;

namespace Incentives.Tests.Oracle;

/// <summary>
/// The real engine on the model's examples: rule text and CSV go through files, as a user's would. Many examples make one batch of
/// many schemes; each has names of its own, so none can see another.
/// </summary>
internal static class Engine
{
    private static readonly string[] Names = ["甲奖", "乙奖", "丙奖", "丁奖", "外奖", "甲公司", "乙公司", "丙公司", "品牌一", "品牌二", "品牌三", Policy.Id];

    /// <summary>Evaluates one example.</summary>
    public static IReadOnlyList<Result> Evaluate(Example example, int threads = 1) => Evaluate([example], threads)[0];

    /// <summary>Evaluates some examples of one period together; who looks, sees the steps too.</summary>
    public static IReadOnlyList<IReadOnlyList<Result>> Evaluate(IReadOnlyList<Example> examples, int threads = 1, Action<BatchResult>? look = null)
    {
        string folder = Directory.CreateTempSubdirectory("incentives-oracle-").FullName;
        try
        {
            return Run(folder, examples, threads, look);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Some examples of one period as one batch, its files written to a folder.</summary>
    public static (RuleSet Rules, BatchRequest Request) Batched(string folder, IReadOnlyList<Example> examples, int threads)
    {
        InputFile Write(string name, string text)
        {
            string path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return new InputFile(name, path);
        }

        DiagnosticBag bag = new();
        InputFile[] schemes = [.. examples.Select((e, i) => Write($"s{i:D3}.yaml", Own(e.Policy.ToYaml(), i)))];
        RuleSet rules = RuleSet.ReadFiles(schemes.Select(s => (s.Name, s.Path)), bag);
        BatchRequest request = new()
        {
            Rosters = [Write("roster.csv", Together(examples, e => Csv.Roster(e.Roster)))],
            History = [Write("history.csv", Together(examples, e => Csv.History(e.History)))],
            Lists = [.. Policy.ListNames.Select(list => (list, Write($"{list}.csv", Together(examples, e => Csv.List(e.Lists, list)))))],
            Period = examples[0].Period,
            Threads = threads,
        };
        return (rules, request);
    }

    private static List<List<Result>> Run(string folder, IReadOnlyList<Example> examples, int threads, Action<BatchResult>? look)
    {
        DiagnosticBag bag = new();
        (RuleSet rules, BatchRequest request) = Batched(folder, examples, threads);
        using BatchResult? batch = Batch.Run(rules, request with { WantsSteps = look is null ? null : (_, _) => true }, bag);
        if (batch is null) throw new InvalidOperationException(string.Join('\n', bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => $"{d.Code} {d.Place} {d.What.En}")));
        look?.Invoke(batch);
        List<List<Result>> results = [];
        List<string> parts = [.. Parts(batch)];
        int row = 0, line = 0;
        foreach (Example example in examples)
        {
            List<Result> own = [];
            for (; line < batch.Lines.Count && batch.Lines[line].Row < row + example.Roster.Count; line++) own.Add(Read(batch, line, row) with { Parts = parts[line] });
            results.Add(own);
            row += example.Roster.Count;
        }

        return results;
    }

    private static Result Read(BatchResult batch, int index, int firstRow)
    {
        ClaimLine line = batch.Lines[index];
        string clause = line.Clause < 0 ? "" : batch.Plan.Clauses[line.Clause].Id;
        return new Result(line.Row - firstRow, clause, line.Status.Code(), line.FinalReason.Code(), line.Entitled, line.Payable, line.Reserved);
    }

    // Who pays and when, as payouts.csv has it.
    private static IEnumerable<string> Parts(BatchResult batch)
    {
        using MemoryStream bytes = new();
        new PayoutWriter(batch, 1).Write(bytes, default);
        using CsvReader reader = CsvReader.Create(bytes.ToArray());
        (string Name, int At)[] columns = [.. reader.Headers.Select((h, i) => (h, i)).Where(c => c.h.EndsWith("_yuan", StringComparison.Ordinal) && (c.h.StartsWith("fund_", StringComparison.Ordinal) || c.h.StartsWith("instalment_", StringComparison.Ordinal)))];
        while (reader.Read())
        {
            IEnumerable<string> parts = columns.Where(c => reader.GetString(c.At) is not ("" or "0.00"))
                .Select(c => $"{c.Name.Split('_')[1]}={reader.GetString(c.At)}{(c.Name[0] == 'i' && reader.GetString(c.At + 1) is { Length: > 0 } due ? $"@{due}" : "")}");
            yield return string.Join(' ', parts.Order(StringComparer.Ordinal));
        }
    }

    private static string Own(string text, int number) =>
        Names.Aggregate(text, (t, name) => t.Replace(name, string.Create(CultureInfo.InvariantCulture, $"{name}{number}"), StringComparison.Ordinal));

    // One header, then every example's rows under names of its own.
    private static string Together(IReadOnlyList<Example> examples, Func<Example, string> file)
    {
        StringBuilder text = new();
        for (int i = 0; i < examples.Count; i++)
        {
            string all = file(examples[i]);
            text.Append(i == 0 ? all[..(all.IndexOf('\n') + 1)] : "").Append(Own(all[(all.IndexOf('\n') + 1)..], i));
        }

        return text.ToString();
    }
}
