using System.Text;
using System.Text.RegularExpressions;
using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>The published text of a policy, in which names are looked for regardless of width, blanks, quotes and brackets.</summary>
internal sealed partial class PolicyText
{
    private const int ContextBefore = 16, ContextBehind = 8;

    private readonly SourceText _source;
    private readonly List<int> _origins = [];

    private PolicyText(string name, string text)
    {
        _source = new SourceText(name, text);
        StringBuilder plain = new();
        HashSet<int> skipped = [.. Pinyin().Matches(_source.Text).SelectMany(m => Enumerable.Range(m.Index, m.Length))];
        for (int i = 0; i < _source.Text.Length; i++)
        {
            if (skipped.Contains(i)) continue;
            bool isPair = char.IsHighSurrogate(_source.Text[i]) && i + 1 < _source.Text.Length;
            string folded = NameNormalizer.Normalize(isPair ? _source.Text.Substring(i, 2) : Simplified.Of(_source.Text[i]).ToString());
            plain.Append(folded);
            _origins.AddRange(Enumerable.Repeat(i, folded.Length));
            if (isPair) i++;
        }

        Plain = plain.ToString();
        Amounts = AmountFinder.Find(string.Concat(_source.Text.Select(Simplified.Of)));
    }

    /// <summary>The file's name.</summary>
    public string Name => _source.File;

    /// <summary>The text as it stands, lines ended by <c>\n</c>.</summary>
    public string Text => _source.Text;

    /// <summary>The text as names are compared.</summary>
    public string Plain { get; }

    /// <summary>The amounts in it.</summary>
    public IReadOnlyList<FoundAmount> Amounts { get; }

    /// <summary>Reads a file; null after reporting why it is no text.</summary>
    public static PolicyText? Read(string path, DiagnosticBag bag)
    {
        string name = Path.GetFileName(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(SourceMessages.Unreadable(name, new("文件打不开", "the file cannot be opened")));
            return null;
        }

        if (Decode(bytes, out bool isGuessed) is not { } text)
        {
            bag.Add(SourceMessages.Unreadable(name, new("它不是文字，或编码认不出", "it is not text, or its encoding is not known")));
            return null;
        }

        if (isGuessed) bag.Add(SourceMessages.GuessedGb18030(new Place(name)));
        return new PolicyText(name, text);
    }

    /// <summary>Where a character of <see cref="Plain"/> stands in <see cref="Text"/>.</summary>
    public int Origin(int plain) => plain < _origins.Count ? _origins[plain] : Text.Length;

    /// <summary>The first character of <see cref="Plain"/> that stands at or behind one of <see cref="Text"/>.</summary>
    public int PlainAt(int index)
    {
        int found = _origins.BinarySearch(index);
        return found >= 0 ? found : ~found;
    }

    /// <summary>The place of a character of <see cref="Text"/>.</summary>
    public Place PlaceAt(int index) => _source.PlaceAt(index);

    /// <summary>In a text with a table in 万元, the numbers that stand alone: they may be amounts.</summary>
    public IEnumerable<Rational> BareAmounts() => TableUnit().IsMatch(Text)
        ? BareNumber().Matches(Fold.Width(Text)).Select(m => NumberText.TryParse(m.Value, out Rational number) ? number * 1_000_000 : Rational.Zero)
        : [];

    /// <summary>A few words around a piece of the text, within its line.</summary>
    public string Context(int index, int length)
    {
        int from = index, to = index + length;
        while (from > 0 && index - from < ContextBefore && Text[from - 1] != '\n') from--;
        while (to < Text.Length && to - index - length < ContextBehind && Text[to] != '\n') to++;
        return (from > 0 && Text[from - 1] != '\n' ? "…" : "") + Text[from..to].Trim() + (to < Text.Length && Text[to] != '\n' ? "…" : "");
    }

    private static string? Decode(byte[] bytes, out bool isGuessed)
    {
        isGuessed = false;
        (string? marked, int length) = TextEncoding.FromMark(bytes);
        if (marked is TextEncoding.Utf16Little or TextEncoding.Utf16Big) return Transcoded(bytes[length..], marked);
        if (bytes.AsSpan().Contains((byte)0)) return null;
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes.AsSpan(length));
        isGuessed = true;
        return marked is null ? Transcoded(bytes, TextEncoding.Gb18030) : null;
    }

    private static string? Transcoded(byte[] bytes, string encoding)
    {
        using MemoryStream source = new(bytes), target = new();
        Transcoding transcoding = new();
        try
        {
            transcoding.Copy(source, encoding, target);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        return transcoding.IsPlausible ? Encoding.UTF8.GetString(target.ToArray()) : null;
    }

    // Some pages come with the reading of a character behind it: 質(zhì)量.
    [GeneratedRegex(@"\([a-z]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü][a-z]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Pinyin();

    [GeneratedRegex(@"单位 *[:：]? *[(（]?(?:人民币)?万元|[(（]万元[)）]", RegexOptions.CultureInvariant)]
    private static partial Regex TableUnit();

    [GeneratedRegex(@"(?<![0-9.])[0-9]{1,9}(?:\.[0-9]{1,6})?(?![0-9.%年月日号])", RegexOptions.CultureInvariant)]
    private static partial Regex BareNumber();
}
