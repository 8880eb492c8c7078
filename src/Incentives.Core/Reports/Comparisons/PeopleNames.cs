using Incentives.Core.Comparing;
using Incentives.Core.Plans;

namespace Incentives.Core.Reports.Comparisons;

/// <summary>Finds names and lines of those who gain and lose most.</summary>
internal static class PeopleNames
{
    /// <summary>The first so many gainers and losers of each variant.</summary>
    public static IReadOnlyList<NamedPeople> Of(Comparison comparison, int most, CancellationToken cancel)
    {
        List<(VariantComparison Variant, RecipientChange[] Gainers, RecipientChange[] Losers)> tops = [.. comparison.Variants.Select(v => (v, v.Gainers.Take(most).ToArray(), v.Losers.Take(most).ToArray()))];
        Dictionary<int, (string Id, string Name)> names = Names(comparison, tops.SelectMany(t => t.Gainers.Concat(t.Losers).Select(r => (t.Variant, r))), cancel);
        return [.. tops.Select((t, i) => new NamedPeople(Named(t.Gainers, i), Named(t.Losers, i)))];

        IReadOnlyList<NamedRecipient> Named(RecipientChange[] people, int variant)
        {
            Dictionary<int, List<RosterLine>> lines = Lines(comparison, variant, [.. people.Select(p => p.Recipient)]);
            return [.. people.Select(p => new NamedRecipient(names[p.Recipient].Id, names[p.Recipient].Name, p.Base, p.Then, p.Rows, lines[p.Recipient]))];
        }
    }

    // Each recipient is named as where a row of theirs first changed.
    private static Dictionary<int, (string Id, string Name)> Names(Comparison comparison, IEnumerable<(VariantComparison Variant, RecipientChange Recipient)> people, CancellationToken cancel)
    {
        SortedDictionary<int, List<(int Recipient, Clause? Clause)>> wanted = [];
        HashSet<int> seen = [];
        foreach ((VariantComparison variant, RecipientChange person) in people)
        {
            if (!seen.Add(person.Recipient)) continue;
            RowChange change = variant.Changes.First(c => c.Row == person.FirstRow && c.Recipient == person.Recipient);
            if (!wanted.TryGetValue(person.FirstRow, out var here)) wanted[person.FirstRow] = here = [];
            here.Add((person.Recipient, variant.ClauseOf(change)));
        }

        Dictionary<int, (string, string)> names = [];
        RosterWalk.Run(comparison.Base, wanted.Keys, (row, record, roster) =>
        {
            foreach ((int recipient, Clause? clause) in wanted[row]) names[recipient] = RosterWalk.Recipient(record, roster.Binding, clause);
        }, cancel);
        return names;
    }

    private static Dictionary<int, List<RosterLine>> Lines(Comparison comparison, int variant, HashSet<int> people)
    {
        Dictionary<int, List<RosterLine>> lines = people.ToDictionary(p => p, _ => new List<RosterLine>());
        VariantComparison of = comparison.Variants[variant];
        foreach (RowChange change in of.Changes)
        {
            if (change.Difference == 0 || !lines.TryGetValue(change.Recipient, out List<RosterLine>? own) || own.Count == NamedRecipient.MostLines) continue;
            string clause = of.ClauseOf(change)?.Id ?? "";
            Traces.RowReference at = comparison.Base.Lines.Reference(comparison.Base.Lines.LinesOf(change.Row).First);
            RosterLine line = new(at.File, at.Line, clause);
            if (!own.Contains(line)) own.Add(line);
        }

        return lines;
    }
}
