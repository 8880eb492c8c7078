using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Incentives.Core.Syntax;

/// <summary>The YAML events of a text one by one, until the end or the first place the parser cannot read.</summary>
internal sealed class YamlEvents(string text)
{
    private readonly Parser _parser = new(new StringReader(text));
    private readonly Stack<int> _openBrackets = new();

    /// <summary>What stopped the parser, or null.</summary>
    public YamlFailure? Failure { get; private set; }

    /// <summary>The last event that was read.</summary>
    public ParsingEvent? Last { get; private set; }

    /// <summary>The next event; null at the end and at a failure.</summary>
    public ParsingEvent? Next()
    {
        if (Failure is not null) return null;
        try
        {
            if (!_parser.MoveNext()) return null;
        }
        catch (YamlException e)
        {
            Failure = new YamlFailure((int)e.Start.Index, e.Message, InnermostBracket);
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            // The parser gives up in these ways on brackets left open.
            Failure = new YamlFailure(text.Length, "", InnermostBracket);
            return null;
        }

        Last = _parser.Current;
        if (Last is MappingStart or SequenceStart) _openBrackets.Push(IsFlow(Last) ? (int)Last.Start.Index : -1);
        if (Last is MappingEnd or SequenceEnd) _openBrackets.Pop();
        return Last;
    }

    /// <summary>Whether a collection is written in brackets.</summary>
    public static bool IsFlow(ParsingEvent start) =>
        start is MappingStart { Style: MappingStyle.Flow } or SequenceStart { Style: SequenceStyle.Flow };

    private int InnermostBracket => _openBrackets.TryPeek(out int index) ? index : -1;
}

/// <summary>Where and why the YAML parser stopped.</summary>
/// <param name="Index">Index of the character it stopped at; the text's length when it does not say.</param>
/// <param name="Message">The parser's own words.</param>
/// <param name="OpenBracket">Index of the innermost bracket still open, or -1.</param>
internal sealed record YamlFailure(int Index, string Message, int OpenBracket);
