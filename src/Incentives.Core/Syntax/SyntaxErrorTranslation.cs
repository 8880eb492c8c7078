using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Incentives.Core.Syntax;

/// <summary>Says in a policy drafter's words why the YAML parser stopped, from its message and the text around the place.</summary>
internal static partial class SyntaxErrorTranslation
{
    /// <summary>The finding for a failure; <paramref name="last"/> is the last event before it.</summary>
    public static Diagnostic Translate(SourceText source, YamlFailure failure, ParsingEvent? last)
    {
        int i = Math.Min(failure.Index, source.Text.Length);
        Place place = source.PlaceAt(i);
        string said = failure.Message;
        return said switch
        {
            _ when Says(said, "quoted scalar") => Says(said, "escape") ? SyntaxMessages.BadEscape(place) : SyntaxMessages.UnclosedQuote(place, source.At(i)),
            _ when Says(said, "block scalar") => BlockScalar(source, i, place),
            _ when Says(said, "cannot start any token") => ReservedCharacter(source, i, place),
            _ when Says(said, "sequence entries are not allowed") => SyntaxMessages.DashAfterKey(place, source.RestOfLine(Math.Min(i + 1, source.Text.Length)).Trim()),
            _ when Says(said, "keys are not allowed") => SyntaxMessages.QuestionMark(place),
            _ when Says(said, "anchor or alias") => source.At(i) == '*' ? SyntaxMessages.Alias(place, "") : SyntaxMessages.Anchor(place, ""),
            _ when Says(said, "tag") => SyntaxMessages.Tag(place, source.RestOfLine(i).Split(' ')[0]),
            _ when Says(said, "directive") || Says(said, "incompatible YAML") => SyntaxMessages.Directive(place),
            _ when failure.OpenBracket < 0 && said.Length == 0 => Beyond(source, last),
            _ when failure.OpenBracket >= 0 => InBrackets(source, failure, i, place),
            _ => OnLines(source, i, place, said, last),
        };
    }

    private static Diagnostic BlockScalar(SourceText source, int i, Place place) =>
        ScalarTraps.Comparison(source.RestOfLine(i), place) ?? SyntaxMessages.BlockTextSign(place, source.At(i));

    private static Diagnostic ReservedCharacter(SourceText source, int i, Place place)
    {
        string text = source.RestOfLine(i);
        Match percent = LeadingPercent().Match(text);
        return percent.Success ? SyntaxMessages.LeadingPercent(place, percent.Groups[1].Value + "%") : SyntaxMessages.ReservedCharacter(place, source.At(i), text);
    }

    // The parser gave up without a word while it looked ahead of its last event, which it does inside a bracket.
    private static Diagnostic Beyond(SourceText source, ParsingEvent? last)
    {
        int from = Math.Min((int)(last?.End.Index ?? 0), source.Text.Length);
        int bracket = source.Text.AsSpan(from).IndexOfAny('[', '{');
        if (bracket < 0) return SyntaxMessages.Unreadable(source.PlaceAt(from), source.Line(source.LineOf(from)).Trim());
        char open = source.At(from + bracket);
        return SyntaxMessages.UnclosedBracket(source.PlaceAt(from + bracket), open, open == '{' ? '}' : ']');
    }

    private static Diagnostic InBrackets(SourceText source, YamlFailure failure, int i, Place place)
    {
        Place opened = source.PlaceAt(failure.OpenBracket);
        char open = source.At(failure.OpenBracket), close = open == '{' ? '}' : ']', at = source.At(i);
        if (string.IsNullOrWhiteSpace(source.Text[i..]) || failure.Message.Length == 0) return SyntaxMessages.UnclosedBracket(opened, open, close);
        if (at is ']' or '}' && at != close) return SyntaxMessages.WrongBracket(place, at, opened, open, close);
        if (at == ',') return SyntaxMessages.TwoCommas(place);
        string before = source.Text[failure.OpenBracket..i];
        int comma = before.LastIndexOfAny([',', '，', '、', '{', '[']);
        if (at == ':' && comma >= 0 && before[comma] is '，' or '、') return SyntaxMessages.WideCommaBetweenEntries(source.PlaceAt(failure.OpenBracket + comma), before[comma]);
        if (at is '[' or '{') return SyntaxMessages.BracketInText(place, at);
        if (before.TrimEnd() is [.., '"' or '\'' or ']' or '}']) return SyntaxMessages.TextAfterClosing(place, source.RestOfLine(i));
        if (place.Line > opened.Line) return SyntaxMessages.UnclosedBracket(opened, open, close);
        return at == ':' ? SyntaxMessages.ColonInText(place) : SyntaxMessages.Unreadable(place, source.Line(place.Line).Trim());
    }

