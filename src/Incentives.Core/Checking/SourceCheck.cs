using Incentives.Core.Diagnostics;
using Incentives.Core.Numbers;
using Incentives.Core.Plans;

namespace Incentives.Core.Checking;

/// <summary>Holds schemes against the policy's own text: what a scheme says must stand there, and what stands there should be used.</summary>
internal sealed class SourceCheck(PolicyText text, DiagnosticBag bag)
{
    private readonly HashSet<Rational> _used = [];

    /// <summary>Looks for a scheme's amounts, honours and articles in the text, and compares what each honour is granted.</summary>
    /// <param name="amounts">The amounts the scheme's file holds.</param>
    /// <param name="readings">The scheme under the options of its readings, the defaults first.</param>
    public void Run(IReadOnlyList<WrittenAmount> amounts, IReadOnlyList<CompiledScheme> readings)
    {
        _used.UnionWith(amounts.Select(a => a.Fen));
        if (text.Amounts.Count > 0)
        {
            HashSet<Rational> there = [.. text.Amounts.Select(a => a.Fen), .. text.BareAmounts()];
            foreach (WrittenAmount amount in amounts.Where(a => !there.Contains(a.Fen))) bag.Add(SourceMessages.AmountNotThere(amount.Place, amount.Text, text.Name));
        }

        Scheme scheme = readings[0].Scheme;
        foreach (Clause clause in scheme.Clauses) Article(clause);
        foreach (Honour honour in Honour.All(readings)) Name(honour);
        new HonourAmounts(text, readings, bag).Run();
    }

    /// <summary>Lists the amounts of the text that none of the schemes uses.</summary>
    public void Rest()
    {
        if (text.Amounts.Count == 0) bag.Add(SourceMessages.NoAmounts(new Place(text.Name)));
        foreach (FoundAmount amount in text.Amounts.Where(a => !_used.Contains(a.Fen)))
            bag.Add(SourceMessages.AmountUnused(text.PlaceAt(amount.Index), text.Text.Substring(amount.Index, amount.Length), text.Context(amount.Index, amount.Length)));
    }

    private void Article(Clause clause)
    {
        if (clause.Cite.Length > 0 && Articles.Missing(clause.Cite, text) is { } missing)
            bag.Add(SourceMessages.ArticleNotThere(clause.Place, missing.IsNumber ? Severity.Warning : Severity.Note, clause.Id, clause.Cite, missing.Text, text.Name));
    }

    private void Name(Honour honour)
    {
        if (honour.Spellings.Any(s => text.Plain.Contains(s, StringComparison.Ordinal))) return;
        string? part = honour.Spellings.Select(Part).OfType<string>().MaxBy(p => p.Length);
        bag.Add(part is null ? SourceMessages.HonourNotThere(honour.Place, honour.Name, text.Name) : SourceMessages.HonourShortened(honour.Place, honour.Name, text.Name, part));
    }

    // The longest end of a name that stands in the text, of at least half of it, or its longest beginning, of at least two thirds; four characters at least.
    private string? Part(string name)
    {
        for (int length = name.Length - 1; length >= 4 && length * 2 >= name.Length; length--)
        {
            if (text.Plain.Contains(name[^length..], StringComparison.Ordinal)) return name[^length..];
            if (length * 3 >= name.Length * 2 && text.Plain.Contains(name[..length], StringComparison.Ordinal)) return name[..length];
        }

        return null;
    }
}

/// <summary>A scheme as it is under some options of its readings.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Symbols">Its names.</param>
/// <param name="Award">The column of awards.</param>
/// <param name="Options">The options that are not the defaults.</param>
internal sealed record CompiledScheme(Scheme Scheme, Symbols Symbols, Column Award, IReadOnlyDictionary<string, string> Options);

/// <summary>An award that a scheme grants money for.</summary>
/// <param name="Name">As the scheme writes it.</param>
/// <param name="Place">Where it writes it first.</param>
/// <param name="Spellings">Its name and aliases, normalised.</param>
internal sealed record Honour(string Name, Place Place, IReadOnlyList<string> Spellings)
{
    /// <summary>Those that clauses name under some option, in the order of their places.</summary>
    public static IEnumerable<Honour> All(IReadOnlyList<CompiledScheme> readings) =>
        readings.SelectMany(Of).DistinctBy(h => h.Spellings[0]).OrderBy(h => h.Place, Place.Order);

    private static IEnumerable<Honour> Of(CompiledScheme compiled)
    {
        (Scheme scheme, Symbols symbols) = (compiled.Scheme, compiled.Symbols);
        foreach (int award in scheme.Clauses.SelectMany(c => c.Awards(compiled.Award) ?? new HashSet<int>()).Distinct())
        {
            (string Name, int Symbol, Place Place)[] written = [.. scheme.Names.References.Where(r => r.Symbol == award).OrderBy(r => r.Place, Place.Order)];
            if (written.Length > 0) yield return new Honour(written[0].Name, written[0].Place, Spelled(scheme, symbols, award));
        }
    }

    /// <summary>An award's name and aliases.</summary>
    public static IReadOnlyList<string> Spelled(Scheme scheme, Symbols symbols, int award) =>
        [symbols.Name(award), .. scheme.Names.Awards.Where(a => a.Value == award && a.Key != award).Select(a => symbols.Name(a.Key)).Order(StringComparer.Ordinal)];
}
