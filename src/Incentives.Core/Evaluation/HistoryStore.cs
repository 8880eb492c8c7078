namespace Incentives.Core.Evaluation;

/// <summary>An award won, or money paid or taken back, before this batch.</summary>
internal struct HistoryEvent
{
    /// <summary>The recipient, in the batch's table.</summary>
    public int Recipient;

    /// <summary>The award as spelled.</summary>
    public int Award;

    /// <summary>First day as yyyymmdd; 0 when unknown, which is before everything.</summary>
    public int Date;

    /// <summary>Symbol of the scheme it was paid under; 0 when the row does not say.</summary>
    public int Scheme;

    /// <summary>Symbol of the clause it was paid under; 0 when the row does not say.</summary>
    public int Clause;

    /// <summary>Fen paid; negative for money back; 0 for none.</summary>
    public long Paid;

    /// <summary>Quantity; 1 where the row does not say.</summary>
    public long Quantity;

    /// <summary>Outcomes of the kept tests.</summary>
    public uint Tests;

    /// <summary>Position among the history files.</summary>
    public short File;

    /// <summary>Physical line.</summary>
    public int Line;
}

/// <summary>All history of a batch, in posting order.</summary>
internal sealed class HistoryStore(int keyWidth)
{
    private readonly Chunked<HistoryEvent> _events = new();
    private readonly Chunked<int> _keys = new();

    /// <summary>Names of the files.</summary>
    public List<string> Files { get; } = [];

    /// <summary>How many events there are.</summary>
    public int Count => _events.Count;

    /// <summary>An event.</summary>
    public ref HistoryEvent this[int index] => ref _events[index];

    /// <summary>A kept key of an event; 0 when its cell was empty.</summary>
    public int Key(int index, int slot) => _keys[(index * keyWidth) + slot];

    /// <summary>Adds an event.</summary>
    public void Add(in HistoryEvent item, ReadOnlySpan<int> keys)
    {
        _events.Add([item]);
        _keys.Add(keys);
    }
}
