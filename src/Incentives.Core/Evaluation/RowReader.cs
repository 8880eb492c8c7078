using CsvHelper;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Traces;

namespace Incentives.Core.Evaluation;

/// <summary>Stage 1 for one worker and one file: a record's cells into a <see cref="Row"/>.</summary>
internal sealed class RowReader
{
    private static readonly byte[] OrganisationMark = "(组织)"u8.ToArray();
    private static readonly byte[] PersonMark = "(个人)"u8.ToArray();

    private readonly CellReader[] _columns;
    private readonly int _fieldCount;
    private readonly int _idField, _codeField, _nameField;
    private readonly int _recipientSlot, _kindSlot, _awardSlot, _quantitySlot;
    private readonly int _organisation, _person, _unnamed;
    private readonly Symbols _symbols;
    private readonly RecipientTable _recipients;
    private readonly bool _isHistory;
    private RecipientFacts _facts;

    /// <summary>A reader for the columns that a file's header was bound to.</summary>
    public RowReader(BatchPlan plan, RecipientTable recipients, FileBinding binding, bool isHistory)
    {
        _symbols = plan.Symbols;
        _recipients = recipients;
        _isHistory = isHistory;
        _unnamed = plan.Unnamed;
        _fieldCount = binding.FieldCount;
        _columns = [.. binding.Columns.Where(c => !IsIdentity(c.Column)).Select(c => new CellReader(c, c.Column.Kind == ValueKind.Text ? new RecentSymbols(_symbols, c.Column.IsLevel) : null))];
        _idField = binding.Field("id");
        _codeField = binding.Field("recipient-id");
        _nameField = binding.Field("recipient");
        _recipientSlot = plan.Standard("recipient").Slot;
        _kindSlot = plan.Standard("recipient-kind").Slot;
        _awardSlot = plan.Standard("award").Slot;
        _quantitySlot = plan.Standard("quantity").Slot;
        _organisation = _symbols.Intern("组织"u8);
        _person = _symbols.Intern("个人"u8);
    }

    /// <summary>The row's recipient in the batch's table; 0 for none.</summary>
    public int Recipient { get; private set; }

    /// <summary>Whether the kind was taken from the identity code or the award's name, because the cell was empty.</summary>
    public bool KindWasInferred { get; private set; }

    /// <summary>Whether the cell that made a row unusable is wanted, for its explanation.</summary>
    public bool KeepsBadCell { get; set; }

    /// <summary>The cell that made the row unusable, as it was written; null when it was no single cell, or nobody asked.</summary>
    public StepInput? BadCell { get; private set; }

    /// <summary>A hash of a record that carries an id; 0 for one that does not.</summary>
    public ulong Mark(CsvReader record) =>
        _idField < 0 || _idField >= record.FieldCount || Cells.IsBlank(record.GetSpan(_idField)) ? 0 : Utf8Key.LongHash(record.RawRecord) | 1;

    /// <summary>Reads the record the reader stands on. Anything but <see cref="Reason.None"/> is why the row is rejected.</summary>
    public Reason Read(CsvReader record, Row row)
    {
        row.Clear();
        Recipient = 0;
        KindWasInferred = false;
        BadCell = null;
        if (record.FieldCount < _fieldCount || HasMore(record)) return IsTotal(record) ? Reason.TotalRow : Reason.FieldCount;
        if (IsTotal(record)) return Reason.TotalRow;
        Recipient = _recipients.Of(_nameField < 0 ? default : record.GetSpan(_nameField), _codeField < 0 ? default : record.GetSpan(_codeField));
        Recipient known = _recipients[Recipient];
        _facts = known.Facts;
        Reason problem = (_facts & RecipientFacts.BadCode) != 0 ? Reason.BadId : Reason.None;
        foreach (CellReader each in _columns)
        {
            ReadOnlySpan<byte> cell = record.GetSpan(each.From.Field);
            if (cell.IsEmpty || Cells.IsBlank(cell)) continue;
            Reason bad = Cell(row, each.From.Column, cell, each.From.UnitFen, each.Symbols);
            if (problem == Reason.None && bad != Reason.None)
            {
                problem = bad;
                if (KeepsBadCell) BadCell = new StepInput(each.From.Column.Name, record.GetString(each.From.Field).Trim());
            }
        }

        // An empty quantity counts 1, in conditions and amounts too.
        if (!row[_quantitySlot].IsPresent) row.Set(_quantitySlot, Plans.Cell.Of(1));
        if (known is { Name: 0, Code: 0 } && _unnamed != 0) known = _recipients[Recipient = _recipients.Of(_symbols.Utf8(_unnamed), default)];
        if (known.Name != 0) row.Set(_recipientSlot, Plans.Cell.Of(known.Name));
        if (problem != Reason.None) return problem;
        if (known is { Name: 0, Code: 0 }) return Reason.MissingRecipient;
        return row[_awardSlot].IsPresent ? Kind(row) : Reason.MissingAward;
    }

