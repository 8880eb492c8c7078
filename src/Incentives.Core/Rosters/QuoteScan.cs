namespace Incentives.Core.Rosters;

/// <summary>
/// Follows the quotes of a CSV text block by block, as the reader will, to find a quoted cell that swallows the rest of the file or a part
/// of it. Only stretches with quotes cost anything.
/// </summary>
internal struct QuoteScan(byte separator)
{
    /// <summary>A quoted cell longer than this, in bytes, is taken for an unclosed quote.</summary>
    private const long LongestCell = 16 << 20;

    private State _state = State.Outside;
    private bool _atFieldStart = true;
    private bool _spansLines;
    private long _offset;
    private long _opened;
    private long _swallowing = -1;

    private enum State
    {
        Outside,
        Quoted,
        QuoteInQuoted,
        Closed,
    }

    /// <summary>Follows the next block of the text.</summary>
    public void Feed(ReadOnlySpan<byte> block)
    {
        int i = 0;
        while (i < block.Length) i = Step(block, i);
        _atFieldStart = IsFieldStart(block, block.Length);
        _offset += block.Length;
        if (_state == State.Quoted && _offset - _opened > LongestCell) Report();
    }

    /// <summary>Ends the text: the byte offset of the first quote that swallows rows, or -1.</summary>
    public long Finish()
    {
        if (_state == State.Quoted) Report();
        return _swallowing;
    }

    private int Step(ReadOnlySpan<byte> block, int i)
    {
        switch (_state)
        {
            case State.Outside:
                int open = block[i..].IndexOf((byte)'"');
                if (open < 0) return block.Length;
                if (IsFieldStart(block, i + open)) Open(_offset + i + open);
                return i + open + 1;
            case State.Quoted:
                int close = block[i..].IndexOf((byte)'"');
                int end = close < 0 ? block.Length : i + close;
                _spansLines = _spansLines || block[i..end].IndexOfAny((byte)'\n', (byte)'\r') >= 0;
                if (close >= 0) _state = State.QuoteInQuoted;
                return close < 0 ? end : end + 1;
            case State.QuoteInQuoted:
                _state = block[i] == '"' ? State.Quoted : State.Closed;
                return block[i] == '"' ? i + 1 : i;
            default:
                if (IsBlank(block[i])) return i + 1;
                // Text behind the closing quote: the quote opened a cell that was never meant to reach over the lines before it.
                if (!EndsField(block[i]) && _spansLines) Report();
                _state = State.Outside;
                return i;
        }
    }

    private void Open(long offset)
    {
        _state = State.Quoted;
        _opened = offset;
        _spansLines = false;
    }

    private void Report() => _swallowing = _swallowing < 0 ? _opened : _swallowing;

    private readonly bool IsFieldStart(ReadOnlySpan<byte> block, int position)
    {
        int i = position - 1;
        while (i >= 0 && IsBlank(block[i])) i--;
        return i < 0 ? _atFieldStart : EndsField(block[i]);
    }

    private readonly bool IsBlank(byte b) => (b is (byte)' ' or (byte)'\t') && b != separator;

    private readonly bool EndsField(byte b) => b == separator || b is (byte)'\n' or (byte)'\r';
}
