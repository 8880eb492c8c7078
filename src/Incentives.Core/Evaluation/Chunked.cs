namespace Incentives.Core.Evaluation;

/// <summary>A list that grows without copying what it holds and gives references into itself.</summary>
internal sealed class Chunked<T>
{
    private const int Bits = 16;
    private const int Size = 1 << Bits;

    private readonly List<T[]> _chunks = [];

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item by position.</summary>
    public ref T this[int index] => ref _chunks[index >> Bits][index & (Size - 1)];

    /// <summary>Adds some items at the end.</summary>
    public void Add(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            int used = Count & (Size - 1);
            if (used == 0) _chunks.Add(new T[Size]);
            int fits = Math.Min(items.Length, Size - used);
            items[..fits].CopyTo(_chunks[^1].AsSpan(used));
            Count += fits;
            items = items[fits..];
        }
    }
}
