using CsvHelper;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Reports;

namespace Incentives.Core.Testing;

/// <summary>How one case came out.</summary>
/// <param name="File">The test file.</param>
/// <param name="Case">The case.</param>
/// <param name="Problems">What differed; empty when nothing did.</param>
internal sealed record CaseOutcome(string File, Case Case, IReadOnlyList<Phrase> Problems);

/// <summary>Runs worked examples: rows become a real roster file, which is calculated like any other.</summary>
internal static class CaseRunner
{
    /// <summary>Runs all cases of all test files among some rules.</summary>
    public static IReadOnlyList<CaseOutcome> Run(RuleSet rules, DiagnosticBag bag, CancellationToken cancel = default)
    {
        List<CaseOutcome> outcomes = [];
        foreach (RuleFile file in rules.Others.Where(f => f.Kind == RuleFileKind.Tests))
        {
            CaseFile cases = CaseFile.Read(file, bag);
            RuleSet? own = rules.Only(cases.SchemeId);
            if (cases.Cases.Count == 0) bag.Add(TestMessages.NoCases(file.Root.Place));
            if (own is null) bag.Add(TestMessages.NoScheme(file.Root.Place, cases.SchemeId, Suggestion.Nearest(cases.SchemeId, rules.Schemes.Select(s => s.Id))));
            else outcomes.AddRange(cases.Cases.Select(c => new CaseOutcome(file.Name, c, One(own, c, cancel))));
        }

        return outcomes;
    }

