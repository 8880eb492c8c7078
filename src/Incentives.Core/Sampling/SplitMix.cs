namespace Incentives.Core.Sampling;

/// <summary>The SplitMix64 generator: the same seed gives the same numbers on any machine and with any runtime.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator for one of many independent purposes of a seed.</summary>
    public static SplitMix For(long seed, int purpose)
    {
        SplitMix start = new(unchecked((ulong)seed));
        return new SplitMix(start.Next() ^ unchecked(0xD1B54A32D192ED03UL * (ulong)(purpose + 1)));
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15UL;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>From 0 to one less than a bound of at least 1.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>From 0 to one less than a bound of at least 1.</summary>
    public long Below(long bound) => (long)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>True once in so many times.</summary>
    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>One of some things.</summary>
    public T Pick<T>(IReadOnlyList<T> things) => things[Below(things.Count)];
}
