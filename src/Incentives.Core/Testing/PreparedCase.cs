using CsvHelper;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;

namespace Incentives.Core.Testing;

/// <summary>A case whose rows stand as real files, ready to be calculated under one set of rules after another.</summary>
/// <param name="File">The test file.</param>
/// <param name="Case">The case.</param>
/// <param name="Request">What it asks for.</param>
internal sealed record PreparedCase(string File, Case Case, BatchRequest Request)
{
    // The one remark that must be expected: it is the whole result of a limit that is only reported.
    private const string LimitPassed = EvaluationMessages.LimitPassedCode;

    /// <summary>Writes a case's rows into a folder of its own.</summary>
    public static PreparedCase Write(string file, Case example, string folder)
    {
        Directory.CreateDirectory(folder);
        return new PreparedCase(file, example, new BatchRequest
        {
            Rosters = [Write(folder, "roster.csv", example.Rows)],
            History = example.History.Count == 0 ? [] : [Write(folder, "history.csv", example.History)],
            Lists = [.. example.Lists.Select((l, i) => (l.Key, Write(folder, $"list{i}.csv", l.Value)))],
            Period = example.Period,
            Readings = example.Readings,
            Settings = example.Settings,
            Threads = 1,
        });
    }

    /// <summary>Calculates it; null when the rules cannot be used, which the bag says.</summary>
    public BatchResult? Calculate(RuleSet rules, DiagnosticBag bag, CancellationToken cancel) => Batch.Run(rules, Request, bag, cancel);

    /// <summary>What of a result differs from what the case expects.</summary>
    public IReadOnlyList<Phrase> Compare(BatchResult? batch, DiagnosticBag bag, CancellationToken cancel)
    {
        if (batch is null) return [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => new Phrase($"{d.Place} {d.What.Zh}", $"{d.Place} {d.What.En}"))];
        IEnumerable<Phrase> silent = Case.Remarks.Where(code => !bag.Sorted().Any(d => d.Code == code)).Select(code => new Phrase($"没有提示 {code}", $"{code} was not said"));
        IEnumerable<Phrase> unsaid = bag.Sorted().Where(d => d.Code == LimitPassed && !Case.Remarks.Contains(LimitPassed))
            .Select(d => new Phrase($"超过了只提示的限额（{d.Place}），而 remarks 没有写 {LimitPassed}", $"a limit that is only reported is passed ({d.Place}), and remarks does not hold {LimitPassed}"));
        return [.. CaseComparison.Of(batch, Case, cancel), .. silent, .. unsaid];
    }

    private static InputFile Write(string folder, string name, IReadOnlyList<CaseRow> rows)
    {
        string path = Path.Combine(folder, name);
        string[] headers = rows.Count == 0 ? ["recipient", "award"] : [.. rows.SelectMany(r => r.Cells.Keys).Distinct()];
        using CsvWriter writer = CsvWriter.ToFile(path, new CsvWriterOptions());
        writer.WriteRecord(headers);
        foreach (CaseRow row in rows) writer.WriteRecord([.. headers.Select(h => row.Cells.GetValueOrDefault(h, ""))]);
        return new InputFile(name, path);
    }
}
