using CsvHelper;

namespace Incentives.Core.Reports;

/// <summary>Writes <c>summary.csv</c>.</summary>
internal static class SummaryWriter
{
    /// <summary>Writes all sums.</summary>
    public static void Write(Totals totals, Stream output)
    {
        using CsvWriter writer = CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\r\n", Injection = CsvInjection.Escape, WriteByteOrderMark = true }, leaveOpen: true);
        writer.WriteRecord("by", "key", "rows", "recipients", "entitled_yuan", "payable_yuan");
        foreach (Total total in totals.All)
        {
            writer.WriteField(total.By);
            writer.WriteField(total.Key);
            writer.WriteField(total.Rows, default);
            writer.WriteField(total.Recipients, default);
            writer.WriteField(total.Entitled.ToString(), CsvQuoting.WhenNeeded);
            writer.WriteField(total.Payable.ToString(), CsvQuoting.WhenNeeded);
            writer.EndRecord();
        }
    }
}
