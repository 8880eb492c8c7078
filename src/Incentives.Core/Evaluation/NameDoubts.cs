using System.Text;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>Recipients that may be one under two spellings: a name with and without a note in brackets, 有限责任公司 and 有限公司. Reported, never merged.</summary>
internal sealed class NameDoubts(Symbols symbols)
{
    private const int MostReported = 20;

    private readonly bool[] _seen = new bool[symbols.Count + 1];
    private readonly List<int> _doubtful = [];

    /// <summary>Notes a name of the batch or its history; 0 for none.</summary>
    public void See(int name)
    {
        if (name == 0 || _seen[name]) return;
        _seen[name] = true;
        ReadOnlySpan<byte> utf8 = symbols.Utf8(name);
        if (utf8[^1] == (byte)')' || utf8.IndexOf("有限责任公司"u8) >= 0) _doubtful.Add(name);
    }

    /// <summary>Reports the pairs among the names seen.</summary>
    public void Report(Func<int, int?> identity, DiagnosticBag bag)
    {
        List<(string First, string Second)> pairs = [];
        foreach (int name in _doubtful)
        {
            string text = symbols.Name(name), plain = Plain(text);
            int other = plain == text ? 0 : symbols.Find(Encoding.UTF8.GetBytes(plain));
            if (other != 0 && _seen[other] && identity(name) != identity(other)) pairs.Add((plain, text));
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
