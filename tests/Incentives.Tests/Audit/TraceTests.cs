using System.Text.Json;
using Incentives.Core.Compilation;
using Incentives.Core.Diagnostics;
using Incentives.Core.Evaluation;
using Incentives.Core.Numbers;
using Incentives.Core.Reports;
using Incentives.Core.Traces;
using Incentives.Tests.Commands;
using Incentives.Tests.Runs;

namespace Incentives.Tests.Audit;

/// <summary>What <c>trace.jsonl</c> and <c>explain --json</c> hold.</summary>
public sealed class TraceTests(SampleRun sample) : IClassFixture<SampleRun>
{
    private IReadOnlyList<JsonElement> Lines => [.. File.ReadAllLines(Path.Combine(sample.Folder, "trace.jsonl")).Select(l => JsonDocument.Parse(l).RootElement)];

    [Fact]
    public void Each_payout_line_has_its_trace_in_the_same_order_with_the_same_result()
    {
        IReadOnlyList<PayoutLine> payouts = new RunView(sample.Folder).Payouts;
        Lines.Select(l => $"{Text(l, "roster_id")} {Text(l, "status")} {Text(l, "reason")} {(Text(l, "clause").Length == 0 ? "-" : Text(l, "clause"))} {Text(l, "payable_yuan")}")
            .Should().Equal(payouts.Select(p => $"{p.Short}.00"));
        Lines.Select(l => l.GetProperty("line").GetInt32()).Should().Equal(payouts.Select(p => p.Line));
        Lines.Should().OnlyContain(l => l.GetProperty("steps").GetArrayLength() > 0);
    }

    // What a line's last step leaves is what is paid, or held back.
    [Fact]
    public void Steps_lead_from_nothing_to_the_result()
    {
        foreach (JsonElement line in Lines.Where(l => Text(l, "status") is "pay" or "pay-up-to" or "zero" or "held"))
        {
            JsonElement[] steps = [.. line.GetProperty("steps").EnumerateArray()];
            Text(steps[0], "before_yuan").Should().Be("0.00");
            Text(steps[^1], "after_yuan").Should().Be(Text(line, "payable_yuan"));
            steps.Zip(steps.Skip(1)).Where(p => Text(p.First, "after_yuan") != Text(p.Second, "before_yuan")).Should().BeEmpty();
            steps.Select(s => s.GetProperty("stage").GetInt32()).Should().BeInAscendingOrder();
        }
    }

    // 传动系统 had its 企业技术中心 in line 4 of the history.
    [Fact]
    public void A_first_time_zero_names_the_row_that_came_first()
    {
        JsonElement step = Lines.Single(l => Text(l, "roster_id") == "ZZ005").GetProperty("steps").EnumerateArray().Last();
        (Text(step, "operation"), Text(step, "before_yuan"), Text(step, "after_yuan"), Text(step, "reason"), Text(step, "cite")).Should().Be(("recur", "1000000.00", "0.00", "not-first", "二(八)"));
        Rows(step).Should().Equal("zhuzhou-history.csv:4");
    }

