using System.Text;

namespace Incentives.Core.Syntax;

/// <summary>A node in one short line, for messages.</summary>
internal static class NodeText
{
    private const int Longest = 60;

    /// <summary>The node as it would stand in brackets, at most 60 characters, cut with <c>…</c>.</summary>
    public static string Describe(Node node)
    {
        StringBuilder text = new();
        Write(node, text);
        if (text.Length <= Longest) return text.ToString();
        int end = Longest - 1;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text.ToString(0, end) + "…";
    }

    private static void Write(Node node, StringBuilder text)
    {
        if (text.Length > Longest) return;
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(scalar.IsQuoted ? $"\"{OneLine(scalar.Text)}\"" : OneLine(scalar.Text));
                break;
            case ListNode list:
                text.Append('[');
                for (int i = 0; i < list.Items.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    Write(list.Items[i], text);
                }

                text.Append(']');
                break;
            case MapNode map:
                text.Append('{');
                for (int i = 0; i < map.Entries.Count; i++)
                {
                    if (i > 0) text.Append(", ");
                    text.Append(map.Entries[i].Key).Append(": ");
                    Write(map.Entries[i].Value, text);
                }

                text.Append('}');
                break;
        }
    }

    private static string OneLine(string text) => text.Trim().ReplaceLineEndings(" ");
}
