using System.Text;
using Incentives.Core.Evaluation;
using Incentives.Core.Reports;

namespace Incentives.Tests.Cases;

/// <summary>Case folders with <c>expected.funds.csv</c>: who pays which part of each line, worked by hand.</summary>
public class FundCasesTests
{
    public static TheoryData<string> Folders => [.. Directory.GetFiles(Repository.Path("tests", "cases"), "expected.funds.csv", SearchOption.AllDirectories)
        .Select(f => Path.GetFileName(Path.GetDirectoryName(f)!)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Splits_each_line_as_worked_out_by_hand(string folder)
    {
        using BatchResult batch = SemanticCasesTests.Run(folder);
        using MemoryStream stream = new();
        new PayoutWriter(batch, threads: 1).Write(stream, CancellationToken.None);
        string[][] written = [.. Encoding.UTF8.GetString(stream.ToArray()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(','))];
        string[] expected = [.. File.ReadAllLines(Repository.Path("tests", "cases", folder, "expected.funds.csv")).Where(l => l.Length > 0)];
        int[] columns = [.. expected[0].Split(',').Select(name => Array.IndexOf(written[0], name == "line" ? name : $"fund_{name}_yuan"))];
        columns.Should().NotContain(-1);
        written[1..].Select(row => string.Join(',', columns.Select(c => row[c]))).Should().Equal(expected[1..]);
    }
}
