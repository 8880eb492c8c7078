using CsvHelper;
using Incentives.Core.Evaluation;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Reports.Audit;

/// <summary>What a run says is due for one claim: a roster row and payee, or one clause of it where the list that was paid names clauses.</summary>
internal sealed class DueClaim
{
    public required string File { get; init; }

    /// <summary>The roster's physical line.</summary>
    public required int Line { get; init; }

    public required string Id { get; init; }

    public required string Recipient { get; init; }

    public required string Award { get; init; }

    /// <summary>The subject as the roster has it, normalised.</summary>
    public required string Subject { get; init; }

    /// <summary>Symbol of the payee's name; 0 for none.</summary>
    public required int Name { get; init; }

    /// <summary>Symbol of who the payee is; 0 when that is doubtful.</summary>
    public required int Identity { get; init; }

    /// <summary>The award as the roster spells it, as symbol.</summary>
    public required int Spelling { get; init; }

    /// <summary>The clauses of its lines, with the award as each one's scheme names it.</summary>
    public List<(Clause Clause, int Award)> Clauses { get; } = [];

    /// <summary>The reasons of its lines.</summary>
    public List<Reason> Reasons { get; } = [];

    /// <summary>Fen due.</summary>
    public long Fen { get; private set; }

    /// <summary>The list's lines that pay it.</summary>
    public List<PaidLine> Paid { get; } = [];

    /// <summary>The claim as people would name it.</summary>
    public string Who => string.Join(' ', new[] { Id, Recipient, Award, Subject }.Where(t => t.Length > 0));

    /// <summary>Where it stands and why it is what it is.</summary>
    public string Where => $"{File}:{Line} {string.Join(", ", Clauses.Select(c => c.Clause.Id).Distinct().Concat(Reasons.Distinct().Select(r => r.Code())))}";

    /// <summary>All claims of a batch, in roster order. The rosters are read again for their text.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="byClause">Whether each clause of a row stands alone.</param>
    /// <param name="cancel">Stops between rows.</param>
    public static IReadOnlyList<DueClaim> Of(BatchResult batch, bool byClause, CancellationToken cancel)
    {
        List<DueClaim> all = [];
        for (int file = 0; file < batch.Rosters.Count; file++)
        {
            BoundRoster roster = batch.Rosters[file];
            int id = Field(roster, "id"), name = Field(roster, "recipient"), award = Field(roster, "award"), subject = Field(roster, "subject");
            (int row, int end) = batch.Lines.RowsOf(file);
            using CsvReader reader = roster.File.CreateReader();
            for (; reader.Read() && row < end; row++)
            {
                cancel.ThrowIfCancellationRequested();
                string Text(int field) => field < 0 || field >= reader.FieldCount ? "" : reader.GetString(field).Trim();
                int spelling = batch.Plan.Symbols.Intern(NameNormalizer.Normalize(Text(award)));
                List<DueClaim> own = [];
                (int first, int past) = batch.Lines.LinesOf(row);
                for (int i = first; i < past; i++)
                {
                    ref ClaimLine line = ref batch.Lines[i];
                    int payee = batch.Recipients[line.Recipient].Name, identity = batch.Identities.Of(line.Recipient) ?? 0;
                    DueClaim? claim = byClause ? null : own.Find(c => c.Name == payee && c.Identity == identity);
                    if (claim is null)
                    {
                        bool isOther = line.Clause >= 0 && batch.Plan.Clauses[line.Clause].Payee is not null;
                        claim = new DueClaim
                        {
                            File = roster.File.Name,
                            Line = batch.Lines.PhysicalLine(row),
                            Id = Text(id),
                            Recipient = isOther && payee != 0 ? batch.Plan.Symbols.Name(payee) : Text(name),
                            Award = Text(award),
                            Subject = NameNormalizer.Normalize(Text(subject)),
                            Name = payee,
                            Identity = identity,
                            Spelling = spelling,
                        };
                        own.Add(claim);
                    }

                    if (line.Clause >= 0) claim.Clauses.Add((batch.Plan.Clauses[line.Clause], line.Award));
                    claim.Reasons.Add(line.FinalReason);
                    claim.Fen = checked(claim.Fen + line.Payable);
                }

                all.AddRange(own);
            }
        }

        return all;
    }

    /// <summary>Whether an award, as some list spells it, is this claim's.</summary>
    public bool IsFor(int spelling) => spelling == Spelling || Clauses.Exists(c => c.Clause.Scheme.Names.Canonical(spelling) == c.Award);

    private static int Field(BoundRoster roster, string column)
    {
        int bound = roster.Binding.Field(column);
        if (bound >= 0) return bound;
        ColumnSpec spec = StandardColumns.Find(column)!;
        for (int i = 0; i < roster.File.Headers.Count; i++)
        {
            if (HeaderName.Names(spec, HeaderName.Split(roster.File.Headers[i]).Name)) return i;
        }

        return -1;
    }
}
