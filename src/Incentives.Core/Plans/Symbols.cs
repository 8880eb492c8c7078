using System.Globalization;
using System.Text;
using Incentives.Core.Numbers;

namespace Incentives.Core.Plans;

/// <summary>
/// Names as small numbers, for one batch. Safe for many threads; which number a name gets may differ from run to run, so nothing
/// is ever ordered by it.
/// </summary>
internal sealed class Symbols
{
    private const int ShardCount = 32;
    private const int ChunkBits = 14;

    private readonly Shard[] _shards = [.. Enumerable.Range(0, ShardCount).Select(_ => new Shard())];
    private readonly byte[]?[]?[] _chunks = new byte[]?[1 << 16][];
    private readonly Lock _growth = new();
    private int _count;

    /// <summary>The number of a name that is already normalised.</summary>
    public int Intern(string normalised) => Intern(Encoding.UTF8.GetBytes(normalised));

    /// <summary>The number of a normalised UTF-8 name, from 1.</summary>
    public int Intern(ReadOnlySpan<byte> normalised)
    {
        int hash = Utf8Key.Hash(normalised);
        Shard shard = _shards[(hash >>> 7) & (ShardCount - 1)];
        lock (shard)
        {
            if (shard.Lookup.TryGetValue(normalised, out int known)) return known;
            byte[] key = normalised.ToArray();
            int symbol = Interlocked.Increment(ref _count);
            ChunkOf(symbol)[symbol & ((1 << ChunkBits) - 1)] = key;
            shard.Names.Add(key, symbol);
            return symbol;
        }
    }

    /// <summary>The name with a number, as UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8(int symbol) => _chunks[symbol >> ChunkBits]![symbol & ((1 << ChunkBits) - 1)];

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

    private byte[]?[] ChunkOf(int symbol)
    {
        int chunk = symbol >> ChunkBits;
        if (Volatile.Read(ref _chunks[chunk]) is { } there) return there;
        lock (_growth) return _chunks[chunk] ??= new byte[]?[1 << ChunkBits];
    }

    private sealed class Shard
    {
        public Shard()
        {
            Names = new Dictionary<byte[], int>(Utf8Key.Comparer);
            Lookup = Names.GetAlternateLookup<ReadOnlySpan<byte>>();
        }

        public Dictionary<byte[], int> Names { get; }

        public Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> Lookup { get; }
    }
}