    [Fact]
    public void The_record_holds_its_hash()
    {
        JsonElement run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(sample.Folder, "run.json"))).RootElement;
        run.GetProperty("outputs").EnumerateArray().Select(o => Text(o, "file")).Should().Equal("payouts.csv", "summary.csv", "trace.jsonl");
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public void Threads_change_no_byte(string threads)
    {
        using TempFolder folder = new();
        Calculation.RunInto(folder["run"], Repository.Path("samples/zhuzhou-2024.csv"), Calculation.Zhuzhou, "--history", Repository.Path("samples/zhuzhou-history.csv"), "--trace", "--threads", threads)
            .ShouldEqual(new RunView(sample.Folder));
    }

    // 37 rows in parts of 5: the last is of 2.
    [Fact]
    public void Parts_make_the_same_trace_as_the_whole()
    {
        DiagnosticBag bag = new();
        RuleSet rules = RuleSet.Read([Repository.Path(Calculation.Zhuzhou)], bag);
        BatchRequest request = new() { Rosters = [new("zhuzhou-2024.csv", Repository.Path("samples/zhuzhou-2024.csv"))], History = [new("zhuzhou-history.csv", Repository.Path("samples/zhuzhou-history.csv"))] };
        using BatchResult? batch = Batch.Run(rules, request, bag);
        using MemoryStream parts = new();
        new TraceWriter(batch!, rules, request, CancellationToken.None) { RowsInPart = 5 }.Write(parts);
        parts.ToArray().Should().Equal(File.ReadAllBytes(Path.Combine(sample.Folder, "trace.jsonl")));
    }

    // 100,000 for claims of 30,000, 50,000 and 70,000, which are 150,000: two thirds. The 20,000 of the first are paid half and half.
    [Fact]
    public void An_envelope_names_itself_and_the_ratio_and_payers_their_parts()
    {
        using TempFolder folder = new();
        string rules = folder.Write("rules.yaml", """
            scheme: traced
            title: 预算
            status: in-force
            effective: 2015-01-01..
            columns: {申报额: money}
            clauses:
              - {id: cost, cite: 一, department: 商务局, pay: {fixed: 申报额}, fund: {市: 50%, 区: 50%}}
            limit: {at-most: 10万元, within: year, cut: pro-rata, cite: 五}

            """);
        string roster = folder.Write("roster.csv", "名称,奖项,日期,申报额(万元)\n甲公司,参展补助,2022-03-01,3\n乙公司,参展补助,2022-03-02,5\n丙公司,参展补助,2022-03-03,7\n");
        RunView run = Calculation.RunInto(folder["run"], roster, rules, "--trace");
        JsonElement[] steps = [.. JsonDocument.Parse(File.ReadAllLines(Path.Combine(run.Folder, "trace.jsonl"))[0]).RootElement.GetProperty("steps").EnumerateArray()];
        JsonElement cut = steps.Single(s => s.GetProperty("stage").GetInt32() == 9);
        (Text(cut, "cite"), Text(cut, "before_yuan"), Text(cut, "after_yuan"), Text(cut, "reason")).Should().Be(("五", "30000.00", "20000.00", "envelope-prorata"));
        Inputs(cut).Should().Equal("rule=rules.yaml:8", "year=2022", "envelope=100,000", "before=0", "claimed=150,000", "ratio=2/3");
        Inputs(steps.Single(s => s.GetProperty("stage").GetInt32() == 11)).Should().Equal("市=10,000 (1/2)", "区=10,000 (1/2)");
        CommandLine.English("verify", run.Folder).Exit.Should().Be(0);
    }

    [Fact]
    public void Explain_as_json_holds_the_trace_and_what_would_change()
    {
        CommandResult result = CommandLine.English("explain", sample.Folder, "--row", "ZZ022", "--json");
        result.Exit.Should().Be(0);
        JsonElement line = JsonDocument.Parse(result.Output).RootElement.EnumerateArray().Single();
        Text(line, "roster_id").Should().Be("ZZ022");
        line.GetProperty("steps").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)
            .Should().Be(Lines.Single(l => Text(l, "roster_id") == "ZZ022").GetProperty("steps").GetRawText());
        JsonElement reading = line.GetProperty("changes").EnumerateArray().Single(c => Text(c, "kind") == "reading");
        (Text(reading, "reading"), Text(reading, "option"), Text(reading, "payable_yuan")).Should().Be(("hunan-laozihao", "tier-5", "50000.00"));
    }

    [Theory]
    [InlineData(0, 1, "0.00")]
    [InlineData(100, 1, "1.00")]
    [InlineData(1, 1, "0.01")]
    [InlineData(-5, 2, "-0.025")]
    [InlineData(25, 2, "0.125")]
    [InlineData(10000, 3, "100/3")]
    [InlineData(50000000, 1, "500000.00")]
    public void Amounts_are_exact(int numerator, int denominator, string text) => ExactYuan.Of(Rational.Of(numerator, denominator)).Should().Be(text);

    private static string[] Rows(JsonElement step) => [.. step.GetProperty("rows").EnumerateArray().Select(r => $"{Text(r, "file")}:{r.GetProperty("line").GetInt32()}")];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Inputs(JsonElement step) => [.. step.GetProperty("inputs").EnumerateArray().Select(i => $"{Text(i, "name")}={Text(i, "value")}")];
}
