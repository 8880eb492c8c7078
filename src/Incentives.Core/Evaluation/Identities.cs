using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;

namespace Incentives.Core.Evaluation;

/// <summary>Who is who: a recipient is its identity code where it has one; a name without a code is the one code it goes with elsewhere in the batch or history.</summary>
internal sealed class Identities
{
    private const int MostReported = 20;
    private const int Doubtful = -1;

    private readonly RecipientTable _recipients;
    private readonly Symbols _symbols;
    private readonly IReadOnlyDictionary<int, int> _aliases;
    private readonly DiagnosticBag _bag;

    // By symbol of a name, and of a code: what it goes with, 0 for nothing yet; a name that goes with several codes is doubtful.
    private readonly int[] _codeOfName;
    private readonly int[] _nameOfCode;
    private readonly int[] _byRecipient;
    private readonly int[] _numbers;
    private int _reported;

    /// <summary>Looks through a batch. Doubts are reported, never merged.</summary>
    public Identities(LineStore lines, HistoryStore history, RecipientTable recipients, IReadOnlyDictionary<int, int> aliases, Symbols symbols, DiagnosticBag bag)
    {
        (_recipients, _symbols, _aliases, _bag) = (recipients, symbols, aliases, bag);
        _codeOfName = new int[symbols.Count + 1];
        _nameOfCode = new int[symbols.Count + 1];
        bool[] seen = new bool[recipients.Count + 1];
        NameDoubts doubts = new(symbols);
        // In the order of the rows, so that the same doubts are reported whatever numbers the recipients got.
        for (int i = 0; i < lines.Count; i++) See(lines[i].Recipient, seen, doubts);
        for (int i = 0; i < history.Count; i++) See(history[i].Recipient, seen, doubts);
        _byRecipient = new int[seen.Length];
        _numbers = new int[seen.Length];
        int[] numberOf = new int[symbols.Count + 1];
        for (int i = 1; i < seen.Length; i++)
        {
            (int name, int code, _) = recipients[i];
            int? identity = Of(name, code);
            _byRecipient[i] = identity ?? Doubtful;
            ref int number = ref numberOf[identity ?? name];
            if (number == 0 && (identity ?? name) != 0) number = ++Count;
            _numbers[i] = number;
        }

        doubts.Report(n => Of(n, 0), bag);
    }

    /// <summary>The one symbol of a recipient of the batch; null when a name without a code goes with several.</summary>
    public int? Of(int recipient) => recipient < _byRecipient.Length ? Known(_byRecipient[recipient]) : Of(_recipients[recipient].Name, _recipients[recipient].Code);

    /// <summary>The one symbol of a recipient, or that of its name where it is in doubt: for adding up.</summary>
    public int Counted(int recipient) => Of(recipient) ?? _recipients[recipient].Name;

    /// <summary>How many different recipients there are.</summary>
    public int Count { get; }

    /// <summary>A recipient's number among the different ones, from 1 to <see cref="Count"/>; 0 for nobody. For adding up without a search.</summary>
    public int Number(int recipient) => _numbers[recipient];

    /// <summary>The one symbol of a name and a code; null when a name without a code goes with several.</summary>
    public int? Of(int name, int code)
    {
        if (code != 0) return code;
        name = Current(name);
        int known = name < _codeOfName.Length ? _codeOfName[name] : 0;
        return known == 0 ? name : Known(known);
    }

    private static int? Known(int identity) => identity == Doubtful ? null : identity;

    private int Current(int name) => _aliases.Count == 0 ? name : _aliases.GetValueOrDefault(name, name);

    private void See(int recipient, bool[] seen, NameDoubts doubts)
    {
        if (seen[recipient]) return;
        seen[recipient] = true;
        (int name, int code, _) = _recipients[recipient];
        doubts.See(name);
        name = Current(name);
        if (name == 0 || code == 0) return;
        int known = _codeOfName[name];
        if (known == 0)
        {
            _codeOfName[name] = code;
        }
        else if (known != code && known != Doubtful)
        {
            _codeOfName[name] = Doubtful;
            if (_reported++ < MostReported)
            {
                string[] codes = Ordered(_symbols.Name(known)[1..], _symbols.Name(code)[1..]);
                _bag.Add(EvaluationMessages.SameNameTwoCodes(_symbols.Name(name), codes[0], codes[1]));
            }
        }

        if (_nameOfCode[code] == 0) _nameOfCode[code] = name;
        if (_nameOfCode[code] == name || _reported++ >= MostReported) return;
        string[] names = Ordered(_symbols.Name(_nameOfCode[code]), _symbols.Name(name));
        _bag.Add(EvaluationMessages.SameCodeTwoNames(_symbols.Name(code)[1..], names[0], names[1]));
    }

    private static string[] Ordered(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? [a, b] : [b, a];
}
