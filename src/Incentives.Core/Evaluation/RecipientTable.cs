using System.Numerics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>What is known of a recipient's name and identity code.</summary>
[Flags]
internal enum RecipientFacts : byte
{
    None = 0,

    /// <summary>The code fails its check character.</summary>
    BadCode = 1,

    /// <summary>The code can only be an organisation's.</summary>
    Organisation = 2,

    /// <summary>The code can only be a person's.</summary>
    Person = 4,
}

/// <summary>A recipient as a row writes it.</summary>
/// <param name="Name">Symbol of the normalised name; 0 for none.</param>
/// <param name="Code">Symbol of the identity code, a # in front; 0 for none, or one that fails its check.</param>
/// <param name="Facts">What the code says.</param>
internal readonly record struct Recipient(int Name, int Code, RecipientFacts Facts);

/// <summary>
/// The recipients of a batch, each pair of name and code as it is written once: what has been seen before is neither normalised nor checked
/// again. Two spellings of one recipient are two entries. Safe for many threads; which number an entry gets may differ from run to run.
/// </summary>
internal sealed class RecipientTable
{
    private const int ShardCount = 16;
    private const int LongestCode = 128;

    private readonly Symbols _symbols;
    private readonly Shard[] _shards;
    private readonly Recipient[]?[] _chunks = new Recipient[]?[31];
    private readonly Lock _growth = new();
    private int _count;

    // No text holds a zero byte.
    private static ReadOnlySpan<byte> TooLong => "\0"u8;

    /// <summary>An empty table over a batch's names.</summary>
    public RecipientTable(Symbols symbols)
    {
        _symbols = symbols;
        _shards = [.. Enumerable.Range(0, ShardCount).Select(_ => new Shard(this))];
    }

    /// <summary>How many entries there are; numbers go from 1 to this, and 0 is nobody.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>An entry.</summary>
    public Recipient this[int number]
    {
        get
        {
            if (number == 0) return default;
            int chunk = BitOperations.Log2((uint)number);
            return _chunks[chunk]![number - (1 << chunk)];
        }
    }

    /// <summary>Whether two entries are the same name and code, differently written at most.</summary>
    public bool IsSame(int a, int b) => a == b || (this[a].Name == this[b].Name && this[a].Code == this[b].Code);

    /// <summary>The entry of a name and a code as they are written; 0 when both are blank.</summary>
    public int Of(ReadOnlySpan<byte> name, ReadOnlySpan<byte> code)
    {
        name = CellText.Trim(name);
        code = CellText.Trim(code);
        if (name.IsEmpty && code.IsEmpty) return 0;
        if (code.Length > LongestCode) code = TooLong;
        ulong hash = Utf8Key.LongHash(name) ^ BitOperations.RotateLeft(Utf8Key.LongHash(code), 29);
        Shard shard = _shards[(int)(hash & (ShardCount - 1))];
        uint tag = ((uint)(hash >> 32) & ~0xFFu) | (uint)code.Length;
        int known = shard.Find(name, code, tag);
        return known != 0 ? known : shard.Add(name, code, tag);
    }

    private Recipient Read(ReadOnlySpan<byte> name, ReadOnlySpan<byte> code, long location)
    {
        int nameSymbol = 0;
        if (!name.IsEmpty)
        {
            Span<byte> buffer = name.Length <= 256 ? stackalloc byte[256] : new byte[name.Length];
            ReadOnlySpan<byte> normal = NameNormalizer.Normalize(name, buffer);
            if (!normal.IsEmpty) nameSymbol = normal == name ? _symbols.Intern(normal, TextArena.Part(location, 1 + code.Length, name.Length)) : _symbols.Intern(normal);
        }

        return code.IsEmpty ? new Recipient(nameSymbol, 0, RecipientFacts.None) : Read(nameSymbol, code, location);
    }

