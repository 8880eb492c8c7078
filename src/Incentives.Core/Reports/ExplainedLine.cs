using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Traces;

namespace Incentives.Core.Reports;

/// <summary>One claim line with its steps.</summary>
/// <param name="Roster">The roster's name.</param>
/// <param name="Line">The row's physical line in it.</param>
/// <param name="Id">The row's own id; empty for none.</param>
/// <param name="Recipient">The payee's name, normalised.</param>
/// <param name="Award">The award as the scheme names it.</param>
/// <param name="Scheme">The scheme's id; empty when no clause grants the row anything.</param>
/// <param name="SchemeTitle">Its title.</param>
/// <param name="Clause">The clause's id.</param>
/// <param name="Cite">Its article.</param>
/// <param name="Department">Who manages the money.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">The one code for that.</param>
/// <param name="Reasons">All codes.</param>
/// <param name="Entitled">What the clause grants before anything else is considered.</param>
/// <param name="Payable">What is paid.</param>
/// <param name="Held">What is reserved.</param>
/// <param name="Steps">What each stage did.</param>
internal sealed record ExplainedLine(
    string Roster, int Line, string Id, string Recipient, string Award, string Scheme, string SchemeTitle, string Clause, string Cite, string Department,
    Status Status, Reason Reason, IReadOnlyList<Reason> Reasons, Money Entitled, Money Payable, Money Held, IReadOnlyList<Step> Steps)
{
    /// <summary>What would have to change for another result; null where nobody asked.</summary>
    public IReadOnlyList<Change>? Changes { get; init; }

    /// <summary>A line of a batch.</summary>
    public static ExplainedLine Of(BatchResult batch, int index, string id)
    {
        ref ClaimLine line = ref batch.Lines[index];
        ulong bits = line.Reasons;
        Clause? clause = line.Clause < 0 ? null : batch.Plan.Clauses[line.Clause];
        RowReference place = batch.Lines.Reference(index);
        return new ExplainedLine(
            place.File, place.Line, id, batch.Plan.Symbols.Name(batch.Recipients[line.Recipient].Name), Totals.AwardName(batch.Plan, line),
            clause?.Scheme.Id ?? "", clause?.Scheme.Title ?? "", clause?.Id ?? "", clause?.Cite ?? "", clause?.Department ?? "",
            line.Status, line.FinalReason, [.. Enum.GetValues<Reason>().Where(r => r != Reason.None && (bits & (1UL << (int)r)) != 0)],
            new Money(line.Entitled), new Money(line.Payable), new Money(line.Reserved), batch.Lines.Trace(index)?.Steps ?? []);
    }
}

/// <summary>Something that would have to change for another result.</summary>
/// <param name="Kind">Stable word: <c>row</c> (a cell of this row), <c>earlier</c> (an earlier award or another row), <c>approved</c>, <c>limit</c>, <c>rule</c>, <c>decision</c>, <c>reading</c>.</param>
/// <param name="Words">The sentence for people.</param>
/// <param name="Reason">The code it is about, or null.</param>
/// <param name="Row">The earlier or other row, or null.</param>
/// <param name="Column">The column whose cell is missing, or null.</param>
/// <param name="Reading">The reading, or null.</param>
/// <param name="Option">Its other option, or null.</param>
/// <param name="Payable">What would be paid, where that is known.</param>
internal sealed record Change(
    string Kind, Phrase Words, Reason? Reason = null, RowReference? Row = null, string? Column = null, string? Reading = null, string? Option = null, Money? Payable = null);
