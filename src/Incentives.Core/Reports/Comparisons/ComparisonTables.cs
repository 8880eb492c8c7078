using CsvHelper;
using Incentives.Core.Comparing;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Writes the sums of a comparison as CSV.</summary>
internal static class ComparisonTables
{
    /// <summary>Writes <c>compare-summary.csv</c>: the sums of each variant, then what each change moved under each clause.</summary>
    public static void WriteSums(Comparison comparison, Stream output)
    {
        using CsvWriter writer = CsvWriter.Create(output, ChangeRowsWriter.Options, leaveOpen: true);
        writer.WriteRecord("variant", "by", "key", "change", "base_yuan", "variant_yuan", "difference_yuan", "more_yuan", "less_yuan", "rows");
        foreach (VariantComparison variant in comparison.Variants)
        {
            foreach (ComparisonSum sum in variant.Sums)
            {
                Start(writer, variant, sum.By, sum.Key, "");
                ChangeRowsWriter.Yuan(writer, sum.Base.Fen);
                ChangeRowsWriter.Yuan(writer, sum.Then.Fen);
                ChangeRowsWriter.Yuan(writer, sum.Difference.Fen);
                ChangeRowsWriter.Yuan(writer, sum.More.Fen);
                ChangeRowsWriter.Yuan(writer, sum.Less.Fen);
                writer.WriteField(sum.Rows, default);
                writer.EndRecord();
            }

            foreach (Attribution part in variant.Attributions)
            {
                Start(writer, variant, "attribution", part.Clause, part.Change.Text);
                writer.WriteField("");
                writer.WriteField("");
                ChangeRowsWriter.Yuan(writer, part.Difference.Fen);
                writer.WriteField("");
                writer.WriteField("");
                writer.WriteField(part.Rows, default);
                writer.EndRecord();
            }
        }
    }

    /// <summary>Writes <c>compare-recipients.csv</c>: everybody who gains, the most first, then everybody who loses.</summary>
    public static void WriteRecipients(Comparison comparison, PeopleTexts texts, Stream output)
    {
        using CsvWriter writer = CsvWriter.Create(output, ChangeRowsWriter.Options, leaveOpen: true);
        writer.WriteRecord("variant", "recipient_id", "recipient", "base_yuan", "variant_yuan", "difference_yuan", "rows", "first_line");
        foreach (VariantComparison variant in comparison.Variants)
        {
            foreach (RecipientChange person in variant.Gainers.Concat(variant.Losers))
            {
                (string id, string name) = texts.Of(person.Recipient);
                writer.WriteField(variant.Variant.Name);
                writer.WriteField(id);
                writer.WriteField(name);
                ChangeRowsWriter.Yuan(writer, person.Base.Fen);
                ChangeRowsWriter.Yuan(writer, person.Then.Fen);
                ChangeRowsWriter.Yuan(writer, person.Difference.Fen);
                writer.WriteField(person.Rows, default);
                writer.WriteField(comparison.Base.Lines.PhysicalLine(person.FirstRow), default);
                writer.EndRecord();
            }
        }
    }

    private static void Start(CsvWriter writer, VariantComparison variant, string by, string key, string change)
    {
        writer.WriteField(variant.Variant.Name);
        writer.WriteField(by);
        writer.WriteField(key);
        writer.WriteField(change);
    }
}
