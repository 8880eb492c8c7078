using System.Text.RegularExpressions;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>Whatever is altered in a run folder, <c>verify</c> names the file and the line, and nothing else.</summary>
public sealed class AlteredRunTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private const string Roster = "inputs/roster/zhuzhou-2024.csv";
    private const string Rules = "inputs/rules/brand-2023.yaml";

    [Fact]
    public void An_untouched_run_agrees()
    {
        CommandResult result = CommandLine.English("verify", sample.Folder);
        result.Should().Be(new CommandResult(0, "Everything agrees.\n", ""));
        CommandLine.Chinese("verify", sample.Folder).Output.Should().Be("全部一致。\n");
    }

    // ZZ002, line 3: 80 approved becomes 90. The roster is then no longer the run's, and nothing is recomputed from it.
    [Fact]
    public void One_byte_of_a_roster() =>
        Altered(Roster, l => l[2] = l[2].Replace(",80", ",90", StringComparison.Ordinal)).Should().Equal(
            "error INC6042: the inputs are not those of the run, so nothing was recomputed; results were held against their hashes only",
            $"{Roster}:3: error INC6008: this line was altered");

    [Fact]
    public void One_byte_of_a_rule_file()
    {
        int line = Array.FindIndex(File.ReadAllLines(Path.Combine(sample.Folder, Rules)), l => l.Contains("up-to: 100万元", StringComparison.Ordinal)) + 1;
        Altered(Rules, l => l[line - 1] = l[line - 1].Replace("100", "900", StringComparison.Ordinal)).Should().Contain($"{Rules}:{line}: error INC6008: this line was altered").And.HaveCount(2);
    }

    [Fact]
    public void One_byte_of_a_history() =>
        Altered("inputs/history/zhuzhou-history.csv", l => l[3] = l[3].Replace("2020-12-24", "2020-12-25", StringComparison.Ordinal)).Should().Contain("inputs/history/zhuzhou-history.csv:4: error INC6008: this line was altered").And.HaveCount(2);

    [Fact]
    public void One_byte_of_payouts() =>
        Altered("payouts.csv", l => l[2] = l[2].Replace("800000.00,0.00", "900000.00,0.00", StringComparison.Ordinal))
            .Should().Equal("payouts.csv:3: error INC6009: differs from what is recomputed: payable_yuan=900000.00");

    [Fact]
    public void One_byte_of_the_summary()
    {
        int line = Array.FindIndex(File.ReadAllLines(Path.Combine(sample.Folder, "summary.csv")), l => l.StartsWith("clause,platforms,", StringComparison.Ordinal)) + 1;
        Altered("summary.csv", l => l[line - 1] = l[line - 1].Replace("2800000.00", "2900000.00", StringComparison.Ordinal))
            .Should().Equal($"summary.csv:{line}: error INC6009: differs from what is recomputed: payable_yuan=2900000.00");
    }

    [Fact]
    public void One_byte_of_the_trace() =>
        Altered("trace.jsonl", l => l[4] = l[4].Replace("\"stage\":4", "\"stage\":5", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("trace.jsonl:5: error INC6009: ");

    // Every line of the record, one character changed: whatever it says, that line is named.
    [Fact]
    public void One_byte_of_any_line_of_the_record()
    {
        string[] lines = File.ReadAllLines(Path.Combine(sample.Folder, "run.json"));
        for (int i = 0; i < lines.Length; i++)
        {
            int at = lines[i].Length - 1;
            while (at >= 0 && !char.IsAsciiLetterOrDigit(lines[i][at])) at--;
            if (at < 0) at = lines[i].Length - 1;
            char other = lines[i][at] == '1' ? '2' : lines[i][at] is >= '0' and <= '9' ? '1' : lines[i][at] == 'x' ? 'y' : 'x';
            string changed = lines[i].Remove(at, 1).Insert(at, other.ToString());
            string folder = sample.Copy();
            SampleRun.Edit(folder, "run.json", l => l[i] = changed);
            Once(folder).Should().Contain(l => l.StartsWith($"run.json:{i + 1}: error INC60", StringComparison.Ordinal), "line {0} became {1}", i + 1, changed);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_record_that_recomputes_to_itself_is_still_noticed() =>
        Altered("run.json", l => l[2] = l[2].Replace("\"0.", "\"9.", StringComparison.Ordinal)).Should().Equal("run.json:3: error INC6008: this line was altered");

    // The bytes alone differ: a line feed for the line end of one line.
    [Fact]
    public void A_line_end_of_payouts()
    {
        string folder = sample.Copy(), path = Path.Combine(folder, "payouts.csv");
        List<byte> bytes = [.. File.ReadAllBytes(path)];
        bytes.RemoveAt(bytes.IndexOf((byte)'\r'));
        File.WriteAllBytes(path, [.. bytes]);
        SampleRun.Differences(folder).Should().Equal("payouts.csv:1: error INC6008: this line was altered");
    }

    [Fact]
    public void A_line_removed() => Altered("payouts.csv", l => l.RemoveAt(6)).Should().Equal("payouts.csv:7: error INC6009: a line is missing here");

    [Fact]
    public void A_line_added()
    {
        string[] found = Altered("payouts.csv", l => l.Insert(6, l[6].Replace("ZZ006", "ZZ999", StringComparison.Ordinal).Replace("\n7,", "\n99,", StringComparison.Ordinal)));
        found.Should().ContainSingle().Which.Should().StartWith("payouts.csv:7: error INC6009: a line too many: 7,ZZ999,");
    }

    [Fact]
    public void A_line_doubled() => Altered("payouts.csv", l => l.Insert(6, l[5])).Should().ContainSingle().Which.Should().MatchRegex("^payouts\\.csv:(6|7): error INC6009: a line too many: 6,ZZ005,");

    // ZZ002 gets ZZ007's 200,000 and ZZ007 gets ZZ002's 800,000: the sum stays.
    [Fact]
    public void Two_amounts_swapped_with_the_sum_kept() =>
        Altered("payouts.csv", l =>
        {
            l[2] = l[2].Replace("800000.00,0.00", "200000.00,0.00", StringComparison.Ordinal);
            l[7] = l[7].Replace("200000.00,0.00", "800000.00,0.00", StringComparison.Ordinal);
        }).Should().Equal(
            "payouts.csv:3: error INC6009: differs from what is recomputed: payable_yuan=200000.00",
            "payouts.csv:8: error INC6009: differs from what is recomputed: payable_yuan=800000.00");

    [Fact]
    public void Two_lines_swapped() =>
        Altered("payouts.csv", l => (l[4], l[20]) = (l[20], l[4])).Should().ContainSingle().Which.Should().StartWith("payouts.csv:5: error INC6009: this line and line 21 changed places: ");

    [Fact]
    public void Two_lines_side_by_side_swapped() =>
        Altered("payouts.csv", l => (l[4], l[5]) = (l[5], l[4])).Should().ContainSingle().Which.Should().StartWith("payouts.csv:5: error INC6009: this line and line 6 changed places: ");

    [Fact]
    public void A_line_put_elsewhere() =>
        Altered("payouts.csv", l =>
        {
            string line = l[4];
            l.RemoveAt(4);
            l.Insert(20, line);
        }).Should().ContainSingle().Which.Should().StartWith("payouts.csv:21: error INC6009: this line should be line 5: 5,ZZ004,");

    // Lines are known by their row and clause, so each of several changes stands alone.
    [Fact]
    public void Several_changes_at_once() =>
        Altered("payouts.csv", l =>
        {
            l[2] = l[2].Replace("800000.00,0.00", "900000.00,0.00", StringComparison.Ordinal);
            (l[20], l[25]) = (l[25], l[20]);
            l.Insert(12, "99,ZZ999,,某公司,国检中心,zhuzhou-brand-2023,platforms,pay,full,1.00,1.00,0.00,0,full");
            l.RemoveAt(6);
            l.RemoveAt(6);
        }).Select(Start).Should().Equal(
            "payouts.csv:3: error INC6009: differs from what is recomputed: payable_yuan=900000.00",
            "payouts.csv:7: error INC6009: a line is missing here",
            "payouts.csv:8: error INC6009: a line is missing here",
            "payouts.csv:11: error INC6009: a line too many: 99,ZZ999,,",
            "payouts.csv:20: error INC6009: this line and line 25 changed places: ");

    [Fact]
    public void Lines_of_a_roster_removed_added_and_swapped() =>
        Altered(Roster, l =>
        {
            (l[20], l[25]) = (l[25], l[20]);
            l.Insert(12, "ZZ999,,某公司,组织,国检中心,,,2024-01-01,1,,");
            l.RemoveAt(6);
            l.RemoveAt(6);
        })[1..].Should().Equal(
            $"{Roster}:7: error INC6008: a line is missing here",
            $"{Roster}:8: error INC6008: a line is missing here",
            $"{Roster}:11: error INC6008: this line was added",
            $"{Roster}:20: error INC6008: this line and line 25 changed places");

    [Theory]
    [InlineData("payouts.csv")]
    [InlineData("summary.csv")]
    [InlineData("trace.jsonl")]
    [InlineData(Roster)]
    [InlineData("inputs/history/zhuzhou-history.csv")]
    [InlineData(Rules)]
    [InlineData("marks/run.json.crc")]
    [InlineData("marks/roster/zhuzhou-2024.csv.crc")]
    public void A_missing_file(string file)
    {
        string folder = sample.Copy();
        File.Delete(Path.Combine(folder, file));
        SampleRun.Differences(folder).Should().Contain($"{file}: error INC6007: is missing from the run folder");
    }

    [Theory]
    [InlineData("payouts2.csv")]
    [InlineData("inputs/roster/other.csv")]
    [InlineData("inputs/rules/.hidden")]
    public void An_extra_file(string file)
    {
        string folder = sample.Copy();
        File.WriteAllText(Path.Combine(folder, file), "1\n");
        SampleRun.Differences(folder).Should().Equal($"{file}: error INC6010: is not a file that calculate wrote");
    }

    [Fact]
    public void Altered_marks()
    {
        string folder = sample.Copy(), path = Path.Combine(folder, "marks/roster/zhuzhou-2024.csv.crc");
        byte[] bytes = File.ReadAllBytes(path);
        bytes[5] ^= 1;
        File.WriteAllBytes(path, bytes);
        SampleRun.Differences(folder).Should().Equal("marks/roster/zhuzhou-2024.csv.crc: error INC6006: is not what it was when the run was made (its hash differs)");
    }

    // The record itself gone, there is nothing to verify.
    [Fact]
    public void A_folder_without_a_record()
    {
        string folder = sample.Copy();
        File.Delete(Path.Combine(folder, "run.json"));
        CommandResult result = CommandLine.English("verify", folder);
        result.Exit.Should().Be(2);
        result.Error.Should().Contain("INC6004");
    }

    [Fact]
    public void A_record_that_names_files_elsewhere()
    {
        string folder = sample.Copy();
        SampleRun.Edit(folder, "run.json", l =>
        {
            int at = l.FindIndex(x => x.Contains(Roster, StringComparison.Ordinal));
            l[at] = l[at].Replace(Roster, "../../etc/roster.csv", StringComparison.Ordinal);
        });
        SampleRun.Differences(folder).Should().Contain("run.json: error INC6041: the record names '../../etc/roster.csv', which is not inside the run folder");
    }

    // 株洲 in GB18030 as in UTF-8: the record keeps the encoding, and the run repeats.
    [Fact]
    public void A_run_from_gb18030_agrees()
    {
        using TempFolder folder = new();
        CommandLine.English("calculate", Repository.Path("samples/zhuzhou-2024-gb18030.csv"), "--rules", Repository.Path(Calculation.Zhuzhou), "--out", folder["run"], "--quiet");
        CommandLine.English("verify", folder["run"]).Exit.Should().Be(0);
    }

    // Without what stood in the line, beyond its first cells.
    private static string Start(string text) => Regex.Replace(text, "(?<=,,|places: ).*", "");

    private static string[] Once(string folder)
    {
        CommandResult result = CommandLine.English("verify", folder);
        result.Exit.Should().Be(1, result.Output + result.Error);
        return result.Output.Split('\n');
    }

    private string[] Altered(string file, Action<List<string>> edit)
    {
        string folder = sample.Copy();
        SampleRun.Edit(folder, file, edit);
        return SampleRun.Differences(folder);
    }
}
