using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Reports;

namespace Incentives.Core.Testing;

/// <summary>Holds a calculated batch against what a case expects of it.</summary>
internal static class CaseComparison
{
    /// <summary>What differs, in the order of the case's rows.</summary>
    public static IEnumerable<Phrase> Of(BatchResult batch, Case example, CancellationToken cancel)
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
