using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Syntax;

namespace Incentives.Core.Reports;

/// <summary>What would have to be otherwise for rows to come out otherwise: told from their steps, and found for readings by calculating the run again under each other option.</summary>
internal sealed class WhatWouldChange
{
    private readonly RunInputs _run;
    private readonly BatchResult _batch;
    private readonly ChangeWords _words;
    private readonly Dictionary<(int File, int Line), List<Change>> _byReading = [];

    /// <summary>Prepares for some rows of a calculated run, by file number and physical line.</summary>
    public WhatWouldChange(RunInputs run, BatchResult batch, IReadOnlyList<(int File, int Line)> rows, CancellationToken cancel)
    {
        _run = run;
        _batch = batch;
        _words = new ChangeWords(run.Request, batch);
        foreach ((int, int) row in rows) _byReading[row] = [];
        foreach (ReadingInForce reading in batch.Plan.Schemes.SelectMany(s => s.Readings).DistinctBy(r => r.Id))
        {
            foreach (string option in Options(reading).Where(o => o != reading.Option)) Try(reading, option, cancel);
        }
    }

    /// <summary>The lines of a row: the first, and the one behind the last.</summary>
    public static (int First, int End) LinesOf(BatchResult batch, int file, int line)
    {
        (int first, int end) = batch.Lines.RowsOf(file);
        int row = batch.Lines.FindRow(first, end, line);
        return row < 0 ? (0, 0) : batch.Lines.LinesOf(row);
    }

    /// <summary>What would change a line. What other readings do to its row is told with the row's last line.</summary>
    public IReadOnlyList<Change> Of(ExplainedLine line, int file, bool isLast)
    {
        List<Change> changes = [.. line.Steps.Where(s => s.Reason is not null).Select(s => _words.Of(line, s)).OfType<Change>()];
        changes.AddRange(line.Reasons.Where(r => !line.Steps.Any(s => s.Reason == r.Code())).Select(r => _words.Of(line, r)).OfType<Change>());
        // Under what was decided at zero later, an approved amount changes nothing.
        if (line.Payable == Money.Zero && line.Held == Money.Zero && line.Reason != Reason.RatedZero) changes.RemoveAll(c => c.Kind == "approved");
        if (isLast) changes.AddRange(_byReading[(file, line.Line)]);
        if (changes.Count == 0) changes.Add(ChangeWords.OnlyTheRow(line));
        return [.. changes.DistinctBy(c => c.Words)];
    }

    // A reading that several schemes declare has the options of all.
    private IEnumerable<string> Options(ReadingInForce reading) =>
        _batch.Plan.Schemes.SelectMany(s => s.Readings).Where(r => r.Id == reading.Id).SelectMany(r => r.Options).Distinct();

    private void Try(ReadingInForce reading, string option, CancellationToken cancel)
    {
        Dictionary<string, string> readings = new(_run.Request.Readings) { [reading.Id] = option };
        using BatchResult? other = Batch.Run(_run.Rules, _run.Request with { Readings = readings, WantsSteps = null, Trace = false }, new DiagnosticBag(), cancel);
        foreach (((int file, int line), List<Change> changes) in _byReading)
        {
            if (other is null)
            {
                changes.Add(ChangeWords.CannotTell(reading, option));
                continue;
            }

            Result now = ResultOf(_batch, file, line), then = ResultOf(other, file, line);
            if (now != then) changes.Add(ChangeWords.OtherReading(reading, option, then.Words, new Money(then.Payable)));
        }
    }

    private static Result ResultOf(BatchResult batch, int file, int line)
    {
        long payable = 0, held = 0;
        List<string> lines = [];
        (int first, int end) = LinesOf(batch, file, line);
        for (int i = first; i < end; i++)
        {
            ref ClaimLine claim = ref batch.Lines[i];
            payable += claim.Payable;
            held += claim.Reserved;
            string clause = claim.Clause < 0 ? "" : $"{batch.Plan.Clauses[claim.Clause].Id} ";
            lines.Add($"{clause}{claim.Status.Code()}");
        }

        return new Result(payable, held, string.Join(", ", lines));
    }

    private readonly record struct Result(long Payable, long Held, string Words);
}
