using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>Recipients that may be one under two spellings: a name with and without a note in brackets, 有限责任公司 and 有限公司. Reported, never merged.</summary>
internal static class NameDoubts
{
    private const int MostReported = 20;

    /// <summary>Looks for such pairs among the names of a batch and its history.</summary>
    public static void Report(IReadOnlySet<int> names, Func<int, int?> identity, Symbols symbols, DiagnosticBag bag)
    {
        Dictionary<string, int>? byName = null;
        List<(string First, string Second)> pairs = [];
        foreach (int name in names)
        {
            ReadOnlySpan<byte> utf8 = symbols.Utf8(name);
            if (!utf8.Contains((byte)'(') && utf8.IndexOf("有限责任公司"u8) < 0) continue;
            string text = symbols.Name(name), plain = Plain(text);
            if (plain == text) continue;
            byName ??= names.ToDictionary(symbols.Name);
            if (byName.TryGetValue(plain, out int other) && identity(name) != identity(other)) pairs.Add((plain, text));
        }

        foreach ((string first, string second) in pairs.Order().Take(MostReported)) bag.Add(EvaluationMessages.MayBeSame(first, second));
    }

    private static string Plain(string name)
    {
        int open = name.IndexOf('(', StringComparison.Ordinal), close = name.LastIndexOf(')');
        // A bracket inside a company's name, such as 某某(集团)有限公司, belongs to it; one at the end is a note.
        if (open > 0 && close == name.Length - 1) name = name[..open];
        return name.Replace("有限责任公司", "有限公司", StringComparison.Ordinal);
    }
}
