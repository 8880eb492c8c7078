using Incentives.Core.Diagnostics;

namespace Incentives.Cli.Commands;

/// <summary>The value of <c>--format</c>: names of formats with commas between them.</summary>
internal static class FormatNames
{
    /// <summary>The names, each once; one that is not among the known is reported.</summary>
    public static IReadOnlySet<string> Read(IReadOnlyList<string>? texts, IReadOnlyList<string> known, DiagnosticBag bag)
    {
        HashSet<string> names = [];
        foreach (string name in (texts ?? []).SelectMany(t => t.Split(',', '，', '、')).Select(t => t.Trim().ToLowerInvariant()))
        {
            if (known.Contains(name)) names.Add(name);
            else bag.Add(CommandMessages.NotAFormat(name, known));
        }

        return names;
    }
}