    private static List<Phrase> One(RuleSet rules, Case example, CancellationToken cancel)
    {
        string folder = Directory.CreateTempSubdirectory("incentives-case-").FullName;
        try
        {
            DiagnosticBag bag = new();
            using BatchResult? batch = Batch.Run(rules, Request(folder, example), bag, cancel);
            if (batch is null) return [.. bag.Sorted().Where(d => d.Severity == Severity.Error).Select(d => new Phrase($"{d.Place} {d.What.Zh}", $"{d.Place} {d.What.En}"))];
            IEnumerable<Phrase> silent = example.Remarks.Where(code => !bag.Sorted().Any(d => d.Code == code)).Select(code => new Phrase($"没有提示 {code}", $"{code} was not said"));
            return [.. Compare(batch, example, cancel), .. silent];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A case as a batch, its rows written to files in a folder.</summary>
    public static BatchRequest Request(string folder, Case example) => new()
    {
        Rosters = [Write(folder, "roster.csv", example.Rows)],
        History = example.History.Count == 0 ? [] : [Write(folder, "history.csv", example.History)],
        Lists = [.. example.Lists.Select((l, i) => (l.Key, Write(folder, $"list{i}.csv", l.Value)))],
        Period = example.Period,
        Readings = example.Readings,
        Settings = example.Settings,
        Threads = 1,
    };

    private static InputFile Write(string folder, string name, IReadOnlyList<CaseRow> rows)
    {
        string path = Path.Combine(folder, name);
        string[] headers = rows.Count == 0 ? ["recipient", "award"] : [.. rows.SelectMany(r => r.Cells.Keys).Distinct()];
        using CsvWriter writer = CsvWriter.ToFile(path, new CsvWriterOptions());
        writer.WriteRecord(headers);
        foreach (CaseRow row in rows) writer.WriteRecord([.. headers.Select(h => row.Cells.GetValueOrDefault(h, ""))]);
        return new InputFile(name, path);
    }

    private static IEnumerable<Phrase> Compare(BatchResult batch, Case example, CancellationToken cancel)
    {
        List<IReadOnlyDictionary<string, string>>? written = example.Rows.Any(r => r.Expected.Any(e => e.Fund.Count + e.Instalments.Count > 0)) ? Written(batch, cancel) : null;
        long total = 0;
        for (int i = 0; i < batch.Lines.Count; i++) total += batch.Lines[i].Payable;
        if (example.Total is { } expected && expected.Fen != total)
            yield return new Phrase($"合计应为 {expected.ToReadable()}，得到 {new Money(total).ToReadable()}", $"total expected {expected.ToReadable()}, got {new Money(total).ToReadable()}");
        for (int row = 0; row < example.Rows.Count; row++)
        {
            CaseRow said = example.Rows[row];
            (int first, int end) = batch.Lines.LinesOf(row);
            List<int> left = [.. Enumerable.Range(first, end - first)];
            foreach (Expectation e in said.Expected)
            {
                int match = left.FindIndex(i => e.Clause is null || e.Clause == ClauseOf(batch, i));
                if (match < 0)
                {
                    yield return new Phrase($"第 {e.Place.Line} 行：没有条款“{e.Clause}”的结果", $"line {e.Place.Line}: no result under clause '{e.Clause}'");
                    continue;
                }

                int line = left[match];
                left.RemoveAt(match);
                foreach (Phrase problem in Compare(batch, line, e)) yield return problem;
                foreach (Phrase problem in written is null ? [] : Parts(written[line], e)) yield return problem;
            }

            if (said.Expected.Count > 0 && left.Count > 0)
                yield return new Phrase($"第 {said.Place.Line} 行：多出 {left.Count} 条没有写明的结果（{Describe(batch, left[0])}）", $"line {said.Place.Line}: {left.Count} more results than expected ({Describe(batch, left[0])})");
        }
    }

    private static IEnumerable<Phrase> Compare(BatchResult batch, int index, Expectation e)
    {
        ClaimLine line = batch.Lines[index];
        (string Zh, string En, string? Expected, string Got)[] parts =
        [
            ("状态", "status", e.Status, line.Status.Code()),
            ("原因", "reason", e.Reason, line.FinalReason.Code()),
            ("应付", "payable", e.Payable?.ToReadable(), new Money(line.Payable).ToReadable()),
            ("应得", "entitled", e.Entitled?.ToReadable(), new Money(line.Entitled).ToReadable()),
            ("暂缓", "held", e.Held?.ToReadable(), new Money(line.Reserved).ToReadable()),
        ];
        foreach (var part in parts.Where(p => p.Expected is not null && p.Expected != p.Got))
            yield return new Phrase($"第 {e.Place.Line} 行：{part.Zh}应为 {part.Expected}，得到 {part.Got}（{Describe(batch, index)}）", $"line {e.Place.Line}: {part.En} expected {part.Expected}, got {part.Got} ({Describe(batch, index)})");
    }

    // Who pays what and when is worked out as the result is written.
    private static List<IReadOnlyDictionary<string, string>> Written(BatchResult batch, CancellationToken cancel)
    {
        using MemoryStream bytes = new();
        new PayoutWriter(batch, 1).Write(bytes, cancel);
        using CsvReader reader = CsvReader.Create(bytes.ToArray());
        List<IReadOnlyDictionary<string, string>> rows = [];
        while (reader.Read()) rows.Add(reader.Headers.Select((h, i) => (h, reader.GetString(i))).ToDictionary(p => p.h, p => p.Item2));
        return rows;
    }

    private static IEnumerable<Phrase> Parts(IReadOnlyDictionary<string, string> row, Expectation e)
    {
        IEnumerable<(string Column, Money Expected)> parts = e.Fund.Select(f => ($"fund_{f.Key}_yuan", f.Value)).Concat(e.Instalments.Select((sum, i) => ($"instalment_{i + 1}_yuan", sum)));
        foreach ((string column, Money expected) in parts)
        {
            string got = row.GetValueOrDefault(column, "");
            if (got != expected.ToString()) yield return new Phrase($"第 {e.Place.Line} 行：{column} 应为 {expected}，得到 {got}", $"line {e.Place.Line}: {column} expected {expected}, got {got}");
        }
    }

    private static string ClauseOf(BatchResult batch, int line) => batch.Lines[line].Clause < 0 ? "" : batch.Plan.Clauses[batch.Lines[line].Clause].Id;

    private static string Describe(BatchResult batch, int line) =>
        $"{ClauseOf(batch, line)} {batch.Lines[line].Status.Code()} {batch.Lines[line].FinalReason.Code()} {new Money(batch.Lines[line].Payable).ToReadable()}";
}
