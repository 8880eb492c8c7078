using Incentives.Core.Diagnostics;

namespace Incentives.Core.Comparing;

/// <summary>What a person asked to be compared, as written on the command line.</summary>
/// <param name="Rules">Values of <c>--rules</c>.</param>
/// <param name="Readings">Values of <c>--reading</c>, <c>ID=OPTION</c>.</param>
/// <param name="Settings">Values of <c>--set</c>, <c>NAME=VALUE</c>.</param>
/// <param name="Sweeps">Values of <c>--sweep</c>, <c>NAME=LOW..HIGH/STEP</c>.</param>
/// <param name="Named">Values of <c>--variant</c>, <c>NAME: --reading ID=OPTION ...</c>.</param>
internal sealed record VariantChoices(IReadOnlyList<string> Rules, IReadOnlyList<string> Readings, IReadOnlyList<string> Settings, IReadOnlyList<string> Sweeps, IReadOnlyList<string> Named);

/// <summary>
/// The base and its variants. What is given once holds for all; what is given more than once is compared, and the first stands in the
/// base. Where nothing is given twice, swept or named, what was chosen is compared with the rules as they stand.
/// </summary>
internal sealed class VariantList
{
    /// <summary>Most variants beside the base.</summary>
    public const int Most = 100;

    private readonly DiagnosticBag _bag;
    private readonly List<Variant> _variants = [];

    private VariantList(DiagnosticBag bag) => _bag = bag;

    /// <summary>Rule files and folders of the base.</summary>
    public string BaseRules { get; private set; } = "";

    /// <summary>Readings and settings of the base, in the order given.</summary>
    public IReadOnlyList<VariantChange> BaseChoices { get; private set; } = [];

    /// <summary>The variants: further rules, readings, settings, sweeps, named ones, each in the order given.</summary>
    public IReadOnlyList<Variant> Variants => _variants;

    /// <summary>What the choices mean. Look into the bag before using it.</summary>
    public static VariantList Of(VariantChoices choices, DiagnosticBag bag)
    {
        VariantList list = new(bag);
        list.Read(choices);
        return list;
    }

    private void Read(VariantChoices choices)
    {
        List<VariantChange> common = [];
        BaseRules = choices.Rules.Count > 0 ? choices.Rules[0] : "";
        foreach (string rules in choices.Rules.Skip(1)) Add(VariantChange.OfRules([rules]));
        Repeated(ChangeKind.Reading, choices.Readings, common);
        Repeated(ChangeKind.Setting, choices.Settings, common);
        foreach (string sweep in choices.Sweeps) Sweep(sweep);
        foreach (string named in choices.Named) Named(named);
        if (_bag.HasErrors) return;
        if (_variants.Count == 0 && common.Count > 0)
        {
            _variants.Add(new Variant(string.Join(", ", common.Select(c => c.Text)), common));
            common = [];
        }

        BaseChoices = common;
        if (_variants.Count == 0) _bag.Add(CompareMessages.NothingToCompare());
        if (_variants.Count > Most) _bag.Add(CompareMessages.TooMany(_variants.Count, Most));
    }

    // The first of a name stands in the base, each further one is a variant.
    private void Repeated(ChangeKind kind, IReadOnlyList<string> texts, List<VariantChange> common)
    {
        HashSet<string> seen = [];
        foreach (VariantChange change in texts.Select(t => Pair(kind, t)).OfType<VariantChange>())
        {
            if (seen.Add(change.Name)) common.Add(change);
            else Add(change);
        }
    }

    private void Sweep(string text)
    {
        if (SweepText.Read(text, _bag) is not { } sweep) return;
        foreach (string value in sweep.Values) Add(new VariantChange(ChangeKind.Setting, sweep.Name, value, []));
    }

    private void Named(string text)
    {
        if (VariantText.Split(text) is not { } parts)
        {
            _bag.Add(CompareMessages.VariantUnreadable(text));
            return;
        }

        List<VariantChange> changes = [];
        List<string> rules = [];
        foreach ((string option, string value) in parts.Options)
        {
            if (option == "rules") rules.Add(value);
            else if (Pair(option == "reading" ? ChangeKind.Reading : ChangeKind.Setting, value) is { } change) changes.Add(change);
        }

        if (rules.Count > 0) changes.Insert(0, VariantChange.OfRules(rules));
        Add(parts.Name, changes);
    }

    private VariantChange? Pair(ChangeKind kind, string text)
    {
        int at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0 && at < text.Length - 1) return new VariantChange(kind, text[..at].Trim(), text[(at + 1)..].Trim(), []);
        _bag.Add(CompareMessages.NotAPair(kind == ChangeKind.Reading ? "--reading" : "--set", text));
        return null;
    }

    private void Add(VariantChange change) => Add(change.Text, [change]);

    private void Add(string name, IReadOnlyList<VariantChange> changes)
    {
        string unique = name;
        for (int i = 2; _variants.Exists(v => v.Name == unique); i++) unique = $"{name} ({i})";
        _variants.Add(new Variant(unique, changes));
    }
}
