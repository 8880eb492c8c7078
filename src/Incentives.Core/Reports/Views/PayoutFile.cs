using CsvHelper;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Reports.Views;

/// <summary>A finished <c>payouts.csv</c>, line by line.</summary>
internal sealed class PayoutFile : IDisposable
{
    private const string FormulaStarts = "=@+-\t\r";

    private readonly CsvReader _reader;

    private PayoutFile(CsvReader reader)
    {
        _reader = reader;
        _reader.Read();
        Headers = [.. Enumerable.Range(0, _reader.FieldCount).Select(_reader.GetString)];
    }

    /// <summary>The headers; the fixed columns come first.</summary>
    public IReadOnlyList<string> Headers { get; }

    public Status Status { get; private set; }

    public Concern Concern { get; private set; }

    /// <summary>Opens the file.</summary>
    public static PayoutFile Open(string path) => new(CsvReader.FromFile(path, RosterFile.Options(',', hasHeader: false)));

    /// <summary>Goes to the next line.</summary>
    public bool Read()
    {
        if (!_reader.Read()) return false;
        Status = StatusTable.Find(_reader.GetString(PayoutColumns.At("status")));
        string[] reasons = _reader.GetString(PayoutColumns.At("reasons")).Split(';');
        Concern = ConcernTable.Of(Status, reasons.Contains(Reason.AboveCeiling.Code()), reasons.Contains(Reason.ApprovedIgnored.Code()), _reader.GetString(PayoutColumns.At("provisional")) == "1");
        return true;
    }

    /// <summary>A cell of the line, as the roster has it: without the mark that keeps a spreadsheet from running it.</summary>
    public string Text(int column)
    {
        string text = _reader.GetString(column);
        return text.Length > 1 && text[0] == '\'' && FormulaStarts.Contains(text[1]) ? text[1..] : text;
    }

    /// <summary>An amount of the line; no money where the cell is empty.</summary>
    public Money Amount(int column)
    {
        string text = _reader.GetString(column);
        return text.Length == 0 ? Money.Zero : new Money(long.Parse(text.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();
}
