namespace Incentives.Core.Evaluation;

/// <summary>A list that grows without copying what it holds, but for a short one, and gives references into itself, which last until the next <see cref="Add"/>.</summary>
internal sealed class Chunked<T>
{
    private const int Bits = 16;
    private const int Size = 1 << Bits;
    private const int Short = 1 << 6;

    private T[][] _chunks = [];
    private int _used;

    /// <summary>How many items there are.</summary>
    public int Count { get; private set; }

    /// <summary>An item by position.</summary>
    public ref T this[int index] => ref _chunks[index >> Bits][index & (Size - 1)];

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _chunks = [];
        _used = 0;
        Count = 0;
    }

    /// <summary>Adds some items at the end.</summary>
    public void Add(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            int used = Count & (Size - 1);
            if (used == 0)
            {
                if (_used == _chunks.Length) Array.Resize(ref _chunks, Math.Max(4, _used * 2));
                _chunks[_used++] = new T[_used == 1 ? Math.Clamp(items.Length, Short, Size) : Size];
            }

            ref T[] chunk = ref _chunks[_used - 1];
            if (used == chunk.Length)
                Array.Resize(ref chunk, Math.Min(Size, Math.Max(chunk.Length * 2, used + items.Length)));

            int fits = Math.Min(items.Length, chunk.Length - used);
            items[..fits].CopyTo(chunk.AsSpan(used));
            Count += fits;
            items = items[fits..];
        }
    }
}
