using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>Who is who: a recipient is its identity code where it has one; a name without a code is the one code it goes with elsewhere in the batch or history.</summary>
internal sealed class Identities
{
    private const int MostReported = 20;

    private readonly Dictionary<int, int> _codeOfName = [];
    private readonly HashSet<int> _ambiguous = [];
    private readonly IReadOnlyDictionary<int, int> _aliases;

    /// <summary>Looks through a batch. Doubts are reported, never merged.</summary>
    public Identities(LineStore lines, HistoryStore history, IReadOnlyDictionary<int, int> aliases, Symbols symbols, DiagnosticBag bag)
    {
        _aliases = aliases;
        HashSet<int> names = [];
        Dictionary<int, int> nameOfCode = [];
        int reported = 0;
        void See(int name, int code)
        {
            if (name != 0) names.Add(name);
            name = Current(name);
            if (name == 0 || code == 0) return;
            if (!_codeOfName.TryAdd(name, code) && _codeOfName[name] != code && _ambiguous.Add(name) && reported++ < MostReported)
            {
                string[] codes = [.. new[] { symbols.Name(_codeOfName[name])[1..], symbols.Name(code)[1..] }.Order(StringComparer.Ordinal)];
                bag.Add(EvaluationMessages.SameNameTwoCodes(symbols.Name(name), codes[0], codes[1]));
            }

            if (!nameOfCode.TryAdd(code, name) && nameOfCode[code] != name && reported++ < MostReported)
            {
                string[] names = [.. new[] { symbols.Name(nameOfCode[code]), symbols.Name(name) }.Order(StringComparer.Ordinal)];
                bag.Add(EvaluationMessages.SameCodeTwoNames(symbols.Name(code)[1..], names[0], names[1]));
            }
        }

        int last = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            ref ClaimLine line = ref lines[i];
            if (line.Row != last) See(line.Name, line.Code);
            last = line.Row;
        }

        for (int i = 0; i < history.Count; i++) See(history[i].Name, history[i].Code);
        NameDoubts.Report(names, n => Of(n, 0), symbols, bag);
    }

    private int Current(int name) => _aliases.Count == 0 ? name : _aliases.GetValueOrDefault(name, name);

    /// <summary>The one symbol of a recipient; null when a name without a code goes with several.</summary>
    public int? Of(int name, int code)
    {
        if (code != 0) return code;
        name = Current(name);
        if (_ambiguous.Contains(name)) return null;
        return _codeOfName.GetValueOrDefault(name, name);
    }
}