    private static Diagnostic OnLines(SourceText source, int i, Place place, string said, ParsingEvent? last)
    {
        if (string.IsNullOrWhiteSpace(source.Text)) return SyntaxMessages.EmptyFile(new Place(source.File));
        bool joined = Says(said, "multiline");
        if (MistakenKey(source, place.Line) is { } here) return here;
        if (joined && LineAbove(source, place.Line) is { } above)
        {
            return MistakenKey(source, above) ?? SyntaxMessages.NotKeyAndValue(LinePlace(source, above), source.Line(above).Trim());
        }

        bool sameLine = last is not null && source.LineOf((int)last.End.Index) == place.Line;
        if (sameLine && last is Scalar { Style: not ScalarStyle.Plain } or MappingEnd or SequenceEnd)
        {
            if (source.At(i) is ']' or '}') return SyntaxMessages.SurplusBracket(place, source.At(i));
            if (i > source.StartOf(place.Line) + Indentation(source, place.Line)) return SyntaxMessages.TextAfterClosing(place, source.RestOfLine(i));
        }

        if (Says(said, "invalid mapping"))
        {
            string beforeColon = source.Line(place.Line)[..(i - source.StartOf(place.Line))];
            return beforeColon.Contains(": ", StringComparison.Ordinal) ? SyntaxMessages.ColonInText(place) : SyntaxMessages.Indentation(LinePlace(source, place.Line));
        }

        if (source.At(i) is ']' or '}') return SyntaxMessages.SurplusBracket(place, source.At(i));
        if (source.At(i) == ',') return SyntaxMessages.ReservedCharacter(place, ',', source.RestOfLine(i));
        string line = source.Line(place.Line).Trim();
        if (KeyAndValue().IsMatch(line) || line.StartsWith('-')) return SyntaxMessages.Indentation(LinePlace(source, place.Line));
        return Says(said, "expected key") ? SyntaxMessages.NotKeyAndValue(LinePlace(source, place.Line), line) : SyntaxMessages.Unreadable(place, line);
    }

    // "award：x" or "award:x" on a line that should be "award: x".
    private static Diagnostic? MistakenKey(SourceText source, int line)
    {
        string text = source.Line(line);
        Match wide = WideColonKey().Match(text);
        Place place = LinePlace(source, line);
        if (wide.Success) return SyntaxMessages.WideColon(place, wide.Groups[1].Value, wide.Groups[2].Value);
        Match narrow = NoSpaceKey().Match(text);
        return narrow.Success ? SyntaxMessages.NoSpaceAfterColon(place, narrow.Groups[1].Value, narrow.Groups[2].Value.Trim()) : null;
    }

    private static int? LineAbove(SourceText source, int line)
    {
        for (int above = line - 1; above >= 1; above--)
        {
            string text = source.Line(above).Trim();
            if (text.Length > 0 && text[0] != '#') return above;
        }

        return null;
    }

    private static Place LinePlace(SourceText source, int line) => source.PlaceAt(source.StartOf(line) + Indentation(source, line));

    private static int Indentation(SourceText source, int line)
    {
        string text = source.Line(line);
        return text.Length - text.TrimStart(' ').Length;
    }

    private static bool Says(string message, string words) => message.Contains(words, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^%\s*(\d+(?:\.\d+)?)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingPercent();

    [GeneratedRegex(@"^ *(?:- +)?([^\s:：︰'""#\[{]+)[：︰]\s*(.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex WideColonKey();

    [GeneratedRegex(@"^ *(?:- +)?([^\s:：︰'""#\[{]+):([^\s/]\S*|[\u3000\u00A0].*)$", RegexOptions.CultureInvariant)]
    private static partial Regex NoSpaceKey();

    [GeneratedRegex(@"^(?:- +)?[^:]+:(?: |$)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
