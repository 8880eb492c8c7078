using CsvHelper;
using Incentives.Core.Rosters;
using Incentives.Tests.Commands;

namespace Incentives.Tests.Comparing;

/// <summary>A line of <c>compare.csv</c>.</summary>
internal sealed record ChangeLine(string Variant, int Line, string Id, string Recipient, string Clause, string Change, string Before, string After, long BeforeYuan, long AfterYuan, long DifferenceYuan);

/// <summary>A line of <c>compare-summary.csv</c>; what an attribution leaves empty is 0.</summary>
internal sealed record SumLine(string Variant, string By, string Key, string Change, long Base, long Then, long Difference, long More, long Less, int Rows);

/// <summary>A folder of <c>compare</c>, read back from its files.</summary>
internal sealed class CompareRun
{
    public CompareRun(string folder)
    {
        Folder = folder;
        Changes = Read(folder, "compare.csv", r => new ChangeLine(
            r.GetString(0), int.Parse(r.GetString(1), null), r.GetString(2), r.GetString(4), r.GetString(7), r.GetString(8), $"{r.GetString(9)} {r.GetString(10)}", $"{r.GetString(12)} {r.GetString(13)}",
            Yuan(r.GetString(11)), Yuan(r.GetString(14)), Yuan(r.GetString(15))));
        Sums = Read(folder, "compare-summary.csv", r => new SumLine(
            r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), Yuan(r.GetString(4)), Yuan(r.GetString(5)), Yuan(r.GetString(6)), Yuan(r.GetString(7)), Yuan(r.GetString(8)), int.Parse(r.GetString(9), null)));
        Recipients = Read(folder, "compare-recipients.csv", r => $"{r.GetString(0)}: {r.GetString(2)} {Yuan(r.GetString(3))} {Yuan(r.GetString(4))} {Yuan(r.GetString(5))} rows {r.GetString(6)} first {r.GetString(7)}");
    }

    public string Folder { get; }

    public IReadOnlyList<ChangeLine> Changes { get; }

    public IReadOnlyList<SumLine> Sums { get; }

    public IReadOnlyList<string> Recipients { get; }

    /// <summary>Runs <c>compare</c> into a folder that must come out, and reads it back.</summary>
    public static CompareRun Of(TempFolder folder, params string[] words)
    {
        string output = folder[$"compare-{Guid.NewGuid():N}"];
        CommandResult result = CommandLine.English(["compare", .. words, "--out", output, "--quiet"]);
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(0);
        return new CompareRun(output);
    }

    /// <summary>Keys with base, variant and difference, of everything added up by one thing.</summary>
    public IReadOnlyList<string> By(string by) => [.. Sums.Where(s => s.By == by).Select(s => $"{s.Key} {s.Base} {s.Then} {s.Difference}")];

    // Whole yuan suffice for these tests; two decimals are there.
    private static long Yuan(string text)
    {
        if (text.Length == 0) return 0;
        text.Should().MatchRegex(@"^-?[0-9]+\.00$");
        return long.Parse(text[..^3], null);
    }

    private static List<T> Read<T>(string folder, string file, Func<CsvReader, T> line)
    {
        using CsvReader reader = CsvReader.FromFile(Path.Combine(folder, file), RosterFile.Options(',', hasHeader: true));
        List<T> lines = [];
        while (reader.Read()) lines.Add(line(reader));
        return lines;
    }
}
