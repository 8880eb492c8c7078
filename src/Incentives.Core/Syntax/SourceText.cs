using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>The text of one rule file, which knows where each of its characters stands. Line ends are all <c>\n</c>.</summary>
internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>A file's text; a byte order mark is dropped and line ends are made <c>\n</c>.</summary>
    public SourceText(string file, string text)
    {
        File = file;
        if (text.StartsWith('\uFEFF')) text = text[1..];
        Text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        for (int i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n') _lineStarts.Add(i + 1);
        }
    }

    /// <summary>The file's name as its owner wrote it.</summary>
    public string File { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Number of lines, at least 1.</summary>
    public int LineCount => _lineStarts.Count;

    /// <summary>Number of the line, from 1, that holds a character.</summary>
    public int LineOf(int index)
    {
        int found = _lineStarts.BinarySearch(Clamp(index));
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Index of a line's first character.</summary>
    public int StartOf(int line) => _lineStarts[line - 1];

    /// <summary>A line's text without its end.</summary>
    public string Line(int line)
    {
        int start = StartOf(line);
        int end = line < LineCount ? _lineStarts[line] - 1 : Text.Length;
        return Text[start..end];
    }

    /// <summary>What stands from a character to the end of its line, without spaces at the end.</summary>
    public string RestOfLine(int index)
    {
        int line = LineOf(index);
        return Line(line)[(Clamp(index) - StartOf(line))..].TrimEnd();
    }

    /// <summary>The place of a character; a pair of surrogates counts as one column.</summary>
    public Place PlaceAt(int index)
    {
        index = Clamp(index);
        int line = LineOf(index), column = 1;
        for (int i = StartOf(line); i < index; i++)
        {
            if (!char.IsLowSurrogate(Text[i])) column++;
        }

        return new Place(File, line, column);
    }

    /// <summary>The character at an index, or a line end past the last one.</summary>
    public char At(int index) => index >= 0 && index < Text.Length ? Text[index] : '\n';

    private int Clamp(int index) => Math.Clamp(index, 0, Text.Length);
}
