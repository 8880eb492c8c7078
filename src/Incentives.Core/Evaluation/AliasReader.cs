using CsvHelper;
using Incentives.Core.Diagnostics;
using Incentives.Core.Plans;
using Incentives.Core.Rosters;

namespace Incentives.Core.Evaluation;

/// <summary>Reads alias files: a former or other name, and the name it stands for.</summary>
internal static class AliasReader
{
    private static readonly ColumnSpec From = new("from", ["原名称", "曾用名", "别名"], ColumnKind.Text);
    private static readonly ColumnSpec To = new("to", ["现名称", "名称"], ColumnKind.Text);

    /// <summary>Names by symbol; chains of renames are followed to their end.</summary>
    public static Dictionary<int, int> Read(IReadOnlyList<InputFile> inputs, Symbols symbols, List<RosterFile> open, DiagnosticBag bag)
    {
        Dictionary<int, int> direct = [];
        foreach (InputFile input in inputs)
        {
            if (RosterFile.Open(input.Path, input.Name, bag) is not { } file) continue;
            open.Add(file);
            HeaderBinding bound = HeaderBinding.Bind(file, [From, To], bag);
            if (bound["from"].Index < 0 || bound["to"].Index < 0)
            {
                bag.Add(EvaluationMessages.AliasColumns(new Place(file.Name, file.HeaderLine)));
                continue;
            }

            using CsvReader reader = file.CreateReader();
            while (reader.Read())
            {
                int from = Name(symbols, reader.GetString(bound["from"].Index)), to = Name(symbols, reader.GetString(bound["to"].Index));
                if (from != 0 && to != 0 && from != to) direct[from] = to;
            }
        }

        return direct.Keys.ToDictionary(n => n, n => End(direct, n));
    }

    private static int Name(Symbols symbols, string text) => NameNormalizer.Normalize(text) is { Length: > 0 } name ? symbols.Intern(name) : 0;

    // A ring of renames ends where it began.
    private static int End(Dictionary<int, int> direct, int name)
    {
        int at = name;
        for (int steps = 0; steps < direct.Count && direct.TryGetValue(at, out int next); steps++) at = next;
        return at;
    }
}
