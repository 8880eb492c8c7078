using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Reports;
using Incentives.Core.Rosters;

namespace Incentives.Core.Ledger;

/// <summary>What a run folder pays, as rows for the ledger. The run is recomputed from its own inputs first; one that differs is not used.</summary>
internal sealed class RunClaims
{
    private readonly BatchResult _batch;
    private readonly Dictionary<(string, string), long> _occurrences = [];
    private readonly Dictionary<(int, int), int[]> _subjectKeys = [];

    private RunClaims(BatchResult batch) => _batch = batch;

    /// <summary>The rows of a run, the hash of its <c>run.json</c> and the names of its history files; null after reporting why it cannot be used.</summary>
    public static (List<LedgerItem> Items, string Run, IReadOnlyList<string> History)? Read(string folder, DiagnosticBag bag, CancellationToken cancel)
    {
        if (Verification.Run(new VerificationRequest(folder), bag, cancel) is not { } verified) return null;
        IReadOnlyList<Diagnostic> differences = verified.Found;
        if (differences.Count > 0)
        {
            bag.AddRange(differences);
            bag.Add(LedgerMessages.RunDiffers(folder, differences.Count));
            return null;
        }

        string hash = RunFolder.Hash(Path.Combine(folder, RunFiles.Manifest));
        DiagnosticBag again = new();
        if (RunInputs.Read(folder, bag) is not { } run) return null;
        using BatchResult? batch = Batch.Run(run.Rules, run.Request, again, cancel);
        if (batch is null) return null;
        RunClaims claims = new(batch);
        List<LedgerItem> items = [];
        for (int i = 0; i < batch.Rosters.Count; i++) claims.Read(i, items);
        if (claims.Ceilings > 0) bag.Add(LedgerMessages.Ceilings(claims.Ceilings));
        return (items, hash, [.. run.Request.History.Select(h => h.Name)]);
    }

    private int Ceilings { get; set; }

    private void Read(int file, List<LedgerItem> items)
    {
        BoundRoster roster = _batch.Rosters[file];
        RowCells cells = new(roster.Binding);
        (int row, int end) = _batch.Lines.RowsOf(file);
        using CsvReader record = roster.File.CreateReader();
        for (; record.Read(); row++)
        {
            if (row >= end || _batch.Lines.PhysicalLine(row) != record.LineNumber) throw new InputChangedException(roster.File.Name);
            (int first, int last) = _batch.Lines.LinesOf(row);
            for (int i = first; i < last; i++)
            {
                ClaimLine line = _batch.Lines[i];
                if (line.Payable <= 0 || line.Status is not (Status.Pay or Status.PayUpTo)) continue;
                if (line.Status == Status.PayUpTo) Ceilings++;
                items.Add(Item(i, line, cells, record, roster.File.Name));
            }
        }
    }

    private LedgerItem Item(int index, in ClaimLine line, RowCells cells, CsvReader record, string roster)
    {
        Symbols symbols = _batch.Plan.Symbols;
        Clause clause = _batch.Plan.Clauses[line.Clause];
        string who = symbols.Name(_batch.Identities.Counted(line.Recipient));
        bool isCode = who.StartsWith('#');
        string nameKey = !isCode ? who : symbols.Name(_batch.Recipients[line.Recipient].Name);
        string name = cells.Text(record, clause.Payee?.Name ?? "recipient");
        LedgerItem item = new()
        {
            Kind = ItemKind.Pay,
            AwardKey = "",
            Claim = "",
            Code = isCode ? who[1..] : "",
            Name = name.Length > 0 ? name : nameKey,
            NameKey = nameKey,
            Award = cells.Text(record, "award"),
            AwardName = symbols.Name(line.Award),
            Subject = cells.Text(record, "subject"),
            SubjectKey = SubjectKey(index, line, clause, NameNormalizer.Normalize(cells.Text(record, "subject"))),
            Day = line.Date == 99991231 ? 0 : line.Date,
            Date = cells.Text(record, "date"),
            Scheme = clause.Scheme.Id,
            Clause = clause.Id,
            Quantity = cells.Text(record, "quantity"),
            Fen = line.Payable,
            Roster = roster,
            Line = record.LineNumber,
            Details = cells.Details(record),
        };

        // Rows alike in everything that tells awards apart are counted, within the run.
        (string, string) content = (LedgerHash.Award(item), LedgerHash.Claim(item));
        long occurrence = _occurrences[content] = _occurrences.GetValueOrDefault(content) + 1;
        item = item with { Occurrence = occurrence };
        item = item with { Claim = LedgerHash.Claim(item) };
        return item with { AwardKey = LedgerHash.Award(item) };
    }

    // The subject, and the values of other columns by which the scheme tells first times, overlaps and shares apart.
    private string SubjectKey(int index, in ClaimLine line, Clause clause, string subject)
    {
        if (!_subjectKeys.TryGetValue((line.Clause, line.Award), out int[]? slots)) _subjectKeys[(line.Clause, line.Award)] = slots = Slots(clause, line.Award);
        List<string> parts = [subject];
        foreach (int slot in slots)
        {
            int key = _batch.Lines.Key(index, slot);
            if (key != 0) parts.Add($"{_batch.Plan.Keep.Keys[slot].Name}={_batch.Plan.Symbols.Name(key)}");
        }

        return string.Join('|', parts);
    }

    private int[] Slots(Clause clause, int award) =>
    [
        .. clause.Scheme.Groups.Where(g => g is RecurOperation or OverlapOperation or ShareOperation && g.Among.Includes(clause.Index, award))
            .SelectMany(g => g.Grouping.Columns).Where(c => c.Name is not ("recipient" or "award" or "subject"))
            .Select(_batch.Plan.Keep.KeySlot).Where(s => s >= 0).Distinct().Order(),
    ];
}
