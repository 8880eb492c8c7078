using System.Buffers;

namespace Incentives.Core.Evaluation.Groups;

/// <summary>Brings claim lines into groups: groups in order of their first line, within a group by rank, date and line. Its cost grows with the number of lines, not faster, as long as groups are small.</summary>
internal static class EntryOrder
{
    /// <summary>Below this many a plain sort is cheaper.</summary>
    private const int Few = 64;

    /// <summary>Below this many per thread, one thread is as quick.</summary>
    private const int Many = 1 << 15;

    /// <summary>Brings entries into groups and works on them in parts, side by side; a group is never divided. Where the work of one group touches another, use <see cref="Arrange"/>.</summary>
    public static void InParts(ReadOnlySpan<Entry> entries, int threads, Action<Entry[]> work)
    {
        int count = Math.Clamp(entries.Length / Many, 1, threads);
        if (count == 1)
        {
            work(Arrange(entries));
            return;
        }

        int[] starts = new int[count + 1];
        foreach (ref readonly Entry entry in entries) starts[Part(entry.Key, count) + 1]++;
        for (int part = 0; part < count; part++) starts[part + 1] += starts[part];
        Entry[] parted = new Entry[entries.Length];
        int[] next = [.. starts];
        foreach (ref readonly Entry entry in entries) parted[next[Part(entry.Key, count)]++] = entry;
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, part => work(Arrange(parted.AsSpan(starts[part]..starts[part + 1]))));
    }

    /// <summary>The same entries, group by group.</summary>
    public static Entry[] Arrange(ReadOnlySpan<Entry> entries)
    {
        if (entries.Length <= Few)
        {
            Entry[] few = entries.ToArray();
            Insert(few);
            return few;
        }

        int[] groupOf = ArrayPool<int>.Shared.Rent(entries.Length);
        int groups = Number(entries, groupOf);
        int[] next = ArrayPool<int>.Shared.Rent(groups + 1);
        next.AsSpan(0, groups + 1).Clear();
        for (int i = 0; i < entries.Length; i++) next[groupOf[i] + 1]++;
        for (int g = 0; g < groups; g++) next[g + 1] += next[g];
        Entry[] arranged = new Entry[entries.Length];
        for (int i = 0; i < entries.Length; i++) arranged[next[groupOf[i]]++] = entries[i];
        int start = 0;
        for (int g = 0; g < groups; g++)
        {
            Sort(arranged.AsSpan(start..next[g]));
            start = next[g];
        }

        ArrayPool<int>.Shared.Return(next);
        ArrayPool<int>.Shared.Return(groupOf);
        return arranged;
    }

    // Not by the bits that place a key in the table of its part.
    private static int Part(long key, int count) => (int)((unchecked((ulong)key * 0xD6E8FEB86659FD93UL) >> 32) * (ulong)count >> 32);

    // Groups are mostly one or two lines, and mostly in order already.
    private static void Sort(Span<Entry> group)
    {
        for (int i = 1; i < group.Length; i++)
        {
            if (group[i - 1] <= group[i]) continue;
            group.Sort();
            return;
        }
    }

    private static void Insert(Entry[] few)
    {
        for (int i = 1; i < few.Length; i++)
        {
            Entry entry = few[i];
            int at = i;
            for (; at > 0 && few[at - 1] > entry; at--) few[at] = few[at - 1];
            few[at] = entry;
        }
    }

    // Gives each entry the number of its group, from 0 in order of appearance, by an open hash table of the keys.
    private static int Number(ReadOnlySpan<Entry> entries, int[] groupOf)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)entries.Length * 2), shift = 64 - System.Numerics.BitOperations.Log2((uint)size);
        int[] table = ArrayPool<int>.Shared.Rent(size);
        table.AsSpan(0, size).Clear();
        int[] first = ArrayPool<int>.Shared.Rent(entries.Length);
        int groups = 0;
        for (int i = 0; i < entries.Length; i++)
        {
            long key = entries[i].Key;
            int at = (int)(unchecked((ulong)key * 0x9E3779B97F4A7C15UL) >> shift);
            while (table[at] != 0 && entries[first[table[at] - 1]].Key != key) at = (at + 1) & (size - 1);
            if (table[at] == 0)
            {
                first[groups] = i;
                table[at] = ++groups;
            }

            groupOf[i] = table[at] - 1;
        }

        ArrayPool<int>.Shared.Return(first);
        ArrayPool<int>.Shared.Return(table);
        return groups;
    }
}
