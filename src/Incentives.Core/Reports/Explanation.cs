using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Rosters;

namespace Incentives.Core.Reports;

/// <summary>Why rows of a run came out as they did, and what would have to change: the run is calculated again from its own inputs, with the steps of those rows kept.</summary>
internal static class Explanation
{
    /// <summary>The lines asked for, by physical line, id, or the recipient's name or identity code; null after reporting why there are none.</summary>
    public static IReadOnlyList<ExplainedLine>? Of(string folder, string asked, DiagnosticBag bag, CancellationToken cancel = default)
    {
        if (RunInputs.Read(folder, bag) is not { } run) return null;
        Dictionary<(int File, int Line), string> wanted = [];
        int rows = 0;
        for (int i = 0; i < run.Request.Rosters.Count; i++) rows += Find(run.Request.Rosters[i], i, asked, wanted);
        if (wanted.Count == 0)
        {
            bag.Add(ReportMessages.NoSuchRow(asked, rows));
            return null;
        }

        using BatchResult? batch = Batch.Run(run.Rules, run.Request with { WantsSteps = (file, line) => wanted.ContainsKey((file, line)) }, bag, cancel);
        if (batch is null) return null;
        // Who pays which part and when is worked out while payouts are written.
        new PayoutWriter(batch, Environment.ProcessorCount).Write(Stream.Null, cancel);
        WhatWouldChange changes = new(run, batch, [.. wanted.Keys], cancel);
        List<ExplainedLine> lines = [];
        foreach (((int file, int line), string id) in wanted.OrderBy(w => w.Key))
        {
            (int first, int end) = WhatWouldChange.LinesOf(batch, file, line);
            for (int i = first; i < end; i++)
            {
                ExplainedLine explained = ExplainedLine.Of(batch, i, id);
                lines.Add(explained with { Changes = changes.Of(explained, file, isLast: i == end - 1) });
            }
        }

        return lines;
    }

    private static int Find(InputFile input, int number, string asked, Dictionary<(int, int), string> wanted)
    {
        using RosterFile? file = RosterFile.Open(input.Path, input.Name, new DiagnosticBag());
        if (file is null) return 0;
        HeaderBinding bound = HeaderBinding.Bind(file, [StandardColumns.Find("id")!, StandardColumns.Find("recipient")!, StandardColumns.Find("recipient_id")!], new DiagnosticBag());
        int id = bound["id"].Index, name = bound["recipient"].Index, code = bound["recipient_id"].Index;
        string normalised = NameNormalizer.Normalize(asked);
        bool isNumber = int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int line);
        int rows = 0;
        using CsvReader reader = file.CreateReader();
        while (reader.Read())
        {
            rows++;
            string own = id < 0 ? "" : reader.GetString(id).Trim();
            bool hit = (isNumber && reader.LineNumber == line) || (own.Length > 0 && own == asked) || (name >= 0 && NameNormalizer.Normalize(reader.GetString(name)) == normalised)
                || (code >= 0 && reader.GetString(code).Trim() is { Length: > 0 } identity && identity.Equals(asked.Trim(), StringComparison.OrdinalIgnoreCase));
            if (hit) wanted[(number, (int)reader.LineNumber)] = own;
        }

        return rows;
    }
}
