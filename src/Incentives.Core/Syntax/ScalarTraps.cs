using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Incentives.Core.Syntax;

/// <summary>Texts that YAML reads without complaint and that nobody meant so. Each method gives at most one finding.</summary>
internal static partial class ScalarTraps
{
    /// <summary>A text that is an item of a list.</summary>
    public static Diagnostic? InList(SourceText source, ParsingEvent e, ScalarNode item, List<Node> before, bool inBrackets)
    {
        if (item.IsQuoted) return null;
        if (inBrackets && before.Count > 0 && before[^1] is ScalarNode { IsQuoted: false } previous
            && source.At((int)e.Start.Index - 1) == ',' && FewDigits().IsMatch(previous.Text) && RestOfAmount().IsMatch(item.Text))
        {
            return SyntaxMessages.ThousandsSeparator(previous.Place, $"{previous.Text},{item.Text}", previous.Text + item.Text);
        }

        int comma = item.Text.AsSpan().IndexOfAny('，', '、');
        if (comma >= 0) return SyntaxMessages.WideCommaInItem(item.Place, item.Text, item.Text[comma]);
        int colon = item.Text.AsSpan().IndexOfAny('：', '︰');
        if (colon > 0 && !IsNumber(item.Text.AsSpan(0, colon))) return SyntaxMessages.WideColon(item.Place, item.Text[..colon], item.Text[(colon + 1)..]);
        return Anywhere(source, e, item);
    }

    /// <summary>A text that is the value of a key.</summary>
    public static Diagnostic? InMap(SourceText source, ParsingEvent e, ScalarNode value) => value.IsQuoted ? null : Anywhere(source, e, value);

    /// <summary>A key with nothing behind it, where the reason can be seen.</summary>
    public static Diagnostic? EmptyEntry(MapEntry entry, MapEntry? previous)
    {
        if (entry.IsKeyQuoted) return null;
        if (KeyWithoutColon(new ScalarNode(entry.KeyPlace, entry.Key, IsQuoted: false)) is { } colon) return colon;
        if (previous?.Value is not ScalarNode { IsQuoted: false } cut || cut.Text.Length == 0) return null;
        return FewDigits().IsMatch(cut.Text) && RestOfAmount().IsMatch(entry.Key)
            ? SyntaxMessages.ThousandsSeparator(cut.Place, $"{cut.Text},{entry.Key}", cut.Text + entry.Key)
            : SyntaxMessages.CommaCutsText(entry.KeyPlace, previous.Key, cut.Text, entry.Key);
    }

    /// <summary>A text that was meant as "key: value" but has a full-width colon, or no space behind the colon.</summary>
    public static Diagnostic? KeyWithoutColon(Node node)
    {
        if (node is not ScalarNode { IsQuoted: false } text) return null;
        string first = text.Text.Split('\n', ' ')[0];
        int wide = first.AsSpan().IndexOfAny('：', '︰', '∶');
        if (wide > 0) return SyntaxMessages.WideColon(text.Place, first[..wide], text.Text[(wide + 1)..]);
        int narrow = text.Text.IndexOf(':', StringComparison.Ordinal);
        return narrow > 0 && narrow + 1 < text.Text.Length
            ? SyntaxMessages.NoSpaceAfterColon(text.Place, text.Text[..narrow].Trim(), text.Text[(narrow + 1)..].Trim())
            : null;
    }

    /// <summary>A text that begins with a comparison sign.</summary>
    public static Diagnostic? Comparison(string text, Place place)
    {
        Match m = ComparisonSign().Match(text);
        if (!m.Success) return null;
        string sign = m.Groups[1].Value, bound = m.Groups[2].Value.Trim();
        if (bound.Length == 0) bound = "2000万元";
        (string canonical, string law) = sign switch
        {
            ">" or "＞" => ($"{bound}<..", $"超过{bound}"),
            "<" or "＜" => ($"..<{bound}", $"不满{bound}"),
            "=" or "==" or "＝" => (bound, bound),
            _ when sign[0] is '>' or '＞' or '≥' or '≧' => ($"{bound}..", $"{bound}以上"),
            _ => ($"..{bound}", $"{bound}以下"),
        };
        return SyntaxMessages.Comparison(place, sign, canonical, law);
    }

    private static Diagnostic? Anywhere(SourceText source, ParsingEvent e, ScalarNode text)
    {
        if (Comparison(text.Text, text.Place) is { } comparison) return comparison;
        if (text.Text[0] is '［' or '｛') return SyntaxMessages.WideBracket(text.Place, text.Text[0]);
        Match key = KeyInside().Match(text.Text);
        if (key.Success)
        {
            string name = key.Groups[1].Value, rest = text.Text[(name.Length + 1)..];
            return text.Text[name.Length] == ':' ? SyntaxMessages.NoSpaceAfterColon(text.Place, name, rest) : SyntaxMessages.WideColon(text.Place, name, rest);
        }

        return e is Scalar { Style: ScalarStyle.Plain } ? Joined(source, e) : null;
    }

    // A text over several lines is joined by YAML; a line of it that looks like an item or a key was not meant so.
    private static Diagnostic? Joined(SourceText source, ParsingEvent e)
    {
        int last = source.LineOf(Math.Max((int)e.Start.Index, (int)e.End.Index - 1));
        for (int line = source.LineOf((int)e.Start.Index) + 1; line <= last; line++)
        {
            string written = source.Line(line);
            string trimmed = written.TrimStart(' ');
            if (trimmed.StartsWith("- ", StringComparison.Ordinal) || KeyInside().IsMatch(trimmed))
            {
                return SyntaxMessages.JoinedToLineAbove(source.PlaceAt(source.StartOf(line) + written.Length - trimmed.Length), trimmed.TrimEnd());
            }
        }

        return null;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => NumberText.TryParse(text.ToString(), out _);

    [GeneratedRegex(@"^\d{1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex FewDigits();

    [GeneratedRegex(@"^\d{3}(\.\d+)?\s*[万亿]?元$", RegexOptions.CultureInvariant)]
    private static partial Regex RestOfAmount();

    [GeneratedRegex(@"^(>=|<=|==|[＞＜]=|[><＞＜≥≤≧≦=＝])\s*(.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ComparisonSign();

    [GeneratedRegex(@"^([a-z][a-z-]+)(?:[：︰]|:(?!//)\S)", RegexOptions.CultureInvariant)]
    private static partial Regex KeyInside();
}