    private Recipient Read(int name, ReadOnlySpan<byte> code, long location)
    {
        Span<byte> buffer = stackalloc byte[LongestCode];
        Span<byte> upper = stackalloc byte[1 + LongestCode];
        ReadOnlySpan<byte> normal = NameNormalizer.Normalize(code, buffer);
        if (normal.IsEmpty) return new Recipient(name, 0, RecipientFacts.None);
        upper = upper[..(1 + normal.Length)];
        upper[0] = (byte)'#';
        for (int i = 0; i < normal.Length; i++) upper[i + 1] = normal[i] is >= (byte)'a' and <= (byte)'z' ? (byte)(normal[i] - 32) : normal[i];
        bool isCredit = IdentityCode.IsValid(upper[1..]), isCitizen = IdentityCode.IsCitizenId(upper[1..]);
        if (code.SequenceEqual(TooLong) || (normal.Length == 18 && !isCredit && !isCitizen)) return new Recipient(name, 0, RecipientFacts.BadCode);
        RecipientFacts facts = isCredit == isCitizen ? RecipientFacts.None : isCredit ? RecipientFacts.Organisation : RecipientFacts.Person;
        bool asWritten = upper[1..].SequenceEqual(code);
        return new Recipient(name, _symbols.Intern(upper, asWritten ? TextArena.Part(location, 0, upper.Length) : -1), facts);
    }

    private int Number(in Recipient recipient)
    {
        int number = Interlocked.Increment(ref _count);
        int chunk = BitOperations.Log2((uint)number);
        if (Volatile.Read(ref _chunks[chunk]) is null)
        {
            lock (_growth) _chunks[chunk] ??= new Recipient[1 << chunk];
        }

        _chunks[chunk]![number - (1 << chunk)] = recipient;
        return number;
    }

    // As in Symbols: readers take no lock. The text of an entry is # code name.
    private sealed class Shard(RecipientTable table)
    {
        private readonly TextArena _texts = table._symbols.Texts;
        private readonly TextArena.Writer _writer = new(table._symbols.Texts);
        private Slot[] _slots = new Slot[16];
        private int _used;

        public int Find(ReadOnlySpan<byte> name, ReadOnlySpan<byte> code, uint tag)
        {
            Slot[] slots = Volatile.Read(ref _slots);
            for (int i = (int)((tag >> 8) & (uint)(slots.Length - 1)); ; i = (i + 1) & (slots.Length - 1))
            {
                ref Slot slot = ref slots[i];
                int number = Volatile.Read(ref slot.Number);
                if (number == 0 || (slot.Tag == tag && IsText(_texts[slot.Location], name, code))) return number;
            }
        }

        public int Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> code, uint tag)
        {
            lock (this)
            {
                if (Find(name, code, tag) is > 0 and int known) return known;
                Span<byte> text = _writer.Take(1 + code.Length + name.Length, out long location);
                text[0] = (byte)'#';
                code.CopyTo(text[1..]);
                name.CopyTo(text[(1 + code.Length)..]);
                if (++_used * 4 > _slots.Length * 3) Grow();
                int number = table.Number(table.Read(name, code, location));
                Place(_slots, new Slot { Number = number, Tag = tag, Location = location });
                return number;
            }
        }

        // The code's length is part of the tag.
        private static bool IsText(ReadOnlySpan<byte> text, ReadOnlySpan<byte> name, ReadOnlySpan<byte> code) =>
            text.Length == 1 + code.Length + name.Length && text[(1 + code.Length)..].SequenceEqual(name) && text.Slice(1, code.Length).SequenceEqual(code);

        private void Grow()
        {
            Slot[] larger = new Slot[_slots.Length * 2];
            foreach (Slot slot in _slots)
            {
                if (slot.Number != 0) Place(larger, slot);
            }

            Volatile.Write(ref _slots, larger);
        }

        private static void Place(Slot[] slots, in Slot slot)
        {
            int i = (int)((slot.Tag >> 8) & (uint)(slots.Length - 1));
            while (slots[i].Number != 0) i = (i + 1) & (slots.Length - 1);
            slots[i].Tag = slot.Tag;
            slots[i].Location = slot.Location;
            Volatile.Write(ref slots[i].Number, slot.Number);
        }
    }

    private struct Slot
    {
        public int Number;
        public uint Tag;
        public long Location;
    }
}