    private static bool IsIdentity(Column column) => column.Name is "id" or "recipient-id" or "recipient" && column.Kind == ValueKind.Text;

    private bool HasMore(CsvReader record)
    {
        for (int i = _fieldCount; i < record.FieldCount; i++)
        {
            if (!Cells.IsBlank(record.GetSpan(i))) return true;
        }

        return false;
    }

    private bool IsTotal(CsvReader record) =>
        (_idField >= 0 && Cells.IsTotalRow(record.GetSpan(_idField))) || (_nameField >= 0 && Cells.IsTotalRow(record.GetSpan(_nameField)));

    private Reason Cell(Row row, Column column, ReadOnlySpan<byte> cell, long unit, RecentSymbols? symbols)
    {
        switch (column.Kind)
        {
            case ValueKind.Text:
                if (column.Slot == _kindSlot)
                {
                    if (!Cells.TryRecipientKind(cell, out bool organisation)) return Reason.BadKind;
                    row.Set(column.Slot, Plans.Cell.Of(organisation ? _organisation : _person));
                    return Reason.None;
                }

                int symbol = symbols!.Of(cell);
                if (symbol != 0) row.Set(column.Slot, Plans.Cell.Of(symbol));
                return Reason.None;
            case ValueKind.Money:
                if (!Cells.TryMoney(cell, unit, out Rational fen) || (fen.Sign < 0 && !_isHistory)) return Reason.BadAmount;
                row.Set(column.Slot, Plans.Cell.Of(fen));
                return Reason.None;
            case ValueKind.Date:
                if (!Cells.TryDate(cell, out CellDate date)) return Reason.BadDate;
                row.Set(column.Slot, Plans.Cell.OfDays(date.First, date.Last));
                return Reason.None;
            case ValueKind.Year:
                if (!Cells.TryYear(cell, out int year)) return Reason.BadDate;
                row.Set(column.Slot, Plans.Cell.Of(year));
                return Reason.None;
            case ValueKind.Flag:
                if (!Cells.TryFlag(cell, out bool flag)) return Reason.BadFlag;
                row.Set(column.Slot, Plans.Cell.Of(flag ? 1 : 0));
                return Reason.None;
            case ValueKind.Number when column.Name == "rank" && RankWords.TryRead(cell, out int rank):
                row.Set(column.Slot, Plans.Cell.Of(rank));
                return Reason.None;
            default:
                bool isQuantity = column.Name == "quantity";
                if (!Cells.TryNumber(cell, out Rational number, out ReadOnlySpan<byte> unit1)) return isQuantity ? Reason.BadQuantity : Reason.BadNumber;
                if (column.Units.Count > 0 && !unit1.IsEmpty && !column.Units.Contains(System.Text.Encoding.UTF8.GetString(unit1))) return Reason.BadNumber;
                if (isQuantity && number.Sign < 0) return Reason.BadQuantity;
                row.Set(column.Slot, Plans.Cell.Of(number));
                return Reason.None;
        }
    }

    // An empty kind is taken from what cannot be otherwise: an award "(个人)" or "(组织)", or a valid code of one sort.
    private Reason Kind(Row row)
    {
        ReadOnlySpan<byte> award = _symbols.Utf8(row[_awardSlot].Symbol);
        int said = award.EndsWith(PersonMark) ? _person : award.EndsWith(OrganisationMark) ? _organisation : 0;
        if (row[_kindSlot].IsPresent) return said == 0 || row[_kindSlot].Symbol == said ? Reason.None : Reason.BadKind;
        if (said == 0) said = (_facts & RecipientFacts.Organisation) != 0 ? _organisation : (_facts & RecipientFacts.Person) != 0 ? _person : 0;
        if (said == 0) return Reason.None;
        row.Set(_kindSlot, Plans.Cell.Of(said));
        KindWasInferred = true;
        return Reason.None;
    }

    /// <summary>A column to read, with the memory of its texts where it has any.</summary>
    private sealed record CellReader(FieldColumn From, RecentSymbols? Symbols);
}
