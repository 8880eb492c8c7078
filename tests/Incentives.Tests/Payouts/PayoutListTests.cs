using CsvHelper;
using Incentives.Core;
using Incentives.Core.Diagnostics;

namespace Incentives.Tests.Payouts;

/// <summary>
/// Payout lists as they were published: the roster with its own headers, names and units, the policy's rule file, and history where the
/// list needs it, give the printed amounts. Rows that the expected file does not name are those whose rate the text does not give.
/// </summary>
public class PayoutListTests
{
    public static TheoryData<string> Lists => [.. Directory.GetDirectories(Folder("")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Gives_the_printed_amounts(string list)
    {
        string output = Path.Combine(Path.GetTempPath(), $"incentives-{Guid.NewGuid():N}");
        try
        {
            Dictionary<string, string> options = File.ReadAllLines(Path.Combine(Folder(list), "case.txt")).Where(l => l.Contains('=')).Select(l => l.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
            string history = Path.Combine(Folder(list), "history.csv");
            CalculationOutcome outcome = IncentiveProgram.Calculate(new CalculationRequest
            {
                Rosters = [Path.Combine(Folder(list), "roster.csv")],
                Rules = [Repository.Path("rules", options["rules"])],
                History = File.Exists(history) ? [history] : [],
                Output = output,
            });
            string.Join('\n', outcome.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToText(Language.English))).Should().BeEmpty();
            Dictionary<string, string> expected = Table(Path.Combine(Folder(list), "expected.csv")).ToDictionary(r => r["序号"], r => r["应付(元)"] + ".00");
            var rows = Table(Path.Combine(output, "payouts.csv"));
            string sum = expected["合计"];
            expected.Remove("合计");
            rows.Where(r => expected.ContainsKey(r["roster_id"])).Select(r => (r["roster_id"], r["payable_yuan"]))
                .Should().BeEquivalentTo(expected.Select(e => (e.Key, e.Value)));
            outcome.Summary[0].Payable.ToString().Should().Be(sum);
            rows.Where(r => !expected.ContainsKey(r["roster_id"])).Select(r => r["status"]).Should().NotContain(s => s != "unmatched" && s != "rejected");
        }
        finally
        {
            if (Directory.Exists(output)) Directory.Delete(output, recursive: true);
        }
    }

    [Fact]
    public void Holds_all_seventeen_lists() => Lists.Count.Should().BeGreaterThanOrEqualTo(17);

    private static string Folder(string list) => Repository.Path("tests", "Incentives.Tests", "Payouts", list);

    private static List<Dictionary<string, string>> Table(string path)
    {
        using CsvReader reader = CsvReader.FromFile(path);
        List<Dictionary<string, string>> rows = [];
        while (reader.Read()) rows.Add(reader.Headers.Select((h, i) => (h, reader.GetString(i))).ToDictionary(p => p.h, p => p.Item2));
        return rows;
    }
}
