using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Traces;

namespace Incentives.Core.Reports;

/// <summary>One claim line with its steps.</summary>
internal sealed record ExplainedLine(
    string Roster, int Line, string Id, string Recipient, string Award, string Scheme, string SchemeTitle, string Clause, string Cite, string Department,
    Status Status, Reason Reason, Money Entitled, Money Payable, Money Held, IReadOnlyList<Step> Steps);

/// <summary>Why rows of a run came out as they did: the run is calculated again from its own inputs, with the steps of those rows kept.</summary>
internal static class Explanation
{
    /// <summary>The lines asked for, by physical line, id or recipient; null after reporting why there are none.</summary>
    public static IReadOnlyList<ExplainedLine>? Of(string folder, string asked, DiagnosticBag bag, CancellationToken cancel = default)
    {
        if (RunInputs.Read(folder, bag) is not { } run) return null;
        HashSet<(int, int)> wanted = [];
        int rows = 0;
        for (int i = 0; i < run.Request.Rosters.Count; i++) rows += Find(run.Request.Rosters[i], i, asked, wanted, bag);
        if (wanted.Count == 0)
        {
            bag.Add(ReportMessages.NoSuchRow(asked, rows));
            return null;
        }

        using BatchResult? batch = Batch.Run(run.Rules, run.Request with { WantsSteps = (file, line) => wanted.Contains((file, line)) }, bag, cancel);
        if (batch is null) return null;
        List<ExplainedLine> lines = [];
        for (int i = 0; i < batch.Lines.Count; i++)
        {
            if (batch.Lines.Trace(i) is { } steps) lines.Add(Line(batch, i, steps));
        }

        return lines;
    }

    private static ExplainedLine Line(BatchResult batch, int index, StepRecorder steps)
    {
        ref ClaimLine line = ref batch.Lines[index];
        Clause? clause = line.Clause < 0 ? null : batch.Plan.Clauses[line.Clause];
        RowReference place = batch.Lines.Reference(index);
        return new ExplainedLine(
            place.File, place.Line, "", line.Name == 0 ? "" : batch.Plan.Symbols.Name(line.Name), Totals.AwardName(batch.Plan, line),
            clause?.Scheme.Id ?? "", clause?.Scheme.Title ?? "", clause?.Id ?? "", clause?.Cite ?? "", clause?.Department ?? "",
            line.Status, line.FinalReason, new Money(line.Entitled), new Money(line.Payable), new Money(line.Reserved), steps.Steps);
    }

    private static int Find(InputFile input, int number, string asked, HashSet<(int, int)> wanted, DiagnosticBag bag)
    {
        using RosterFile? file = RosterFile.Open(input.Path, input.Name, new DiagnosticBag());
        if (file is null) return 0;
        HeaderBinding bound = HeaderBinding.Bind(file, [StandardColumns.Find("id")!, StandardColumns.Find("recipient")!], new DiagnosticBag());
        int id = bound["id"].Index, name = bound["recipient"].Index;
        string normalised = NameNormalizer.Normalize(asked);
        bool isNumber = int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int line);
        int rows = 0;
        using CsvReader reader = file.CreateReader();
        while (reader.Read())
        {
            rows++;
            bool hit = (isNumber && reader.LineNumber == line)
                || (id >= 0 && reader.GetString(id).Trim() == asked)
                || (name >= 0 && NameNormalizer.Normalize(reader.GetString(name)) == normalised);
            if (hit) wanted.Add((number, (int)reader.LineNumber));
        }

        return rows;
    }
}
