namespace Incentives.Core.Rosters;

/// <summary>
/// Counts how usual the characters of a GB18030 text are. Real Chinese text keeps almost wholly to the common set of GB/T 2312;
/// another encoding read as GB18030 lands outside it.
/// </summary>
internal struct Gb18030Census
{
    private long _all;
    private long _usual;
    private byte _lead;

    /// <summary>Whether at least three of four characters beyond ASCII are usual ones.</summary>
    public readonly bool IsPlausible => _usual * 4 >= _all * 3;

    /// <summary>Counts the next block of bytes.</summary>
    public void Feed(ReadOnlySpan<byte> block)
    {
        foreach (byte b in block)
        {
            if (_lead == 0)
            {
                if (b >= 0x80) _lead = b;
                continue;
            }

            _all++;
            if (b >= 0xA1 && _lead is (>= 0xA1 and <= 0xA3) or (>= 0xB0 and <= 0xF7)) _usual++;
            _lead = 0;
        }
    }
}
