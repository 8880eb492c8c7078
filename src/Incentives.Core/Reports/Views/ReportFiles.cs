using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Workbooks;

namespace Incentives.Core.Reports.Views;

/// <summary>Writes the reports for people into a run folder whose tables are finished.</summary>
internal static class ReportFiles
{
    /// <summary>Says, before anything is written, that the lines go on in further sheets.</summary>
    public static void Note(long lines, PeopleReports asked, DiagnosticBag bag)
    {
        int sheets = Book.SheetsFor(lines);
        if (asked.Workbook && sheets > 1) bag.Add(ReportMessages.SeveralSheets(lines, sheets));
    }

    /// <summary>Writes what is asked for, and gives the manifest that names it too.</summary>
    public static RunManifest Write(BatchResult batch, RunManifest manifest, Totals totals, PeopleReports asked, RunFolder folder, CancellationToken cancel)
    {
        string payouts = Path.Combine(folder.Scratch, RunFiles.Payouts);
        DueByRecipient due = new(batch);
        RunViewReader reader = new(batch, due);
        RunView view = reader.Read(manifest, totals, payouts, cancel);
        List<string> files = [];
        if (asked.Workbook)
        {
            files.Add(RunFiles.Workbook);
            using Stream file = folder.Create(RunFiles.Workbook);
            RunWorkbook.Write(view, reader, due, payouts, asked.Language, file, cancel);
        }

        if (asked.Page)
        {
            files.Add(RunFiles.Page);
            using Stream file = folder.Create(RunFiles.Page);
            RunPage.Of(view, asked.Language).Write(file);
        }

        return manifest with
        {
            Outputs = [.. manifest.Outputs, .. files.Select(f => folder.Describe("output", f, f))],
            Language = asked.Language == Language.English ? "en" : "zh",
        };
    }
}
