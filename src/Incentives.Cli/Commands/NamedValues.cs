using Incentives.Core.Diagnostics;

namespace Incentives.Cli.Commands;

/// <summary>Names and values written <c>NAME=VALUE</c>.</summary>
internal static class NamedValues
{
    /// <summary>The pairs; one written otherwise is reported.</summary>
    public static IReadOnlyDictionary<string, string> Read(string option, IReadOnlyList<string>? texts, DiagnosticBag bag)
    {
        Dictionary<string, string> pairs = [];
        foreach (string text in texts ?? [])
        {
            int at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1) bag.Add(CommandMessages.NotAPair(option, text));
            else pairs[text[..at].Trim()] = text[(at + 1)..].Trim();
        }

        return pairs;
    }
}
