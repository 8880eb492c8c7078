using System.Text;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>Reads a rule file into located nodes. YAML's implicit typing is ignored: every scalar is text.</summary>
internal static class YamlReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file's bytes, UTF-8 with or without a byte order mark. Null when nothing of the file can be used.</summary>
    public static MapNode? Read(string fileName, ReadOnlySpan<byte> utf8, DiagnosticBag bag)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException e)
        {
            int line = 1 + utf8[..Math.Clamp(e.Index, 0, utf8.Length)].Count((byte)'\n');
            bag.Add(SyntaxMessages.NotUtf8(new Place(fileName, line)));
            return null;
        }

        return Read(fileName, text, bag);
    }

    /// <summary>Reads a file's text. Null when nothing of the file can be used; what was reported before stays in the bag.</summary>
    public static MapNode? Read(string fileName, string text, DiagnosticBag bag)
    {
        SourceText source = new(fileName, text);
        string cleaned = SourceCleaning.Clean(source, bag, out bool indentationDoubtful);
        YamlEvents events = new(cleaned);
        MapNode? root = new NodeBuilder(source, events, bag).Document();
        if (events.Failure is null) return root;
        if (!indentationDoubtful) bag.Add(SyntaxErrorTranslation.Translate(source, events.Failure, events.Last));
        return null;
    }
}
