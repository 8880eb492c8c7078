using System.Buffers.Text;
using CsvHelper;

namespace Incentives.Core.Sampling;

/// <summary>Writes drawn cells as UTF-8, without making strings.</summary>
internal sealed class CellWriter(CsvWriter writer)
{
    private const int LongestHeader = 60;

    private readonly byte[] _buffer = new byte[Recipients.Longest];
    private readonly Dictionary<int, byte[]> _days = [];

    /// <summary>An empty cell.</summary>
    public void Empty() => writer.WriteField(default(ReadOnlySpan<byte>));

    /// <summary>A text.</summary>
    public void Text(ReadOnlySpan<byte> text) => writer.WriteField(text);

    /// <summary>Ends the row.</summary>
    public void EndRow() => writer.EndRecord();

    /// <summary>A row's number as its id.</summary>
    public void Id(long number)
    {
        Span<byte> text = _buffer;
        text[0] = (byte)'S';
        Utf8Formatter.TryFormat(number, text[1..], out int length, new System.Buffers.StandardFormat('D', 8));
        writer.WriteField(text[..(length + 1)]);
    }

    /// <summary>An organisation's code.</summary>
    public void Code(int number, bool isWrong)
    {
        Span<byte> code = _buffer.AsSpan(0, 18);
        Recipients.Code(number, code);
        if (isWrong) Recipients.Spoil(code);
        writer.WriteField(code);
    }

    /// <summary>A recipient's name.</summary>
    public void Name(bool isPerson, int number, Spelling spelling)
    {
        int length = isPerson ? Recipients.Person(number, _buffer) : Recipients.Organisation(number, spelling, _buffer);
        writer.WriteField(_buffer.AsSpan(0, length));
    }

    /// <summary>The name of something that belongs to a recipient: what the column is called, whose it is, and which of theirs.</summary>
    public void Thing(ReadOnlySpan<byte> header, int owner, int which)
    {
        Span<byte> text = _buffer;
        "示例"u8.CopyTo(text);
        int at = "示例"u8.Length;
        header[..Math.Min(header.Length, LongestHeader)].CopyTo(text[at..]);
        at += Math.Min(header.Length, LongestHeader);
        Utf8Formatter.TryFormat(owner + 1, text[at..], out int length);
        at += length;
        text[at++] = (byte)'-';
        text[at++] = (byte)('1' + which);
        writer.WriteField(text[..at]);
    }

    /// <summary>A day number as 2024-03-01, or for other forms 2024/03/01 (1), 2024年03月01日 (2) or only the month (3).</summary>
    public void Day(int day, int form)
    {
        if (!_days.TryGetValue(day, out byte[]? text)) _days[day] = text = Values.Day(Window.Number(day));
        Span<byte> other = _buffer;
        switch (form)
        {
            case 1:
                text.CopyTo(other);
                other[4] = other[7] = (byte)'/';
                writer.WriteField(other[..text.Length]);
                break;
            case 2:
                text.AsSpan(0, 4).CopyTo(other);
                "年"u8.CopyTo(other[4..]);
                text.AsSpan(5, 2).CopyTo(other[7..]);
                "月"u8.CopyTo(other[9..]);
                text.AsSpan(8, 2).CopyTo(other[12..]);
                "日"u8.CopyTo(other[14..]);
                writer.WriteField(other[..17]);
                break;
            case 3: writer.WriteField(text.AsSpan(0, 7)); break;
            default: writer.WriteField(text); break;
        }
    }

    /// <summary>Fen as yuan.</summary>
    public void Yuan(long fen)
    {
        Span<byte> text = _buffer;
        int at = 0;
        if (fen < 0) text[at++] = (byte)'-';
        fen = Math.Abs(fen);
        Utf8Formatter.TryFormat(fen / 100, text[at..], out int length);
        at += length;
        if (fen % 100 != 0)
        {
            text[at++] = (byte)'.';
            text[at++] = (byte)('0' + (fen / 10 % 10));
            text[at++] = (byte)('0' + (fen % 10));
        }

        writer.WriteField(text[..at]);
    }
}
