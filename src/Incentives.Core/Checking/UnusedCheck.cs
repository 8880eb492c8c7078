using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;
using Incentives.Core.Syntax;

namespace Incentives.Core.Checking;

/// <summary>Names that a scheme declares and nothing refers to.</summary>
internal static class UnusedCheck
{
    private static readonly char[] Between = [' ', '(', ')', '（', '）', '.', '<', '$', '|'];

    /// <summary>Lists, settings, columns, awards and readings, under whatever option of the readings. What a vocabulary declares need not be used.</summary>
    public static void Run(Scheme scheme, MapNode root, IReadOnlySet<string> used, ColumnTable columns, DiagnosticBag bag)
    {
        foreach ((string name, Place place) in scheme.Declared.Where(d => !used.Contains(d.Name))) bag.Add(CheckMessages.UnusedName(place, name));
        HashSet<string> words = [.. root.Entries.Where(e => e.Key is not ("columns" or "awards")).SelectMany(e => Words(e.Value)).Select(NameNormalizer.Normalize)];
        MapEntry[] declared = (root["columns"] as MapNode)?.Entries.ToArray() ?? [];
        foreach (MapEntry column in declared.Where(c => !words.Contains(NameNormalizer.Normalize(c.Key)) && !IsStandard(columns, c.Key) && !declared.Any(d => d != c && Words(d.Value).Contains(c.Key))))
            bag.Add(CheckMessages.UnusedName(column.KeyPlace, column.Key));
        // A clause that takes any award takes every declared one.
        bool isAny = scheme.Clauses.Any(c => c.Awards(columns.Standard("award")) is null);
        foreach (MapEntry award in isAny ? [] : (root["awards"] as MapNode)?.Entries ?? [])
        {
            IEnumerable<string> names = ((award.Value as MapNode)?["aliases"] is { } aliases ? Words(aliases) : []).Append(award.Key);
            if (!names.Any(n => words.Contains(NameNormalizer.Normalize(n)))) bag.Add(CheckMessages.UnusedName(award.KeyPlace, award.Key));
        }

        ReadingResolver.ReportUnused(scheme.Readings, bag);
    }

    private static bool IsStandard(ColumnTable columns, string name) => columns.Find("", name) is not null;

    // Each text and key, whole and in its parts.
    private static IEnumerable<string> Words(Node node) => node switch
    {
        ScalarNode scalar => Words(scalar.Text),
        ListNode list => list.Items.SelectMany(Words),
        MapNode map => map.Entries.SelectMany(e => Words(e.Value).Concat(Words(e.Key))),
        _ => [],
    };

    private static IEnumerable<string> Words(string text) => text.Split(Between, StringSplitOptions.RemoveEmptyEntries).Append(text).Append(text.TrimStart('-'));
}
