using System.Text;
using Incentives.Core.Diagnostics;

namespace Incentives.Core.Syntax;

/// <summary>
/// Finds what the eye cannot see: tabs and wide spaces as indentation, control and zero-width characters. Each is reported
/// once per line and read as a space, so that the rest of the file is still checked.
/// </summary>
internal static class SourceCleaning
{
    /// <summary>The text as YAML may read it, of the same length; <paramref name="indentationDoubtful"/> says that later complaints about structure prove nothing.</summary>
    public static string Clean(SourceText source, DiagnosticBag bag, out bool indentationDoubtful)
    {
        indentationDoubtful = false;
        StringBuilder? cleaned = null;
        for (int line = 1; line <= source.LineCount; line++)
        {
            string text = source.Line(line);
            int start = source.StartOf(line);
            bool inIndentation = true, invisibleSaid = false, indentationSaid = false;
            if (string.IsNullOrWhiteSpace(text.TrimStart('\uFEFF'))) inIndentation = false;
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                if (inIndentation && c is '\t' or '\u3000' or '\u00A0')
                {
                    if (!indentationSaid) bag.Add(c == '\t' ? SyntaxMessages.TabIndentation(source.PlaceAt(start + i)) : SyntaxMessages.WideSpaceIndentation(source.PlaceAt(start + i)));
                    indentationSaid = indentationDoubtful = true;
                }
                else if (IsInvisible(c))
                {
                    if (!invisibleSaid) bag.Add(SyntaxMessages.InvisibleCharacter(source.PlaceAt(start + i), c));
                    invisibleSaid = true;
                }
                else
                {
                    if (c != ' ') inIndentation = false;
                    continue;
                }

                cleaned ??= new StringBuilder(source.Text);
                cleaned[start + i] = ' ';
            }
        }

        return cleaned?.ToString() ?? source.Text;
    }

    private static bool IsInvisible(char c) =>
        (char.IsControl(c) && c != '\t') || c is '\u2028' or '\u2029' or '\uFEFF' or '\u2060' or '\u00AD' or (>= '\u200B' and <= '\u200F');
}
