using CsvHelper;
using Incentives.Core.Comparing;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Writes <c>compare.csv</c>: each row, clause and change that came out otherwise, in roster order, then by variant.</summary>
internal sealed class ChangeRowsWriter(Comparison comparison, PeopleTexts texts)
{
    private static readonly string[] Headers =
    [
        "variant", "line", "roster_id", "recipient_id", "recipient", "award", "scheme", "clause", "change", "before_status", "before_reason", "before_yuan", "after_status", "after_reason", "after_yuan",
        "difference_yuan", "before_held_yuan", "after_held_yuan",
    ];

    private readonly bool _hasRoster = comparison.Base.Rosters.Count > 1;

    /// <summary>How CSV files of a comparison are written.</summary>
    public static CsvWriterOptions Options { get; } = new() { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    /// <summary>Writes all changes.</summary>
    public void Write(Stream output, CancellationToken cancel)
    {
        using CsvWriter writer = CsvWriter.Create(output, Options, leaveOpen: true);
        writer.WriteRecord(_hasRoster ? [.. Headers, "roster"] : Headers);
        int[] next = new int[comparison.Variants.Count];
        RosterWalk.Run(comparison.Base, Rows(), (row, record, roster) =>
        {
            for (int i = 0; i < next.Length; i++)
            {
                VariantComparison variant = comparison.Variants[i];
                for (; next[i] < variant.Changes.Count && variant.Changes[next[i]].Row == row; next[i]++) Line(writer, variant, variant.Changes[next[i]], record, roster);
            }
        }, cancel);
    }

    // The rows of all variants, rising, each once.
    private IEnumerable<int> Rows()
    {
        int[] at = new int[comparison.Variants.Count];
        while (true)
        {
            int row = int.MaxValue;
            for (int i = 0; i < at.Length; i++)
            {
                if (at[i] < comparison.Variants[i].Changes.Count) row = Math.Min(row, comparison.Variants[i].Changes[at[i]].Row);
            }

            if (row == int.MaxValue) yield break;
            yield return row;
            for (int i = 0; i < at.Length; i++)
            {
                while (at[i] < comparison.Variants[i].Changes.Count && comparison.Variants[i].Changes[at[i]].Row == row) at[i]++;
            }
        }
    }

    private void Line(CsvWriter writer, VariantComparison variant, in RowChange change, CsvReader record, BoundRoster roster)
    {
        texts.See(change, variant, record, roster);
        Clause? clause = variant.ClauseOf(change);
        (string id, string name) = RosterWalk.Recipient(record, roster.Binding, clause);
        writer.WriteField(variant.Variant.Name);
        writer.WriteField((int)record.LineNumber, default);
        writer.WriteField(RosterWalk.Text(record, roster.Binding.Field("id")));
        writer.WriteField(id);
        writer.WriteField(name);
        writer.WriteField(RosterWalk.Text(record, roster.Binding.Field("award")));
        writer.WriteField(clause?.Scheme.Id ?? "");
        writer.WriteField(clause?.Id ?? "");
        writer.WriteField(variant.Variant.Changes[change.Step].Text);
        Outcome(writer, change.Before);
        Outcome(writer, change.After);
        Yuan(writer, change.Difference);
        Yuan(writer, change.Before.Held);
        Yuan(writer, change.After.Held);
        if (_hasRoster) writer.WriteField(roster.File.Name);
        writer.EndRecord();
    }

    private static void Outcome(CsvWriter writer, RowOutcome outcome)
    {
        writer.WriteField(outcome.Reason == Reason.None ? "" : outcome.Status.Code());
        writer.WriteField(outcome.Reason == Reason.None ? "" : outcome.Reason.Code());
        Yuan(writer, outcome.Payable);
    }

    /// <summary>An amount in yuan. Written as a number: as a text, a negative one would be taken for a formula and made harmless.</summary>
    public static void Yuan(CsvWriter writer, long fen) => writer.WriteField(new decimal(fen) / 100, "F2");
}
