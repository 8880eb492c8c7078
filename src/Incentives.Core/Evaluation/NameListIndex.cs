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

    /// <summary>Whether the row's recipient (or other key) is on one of the lists on the day asked about.</summary>
    public Truth Check(NameList list, Row row, int date, Recipient recipient)
    {
        int day = date;
        if (list.AsOf is { } column)
        {
            if (!row[column.Slot].IsPresent)
            {
                row.Missing(column.Slot);
                return Truth.Unknown;
            }

            day = (int)row[column.Slot].Value.Numerator;
        }

        bool isRecipient = list.By.Name == "recipient";
        if (!isRecipient && !row[list.By.Slot].IsPresent) return Truth.No;
        foreach (string name in list.Names)
        {
            if (isRecipient ? On(name, recipient.Name, day) || On(name, recipient.Code, day) : On(name, row[list.By.Slot].Symbol, day)) return Truth.Yes;
        }

        return Truth.No;
    }

    private bool On(string list, int key, int day) =>
        key != 0 && _entries.TryGetValue((list, key), out List<Period>? periods) && periods.Exists(p => p.Contains(day));
}
