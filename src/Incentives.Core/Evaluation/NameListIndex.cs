using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>The name lists of a run (dishonesty, arrears, ...): who is on which, from when to when.</summary>
internal sealed class NameListIndex
{
    private readonly Dictionary<(string List, int Key), List<Period>> _entries = [];

    /// <summary>All entries.</summary>
    public IEnumerable<(string List, int Key, Period Period)> Entries => _entries.SelectMany(e => e.Value, (e, period) => (e.Key.List, e.Key.Key, period));

    /// <summary>Adds an entry.</summary>
    public void Add(string list, int key, Period period)
    {
        if (!_entries.TryGetValue((list, key), out List<Period>? periods)) _entries[(list, key)] = periods = [];
        periods.Add(period);
    }

    /// <summary>
    /// Whether the row's recipient (or other key) is on one of the lists on the day asked about. Who is looked up, and a date that the scheme names, must be there;
    /// a row without a date of its own, or with a month, is undecided where an entry covers some days and not others.
    /// </summary>
    public Truth Check(NameList list, Row row, Recipient recipient)
    {
        bool isRecipient = list.By.Name == "recipient";
        Cell date = row[list.AsOf.Slot];
        if (!date.IsPresent && list.NeedsDate) return Unknown(row, list.AsOf);
        if (!isRecipient && !row[list.By.Slot].IsPresent) return Unknown(row, list.By);
        (int first, int last) = !date.IsPresent ? (0, 99991231) : ((int)date.Value.Numerator, Math.Max((int)date.Value.Numerator, date.LastDay));
        Truth found = Truth.No;
        foreach (string name in list.Names)
        {
            Truth on = isRecipient ? Either(On(name, recipient.Name, first, last), On(name, recipient.Code, first, last)) : On(name, row[list.By.Slot].Symbol, first, last);
            found = Either(found, on);
        }

        return found == Truth.Unknown ? Unknown(row, list.AsOf) : found;
    }

    private static Truth Unknown(Row row, Column column)
    {
        row.Missing(column.Slot);
        return Truth.Unknown;
    }

    private static Truth Either(Truth one, Truth other) =>
        one == Truth.Yes || other == Truth.Yes ? Truth.Yes : one == Truth.Unknown || other == Truth.Unknown ? Truth.Unknown : Truth.No;

    private Truth On(string list, int key, int first, int last)
    {
        if (key == 0 || !_entries.TryGetValue((list, key), out List<Period>? periods)) return Truth.No;
        if (periods.Exists(p => p.First <= first && last <= p.Last)) return Truth.Yes;
        return periods.Exists(p => p.First <= last && first <= p.Last) ? Truth.Unknown : Truth.No;
    }
}
