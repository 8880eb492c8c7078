using System.Globalization;
using System.Numerics;
using System.Text;
using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>
/// Names as small numbers, for one batch. Safe for many threads; which number a name gets may differ from run to run, so nothing
/// is ever ordered by it.
/// </summary>
internal sealed class Symbols
{
    private const int ShardCount = 16;

    private readonly Shard[] _shards;
    private readonly long[]?[] _locations = new long[]?[31];
    private readonly Lock _growth = new();
    private int _count;

    /// <summary>No names yet.</summary>
    public Symbols() => _shards = [.. Enumerable.Range(0, ShardCount).Select(_ => new Shard(this))];

    /// <summary>Where the names stand.</summary>
    public TextArena Texts { get; } = new();

    /// <summary>The number of a name that is already normalised.</summary>
    public int Intern(string normalised) => Intern(Encoding.UTF8.GetBytes(normalised));

    /// <summary>The number of a normalised UTF-8 name, from 1.</summary>
    public int Intern(ReadOnlySpan<byte> normalised) => Intern(normalised, -1);

    /// <summary>The number of a normalised UTF-8 name that may stand in <see cref="Texts"/> already.</summary>
    /// <param name="normalised">The name.</param>
    /// <param name="location">Where it stands; -1 when it is to be copied.</param>
    public int Intern(ReadOnlySpan<byte> normalised, long location)
    {
        ulong hash = Utf8Key.LongHash(normalised);
        Shard shard = _shards[(int)(hash & (ShardCount - 1))];
        int known = shard.Find(normalised, (uint)(hash >> 32));
        return known != 0 ? known : shard.Add(normalised, (uint)(hash >> 32), location);
    }

    /// <summary>The number of a normalised UTF-8 name; 0 when it has none.</summary>
    public int Find(ReadOnlySpan<byte> normalised)
    {
        ulong hash = Utf8Key.LongHash(normalised);
        return _shards[(int)(hash & (ShardCount - 1))].Find(normalised, (uint)(hash >> 32));
    }

    /// <summary>The name with a number, as UTF-8; empty for 0.</summary>
    public ReadOnlySpan<byte> Utf8(int symbol)
    {
        if (symbol == 0) return default;
        int chunk = BitOperations.Log2((uint)symbol);
        return Texts[_locations[chunk]![symbol - (1 << chunk)]];
    }

    /// <summary>The name with a number.</summary>
    public string Name(int symbol) => Encoding.UTF8.GetString(Utf8(symbol));

    /// <summary>How many numbers have been given out; the largest is this.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>A cell's value for people; empty when absent.</summary>
    public string Show(Column column, in Cell cell)
    {
        if (!cell.IsPresent) return "";
        if (column.Kind == ValueKind.Text) return Name(cell.Symbol);
        if (column.Kind == ValueKind.Flag) return cell.Value.Sign != 0 ? "是" : "否";
        if (column.Kind != ValueKind.Date) return ShowNumber(column.Kind, cell.Value);
        string first = ShowDay((int)cell.Value.Numerator), last = ShowDay(cell.LastDay);
        return first == last ? first : $"{first}..{last}";
    }

    /// <summary>A number for people: money in yuan, others plainly.</summary>
    public static string ShowNumber(ValueKind kind, Rational value)
    {
        if (kind != ValueKind.Money) return value.ToString();
        if (value.IsWhole) return Int128.Abs(value.Numerator) <= long.MaxValue ? new Money((long)value.Numerator).ToReadable() : value.ToString();
        // Part of a fen: all decimals where they end, else the fraction, in yuan like everything else.
        Rational yuan = value / 100;
        Rational shifted = yuan;
        for (int decimals = 1; decimals <= 8; decimals++)
        {
            shifted *= 10;
            if (!shifted.IsWhole) continue;
            Int128 scale = 1;
            for (int i = 0; i < decimals; i++) scale *= 10;
            return string.Create(CultureInfo.InvariantCulture, $"{shifted.Numerator / scale:N0}.{(shifted.Numerator % scale).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0')}");
        }

        return yuan.ToString();
    }

    private static string ShowDay(int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day / 10000:D4}-{day / 100 % 100:D2}-{day % 100:D2}");

    // Chunks double in size, so that a small batch stays small.
    private int Number(long location)
    {
        int symbol = Interlocked.Increment(ref _count);
        int chunk = BitOperations.Log2((uint)symbol);
        if (Volatile.Read(ref _locations[chunk]) is null)
        {
            lock (_growth) _locations[chunk] ??= new long[1 << chunk];
        }

        _locations[chunk]![symbol - (1 << chunk)] = location;
        return symbol;
    }

    // An open hash table. Readers take no lock: a slot's number is written last, and a table that has grown is another array.
    private sealed class Shard(Symbols symbols)
    {
        private readonly TextArena.Writer _texts = new(symbols.Texts);
        private Slot[] _slots = new Slot[16];
        private int _used;

        public int Find(ReadOnlySpan<byte> text, uint tag)
        {
            Slot[] slots = Volatile.Read(ref _slots);
            for (int i = (int)(tag & (uint)(slots.Length - 1)); ; i = (i + 1) & (slots.Length - 1))
            {
                ref Slot slot = ref slots[i];
                int symbol = Volatile.Read(ref slot.Symbol);
                if (symbol == 0 || (slot.Tag == tag && symbols.Texts[slot.Location].SequenceEqual(text))) return symbol;
            }
        }

        public int Add(ReadOnlySpan<byte> text, uint tag, long location)
        {
            lock (this)
            {
                if (Find(text, tag) is > 0 and int known) return known;
                if (location < 0) text.CopyTo(_texts.Take(text.Length, out location));
                if (++_used * 4 > _slots.Length * 3) Grow();
                int symbol = symbols.Number(location);
                Place(_slots, new Slot { Symbol = symbol, Tag = tag, Location = location });
                return symbol;
            }
        }

        private void Grow()
        {
            Slot[] larger = new Slot[_slots.Length * 2];
            foreach (Slot slot in _slots)
            {
                if (slot.Symbol != 0) Place(larger, slot);
            }

            Volatile.Write(ref _slots, larger);
        }

        private static void Place(Slot[] slots, in Slot slot)
        {
            int i = (int)(slot.Tag & (uint)(slots.Length - 1));
            while (slots[i].Symbol != 0) i = (i + 1) & (slots.Length - 1);
            slots[i].Tag = slot.Tag;
            slots[i].Location = slot.Location;
            Volatile.Write(ref slots[i].Symbol, slot.Symbol);
        }
    }

    private struct Slot
    {
        public int Symbol;
        public uint Tag;
        public long Location;
    }
}
