using CsvHelper;
using Incentives.Core.Rosters;
using Incentives.Tests.Commands;

namespace Incentives.Tests.Forecasting;

/// <summary>A folder of <c>forecast</c>, read back from its files. Amounts in 万元.</summary>
internal sealed class ForecastRun
{
    private ForecastRun(string folder)
    {
        Targets = Read(folder, "forecast.csv", r => (r.GetString(1), r.GetString(2), r.GetString(6), Count(r, 7), r.GetString(9), r.GetString(11), Wan(r.GetString(14)), Wan(r.GetString(15)), Wan(r.GetString(16)), r.GetString(17)));
        Sums = Read(folder, "forecast-summary.csv", r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Count(r, 5), Wan(r.GetString(7)), Wan(r.GetString(8))));
    }

    public IReadOnlyList<(string Award, string Kind, string Year, string Count, string Status, string Clause, string Unit, string Least, string Most, string DependsOn)> Targets { get; }

    public IReadOnlyList<(string Reading, string Option, string Kind, string By, string Key, string Count, string Least, string Most)> Sums { get; }

    /// <summary>Runs <c>forecast</c> into a folder that must come out, and reads it back.</summary>
    public static ForecastRun Of(TempFolder folder, params string[] words)
    {
        string output = folder[$"forecast-{Guid.NewGuid():N}"];
        CommandResult result = CommandLine.English(["forecast", .. words, "--out", output, "--quiet"]);
        result.Error.Should().BeEmpty();
        result.Exit.Should().Be(0);
        return new ForecastRun(output);
    }

    /// <summary>Prices targets written in the test by a scheme written in the test.</summary>
    public static ForecastRun OfText(TempFolder folder, string scheme, string items, params string[] more)
    {
        folder.Write("rules/a.yaml", "scheme: a\ntitle: 示意\nstatus: in-force\neffective: 2023..2025\n" + scheme);
        folder.Write("rules/a.targets.yaml", "targets: a\nitems:\n" + string.Concat(items.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(i => $"  - {{{i.Trim()}}}\n")));
        return Of(folder, ["--rules", folder["rules"], .. more]);
    }

    /// <summary>Sums by one thing under the readings in force: <c>kind key count least..most</c>.</summary>
    public IReadOnlyList<string> By(string by) => [.. Sums.Where(s => s.Reading.Length == 0 && s.By == by).Select(s => $"{s.Kind} {s.Key} {s.Count} {s.Least}..{s.Most}")];

    /// <summary>Targets: <c>award clause unit least..most</c>, or <c>award status</c>.</summary>
    public IReadOnlyList<string> Short() => [.. Targets.Select(t => t.Status == "priced" ? $"{t.Award} {t.Clause} {t.Unit} {t.Least}..{t.Most}" : $"{t.Award} {t.Status}")];

    private static string Count(CsvReader r, int at) => r.GetString(at) == r.GetString(at + 1) ? r.GetString(at) : $"{r.GetString(at)}-{r.GetString(at + 1)}";

    // Whole 百元 suffice for these tests.
    private static string Wan(string yuan) => yuan.Length == 0 ? "" : (decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture) / 10000).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static List<T> Read<T>(string folder, string file, Func<CsvReader, T> line)
    {
        using CsvReader reader = CsvReader.FromFile(Path.Combine(folder, file), RosterFile.Options(',', hasHeader: true));
        List<T> lines = [];
        while (reader.Read()) lines.Add(line(reader));
        return lines;
    }
}
