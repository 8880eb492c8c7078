namespace Incentives.Core.Plans;

/// <summary>UTF-8 texts side by side in large blocks, so that a million of them are a few objects. A text is found by its location, and never moves or changes.</summary>
internal sealed class TextArena
{
    private const int LengthBits = 22;
    private const int OffsetBits = 22;
    private const int LargestBlock = 1 << 16;
    private const int WholeBlock = (1 << LengthBits) - 1;

    private readonly Lock _growth = new();
    private byte[][] _blocks = new byte[16][];
    private int _count;

    /// <summary>The text at a location. Safe for many threads.</summary>
    public ReadOnlySpan<byte> this[long location]
    {
        get
        {
            byte[] block = Volatile.Read(ref _blocks)[(int)(location >> (LengthBits + OffsetBits))];
            int length = (int)(location & WholeBlock);
            return length == WholeBlock ? block : block.AsSpan((int)((location >> LengthBits) & ((1 << OffsetBits) - 1)), length);
        }
    }

    /// <summary>The location of a part of a text.</summary>
    public static long Part(long location, int start, int length) => (((location >> LengthBits) + start) << LengthBits) | (uint)length;

    private int Register(byte[] block)
    {
        lock (_growth)
        {
            byte[][] blocks = _blocks;
            if (_count == blocks.Length)
            {
                Array.Resize(ref blocks, blocks.Length * 2);
                blocks[_count] = block;
                Volatile.Write(ref _blocks, blocks);
            }
            else
            {
                Volatile.Write(ref blocks[_count], block);
            }

            return _count++;
        }
    }

    /// <summary>Adds texts to an arena; each writer has a block of its own and is used by one thread at a time.</summary>
    public sealed class Writer(TextArena arena)
    {
        private byte[] _block = [];
        private int _number;
        private int _used;

        /// <summary>Room for a text of so many bytes, to be filled before anybody else learns its location.</summary>
        public Span<byte> Take(int length, out long location)
        {
            if (length >= LargestBlock)
            {
                byte[] own = new byte[length];
                int number = arena.Register(own);
                location = ((long)number << (LengthBits + OffsetBits)) | (uint)Math.Min(length, WholeBlock);
                return own;
            }

            if (_used + length > _block.Length)
            {
                _block = new byte[Math.Max(length, Math.Clamp(_block.Length * 2, 512, LargestBlock))];
                _number = arena.Register(_block);
                _used = 0;
            }

            location = ((((long)_number << OffsetBits) | (uint)_used) << LengthBits) | (uint)length;
            _used += length;
            return _block.AsSpan(_used - length, length);
        }
    }
}
